"""Wagtail's own checker, which speaks in the userbar of editors."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext

from tests.e2e.states import EDITOR

pytestmark = pytest.mark.browser

CHECKER_NEEDS = 1200  # milliseconds until it has spoken


def test_wagtails_own_checker_marks_nothing_in_our_templates(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(persona=EDITOR).new_page()
    marked = []
    for path in ("/", "/die-sozialagentur/", "/aktuelles/portal-startet/", "/kontakt/"):
        page.goto(path)
        page.wait_for_timeout(CHECKER_NEEDS)
        marks = page.locator("wagtail-inline-userbar").evaluate_all("all => all.map((one) => ({ ...one.dataset }))")
        marked += [(path, mark) for mark in marks]
    assert marked == []
