"""Pages of hours, credits and certificates, and the ways to them."""

from playwright.sync_api import Page

from tests.e2e.state import State, send

MEMBER, CASEWORKER, OFFICE = "mitglied", "koordination", "geschaeftsstelle"
HOURS, DESK = "/mein-bereich/stunden/", "/geschaeftsstelle/"


def follow(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("link", name=name).first.click()


def open_asked(page: Page) -> None:
    follow(page, "Gesprächsführung in schwierigen Lagen")


def change_asked(page: Page) -> None:
    open_asked(page)
    follow(page, "Angaben ändern")


def upload_nothing(page: Page) -> None:
    open_asked(page)
    with page.expect_navigation():
        page.get_by_role("button", name="Hochladen", exact=True).click()


def open_first_row(page: Page) -> None:
    with page.expect_navigation():
        page.locator("tbody th a").first.click()


def review(page: Page) -> None:
    open_first_row(page)
    with page.expect_navigation():
        page.get_by_role("button", name="Anrechnen", exact=True).click()


def decline_without_reason(page: Page) -> None:
    open_first_row(page)
    with page.expect_navigation():
        page.get_by_role("button", name="Ablehnen").click()


def correct(page: Page) -> None:
    open_first_row(page)
    follow(page, "Anrechnung berichtigen")


def correct_without_reason(page: Page) -> None:
    correct(page)
    send(page)


def verify(page: Page) -> None:
    follow(page, "Prüfseite")


def verify_replaced(page: Page) -> None:
    with page.expect_navigation():
        page.locator("li", has_text="ersetzt").get_by_role("link", name="Prüfseite").first.click()


def verify_revoked(page: Page) -> None:
    with page.expect_navigation():
        page.locator("li", has_text="zurückgezogen").get_by_role("link", name="Prüfseite").first.click()


def unfold(page: Page) -> None:
    page.locator("main .kern-accordion").evaluate_all("all => all.forEach((one) => { one.open = true; })")


HOURS_STATES = (
    State("hours", HOURS, persona=MEMBER),
    State("hours-unfolded", HOURS, unfold, persona=MEMBER),
    State("hours-none", HOURS, persona="redaktion"),
    State("hours-credit-new", f"{HOURS}anrechnung/", persona=MEMBER),
    State("hours-credit-errors", f"{HOURS}anrechnung/", send, persona=MEMBER, status=422),
    State("hours-credit-asked", HOURS, open_asked, persona=MEMBER),
    State("hours-credit-change", HOURS, change_asked, persona=MEMBER),
    State("hours-proof-errors", HOURS, upload_nothing, persona=MEMBER, status=422),
    State("certificate-valid", HOURS, verify, persona=MEMBER),
    State("certificate-replaced", HOURS, verify_replaced, persona=MEMBER),
    State("certificate-revoked", HOURS, verify_revoked, persona=CASEWORKER),
    State("certificate-unknown", "/bescheinigung/erfunden/", status=404),
    State("desk-credits", f"{DESK}anrechnungen/?stand=alle", persona=OFFICE),
    State("desk-credit", f"{DESK}anrechnungen/", open_first_row, persona=OFFICE),
    State("desk-credit-errors", f"{DESK}anrechnungen/", decline_without_reason, persona=OFFICE, status=422),
    State("desk-credit-review", f"{DESK}anrechnungen/", review, persona=OFFICE),
    State("desk-credit-granted", f"{DESK}anrechnungen/?stand=granted", open_first_row, persona=OFFICE),
    State(
        "desk-credit-correct", f"{DESK}anrechnungen/?stand=granted", correct_without_reason, persona=OFFICE, status=422
    ),
    State("desk-certificates", f"{DESK}bescheinigungen/", persona=OFFICE),
    State("desk-certificate", f"{DESK}bescheinigungen/?stand=valid", open_first_row, persona=OFFICE),
)
# Those whose table is wider than a phone
WITH_TABLE = {
    *("hours", "hours-unfolded", "desk-credits", "desk-certificates"),
    *("certificate-valid", "certificate-replaced", "certificate-revoked"),
}
