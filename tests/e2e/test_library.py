"""The way of somebody who looks for what others did: from the start page to a printed report, by keyboard alone."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from pypdf import PdfReader

from tests.e2e import server

pytestmark = pytest.mark.browser
PRESS = """
from knowledge.models import ReportVersion
from knowledge.tasks import make_pdf

for version in ReportVersion.objects.without_pdf():
    make_pdf(version.pk)
"""


@pytest.fixture(scope="module")
def printed(demo: tuple[Path, int], portal: str) -> None:
    """What the worker has in its queue after the demo is built: the PDFs."""
    server.manage(*demo, "shell", "-c", PRESS)


def words_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def press(page: Page, link) -> None:
    """With the keyboard, as somebody without a mouse."""
    link.focus()
    page.keyboard.press("Enter")


@pytest.mark.usefixtures("printed")
@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("with_javascript", [True, False])
def test_from_the_start_page_to_a_printed_report(
    width: int, with_javascript: bool, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context(persona="mitglied", width=width, java_script_enabled=with_javascript).new_page()
    page.goto("/")
    if width == 320:
        press(page, page.get_by_role("button", name="Menü"))
    press(page, page.get_by_role("link", name="Praxiswissen").first)
    expect(page.locator("h1")).to_have_text("Praxiswissen")
    # Search, with a typing error
    page.get_by_label("Suche in den Praxisberichten").focus()
    page.keyboard.type("Hilfepaln")
    page.keyboard.press("Enter")
    press(page, page.get_by_role("link", name="Hilfeplan", exact=True))
    expect(page.locator("h1")).to_contain_text("für „Hilfeplan“")
    # Filter
    if width == 320:
        press(page, page.locator(".finder-facets > summary"))
    press(page, page.locator(".facet > summary", has_text="Themenfeld"))
    page.get_by_role("checkbox", name="Organisation und Steuerung").focus()
    page.keyboard.press("Space")
    press(page, page.get_by_role("button", name="Anwenden"))
    expect(page.get_by_role("link", name="Organisation und Steuerung entfernen")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    # Read, look up a word, come back
    title = page.locator(".found-title a").first
    name = title.inner_text()
    press(page, title)
    expect(page.locator("h1")).to_have_text(name)
    address = page.url
    press(page, page.locator("a.term").first)
    expect(page).to_have_url(re.compile("/glossar/"))
    page.go_back()
    expect(page).to_have_url(address)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    # Keep it, with a note
    press(page, page.get_by_role("button", name="Merken"))
    page.get_by_label("Eigene Notiz").focus()
    page.keyboard.type("Für die Teamrunde")
    press(page, page.get_by_role("button", name="Speichern"))
    entry = page.locator(".entry", has_text=name)
    expect(entry).to_contain_text("Für die Teamrunde")
    press(page, entry.get_by_role("link", name=name).first)
    # Cite
    expect(page.locator(".citation")).to_contain_text(name)
    with page.expect_download() as download:
        press(page, page.get_by_role("link", name="BibTeX"))
    assert download.value.suggested_filename.endswith(".bib")
    # Take it along. The browser shows the PDF in a viewer of its own, which hands nothing out: the same address, read.
    answer = page.request.get(page.get_by_role("link", name="PDF, Fassung").get_attribute("href"))
    assert answer.headers["content-type"] == "application/pdf"
    assert "Stolpersteine" in words_of(answer.body())
    # On paper
    on_paper = words_of(page.pdf())
    assert "Stolpersteine" in on_paper
    assert "Für die Teamrunde" not in on_paper, "a note is one's own"
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Merken")).to_be_hidden()
    expect(page.get_by_role("heading", name="Stolpersteine")).to_be_visible()
    page.emulate_media(media="screen")
    # Off the list again: the next one who walks this way finds it as it was
    press(page, page.get_by_role("link", name="Auf der Merkliste: Notiz"))
    press(page, page.locator("summary", has_text="Von der Merkliste nehmen"))
    press(page, page.get_by_role("button", name="Bericht und Notiz von der Merkliste nehmen"))
    expect(page.get_by_role("button", name="Merken")).to_be_visible()
