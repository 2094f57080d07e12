"""Pages of the second factor, and the ways to them: in a portal that asks for it, as production does."""

import re

from playwright.sync_api import Browser, Page, expect

from netzwerk.members.demo.personas import PASSWORD
from tests.e2e.state import State, send
from tests.factories.totp import code_of

NEW, ENROLLED = "redaktion2", "geschaeftsstelle"  # who still has to enrol here, and who has
LOGIN, OVERVIEW = "/konto/anmelden/", "/konto/sicherheit/"
SESSIONS: dict[str, list] = {}  # cookies of who has enrolled, by portal
VIRTUAL_KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def plug_in_key(page: Page, **options: bool) -> None:
    """A security key in the browser, which touches and verifies by itself."""
    tools = page.context.new_cdp_session(page)
    tools.send("WebAuthn.enable")
    tools.send("WebAuthn.addVirtualAuthenticator", {"options": VIRTUAL_KEY | options})


def come_in(page: Page, persona: str) -> None:
    page.goto(LOGIN)
    with page.expect_navigation():
        page.locator(f"form[action$='/{persona}/'] button").click()


def confirm_if_asked(page: Page) -> None:
    if "/konto/bestaetigen/" in page.url:
        page.get_by_label("Passwort").fill(PASSWORD)
        send(page)


def open_sensitive(page: Page, address: str) -> None:
    page.goto(address)
    confirm_if_asked(page)


def secret_on(page: Page) -> str:
    return re.sub(r"\s", "", page.locator(".key").inner_text())


def set_up_app(page: Page) -> str:
    open_sensitive(page, f"{OVERVIEW}app/einrichten/")
    secret = secret_on(page)
    page.get_by_label("Code aus der App").fill(code_of(secret))
    send(page)
    expect(page.locator("h1")).to_have_text("Ihre Notfallcodes")
    return secret


def add_passkey(page: Page, name: str = "Diensthandy") -> None:
    open_sensitive(page, f"{OVERVIEW}passkeys/neu/")
    page.get_by_label("Name des Passkeys").fill(name)
    with page.expect_navigation():
        page.get_by_role("button", name="Passkey einrichten").click()


def enrol_once(browser: Browser, portal: str) -> list:
    if portal not in SESSIONS:
        context = browser.new_context(base_url=portal, extra_http_headers={"X-Forwarded-For": "10.255.0.1"})
        page = context.new_page()
        plug_in_key(page)
        come_in(page, ENROLLED)
        set_up_app(page)
        add_passkey(page)
        SESSIONS[portal] = context.cookies()
        context.close()
    return SESSIONS[portal]


def before_enrolling(address: str):
    def act(page: Page) -> None:
        come_in(page, NEW)
        open_sensitive(page, address)

    return act


def enrolled(address: str):
    def act(page: Page) -> None:
        portal = page.url.partition("/konto/")[0]
        page.context.add_cookies(enrol_once(page.context.browser, portal))
        open_sensitive(page, address)

    return act


def mistype_first_code(page: Page) -> None:
    before_enrolling(f"{OVERVIEW}app/einrichten/")(page)
    page.get_by_label("Code aus der App").fill("keiner")
    send(page)


def stand_at_second_step(page: Page) -> None:
    enrol_once(page.context.browser, page.url.partition("/konto/")[0])
    come_in(page, ENROLLED)


def mistype_code(page: Page) -> None:
    stand_at_second_step(page)
    page.get_by_label("Code", exact=True).fill("keiner")
    with page.expect_navigation():
        page.get_by_role("button", name="Anmelden", exact=True).click()


def open_first(kind: str):
    def act(page: Page) -> None:
        enrolled(f"{OVERVIEW}passkeys/")(page)
        with page.expect_navigation():
            page.get_by_role("link", name=kind).first.click()
        confirm_if_asked(page)

    return act


SECOND_FACTOR_STATES = tuple(
    State(f"second-factor-{key}", LOGIN, act, guarded=True)
    for key, act in {
        "demanded": before_enrolling(OVERVIEW),
        "app": before_enrolling(f"{OVERVIEW}app/einrichten/"),
        "app-errors": mistype_first_code,
        "passkey": before_enrolling(f"{OVERVIEW}passkeys/neu/"),
        "no-passkeys": before_enrolling(f"{OVERVIEW}passkeys/"),
        "overview": enrolled(OVERVIEW),
        "codes": enrolled(f"{OVERVIEW}notfallcodes/"),
        "codes-new": enrolled(f"{OVERVIEW}notfallcodes/neu/"),
        "passkeys": enrolled(f"{OVERVIEW}passkeys/"),
        "passkey-rename": open_first("Umbenennen"),
        "passkey-remove": open_first("Entfernen"),
        "app-remove": enrolled(f"{OVERVIEW}app/entfernen/"),
        "confirm-code": enrolled(f"{OVERVIEW}bestaetigen/"),
        "confirm-passkey": enrolled(f"{OVERVIEW}passkeys/bestaetigen/"),
        "step": stand_at_second_step,
        "step-errors": mistype_code,
    }.items()
)
