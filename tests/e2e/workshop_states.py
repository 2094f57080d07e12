"""Pages of workshops: their page, the way to a seat, planning, the desk of organisers."""

from playwright.sync_api import Page

from tests.e2e.hours_states import follow
from tests.e2e.state import State, send

MEMBER, COORDINATOR, ORGANISER, OFFICE = "mitglied", "koordination", "veranstaltung", "geschaeftsstelle"
PAGE = "/termine/workshop/wohnung-verloren-was-in-den-ersten-fuenf-tagen-hilft/"
OPEN = "/termine/workshop/kennzahlen-mit-beipackzettel-nutzen-nebenwirkungen-gegenprobe/"
OFF = "/termine/workshop/mit-vermieterinnen-reden-raeumungen-gemeinsam-abwenden/"
OWN, PLANNED = "/mein-bereich/termine/", "/mein-bereich/workshops/"
TITLE, TO_CLOSE = "Wohnung verloren", "Fälle übergeben"


def book(page: Page) -> None:
    follow(page, "Zum Workshop anmelden")


def book_nothing(page: Page) -> None:
    book(page)
    send(page)


def open_waiting(page: Page) -> None:
    follow(page, "Schuldnerberatung und Fallmanagement verzahnen")
    follow(page, "Warteliste ansehen")


def open_own(page: Page) -> None:
    follow(page, "Anmeldung ansehen")


def cancel_own(page: Page) -> None:
    open_own(page)
    follow(page, "Teilnahme absagen")


def desk(page: Page) -> None:
    follow(page, TITLE)


def tab(name: str, workshop: str = TITLE):
    def act(page: Page) -> None:
        follow(page, workshop)
        with page.expect_navigation():
            page.get_by_role("navigation").get_by_role("link", name=name, exact=True).first.click()

    return act


def one_booking(page: Page) -> None:
    desk(page)
    with page.expect_navigation():
        page.locator("tbody th a").first.click()


WORKSHOP_STATES = (
    State("workshop", PAGE),
    State("workshop-off", OFF),
    State("workshop-booked", PAGE, persona=MEMBER),
    State("booking-guest", PAGE, book),
    State("booking-guest-errors", PAGE, book_nothing, status=422),
    State("booking-member", OPEN, book, persona=MEMBER),
    State("booking-own", PAGE, open_own, persona=MEMBER),
    State("booking-cancel", PAGE, cancel_own, persona=MEMBER),
    State("house-seats", "/mein-bereich/plaetze/", persona=COORDINATOR),
    State("workshops", PLANNED, persona=ORGANISER),
    State("workshops-none", PLANNED, persona=OFFICE),
    State("workshop-new-errors", f"{PLANNED}neu/", send, persona=ORGANISER, status=422),
    State("workshop-bookings", PLANNED, desk, persona=ORGANISER),
    State("workshop-booking", PLANNED, one_booking, persona=ORGANISER),
    State("workshop-seats", PLANNED, tab("Plätze"), persona=ORGANISER),
    State("workshop-materials", PLANNED, tab("Material"), persona=ORGANISER),
    State("workshop-messages", PLANNED, tab("Nachrichten"), persona=ORGANISER),
    State("workshop-edit", PLANNED, tab("Angaben"), persona=ORGANISER),
    State("workshop-closing", f"{PLANNED}?stand=vorbei", tab("Abschluss", TO_CLOSE), persona=ORGANISER),
    State("workshop-door", f"{PLANNED}?stand=vorbei", tab("Einlass", TO_CLOSE), persona=ORGANISER),
)
