"""No page speaks to the console, breaks the policy, asks a foreign host, stores anything or scrolls sideways on a phone."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request, Response

from tests.e2e.state import State

OWN_COOKIES = {"csrftoken", "sessionid", "messages"}
LOAD_PICTURES = """() => {
    document.querySelectorAll('img').forEach((picture) => { picture.loading = 'eager'; });
    return Promise.all([...document.images].map((picture) => picture.decode().catch(() => null)));
}"""
# How far the page can be scrolled to the right, in CSS pixels.
SIDEWAYS = """() => {
    window.scrollTo(400, 0);
    const moved = window.scrollX;
    window.scrollTo(0, 0);
    return moved || Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth);
}"""


@dataclass
class Listener:
    """What a page says to the console, asks of the network and is answered."""

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


def findings(listener: Listener, page: Page, state: State) -> Iterator[str]:
    """What a page did that it should not, from its first request until now."""
    document = listener.documents[-1]
    if document.status != state.status:
        yield f"answered {document.status} instead of {state.status}"
    if "content-security-policy" not in document.headers:
        yield "no Content-Security-Policy"
    yield from unexpected(listener.messages, state)
    yield from listener.failed
    home = urlsplit(listener.requests[0]).netloc  # not of where the page may have led meanwhile
    yield from (url for url in listener.requests if not url.startswith("data:") and urlsplit(url).netloc != home)
    if any(stored := page.evaluate("[localStorage.length, sessionStorage.length]")):
        yield f"stored in the browser (local, session): {stored}"
    cookies = {cookie["name"] for cookie in page.context.cookies()}
    yield from (f"cookie {name}" for name in cookies - OWN_COOKIES)


def scrolls_sideways(page: Page) -> Iterator[str]:
    if wide := page.evaluate(SIDEWAYS):
        yield f"scrolls {wide} px sideways"
