"""Every state of every page that a person can meet, and the way to it. All modules of this folder walk this list."""

import itertools

from playwright.sync_api import Page

from tests.e2e.calendar_states import CALENDAR_STATES
from tests.e2e.hours_states import HOURS_STATES
from tests.e2e.library_states import LIBRARY_STATES
from tests.e2e.membership_states import MEMBERSHIP_STATES
from tests.e2e.search_states import SEARCH_STATES
from tests.e2e.second_factor_states import SECOND_FACTOR_STATES
from tests.e2e.state import State, send
from tests.e2e.workshop_states import WORKSHOP_STATES

MEMBER, EDITOR, SECOND_EDITOR, OFFICE, ADMINISTRATION = (
    "mitglied",
    "redaktion",
    "redaktion2",
    "geschaeftsstelle",
    "administration",
)
PERSONAS = (MEMBER, EDITOR, SECOND_EDITOR, OFFICE, ADMINISTRATION)
LOGINS_PER_MINUTE = 30  # ACCOUNT_RATE_LIMITS["login"]
NEVER_LOGGED_IN = "fallmanagement"  # a login would end the link to a new password
NUMBERS = itertools.count(1)
LINKS: dict[str, str] = {}  # of new passwords, by portal


def send_wrong_contact(page: Page) -> None:
    page.get_by_label("Ihr Name").fill("Ada Beispiel")
    page.get_by_label("Ihre E-Mail-Adresse").fill("keine Adresse")
    send(page)


def send_wrong_login(page: Page) -> None:
    page.get_by_label("E-Mail-Adresse").fill("niemand@demo.example")
    page.get_by_label("Passwort", exact=True).fill("falsch geraten")
    send(page)


def ask_for_new_password(page: Page, email: str = "") -> None:
    """For an address of its own each time: three requests per minute are all that one address gets."""
    page.get_by_label("E-Mail").fill(email or f"person-{next(NUMBERS)}@demo.example")
    send(page)


def open_first_mail(page: Page) -> None:
    with page.expect_navigation():
        page.locator(".news-title a").first.click()


def ask_and_open_outbox(page: Page) -> None:
    ask_for_new_password(page)
    page.goto("/demo/postausgang/")


def ask_and_open_mail(page: Page) -> None:
    ask_and_open_outbox(page)
    open_first_mail(page)


def ask_and_follow_link(page: Page) -> None:
    """The link is good until it is used: it is asked for once per portal."""
    portal = page.url.partition("/konto/")[0]
    if portal not in LINKS:
        ask_for_new_password(page, f"{NEVER_LOGGED_IN}@demo.example")
        page.goto("/demo/postausgang/")
        open_first_mail(page)
        LINKS[portal] = page.locator(".letter a").first.get_attribute("href") or ""
    page.goto(LINKS[portal])


def ask_follow_and_mistype(page: Page) -> None:
    ask_and_follow_link(page)
    for field in page.locator("input[type=password]").all():
        field.fill("kurz")
    send(page)


def send_without_token(page: Page) -> None:
    page.context.clear_cookies()
    send(page)


def log_in_too_often(page: Page) -> None:
    """Use up the limit in the background, then run into it with the form."""
    token = page.locator("input[name=csrfmiddlewaretoken]").first.input_value()
    for _attempt in range(LOGINS_PER_MINUTE + 1):
        if page.request.post(page.url, form={"csrfmiddlewaretoken": token}).status == 429:
            break
    send(page)


def log_out(page: Page) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name="Als Mitglied anmelden").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Abmelden").click()


