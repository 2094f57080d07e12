"""The Wagtail admin asks no foreign host, whoever works in it. What it prints to the console is its own affair."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.e2e.checks.quiet import Listener
from tests.e2e.states import ADMINISTRATION, EDITOR, OFFICE, SECOND_EDITOR

pytestmark = pytest.mark.browser

SETTLE = 700  # milliseconds: the editor loads its panels and its check after the page


def edit_page(page: Page) -> str:
    """The editor of a page, found as a person would find it: from the list of pages."""
    links = page.locator("a[href*='/redaktion/pages/'][href*='/edit/']")
    return links.first.get_attribute("href") if links.count() else ""


@pytest.mark.parametrize("persona", [EDITOR, SECOND_EDITOR, OFFICE, ADMINISTRATION])
def test_the_admin_asks_no_foreign_host(persona: str, new_context: Callable[..., BrowserContext], portal: str) -> None:
    page = new_context(persona=persona).new_page()
    listener = Listener()
    listener.listen(page)
    answers = {}
    of_editors = ("/redaktion/pages/", "/redaktion/images/", "/redaktion/documents/")
    for path in ("/redaktion/", *(() if persona == ADMINISTRATION else of_editors)):
        answers[path] = page.goto(path).status
        page.wait_for_timeout(SETTLE)
        if path == "/redaktion/pages/" and (editor := edit_page(page)):
            answers[urlsplit(editor).path] = page.goto(editor).status
            page.wait_for_timeout(SETTLE)
    print(f"\n{persona}: {answers}", *sorted({*listener.messages, *listener.failed}), sep="\n  ")

    assert persona == ADMINISTRATION or any(path.endswith("/edit/") for path in answers)
    assert set(answers.values()) == {200}
    asked = {urlsplit(url).netloc for url in listener.requests if not url.startswith(("data:", "blob:"))}
    assert asked == {urlsplit(portal).netloc}
