"""Pages of the calendar. No feature of the demo has dates yet: those with dates are looked at by the features."""

from playwright.sync_api import Page

from tests.e2e.state import State, send

MEMBER, OFFICE = "mitglied", "geschaeftsstelle"
OWN = "/mein-bereich/termine/"
PLACES = "/mein-bereich/orte/"


def ask_for_address(page: Page) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name="dresse anlegen").click()


CALENDAR_STATES = (
    State("dates-none", "/termine/"),
    State("dates-month", "/termine/kalender/?monat=2027-01"),
    State("dates-past-none", "/termine/vergangene/"),
    State("dates-subscribe", "/termine/abonnieren/?wie=online&wie=ort"),
    State("venue", "/termine/orte/1/"),
    State("own-dates", OWN, persona=MEMBER),
    State("own-dates-address", OWN, ask_for_address, persona=MEMBER),
    State("venues", PLACES, persona=OFFICE),
    State("venues-nothing", f"{PLACES}?suche=gibtesnicht", persona=OFFICE),
    State("venue-new-errors", f"{PLACES}neu/", send, persona=OFFICE, status=422),
    State("venue-edit", f"{PLACES}1/", persona=OFFICE),
)
