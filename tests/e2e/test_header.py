"""The header: one line each at every width, menus by keyboard and without JavaScript, the number of notifications."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.e2e.checks.quiet import SIDEWAYS
from tests.e2e.states import MEMBER, SECOND_EDITOR

pytestmark = pytest.mark.browser

WIDE = (1024, 1100, 1280, 1440)
NARROW = (320, 375, 480, 768, 1023)
FOCUSED = "document.activeElement.textContent.trim()"
# How many lines the parts of a row take: parts whose middles differ by less than half a line stand in one.
LINES = """parts => {
    const middles = parts.filter((one) => one.checkVisibility()).map((one) => {
        const box = one.getBoundingClientRect();
        return (box.top + box.bottom) / 2;
    }).sort((a, b) => a - b);
    return middles.reduce((lines, middle, i) => lines + (i > 0 && middle - middles[i - 1] > 8 ? 1 : 0), 1);
}"""
MORE_SECTIONS = """menu => ['Qualifizierung', 'Termine'].forEach((title) => {
    const entry = menu.querySelector('.nav-entry').cloneNode(true);
    entry.querySelector('a').textContent = title;
    menu.querySelector('.nav-entry:last-child').before(entry);
})"""
LONG_NAME = "one => { one.textContent = 'Wilhelmina-Charlotte von und zu Hohenlindenbrück-Auenrode'; }"


def entry(page: Page, title: str) -> Locator:
    """The disclosure of the second level of a section."""
    return page.locator(".sub > summary", has_text=f"Mehr unter {title}")


@pytest.mark.parametrize("persona", ["", SECOND_EDITOR])
def test_rows_do_not_wrap_and_nothing_scrolls_sideways(
    persona: str, new_context: Callable[..., BrowserContext]
) -> None:
    """With the five sections of the full portal, and a long name."""
    page = new_context(persona=persona).new_page()
    page.goto("/hilfe/")
    page.locator("#menue").evaluate(MORE_SECTIONS)
    if persona:
        page.locator(".fly-name").evaluate(LONG_NAME)
    for width in WIDE:
        page.set_viewport_size({"width": width, "height": 800})
        for row in (".nav-entry > :is(a, details)", ".service-line > nav a, .tools > *"):
            assert page.locator(row).evaluate_all(LINES) == 1, (width, row)
        for summary in (*page.locator(".sub > summary").all(), *page.locator(".fly > summary").all()):
            summary.click()
            assert page.evaluate(SIDEWAYS) == 0, (width, summary.inner_text())
        page.keyboard.press("Escape")
    for width in NARROW:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(SIDEWAYS) == 0, width
        for row in (".service nav a", ".head > *"):
            assert page.locator(row).evaluate_all(LINES) == 1, (width, row)
        page.get_by_role("button", name="Menü").click()
        for summary in page.locator(".sub > summary").all():
            summary.click()
        assert page.evaluate(SIDEWAYS) == 0, width
        assert page.locator("#menue").evaluate("one => one.scrollWidth <= one.clientWidth"), width
        page.get_by_role("button", name="Schließen").click()


def test_the_second_level_is_reached_by_keyboard(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context().new_page()
    page.goto("/hilfe/")
    page.locator("#menue").get_by_role("link", name="Grundlagen", exact=True).focus()
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "Mehr unter Grundlagen"
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "Praxiswissen"  # what is closed costs no stop
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "Die Sozialagentur"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Fallmanagement")
    expect(page.locator(".nav-entry > a[aria-current=true]")).to_have_text("Grundlagen")


def test_escape_closes_a_menu_and_gives_the_focus_back(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(persona=MEMBER).new_page()
    page.goto("/hilfe/")
    for summary in (entry(page, "Netzwerk"), page.locator(".fly > summary")):
        panel = summary.locator("xpath=following-sibling::ul")
        summary.press("Enter")
        expect(panel).to_be_visible()
        page.keyboard.press("Tab")
        page.keyboard.press("Escape")
        expect(panel).to_be_hidden()
        expect(summary).to_be_focused()


def test_a_menu_closes_by_a_click_elsewhere_and_when_the_focus_leaves(
    new_context: Callable[..., BrowserContext],
) -> None:
    page = new_context(persona=MEMBER).new_page()
    page.goto("/hilfe/")
    open_ones = page.locator(".head-frame details[open]")
    entry(page, "Grundlagen").click()
    entry(page, "Netzwerk").click()
    expect(open_ones).to_have_count(1)
    page.locator(".fly > summary").click()
    expect(open_ones).to_have_count(1)
    page.locator("h1").click()
    expect(open_ones).to_have_count(0)
    entry(page, "Praxiswissen").press("Enter")
    expect(open_ones).to_have_count(1)
    for _link in range(4):  # one for each link, and out
        page.keyboard.press("Tab")
    expect(open_ones).to_have_count(0)


@pytest.mark.parametrize("width", [1280, 320])
def test_the_menus_work_without_javascript(width: int, new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(persona=MEMBER, width=width, java_script_enabled=False).new_page()
    page.goto("/hilfe/")
    if width == 320:
        page.get_by_role("button", name="Menü").click()
    link = page.locator("#menue").get_by_role("link", name="Organisationen und Karte")
    expect(link).to_be_hidden()
    entry(page, "Netzwerk").click()
    expect(link).to_be_visible()
    entry(page, "Grundlagen").click()
    expect(link).to_be_hidden()
    if width == 1280:
        page.locator(".fly > summary").click()
    expect(page.get_by_role("button", name="Abmelden")).to_be_visible()


def test_notifications_are_counted_on_the_button_of_a_phone(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(persona=SECOND_EDITOR, width=320).new_page()
    page.goto("/hilfe/")
    number = page.locator(".menu-button .unread")
    expect(number).to_be_visible()
    count = number.inner_text().split()[0]
    page.get_by_role("button", name=f"{count} neue Mitteilungen").click()
    page.get_by_role("link", name=f"Mitteilungen {count} neue").click()
    expect(page.locator("h1")).to_have_text("Mitteilungen")


def test_a_section_open_on_a_phone_stays_open_while_the_menu_is_used(
    new_context: Callable[..., BrowserContext],
) -> None:
    page = new_context(width=320).new_page()
    page.goto("/hilfe/")
    page.get_by_role("button", name="Menü").click()
    entry(page, "Grundlagen").click()
    page.locator(".nav-top p").click()
    expect(page.locator("#menue").get_by_role("link", name="Fallmanagement")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#menue")).to_be_hidden()
