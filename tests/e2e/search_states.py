"""States of the portal search."""

from playwright.sync_api import Page

from tests.e2e.state import State


def type_slowly(page: Page, words: str) -> None:
    """As a person does, into the first field of the portal search that can be seen."""
    field = page.locator("form[data-suggestions] input[type=search]:visible").first
    field.click()
    field.press_sequentially(words)


def see_suggestions(page: Page) -> None:
    type_slowly(page, "hilfe")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")


def unfold_facets(page: Page) -> None:
    page.locator(".finder-facets details, .finder-facets").evaluate_all(
        "all => all.forEach((one) => { one.open = true; })"
    )


SEARCH_STATES = (
    State("search-start", "/suche/"),
    State("search-results", "/suche/?q=hilfeplan"),
    State("search-page-2", "/suche/?q=hilfeplan&seite=2&sortierung=titel"),
    State("search-filtered", "/suche/?q=beratung&art=organisationen&traeger=welfare&traeger=provider"),
    State("search-facets", "/suche/?q=hilfeplan&thema=fallmanagement", unfold_facets),
    State("search-browsing", "/suche/?art=fragen"),
    State("search-meant", "/suche/?q=hilfepaln"),
    State("search-nothing", "/suche/?q=xqzzwy"),
    State("search-wrong-filter", "/suche/?q=hilfeplan&art=aktuelles&traeger=welfare"),
    State("search-says-nothing", "/suche/?q=der+die"),
    State("search-suggestions", "/", see_suggestions),
    State("search-suggestions-in-head", "/aktuelles/", see_suggestions, widths=(1280,)),
    State("search-plain", "/suche/?q=beratung", unsearchable=True),
    State("search-plain-nothing", "/suche/?q=xqzzwy&art=seiten", unsearchable=True),
)
