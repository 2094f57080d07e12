"""Lists with filters by keyboard: near results, folded filters, also without JavaScript."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = pytest.mark.browser

LISTS = {
    "library": "/praxiswissen/?q=hilfeplan",
    "search": "/suche/?q=hilfeplan",
    "search-of-a-kind": "/suche/?q=beratung&art=organisationen",
    "directory": "/organisationen/",
}
USED = {
    "library": ("/praxiswissen/?themenfeld=wohnen", "Themenfeld"),
    "search": ("/suche/?q=beratung&traeger=welfare", "Art der Organisation"),
    "directory": ("/organisationen/?art=provider", "Art der Organisation"),
}
FIRST_HIT = "(one) => Boolean(one.closest('.entries'))"


def tab_until(page: Page, condition: str, most: int) -> int:
    """How often Tab is pressed until the focus is where `condition` says."""
    for stops in range(1, most + 1):
        page.keyboard.press("Tab")
        if page.evaluate(f"({condition})(document.activeElement)"):
            return stops
    raise AssertionError(f"not reached with {most} stops")


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("address", LISTS.values(), ids=LISTS)
def test_a_skip_link_leads_to_the_results(
    address: str, width: int, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context(width=width, java_script_enabled=False).new_page()
    page.goto(address)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name="Zu den Ergebnissen springen")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    tab_until(page, "(one) => Boolean(one.closest('#treffer'))", most=1)


@pytest.mark.parametrize("address", LISTS.values(), ids=LISTS)
def test_filters_cost_one_stop_each_until_they_are_opened(
    address: str, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(address)
    facets = page.locator(".facet")
    expect(page.locator(".facet[open]")).to_have_count(0)
    inside = page.locator(".finder-facets :is(input, summary, button)").evaluate_all(
        "all => all.filter((one) => one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })).length"
    )
    assert inside == facets.count() + 1  # and the button
    tab_until(page, FIRST_HIT, most=45)


@pytest.mark.parametrize("with_javascript", [True, False])
@pytest.mark.parametrize(("address", "name"), USED.values(), ids=USED)
def test_the_filters_in_use_stand_open(
    address: str, name: str, with_javascript: bool, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context(java_script_enabled=with_javascript).new_page()
    page.goto(address)
    opened = page.locator(".facet[open] > summary")
    expect(opened).to_have_count(1)
    expect(opened).to_have_text(name)
    expect(page.locator(".facet[open] input:checked")).to_be_visible()


def test_nothing_found_offers_no_way_to_results(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context().new_page()
    for address in ("/praxiswissen/?q=xqzzwy", "/suche/?q=xqzzwy", "/organisationen/?q=xqzzwy"):
        page.goto(address)
        expect(page.get_by_role("link", name="Zu den Ergebnissen springen")).to_have_count(0)
