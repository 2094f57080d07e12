"""What the keyboard does on single pages."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.e2e.states import STATES

pytestmark = pytest.mark.browser

BY_KEY = {state.key: state for state in STATES}


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
    assert page.evaluate("document.activeElement.innerText.trim()") == "Grundlagen"
    page.keyboard.press("Escape")
    assert page.locator("#menue").is_hidden()
    assert page.evaluate("document.activeElement.innerText.trim()") == "Menü"
