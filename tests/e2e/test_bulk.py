"""Ticking several rows of a list: the number is announced, all of a page in one step, with and without JavaScript."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.e2e.membership_states import DESK, OFFICE

pytestmark = pytest.mark.browser
LIST = f"{DESK}einladungen/"


def test_the_number_is_announced_and_the_page_ticked_in_place(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(persona=OFFICE).new_page()
    page.goto(LIST)
    count, boxes = page.locator(".bulk [role=status]"), page.locator(".pick input")
    rows = boxes.count()
    assert rows > 2
    expect(count).to_have_text("Kreuzen Sie an, was gemeint ist")
    boxes.first.focus()
    page.keyboard.press("Space")
    expect(count).to_have_text("1 ausgewählt")
    page.get_by_role("button", name="Alle auf dieser Seite auswählen").click()
    expect(count).to_have_text(f"{rows} ausgewählt")
    boxes.last.uncheck()
    expect(count).to_have_text(f"{rows - 1} ausgewählt")
    page.get_by_role("button", name="Alle auf dieser Seite auswählen").click()
    page.get_by_role("button", name="Auswahl aufheben").click()
    expect(count).to_have_text("Nichts ausgewählt")
    assert page.url.endswith(LIST)


def test_without_javascript_a_link_ticks_the_page_and_the_next_one_says_how_many(
    new_context: Callable[..., BrowserContext],
) -> None:
    page = new_context(width=320, persona=OFFICE, java_script_enabled=False).new_page()
    page.goto(LIST)
    boxes = page.locator(".pick input")
    rows = boxes.count()
    page.get_by_role("link", name="Alle auf dieser Seite auswählen").click()
    assert [box.is_checked() for box in boxes.all()] == [True] * rows
    boxes.first.uncheck()
    page.get_by_label("Was soll geschehen?").select_option("Zurückziehen")
    page.get_by_role("button", name="Weiter zur Prüfung").click()
    expect(page.get_by_role("heading", name=f"Das ist gemeint: {rows - 1}")).to_be_visible()
    page.get_by_role("link", name="Zurück zur Liste").click()
    assert boxes.count() == rows  # nothing has happened
