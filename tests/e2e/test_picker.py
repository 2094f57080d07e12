"""Pickers in a browser: references in the page editor by the script, people without JavaScript."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.states import EDITOR

pytestmark = pytest.mark.browser

NEWS = "Jede Kennzahl bekommt einen Steckbrief"
GIVE_ROLE = "/organisationen/stadt-lindenbrueck/rollen/geben/"


def open_editor(page: Page) -> None:
    page.goto("/aktuelles/arbeitskreis-controlling-steckbriefe/")
    page.goto(page.locator("wagtail-userbar a[href*='/edit/']").first.get_attribute("href"))
    page.get_by_role("heading", name=NEWS).wait_for()


def picked(page: Page) -> list[str]:
    return page.locator("[data-picker] [data-picked] label > span").evaluate_all(
        "all => all.map((one) => one.firstChild.textContent.trim())"
    )


def test_an_editor_searches_ticks_and_moves_references(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(persona=EDITOR).new_page()
    open_editor(page)
    before = picked(page)
    assert len(before) == 2
    search = page.get_by_label("Bericht, Nachricht, Seite oder Organisation suchen")
    search.fill("Wiedervorlagen")
    search.press("Enter")
    found = page.locator("[data-found] label", has_text="214 überfällige Wiedervorlagen")
    found.locator("input").check()
    search.fill("Stadtwerke Energieschulden")
    page.locator("[data-picker] [data-search]").click()
    expect(page.locator("[data-found] label", has_text="Bevor der Zähler stillsteht")).to_be_visible()
    assert [title[:3] for title in picked(page)] == [before[0][:3], before[1][:3], "214"], "what is ticked stays"
    page.locator("[data-picked] li", has_text="214").get_by_role("button", name="nach oben").click()
    page.locator("[data-picked] li", has_text=before[0]).locator("input").uncheck()
    with page.expect_navigation():
        page.get_by_role("button", name="Entwurf speichern").click()
    assert [title[:3] for title in picked(page)] == ["214", before[1][:3]]


@pytest.mark.parametrize("width", [1280, 320])
def test_people_are_picked_without_javascript(width: int, new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(persona="koordination", width=width, java_script_enabled=False).new_page()
    page.goto(GIVE_ROLE)
    first = page.locator("input[name=people]").first
    name = first.locator("xpath=..").inner_text().split("\n")[0]
    first.check()
    page.get_by_label("Bis einschließlich").fill("2027-03-01")
    page.get_by_label("Nach dem Namen suchen").fill("xqz")
    page.get_by_label("Nach dem Namen suchen").press("Enter")
    expect(page.get_by_text("Zu diesem Namen gibt es hier niemanden.")).to_be_visible()
    expect(page.locator("[data-picked] input[name=people]")).to_be_checked()
    expect(page.locator("[data-picked]")).to_contain_text(name)
    expect(page.get_by_label("Bis einschließlich")).to_have_value("2027-03-01")
    expect(page.locator(".error-summary")).to_have_count(0)
