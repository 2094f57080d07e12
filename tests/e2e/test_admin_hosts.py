"""The Wagtail admin asks no foreign host, whoever works in it. What it prints to the console is its own affair."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext

from tests.e2e.states import ADMINISTRATION, EDITOR, OFFICE, SECOND_EDITOR
from tests.e2e.test_quiet import Ears

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("persona", [EDITOR, SECOND_EDITOR, OFFICE, ADMINISTRATION])
def test_the_admin_asks_no_foreign_host(persona: str, new_context: Callable[..., BrowserContext], portal: str) -> None:
    page = new_context(persona=persona).new_page()
    ears = Ears()
    ears.listen(page)
    assert page.goto("/redaktion/").status == 200
    page.wait_for_load_state("networkidle")
    links = page.locator("a[href]").evaluate_all("found => found.map((link) => link.getAttribute('href'))")
    edit = page.request.get("/redaktion/pages/").url
    visited = ["/redaktion/", edit]
    for path in (edit, "/redaktion/images/", "/redaktion/documents/", *_first_edit_page(page, portal)):
        answer = page.goto(path)
        page.wait_for_load_state("networkidle")
        visited.append(f"{path} {answer.status}")
    assert {urlsplit(link).netloc for link in links if link.startswith("http")} <= {urlsplit(portal).netloc}
    asked = {urlsplit(url).netloc for url in ears.requests if not url.startswith(("data:", "blob:"))}
    print(f"\n{persona}: {visited}\n" + "\n".join(sorted(set(ears.messages + ears.failed))))
    assert asked == {urlsplit(portal).netloc}


def _first_edit_page(page, portal: str) -> list[str]:
    """The editor of a page that this person may edit, found as a person would: from the list of pages."""
    page.goto("/redaktion/pages/")
    page.wait_for_load_state("networkidle")
    found = page.locator("a[href*='/edit/']").evaluate_all("all => all.map((link) => link.getAttribute('href'))")
    return [link.removeprefix(portal) for link in found if "/pages/" in link][:1]
