"""No page speaks to the console, breaks the policy, asks a foreign host or scrolls sideways on a phone."""

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response

from tests.e2e.states import EDITOR, STATES, State

pytestmark = pytest.mark.browser

CHECKER_NEEDS = 1200  # milliseconds until Wagtail's checker in the userbar has spoken
LOAD_PICTURES = """() => {
    document.querySelectorAll('img').forEach((picture) => { picture.loading = 'eager'; });
    return Promise.all([...document.images].map((picture) => picture.decode().catch(() => null)));
}"""
SIDEWAYS = """() => {
    window.scrollTo(400, 0);
    const moved = window.scrollX;
    window.scrollTo(0, 0);
    return moved || Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth);
}"""


@dataclass
class Ears:
    """Listens to everything a page does."""

    messages: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    documents: list[Response] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        page.on("console", self.on_console)
        page.on("pageerror", lambda error: self.messages.append(f"page error: {error}"))
        page.on("request", self.on_request)
        page.on("requestfailed", self.on_failure)
        page.on("response", self.on_response)

    def on_console(self, message: ConsoleMessage) -> None:
        self.messages.append(f"{message.type}: {message.text} ({message.location.get('url', '')})")

    def on_request(self, request: Request) -> None:
        self.requests.append(request.url)

    def on_failure(self, request: Request) -> None:
        """A browser drops what it no longer needs (another width, enough of a film, the next page): no failure."""
        if request.failure != "net::ERR_ABORTED":
            self.failed.append(f"{request.url}: {request.failure}")

    def on_response(self, response: Response) -> None:
        if response.request.is_navigation_request():
            self.documents.append(response)
        elif response.status >= 400:
            self.failed.append(f"{response.url}: {response.status}")


def unexpected(messages: list[str], state: State) -> list[str]:
    """The browser itself notes an error status. Nothing else may speak."""
    if state.status < 400:
        return messages
    return [text for text in messages if f"the server responded with a status of {state.status} " not in text]


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.key)
def test_page_is_quiet_stays_at_home_stores_nothing_and_fits_a_phone(
    state: State, open_state: Callable[..., Page], portal: str, request: pytest.FixtureRequest
) -> None:
    ears = Ears()
    page = open_state(state, prepare=ears.listen)
    page.evaluate(LOAD_PICTURES)
    wide = []
    for width in sorted(state.widths):
        page.set_viewport_size({"width": width, "height": 800})
        wide.append(page.evaluate(SIDEWAYS))
    page.emulate_media(color_scheme="dark")
    page.evaluate(LOAD_PICTURES)
    home = urlsplit(request.getfixturevalue(state.portal)).netloc

    assert ears.documents[-1].status == state.status
    assert "content-security-policy" in ears.documents[-1].headers
    assert unexpected(ears.messages, state) == []
    assert ears.failed == []
    assert {urlsplit(url).netloc for url in ears.requests if not url.startswith("data:")} == {home}
    assert wide == [0] * len(wide)
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert {cookie["name"] for cookie in page.context.cookies()} <= {"csrftoken", "sessionid", "messages"}


def test_wagtails_own_checker_marks_nothing_in_our_templates(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(persona=EDITOR).new_page()
    marked = []
    for path in ("/", "/die-sozialagentur/", "/aktuelles/portal-startet/", "/kontakt/"):
        page.goto(path)
        page.wait_for_timeout(CHECKER_NEEDS)
        marks = page.locator("wagtail-inline-userbar").evaluate_all("all => all.map((one) => ({ ...one.dataset }))")
        marked += [(path, mark) for mark in marks]
    assert marked == []
