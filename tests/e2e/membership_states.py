"""Pages of joining, of an organisation's coordination, of the office desk and of one's own account, and the ways to them."""

from collections.abc import Callable

from playwright.sync_api import Browser, Page

from netzwerk.members.demo.personas import PASSWORD
from tests.e2e.state import State, send

COORDINATOR, OFFICE, MEMBER = "koordination", "geschaeftsstelle", "mitglied"
HOME = "/organisationen/stadt-lindenbrueck/"
DESK = "/geschaeftsstelle/"
LINKS: dict[tuple[str, str], str] = {}  # from mails that were sent once, by portal and kind
APPLICATION = {
    "Name der Organisation": "Nachbarschaftshilfe Querweg e. V.",
    "Postleitzahl": "00123",
    "Ort": "Querweg",
    "Was erhoffen Sie sich vom Netzwerk?": "Wir möchten von anderen lernen.",
    "Ihr Vorname": "Vera",
    "Ihr Nachname": "Ruland",
    "Ihre Funktion": "Geschäftsführung",
    "Ihre dienstliche E-Mail-Adresse": "vera.ruland@querweg.example",
}


def fill_application(page: Page, **changes: str) -> None:
    for label, text in (APPLICATION | changes).items():
        page.get_by_label(label, exact=True).fill(text)
    page.get_by_label("Art der Organisation").select_option("provider")


def check_application(page: Page) -> None:
    fill_application(page)
    send(page)


def apply_for_a_member(page: Page) -> None:
    fill_application(page, **{"Name der Organisation": "Stadt Lindenbrück", "Ort": "Lindenbrück"})
    send(page)


def newest_link(page: Page, subject: str) -> str:
    """The portal's own link in the newest mail with this subject, from the outbox of the demo."""
    page.goto("/demo/postausgang/")
    with page.expect_navigation():
        page.locator(".news-title a", has_text=subject).first.click()
    return page.locator(".letter a[href*='/einladung/'], .letter a[href*='/stand/']").first.get_attribute("href") or ""


def tick_all(page: Page) -> None:
    page.get_by_role("button", name="Alle auf dieser Seite auswählen").click()


def check_invitations(page: Page) -> None:
    tick_all(page)
    with page.expect_navigation():
        page.get_by_role("button", name="Weiter zur Prüfung").click()


def once(browser: Browser, portal: str, kind: str, way: Callable[[Page], str]) -> str:
    """What `way` leads to, in a browser of its own, the first time that this portal is asked for it."""
    if (portal, kind) not in LINKS:
        context = browser.new_context(base_url=portal, extra_http_headers={"X-Forwarded-For": "10.255.0.2"})
        LINKS[portal, kind] = way(context.new_page())
        context.close()
    return LINKS[portal, kind]


def apply_once(page: Page) -> str:
    page.goto("/mitglied-werden/")
    check_application(page)
    with page.expect_navigation():
        page.get_by_role("button", name="Antrag absenden").click()
    return page.url


def log_in_as(page: Page, persona: str) -> None:
    page.goto("/konto/anmelden/")
    with page.expect_navigation():
        page.locator(f"form[action$='/{persona}/'] button").click()


def invite_once(page: Page) -> str:
    log_in_as(page, COORDINATOR)
    page.goto(f"{HOME}personen/einladen/")
    page.get_by_label("E-Mail-Adresse").fill("nele.neumann@lindenbrueck.example")
    send(page)
    return newest_link(page, "Einladung ins Netzwerk")


def invite_member_once(page: Page) -> str:
    """Somebody who has an account already: the office invites them into another organisation."""
    log_in_as(page, OFFICE)
    page.goto("/organisationen/kreis-auenrode/personen/einladen/")
    page.get_by_label("E-Mail-Adresse").fill("redaktion@demo.example")
    send(page)
    return newest_link(page, "Einladung ins Netzwerk")


def follow(kind: str, way: Callable[[Page], str], ending: str = "") -> Callable[[Page], None]:
    def act(page: Page) -> None:
        portal = "/".join(page.url.split("/")[:3])
        page.goto(once(page.context.browser, portal, kind, way) + ending)

    return act


def mistype_account(page: Page) -> None:
    follow("invitation", invite_once)(page)
    page.get_by_label("Passwort", exact=True).fill("kurz")
    send(page)


def open_first_row(page: Page) -> None:
    with page.expect_navigation():
        page.locator("tbody th a").first.click()


def confirm_who_one_is(page: Page) -> None:
    if "/konto/bestaetigen/" in page.url:
        page.get_by_label("Passwort").fill(PASSWORD)
        send(page)


def check_many(page: Page) -> None:
    page.get_by_label("Personen", exact=True).fill("ada@querweg.example; Ada; Alt\nbea@querweg.example")
    page.get_by_label("Dozent:in").check()
    send(page)


def mistype_many(page: Page) -> None:
    page.get_by_label("Personen", exact=True).fill("ada@querweg.example\nkeine Adresse")
    send(page)


