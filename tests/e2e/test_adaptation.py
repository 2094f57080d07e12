"""Paper: what is folded away on a screen is printed."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

pytestmark = pytest.mark.browser


def test_closed_answers_are_printed(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context().new_page()
    page.goto("/das-netzwerk/haeufige-fragen/")
    answer = page.locator("details .prose p").first
    assert not answer.is_visible()
    page.emulate_media(media="print")
    expect(answer).to_be_visible()


def test_pages_become_pdf_files(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(color_scheme="dark").new_page()
    for path in ("/", "/steuerung-vor-ort/fachcontrolling/", "/das-netzwerk/haeufige-fragen/"):
        page.goto(path)
        assert page.pdf(format="A4").startswith(b"%PDF-")
