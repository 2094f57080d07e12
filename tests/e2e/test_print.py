"""Pages that people take along, as Chromium prints them: text at once, nothing over another, numbered, with their address."""

import re
import unicodedata
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.e2e.library_states import LIBRARY, LONG, THIN
from tests.e2e.printed import Run, overlapping, print_page, text_of
from tests.e2e.states import STATES, State

pytestmark = pytest.mark.browser

WITH_TABLE = f"{LIBRARY}gesamtplankonferenz-mit-karten/"
REPORTS = {"longest": LONG, "shortest": THIN, "with-a-table": WITH_TABLE}
LOWER_MARGIN = 62.3  # points, 22 mm
BY_KEY = {state.key: state for state in STATES}
TAKEN_ALONG = (
    *(
        "start",
        "content-section",
        "content-leaf",
        "content-accordion",
        "content-downloads",
        "faq",
        "news-list",
        "news",
    ),
    *("legal-privacy", "legal-easy", "legal-help", "directory", "directory-filtered", "profile", "profile-pilot"),
    *("profile-for-member", "people", "search-results", "library", "library-results", "report-overdue", "criteria"),
    *("report-archived", "glossary", "glossary-entry", "bookmarks", "roles", "desk-people", "desk-log"),
)


@pytest.fixture(params=REPORTS.values(), ids=REPORTS)
def report(request: pytest.FixtureRequest, new_context: Callable[..., BrowserContext]) -> Page:
    page = new_context(color_scheme="dark").new_page()
    page.goto(request.param)
    return page


def baseline_of(sheet: list[Run], words: str) -> float:
    return next(run.y for run in sheet if run.text == words)


def letters(text: str) -> str:
    """Without spaces, line breaks, ligatures and the hyphens of broken words."""
    return re.sub(r"[\s\xad‐-]", "", unicodedata.normalize("NFKC", text))


def assert_is_numbered(sheets: list[list[Run]], address: str) -> None:
    """On each sheet, in its lower margin."""
    for number, sheet in enumerate(sheets, start=1):
        foot = text_of([run for run in sheet if run.y < LOWER_MARGIN])
        assert f"Seite {number} von {len(sheets)}" in foot
        assert address in foot


def test_a_report_begins_with_its_facts_and_its_text_on_page_one(report: Page) -> None:
    facts = report.locator(".key-facts div").evaluate_all(
        "all => all.map((one) => one.innerText.split(/\\s+/).join(' '))"
    )
    first_heading = report.locator(".report-body h2").first.inner_text()
    first_words = report.locator(".report-text").first.inner_text().split()[:8]
    summary = report.locator(".lead").inner_text()
    title = report.locator("h1").inner_text()
    first = text_of(print_page(report)[0])
    assert len(facts) >= 4
    for words in (title, summary, first_heading, " ".join(first_words)):
        assert " ".join(words.split()) in first
    for fact in facts:
        assert all(word in first for word in fact.split()), fact
    assert first.index(facts[0].split()[0]) < first.index(" ".join(first_words))


def test_a_printed_report_shows_no_list_of_contents_and_nothing_to_press(report: Page) -> None:
    runs = [run for sheet in print_page(report) for run in sheet]
    words = [run.text for run in runs]
    titles = report.locator(".report-body h2").all_inner_texts()
    assert [run.text for run in runs if 13 < run.size < 15 and run.text in titles] == titles
    for tool in ("Inhalt", "Merken", "Anmelden, um zu merken", "Was die Stufen bedeuten", "BibTeX"):
        assert tool not in words


def test_a_printed_report_carries_its_permanent_link_and_page_numbers(report: Page) -> None:
    permalink = report.locator(".cite a[href^='/berichte/']").last.inner_text()
    assert re.fullmatch(r"http://localhost:\d+/berichte/\d+/", permalink)
    sheets = print_page(report)
    assert_is_numbered(sheets, permalink)
    assert f"Dauerhafter Link: {permalink}" in text_of(sheets[0])


def test_criteria_are_printed_as_lines_of_a_table_with_their_reasons(report: Page) -> None:
    names = report.locator(".crit-name").all_inner_texts()
    reasons = report.locator(".crit-text dd:not(.stage-meaning)").all_text_contents()
    sheets = print_page(report)
    assert len(names) >= 4
    for name in names:
        sheet = next(sheet for sheet in sheets if any(run.text == name for run in sheet))
        row = [run.text for run in sheet if abs(run.y - baseline_of(sheet, name)) < 2]
        assert any(re.fullmatch(r"Stufe( \d von 4)?", text) for text in row), row
    printed = letters("".join(text_of(sheet) for sheet in sheets))
    for reason in reasons:
        assert letters(reason) in printed


def test_no_words_of_a_printed_report_lie_over_others(report: Page) -> None:
    assert [pair for sheet in print_page(report) for pair in overlapping(sheet)] == []


def test_no_table_that_fits_on_a_page_is_torn(report: Page) -> None:
    sheets = [text_of(sheet) for sheet in print_page(report)]
    for table in report.locator(".report-body table").all():
        rows = [" ".join(row.split()) for row in table.locator("tbody tr").all_inner_texts()]
        assert any(all(row in sheet for row in rows) for sheet in sheets), rows


@pytest.mark.parametrize("state", [BY_KEY[key] for key in TAKEN_ALONG], ids=lambda state: state.key)
def test_what_people_take_along_is_numbered_and_nothing_lies_over_another(
    state: State, open_state: Callable[..., Page]
) -> None:
    page = open_state(state, color_scheme="dark")
    sheets = print_page(page)
    assert [pair for sheet in sheets for pair in overlapping(sheet)] == []
    assert_is_numbered(sheets, "Netzwerk Sozialagenturen · http://localhost:")
    body = [letters(text) for text in page.locator("main p:not(.meta), main li, main tr, main dd").all_inner_texts()]
    first = letters(text_of(sheets[0]))
    assert any(text[:20] in first for text in body if len(text) > 20), "text stands on page one"
