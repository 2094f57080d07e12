"""The side navigation of "Mein Bereich" folds on a phone, without JavaScript, and stands open on a wide screen."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.e2e.states import MEMBER

pytestmark = pytest.mark.browser


def test_the_navigation_folds_on_a_phone_with_the_place_in_its_label(
    new_context: Callable[..., BrowserContext],
) -> None:
    page = new_context(width=320, java_script_enabled=False, persona=MEMBER).new_page()
    page.goto("/merkliste/")
    label, link = page.locator(".area-nav > summary"), page.locator(".area-nav a", has_text="Mitteilungen")
    expect(label).to_have_text("Mein Bereich: Merkliste")
    expect(link).to_be_hidden()
    label.click()
    expect(link).to_be_visible()
    page.reload()
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(label).to_be_hidden()
    expect(link).to_be_visible()
    expect(page.locator(".area-nav [aria-current=page]")).to_have_text("Merkliste")
