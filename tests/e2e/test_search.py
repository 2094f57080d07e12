"""The search as somebody uses it: with a keyboard, with a finger, without JavaScript, on a phone."""

import contextlib
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Error, Page, Route, expect

from tests.e2e.search_states import type_slowly

pytestmark = pytest.mark.browser

FIELD = "form[data-suggestions] input[type=search]:visible"


def field_of(page: Page):
    return page.locator(FIELD).first


def options(page: Page):
    return page.get_by_role("option")


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("with_javascript", [True, False])
def test_from_a_typing_error_to_reading(
    width: int, with_javascript: bool, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context(width=width, java_script_enabled=with_javascript).new_page()
    page.goto("/")
    field_of(page).focus()
    page.keyboard.type("Hilfepaln")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("für „Hilfepaln“")
    page.locator(".meant a").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("für „Hilfeplan“")
    page.locator("a.tab", has_text="Aktuelles").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".tab[aria-current]")).to_contain_text("Aktuelles")
    if width == 320:
        page.locator(".finder-facets > summary").focus()
        page.keyboard.press("Enter")
    page.locator(".facet > summary", has_text="Rubrik der Nachricht").focus()
    page.keyboard.press("Enter")
    page.locator(".facet input[type=checkbox]:enabled").first.focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Anwenden").focus()
    page.keyboard.press("Enter")
    chosen = page.get_by_role("link", name=re.compile(r"^Rubrik der Nachricht: .+ entfernen"))
    expect(chosen).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    title = page.locator(".found-title a").first
    name = title.inner_text()
    title.focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(name)
    page.go_back()
    expect(chosen).to_be_visible()


def test_suggestions_are_walked_with_arrows_and_opened_with_enter(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context().new_page()
    page.goto("/")
    type_slowly(page, "hilfe")
    field = field_of(page)
    expect(options(page).first).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("status")).to_contain_text(re.compile(r"^\d Vorschläge"))
    assert field.get_attribute("aria-activedescendant") is None  # nothing is chosen for anybody
    page.keyboard.press("ArrowUp")
    expect(options(page).last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(page.locator("[aria-selected=true]")).to_have_count(0)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    chosen = options(page).nth(1)
    expect(chosen).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", chosen.get_attribute("id") or "")
    expect(field).to_be_focused()
    expect(field).to_have_value("hilfe")
    title = chosen.locator("span").first.inner_text()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(title)


def test_escape_closes_the_suggestions_and_keeps_what_was_typed(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context().new_page()
    page.goto("/aktuelles/")  # the field in the head
    type_slowly(page, "hilfe")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field_of(page)).to_have_value("hilfe")
    expect(field_of(page)).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("für „hilfe“")


def test_leaving_the_field_closes_the_suggestions(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context().new_page()
    page.goto("/")
    type_slowly(page, "hilfe")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_suggestions_move_nothing_and_open_with_a_finger(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(width=320, has_touch=True, is_mobile=True).new_page()
    page.goto("/")
    height = page.evaluate("document.querySelector('main').offsetHeight")
    field_of(page).tap()
    type_slowly(page, "hilfe")
    expect(options(page).first).to_be_visible()
    assert page.evaluate("document.querySelector('main').offsetHeight") == height
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    title = options(page).nth(1).locator("span").first.inner_text()
    options(page).nth(1).tap()
    expect(page.locator("h1")).to_have_text(title)


def test_a_late_answer_to_an_old_question_is_not_shown(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context().new_page()
    page.goto("/")
    held: list[Route] = []

    def answer(route: Route) -> None:
        if "q=hi&" in f"{route.request.url}&":
            held.append(route)
        else:
            route.fulfill(json={"suggestions": [{"title": "Die neue Antwort", "url": "/hilfe/", "kind": "Seiten"}]})

    page.route("**/suche/vorschlaege/**", answer)
    field_of(page).click()
    with page.expect_request("**/suche/vorschlaege/?q=hi&*"):
        page.keyboard.type("hi")
    page.keyboard.type("lfe")
    expect(options(page)).to_have_text(["Die neue Antwort Seiten"])
    assert len(held) == 1
    with contextlib.suppress(Error):  # the browser has called the request off: all the better
        held[0].fulfill(json={"suggestions": [{"title": "Die alte Antwort", "url": "/", "kind": "Seiten"}]})
    page.wait_for_load_state("networkidle")
    expect(options(page)).to_have_text(["Die neue Antwort Seiten"])


def test_where_no_suggestion_comes_the_form_still_works(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context().new_page()
    page.goto("/")
    page.route("**/suche/vorschlaege/**", lambda route: route.abort())
    type_slowly(page, "hilfeplan")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("für „hilfeplan“")


def test_on_a_phone_the_head_leads_to_the_search(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(width=320).new_page()
    page.goto("/aktuelles/")
    page.get_by_role("link", name="Suche", exact=True).click()
    expect(page.locator("h1")).to_have_text("Suche")
    box = page.locator(".head-find").bounding_box()
    assert box and box["width"] >= 24 and box["height"] >= 24


def test_the_browser_keeps_nothing_of_what_was_searched(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context().new_page()
    page.goto("/")
    type_slowly(page, "hilfe")
    expect(options(page).first).to_be_visible()
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert page.context.cookies() == []
