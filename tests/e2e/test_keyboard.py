"""With the keyboard alone: every control once, in reading order, with a focus that can be seen."""

from collections.abc import Callable
from io import BytesIO
from itertools import pairwise

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Page

from tests.e2e.states import EDITOR, STATES, State

pytestmark = pytest.mark.browser

PAD = 8
LEAST_CHANGE = 30  # pixels that differ clearly
BY_KEY = {state.key: state for state in STATES}
WIDE = [state for state in STATES if state.widths == (1280, 320) and state.persona != EDITOR]
FRAME_SHOWN_ON = {"start", "my-area-member"}  # header and footer are the same everywhere: photographed here only

# Numbers every control in reading order, as the page stands: visible, enabled, one of each group of radio buttons.
NUMBER_CONTROLS = """() => {
    const selector = 'a[href], button, input, select, textarea, summary, video, audio, iframe, [tabindex]';
    const groups = new Set();
    const found = [...document.querySelectorAll(selector)].filter((one) => {
        if (one.disabled || one.tabIndex < 0 || !one.checkVisibility({ visibilityProperty: true })) return false;
        if (one.type !== 'radio') return true;
        const chosen = document.querySelector(`input[name="${one.name}"]:checked`);
        if (groups.has(one.name) || (chosen && chosen !== one)) return false;
        return groups.add(one.name);
    });
    return found.map((one, number) => {
        one.dataset.number = number;
        const box = one.getBoundingClientRect();
        return { number, inMain: Boolean(one.closest('main')), name: one.outerHTML.slice(0, 120),
                 x: box.x, y: box.y, right: box.right, bottom: box.bottom };
    });
}"""
START_AT_THE_TOP = """() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    window.scrollTo(0, 0);
}"""
FOCUSED = """() => {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    const box = one.getBoundingClientRect();
    return { number: Number(one.dataset.number ?? -1), name: one.outerHTML.slice(0, 120),
             x: box.x, y: box.y, right: box.right, bottom: box.bottom };
}"""


def fit_window_to_page(page: Page) -> None:
    """So that nothing scrolls while Tab goes through the page, and pictures can be compared."""
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": 1280, "height": height})


def picture(page: Page) -> Image.Image:
    return Image.open(BytesIO(page.screenshot(animations="disabled"))).convert("RGB")


def changed_pixels(before: Image.Image, page: Page, box: dict) -> int:
    left, top = max(0, int(box["x"]) - PAD), max(0, int(box["y"]) - PAD)
    right, bottom = min(before.width, int(box["right"]) + PAD + 1), min(before.height, int(box["bottom"]) + PAD + 1)
    clip = {"x": left, "y": top, "width": right - left, "height": bottom - top}
    after = Image.open(BytesIO(page.screenshot(clip=clip, animations="disabled"))).convert("RGB")
    difference = ImageChops.difference(before.crop((left, top, right, bottom)), after).convert("L")
    return sum(difference.point(lambda value: 255 if value > 30 else 0).histogram()[1:])


def goes_back(before: dict, after: dict) -> bool:
    """Whether the second stands before the first for the eye: above it without being in a column to its right,
    or to its left in the same line."""
    above = after["bottom"] <= before["y"] + 1
    same_line = after["y"] < before["bottom"] - 4 and before["y"] < after["bottom"] - 4
    if same_line:
        return after["right"] <= before["x"] + 1
    return above and after["x"] < before["right"] - 1


@pytest.mark.parametrize("state", WIDE, ids=lambda state: state.key)
def test_tab_visits_every_control_once_in_reading_order_and_shows_where_it_is(
    state: State, open_state: Callable[..., Page]
) -> None:
    page = open_state(state, reduced_motion="reduce")
    page.evaluate("document.querySelectorAll('img').forEach((one) => { one.loading = 'eager'; })")
    page.wait_for_load_state("load")
    page.evaluate("Promise.all([...document.images].map((one) => one.decode().catch(() => null)))")
    fit_window_to_page(page)
    page.evaluate(START_AT_THE_TOP)
    controls = page.evaluate(NUMBER_CONTROLS)
    before = picture(page)
    visited, invisible = [], []
    for _step in range(len(controls) * 6):  # a date or a film has several stops of its own
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUSED)
        if here is None:
            break
        if visited and visited[-1]["number"] == here["number"]:
            continue
        visited.append(here)
        known = controls[here["number"]]
        if (known["inMain"] or state.key in FRAME_SHOWN_ON) and changed_pixels(before, page, here) < LEAST_CHANGE:
            invisible.append(here["name"])

    assert [one["number"] for one in visited] == [one["number"] for one in controls], [one["name"] for one in visited]
    assert invisible == []
    in_main = [one for one in controls if one["inMain"]]
    backwards = [(a["name"], b["name"]) for a, b in pairwise(in_main) if goes_back(a, b)]
    assert backwards == []


def test_skip_link_leads_to_the_content(open_state: Callable[..., Page]) -> None:
    page = open_state(BY_KEY["content-leaf"])
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name="Zum Inhalt springen")
    assert link.evaluate("(one) => one === document.activeElement && one.getBoundingClientRect().x >= 0")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('main'))")


@pytest.mark.parametrize("key", [key for key in BY_KEY if key.endswith("-errors")])
def test_error_summary_takes_the_focus_and_leads_to_the_fields(key: str, open_state: Callable[..., Page]) -> None:
    page = open_state(BY_KEY[key])
    summary = page.locator(".error-summary")
    page.wait_for_function("document.activeElement.matches('.error-summary')")
    assert page.title().startswith("Fehler: ")
    for link in summary.locator("a").all():
        target = page.locator(link.get_attribute("href"))
        assert target.count() == 1
        link.click()
        in_field = "(one) => one.contains(document.activeElement) || one.matches(':target')"
        assert target.evaluate(in_field), link.inner_text()


def test_a_failed_form_keeps_what_was_typed(open_state: Callable[..., Page]) -> None:
    page = open_state(BY_KEY["contact-errors"])
    assert page.get_by_label("Ihr Name").input_value() == "Ada Beispiel"
    assert page.get_by_label("Ihre E-Mail-Adresse").input_value() == "keine Adresse"
    page = open_state(BY_KEY["login-errors"])
    assert page.get_by_label("E-Mail-Adresse").input_value() == "niemand@demo.example"


def test_menu_of_a_phone_opens_and_closes_with_the_keyboard(open_state: Callable[..., Page]) -> None:
    page = open_state(BY_KEY["start"], width=320)
    page.get_by_role("button", name="Menü").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText.trim()") == "Schließen"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText.trim()") == "Praxiswissen"
    page.keyboard.press("Escape")
    assert page.locator("#menue").is_hidden()
    assert page.evaluate("document.activeElement.innerText.trim()") == "Menü"