def open_menu(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.get_by_role("button", name="Menü").click()
    page.locator(".sub > summary").last.click()


def open_second_level(page: Page) -> None:
    """The one that lies over no text: axe does not judge text below something."""
    page.locator(".sub > summary", has_text="Praxiswissen").click()


def open_account(page: Page) -> None:
    page.locator(".fly > summary").click()


def open_first_cluster(page: Page) -> None:
    link = page.locator("a.pin-several").first.get_attribute("href")
    page.goto(f"/organisationen/{link}")


def unfold(page: Page) -> None:
    """Open what folds away on a phone; axe takes what stands in a closed fold for hidden, although wide screens show it."""
    page.locator(".fold, .facet").evaluate_all("all => all.forEach((one) => { one.open = true; })")


STATES = (
    State("start", "/"),
    State("content-section", "/die-sozialagentur/"),
    State("content-leaf", "/steuerung-vor-ort/fachcontrolling/"),
    State("content-image", "/fallmanagement/netzwerkkarte/"),
    State("content-downloads", "/fallmanagement/vorlagen/"),
    State("content-accordion", "/das-netzwerk/geschaeftsstelle/"),
    State("content-for-editor", "/die-sozialagentur/leitbild/", persona=EDITOR),
    State("news-for-editor", "/aktuelles/portal-startet/", persona=EDITOR),
    State("news-list", "/aktuelles/"),
    State("news-list-page-2", "/aktuelles/?seite=2"),
    State("news-of-topic", "/aktuelles/?thema=steuerung"),
    State("news", "/aktuelles/werkstatttag-erstgespraech/"),
    State("faq", "/das-netzwerk/haeufige-fragen/"),
    State("contact", "/kontakt/"),
    State("contact-errors", "/kontakt/", send_wrong_contact, status=422),
    State("contact-sent", "/kontakt/?gesendet=1"),
    State("barrier", "/barriere-melden/"),
    State("barrier-errors", "/barriere-melden/", send, status=422),
    State("legal-imprint", "/impressum/"),
    State("legal-privacy", "/datenschutz/"),
    State("legal-accessibility", "/barrierefreiheit/"),
    State("legal-easy", "/leichte-sprache/"),
    State("legal-sign", "/gebaerdensprache/"),
    State("legal-help", "/hilfe/"),
    State("login", "/konto/anmelden/"),
    State("login-errors", "/konto/anmelden/", send_wrong_login),
    State("logout", "/konto/abmelden/", persona=MEMBER),
    State("logged-out", "/konto/anmelden/", log_out),
    State("account-inactive", "/konto/gesperrt/"),
    State("signup-closed", "/konto/neu/"),
    State("password-forgotten", "/konto/passwort/vergessen/"),
    State("password-forgotten-errors", "/konto/passwort/vergessen/", send),
    State("password-forgotten-sent", "/konto/passwort/vergessen/", ask_for_new_password),
    State("password-new", "/konto/passwort/vergessen/", ask_and_follow_link),
    State("password-new-errors", "/konto/passwort/vergessen/", ask_follow_and_mistype),
    State("password-new-expired", "/konto/passwort/neu/1-abgelaufen/"),
    State("password-new-saved", "/konto/passwort/neu/gespeichert/"),
    State("password-change", "/konto/passwort/aendern/", persona=MEMBER),
    State("password-change-errors", "/konto/passwort/aendern/", send, persona=MEMBER),
    *SECOND_FACTOR_STATES,
    *MEMBERSHIP_STATES,
    State("confirm-identity", "/konto/bestaetigen/", persona=MEMBER),
    State("my-area-member", "/mein-bereich/", persona=MEMBER),
    State("my-area-editor", "/mein-bereich/", persona=EDITOR),
    State("my-area-unfolded", "/mein-bereich/", unfold, persona=OFFICE, widths=(320,)),
    State("own-profile-unfolded", "/konto/profil/", unfold, persona=MEMBER, widths=(320,)),
    State("desk-administration", "/geschaeftsstelle/", persona=ADMINISTRATION),
    State("notifications-none", "/mitteilungen/", persona=MEMBER),
    State("notification-settings", "/mitteilungen/einstellungen/", persona=MEMBER),
    State(
        "outbox",
        "/konto/passwort/vergessen/",
        ask_and_open_outbox,
    ),
    State("outbox-message", "/konto/passwort/vergessen/", ask_and_open_mail),
    State("directory", "/organisationen/"),
    State("directory-page-2", "/organisationen/?seite=2&sortierung=ort"),
    State("directory-filtered", "/organisationen/?art=provider&art=welfare&thema=schulden"),
    State("directory-of-place", "/organisationen/", open_first_cluster),
    State("directory-nothing", "/organisationen/?q=linden&art=land&pilot=1"),
    State("directory-unfolded", "/organisationen/?pilot=1", unfold),
    State("profile", "/organisationen/ankerplatz-lindenbrueck-e-v/"),
    State("profile-pilot", "/organisationen/kreis-auenrode/"),
    State("profile-for-member", "/organisationen/kreis-auenrode/", persona=MEMBER),
    State("profile-for-office", "/organisationen/kreis-auenrode/", persona=OFFICE),
    State("people", "/menschen/", persona=MEMBER),
    State("people-nothing", "/menschen/?q=gibtesnicht&art=land", persona=MEMBER),
    State("topics", "/themen/"),
    State("topic", "/themen/wohnen/"),
    State("topic-for-member", "/themen/fallsteuerung/", persona=MEMBER),
    *HOURS_STATES,
    *SEARCH_STATES,
    *LIBRARY_STATES,
    *CALENDAR_STATES,
    *WORKSHOP_STATES,
    State("roles", "/rollen/"),
    State("style", "/stil/"),
    State("style-errors", "/stil/", send),
    State("section", "/grundlagen/"),
    State("section-for-member", "/netzwerk/", persona=MEMBER),
    State("second-level", "/hilfe/", open_second_level, widths=(1280,)),
    State("account-menu", "/mitteilungen/einstellungen/", open_account, persona=SECOND_EDITOR, widths=(1280,)),
    State("phone-menu", "/", open_menu, widths=(320,)),
    State("phone-menu-signed-in", "/netzwerk/", open_menu, persona=SECOND_EDITOR, widths=(320,)),
    State("error-403-form", "/kontakt/", send_without_token, status=403),
    State("error-403", "/redaktion/", persona=MEMBER, status=403),
    State("error-404", "/diese-seite-gibt-es-nicht/", status=404),
    State("error-429", "/konto/anmelden/", log_in_too_often, status=429),
    State("error-500", "/", status=500, broken=True),
)
