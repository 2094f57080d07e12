"""The browser suite: a real server, a real Chromium. Skipped with a reason where a tool is missing, failed on CI.

Fixtures live as long as this folder's tests: while Playwright runs, its event loop would keep Django's ORM from working
in the tests that follow.
"""

import itertools
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.e2e import server
from tests.e2e.checks import axe
from tests.e2e.states import State

CHROMIUM = os.environ.get("CHROMIUM", "")
ON_CI = os.environ.get("CI", "").lower() == "true"
NAVIGATION_TIMEOUT = 20_000
expect.set_options(timeout=15_000)  # a busy machine is no fault of the page


def missing_tool() -> str:
    if not CHROMIUM:
        return "needs a browser: CHROMIUM=/usr/bin/chromium make test"
    if not Path(CHROMIUM).exists():
        return f"CHROMIUM={CHROMIUM} does not exist: CHROMIUM=/usr/bin/chromium make test"
    if not axe.SOURCE.exists():
        return "needs the npm packages axe-core and vnu-jar: make browser-tools"
    return ""


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    if "browser" in item.keywords and (missing := missing_tool()):
        if ON_CI:
            pytest.fail(missing, pytrace=False)
        pytest.skip(missing)


@pytest.fixture(scope="package")
def demo(tmp_path_factory: pytest.TempPathFactory, shared_folder: Path) -> tuple[Path, int]:
    """Folder of a demo, and the port that its content names."""
    folder, port = tmp_path_factory.mktemp("portal"), server.free_port()
    server.copy_demo(folder, port, shared_folder)
    return folder, port


@pytest.fixture(scope="package")
def portal(demo: tuple[Path, int]) -> Iterator[str]:
    """Address of a running portal with the demo's content."""
    with server.running(*demo) as address:
        yield address


@pytest.fixture(scope="package")
def unsearchable_portal(demo: tuple[Path, int], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same portal, whose search engine has lost its index."""
    empty = str(tmp_path_factory.mktemp("no-index"))
    with server.running(demo[0], server.free_port(), SEARCH_DIR=empty) as address:
        yield address


@pytest.fixture(scope="package")
def broken_portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a portal whose database is empty: every page of it ends in an error."""
    with server.running(tmp_path_factory.mktemp("broken"), server.free_port()) as address:
        yield address


@pytest.fixture(scope="package")
def guarded_portal(tmp_path_factory: pytest.TempPathFactory, shared_folder: Path) -> Iterator[str]:
    """Address of a portal that asks for second factors, as production does."""
    folder, port = tmp_path_factory.mktemp("guarded"), server.free_port()
    server.copy_demo(folder, port, shared_folder)
    with server.running(folder, port, DEMO_SECOND_FACTOR="1") as address:
        yield address


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="package")
def addresses() -> Iterator[str]:
    """Each browser comes from an address of its own, so that no rate limit of one test reaches the next."""
    return (f"10.{os.getpid() % 250}.{number // 250}.{number % 250 + 1}" for number in itertools.count())


@pytest.fixture(scope="package")
def cookies_of(browser: Browser, portal: str) -> Callable[[str], dict]:
    """The cookies of a persona, logged in once with the button of the demo."""
    known: dict[str, dict] = {}

    def log_in(persona: str) -> dict:
        if persona not in known:
            context = browser.new_context(base_url=portal, locale="de-DE")
            page = context.new_page()
            page.goto("/konto/anmelden/")
            with page.expect_navigation():
                page.locator(f"form[action$='/{persona}/'] button").click()
            known[persona] = context.storage_state()
            context.close()
        return known[persona]

    return log_in


@pytest.fixture
def new_context(
    browser: Browser,
    request: pytest.FixtureRequest,
    addresses: Iterator[str],
    cookies_of: Callable[[str], dict],
) -> Iterator[Callable[..., BrowserContext]]:
    """A browser window of its own: new_context(persona="mitglied", width=320, java_script_enabled=False, …)."""
    made: list[BrowserContext] = []

    def build(persona: str = "", width: int = 1280, at: str = "portal", **options: object) -> BrowserContext:
        base_url = request.getfixturevalue(at)
        context = browser.new_context(
            base_url=base_url,
            locale="de-DE",
            timezone_id="Europe/Berlin",
            viewport={"width": width, "height": 900},
            extra_http_headers={"X-Forwarded-For": next(addresses)},
            storage_state=cookies_of(persona) if persona else None,
            **options,
        )
        context.set_default_timeout(NAVIGATION_TIMEOUT)
        made.append(context)
        return context

    yield build
    for context in made:
        context.close()


@pytest.fixture
def open_state(new_context: Callable[..., BrowserContext]) -> Callable[..., Page]:
    """Go to a state as its person: open_state(state, width=320, color_scheme="dark", bypass_csp=True, …)."""

    def go(state: State, prepare: Callable[[Page], None] | None = None, **options: object) -> Page:
        context = new_context(persona=state.persona, at=state.portal, **options)
        page = context.new_page()
        if prepare:
            prepare(page)
        return state.reach(page)

    return go
