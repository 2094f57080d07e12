"""A report on screen: summary, facts, contents, text, then criteria and classification; the text begins soon on a phone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

pytestmark = pytest.mark.browser

REPORT = "/praxiswissen/hilfeplan-eine-seite-statt-zwoelf/"
PARTS = (".lead", ".key-facts", ".report-contents", ".report-body h2", ".crit", "#einordnung")
LATEST_TEXT = 1_400  # pixels from the top on a phone: less than two screens


def box(one: Locator) -> dict[str, float]:
    found = one.first.bounding_box()
    assert found is not None, one
    return found


def open_report(new_context: Callable[..., BrowserContext], width: int, **options: object) -> Page:
    page = new_context(width=width, **options).new_page()
    page.goto(REPORT)
    return page


@pytest.mark.parametrize("with_javascript", [True, False])
@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_the_text_begins_after_summary_facts_and_contents(
    width: int, with_javascript: bool, new_context: Callable[..., BrowserContext]
) -> None:
    page = open_report(new_context, width, java_script_enabled=with_javascript)
    tops = [box(page.locator(part))["y"] for part in PARTS]
    assert tops == sorted(tops), dict(zip(PARTS, tops, strict=True))
    assert box(page.locator(".report-text"))["y"] < LATEST_TEXT + (100 if width == 320 else 0)
    expect(page.locator(".report-contents nav a").first).to_be_hidden()
    page.locator(".report-contents > summary").click()
    expect(page.locator(".report-contents nav a").first).to_be_visible()


def test_on_a_wide_screen_the_contents_stand_beside_the_text_and_stay_in_view(
    new_context: Callable[..., BrowserContext],
) -> None:
    page = open_report(new_context, 1280)
    contents, text = page.locator(".report-contents nav"), page.locator(".report-body")
    assert abs(box(contents)["y"] - box(text)["y"]) < 40
    assert box(contents)["x"] + box(contents)["width"] < box(text)["x"]
    last = page.locator(".report-body h2", has_text="Übertragbarkeit")
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport()
    expect(contents.get_by_role("link", name="Ausgangslage")).to_be_in_viewport()


@pytest.mark.parametrize("width", [390, 1280])
def test_a_criterion_is_one_short_row_until_it_is_opened(
    width: int, new_context: Callable[..., BrowserContext]
) -> None:
    page = open_report(new_context, width)
    rows = page.locator(".crit")
    assert rows.count() >= 4
    expect(page.locator(".crit[open]")).to_have_count(0)
    heights = [row.bounding_box()["height"] for row in rows.all()]
    assert max(heights) < (110 if width == 390 else 60), heights
    rows.first.locator("summary").click()
    expect(rows.first.locator(".crit-text")).to_be_visible()