def mistype_a_row(page: Page) -> None:
    page.get_by_label("Personen", exact=True).fill("Alt, Ada <ada@querweg.example>; bea@querweg")
    page.get_by_label("Dozent:in").check()
    send(page)
    with page.expect_navigation():
        page.get_by_role("button", name="Einladungen senden").click()


def give_nothing(page: Page) -> None:
    open_first_row(page)
    send(page)


def search_colleague(page: Page) -> None:
    page.locator("input[name=people]").first.check()
    page.get_by_label("Nach dem Namen suchen").fill("a")
    with page.expect_navigation():
        page.get_by_role("button", name="Suchen").last.click()


def give_to_nobody(page: Page) -> None:
    with page.expect_navigation():
        page.locator("main .form-end").get_by_role("button", name="Rolle geben").click()


MEMBERSHIP_STATES = (
    State("apply", "/mitglied-werden/"),
    State("apply-errors", "/mitglied-werden/", send, status=422),
    State("apply-review", "/mitglied-werden/", check_application),
    State("apply-for-a-member", "/mitglied-werden/", apply_for_a_member, status=422),
    State("ask-for-invitation", "/mitglied-werden/schon-dabei/stadt-lindenbrueck/"),
    State("application-state", "/", follow("application", apply_once)),
    State("invitation", "/", follow("invitation", invite_once)),
    State("invitation-errors", "/", mistype_account, status=422),
    State("invitation-refuse", "/", follow("invitation", invite_once, "ablehnen/")),
    State("invitation-for-an-account", "/", follow("second", invite_member_once)),
    State("invitation-of-another", "/", follow("second", invite_member_once), persona=MEMBER, status=403),
    State("invitation-join", "/", follow("second", invite_member_once), persona="redaktion"),
    State("invitation-gone", "/einladung/erfunden/", status=404),
    State("organisation-people", f"{HOME}personen/", persona=COORDINATOR),
    State("organisation-person", f"{HOME}personen/", open_first_row, persona=COORDINATOR),
    State("organisation-person-errors", f"{HOME}personen/", give_nothing, persona=OFFICE, status=422),
    State("organisation-invite", f"{HOME}personen/einladen/", persona=COORDINATOR),
    State("organisation-invite-errors", f"{HOME}personen/einladen/", send, persona=COORDINATOR, status=422),
    State("organisation-give-role", f"{HOME}rollen/geben/", persona=COORDINATOR),
    State("organisation-give-role-found", f"{HOME}rollen/geben/", search_colleague, persona=COORDINATOR),
    State("organisation-give-role-errors", f"{HOME}rollen/geben/", give_to_nobody, persona=OFFICE, status=422),
    State("organisation-edit", f"{HOME}bearbeiten/", persona=COORDINATOR),
    State("desk", DESK, persona=OFFICE),
    State("desk-applications", f"{DESK}antraege/?stand=alle", persona=OFFICE),
    State("desk-application", f"{DESK}antraege/", open_first_row, persona=OFFICE),
    State("desk-organisations", f"{DESK}organisationen/", persona=OFFICE),
    State("desk-organisation", f"{DESK}organisationen/?stand=pilot", open_first_row, persona=OFFICE),
    State("desk-organisation-new-errors", f"{DESK}organisationen/neu/", send, persona=OFFICE, status=422),
    State("desk-people", f"{DESK}personen/", persona=OFFICE),
    State("desk-people-none", f"{DESK}personen/?suche=niemand+heisst+so", persona=OFFICE),
    State("desk-person", f"{DESK}personen/?rolle=trainer", open_first_row, persona=OFFICE),
    State("desk-grants", f"{DESK}rollen/", persona=OFFICE),
    State("desk-many", f"{DESK}einladen/", persona=OFFICE),
    State("desk-many-review", f"{DESK}einladen/", check_many, persona=OFFICE),
    State("desk-many-row-errors", f"{DESK}einladen/", mistype_a_row, persona=OFFICE, status=422),
    State("desk-many-errors", f"{DESK}einladen/", mistype_many, persona=OFFICE, status=422),
    State("desk-invitations", f"{DESK}einladungen/", tick_all, persona=OFFICE),
    State("desk-invitations-check", f"{DESK}einladungen/", check_invitations, persona=OFFICE),
    State("desk-log", f"{DESK}protokoll/", persona=OFFICE),
    State("own-profile", "/konto/profil/", persona=MEMBER),
    State("own-data", "/konto/meine-daten/", persona=COORDINATOR),
    State("own-email", "/konto/adresse/", confirm_who_one_is, persona=MEMBER),
    State("own-erase", "/konto/loeschen/", confirm_who_one_is, persona=MEMBER),
    State("my-area-coordinator", "/mein-bereich/", persona=COORDINATOR),
    State("my-area-office", "/mein-bereich/", persona=OFFICE),
)
# Those whose table is wider than a phone
WITH_TABLE = {
    *("organisation-people", "organisation-person", "organisation-person-errors"),
    *("desk-applications", "desk-organisations", "desk-people", "desk-person", "desk-grants", "desk-log"),
    "desk-invitations",
}
