"""The whole way in a browser with a security key: enrol because one must, log in with code, passkey, recovery code."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.second_factor_states import (
    LOGIN,
    OVERVIEW,
    add_passkey,
    come_in,
    confirm_if_asked,
    plug_in_key,
    set_up_app,
)
from tests.factories.totp import code_of

pytestmark = pytest.mark.browser

WHO, WITHOUT_SCRIPT = "redaktion", "administration"


@pytest.fixture
def window(new_context: Callable[..., BrowserContext]) -> Callable[..., Page]:
    return lambda **options: new_context(at="guarded_portal", **options).new_page()


def leave(page: Page) -> None:
    page.goto("/konto/abmelden/")
    with page.expect_navigation():
        page.get_by_role("button", name="Abmelden").click()


def log_in_by_passkey(page: Page) -> None:
    page.goto(LOGIN)
    with page.expect_navigation(url="**/mein-bereich/"):
        page.get_by_role("button", name="Mit Passkey anmelden").click()


def test_an_editor_enrols_a_passkey_and_comes_in_with_it_alone(window: Callable[..., Page]) -> None:
    page = window()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    plug_in_key(page)
    come_in(page, WHO)
    expect(page.get_by_text("Bitte richten Sie jetzt einen zweiten Faktor ein")).to_be_visible()
    page.goto("/redaktion/")
    assert page.url.endswith(OVERVIEW)

    add_passkey(page)
    expect(page.locator("h1")).to_have_text("Ihre Notfallcodes")
    recovery_code = page.locator(".codes .key").first.inner_text()
    page.goto("/redaktion/")
    assert page.url.endswith("/redaktion/")

    page.goto("/")
    leave(page)
    log_in_by_passkey(page)
    page.goto("/redaktion/")
    assert page.url.endswith("/redaktion/")

    leave(page)
    come_in(page, WHO)
    with page.expect_navigation(url="**/mein-bereich/"):
        page.get_by_role("button", name="Passkey benutzen").click()

    leave(page)
    come_in(page, WHO)
    page.get_by_label("Code", exact=True).fill(recovery_code)
    with page.expect_navigation(url="**/mein-bereich/"):
        page.get_by_role("button", name="Anmelden", exact=True).click()
    assert said == []


def test_a_key_that_verifies_nobody_is_refused_with_a_sentence(window: Callable[..., Page]) -> None:
    page = window()
    plug_in_key(page, isUserVerified=False)
    page.goto(LOGIN)
    come_in(page, WITHOUT_SCRIPT)
    page.goto(f"{OVERVIEW}passkeys/neu/")
    confirm_if_asked(page)
    page.get_by_role("button", name="Passkey einrichten").click()
    expect(page.locator("[data-passkey-says]")).to_contain_text("Abgebrochen, oder es hat zu lange gedauert")
    expect(page.get_by_role("button", name="Passkey einrichten")).to_be_enabled()


def test_everything_but_passkeys_works_without_javascript(window: Callable[..., Page]) -> None:
    page = window(java_script_enabled=False)
    come_in(page, WITHOUT_SCRIPT)
    page.goto(f"{OVERVIEW}passkeys/neu/")
    confirm_if_asked(page)
    expect(page.get_by_text("Das kann dieser Browser gerade nicht")).to_be_visible()
    expect(page.get_by_role("button", name="Passkey einrichten")).to_be_hidden()
    secret = set_up_app(page)
    leave(page)
    page.goto(LOGIN)
    expect(page.get_by_role("button", name="Mit Passkey anmelden")).to_be_hidden()
    come_in(page, WITHOUT_SCRIPT)
    page.get_by_label("Code", exact=True).fill(code_of(secret, 1))
    with page.expect_navigation():
        page.get_by_role("button", name="Anmelden", exact=True).click()
    assert page.url.endswith("/mein-bereich/")
