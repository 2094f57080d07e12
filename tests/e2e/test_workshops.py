"""The whole way in a browser: planned, published by a second person, booked by a member, colleagues and a guest, waited for,
moved up; closed with hours and a certificate that a stranger verifies."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e import server
from tests.e2e.membership_states import log_in_as
from tests.e2e.test_hours import press

pytestmark = pytest.mark.browser

TITLE = "Erstgespräche üben in Lindenbrück"
GUEST = "gerda.gast@ort.example"


class Windows:
    """Browsers of several people, in a portal of this test. `letters` writes what a worker would have written."""

    def __init__(
        self, browser: Browser, folder: Path, port: int, address: str, addresses: Iterator[str], script: bool
    ):
        self._browser, self._folder, self._port, self._address = browser, folder, port, address
        self._addresses, self._script = addresses, script
        self._made: list[BrowserContext] = []

    def open(self, persona: str = "", *, width: int = 1280) -> Page:
        context = self._browser.new_context(
            base_url=self._address,
            locale="de-DE",
            viewport={"width": width, "height": 900},
            java_script_enabled=self._script,
            extra_http_headers={"X-Forwarded-For": next(self._addresses)},
        )
        context.set_default_timeout(20_000)
        self._made.append(context)
        page = context.new_page()
        if persona:
            log_in_as(page, persona)
        return page

    def letters(self) -> None:
        server.manage(self._folder, self._port, "tick")

    def close(self) -> None:
        for context in self._made:
            context.close()


@pytest.fixture(params=[True, False], ids=["with-javascript", "without-javascript"])
def windows(
    request: pytest.FixtureRequest, browser: Browser, tmp_path: Path, shared_folder: Path, addresses: Iterator[str]
) -> Iterator[Windows]:
    port = server.free_port()
    server.copy_demo(tmp_path, port, shared_folder)
    with server.running(tmp_path, port) as address:
        made = Windows(browser, tmp_path, port, address, addresses, request.param)
        yield made
        made.close()


def field(page: Page, name: str):
    return page.locator(f"main [name={name}]").first


def plan(page: Page) -> None:
    """Three seats, of which one is for a Kreis; one date in forty days."""
    page.goto("/mein-bereich/workshops/neu/")
    field(page, "title").fill(TITLE)
    field(page, "summary").fill("Ein Tag mit drei Gesprächen, die Sie selbst führen.")
    field(page, "description").fill("Sie führen drei Gespräche und sehen sie gemeinsam an.")
    field(page, "seats_in_person").fill("3")
    field(page, "contact_name").fill("Selma Aydin")
    field(page, "contact_email").fill("selma.aydin@netz.example")
    field(page, "takes_guests").set_checked(True)
    press(page, page.locator("main form button[type=submit]").last.inner_text())
    overview = page.url
    page.goto(f"{overview.split('/angaben/')[0]}/termine/neu/")
    field(page, "start_day").fill((timezone.localdate() + timedelta(days=40)).isoformat())
    field(page, "start_time").fill("09:30")
    field(page, "end_time").fill("16:00")
    page.locator("main [name=how][value=ort]").check()
    field(page, "venue").select_option(index=1)
    field(page, "minutes_in_person").fill("6")
    press(page, page.locator("main form button[type=submit]").last.inner_text())
    page.goto(f"{overview.split('/angaben/')[0]}/pruefung/")
    press(page, "Zur Prüfung vorlegen")


def publish(page: Page) -> str:
    """The address of the public page."""
    page.goto("/geschaeftsstelle/")
    page.goto("/mein-bereich/workshops/?von=alle&stand=pruefung")
    page.goto(page.get_by_role("link", name=re.compile(f"^Prüfen.*{TITLE}")).first.get_attribute("href"))
    press(page, "Veröffentlichen")
    page.goto("/termine/")
    return page.get_by_role("link", name=TITLE).first.get_attribute("href")


def book(page: Page, path: str, button: str = "Verbindlich anmelden") -> None:
    page.goto(path)
    with page.expect_navigation():
        page.locator("aside.booking a.kern-btn").first.click()
    press(page, button)


def register_guest(page: Page, path: str) -> None:
    page.goto(path)
    press(page, "Zum Workshop anmelden", "link")
    field(page, "name").fill("Gerda Gast")
    field(page, "email").fill(GUEST)
    press(page, "Weiter zur Prüfung")
    press(page, "E-Mail zur Bestätigung anfordern")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Postfach")


def open_mail(page: Page, windows: Windows, words: str) -> None:
    """Open the link in the newest mail with these words in its subject, as a guest reads it."""
    windows.letters()
    page.goto("/demo/postausgang/")
    press(page, page.locator(".news-title a", has_text=words).first.inner_text(), "link")
    link = re.search(r"/termine/anmeldung/gast/[^\s\"<]+", page.content())
    page.goto(link.group(0))


def test_from_the_plan_to_the_seat(windows: Windows) -> None:
    organiser, office = windows.open("veranstaltung"), windows.open("geschaeftsstelle")
    plan(organiser)
    path = publish(office)
    desk = re.match(r".*?/workshops/\d+", organiser.url).group(0)

    organiser.goto(f"{desk}/plaetze/")
    expect(organiser.get_by_role("heading", level=1)).to_contain_text(TITLE)

    member = windows.open("mitglied", width=320)
    book(member, path)
    expect(member.get_by_role("heading", level=1)).to_have_text("Sie haben einen Platz")
    mine = member.url

    guest = windows.open(width=320)
    register_guest(guest, path)
    open_mail(guest, windows, "Bitte bestätigen")
    expect(guest.get_by_text("Noch haben Sie keinen Platz.").first).to_be_visible()
    press(guest, "Verbindlich anmelden")
    expect(guest.get_by_role("heading", level=1)).to_have_text("Sie haben einen Platz")

    coordinator = windows.open("koordination")
    coordinator.goto(path)
    press(coordinator, "Kolleg:innen anmelden", "link")
    boxes = coordinator.locator("main input[name=people]:enabled")
    names = [boxes.nth(number).locator("xpath=ancestor::label//b").inner_text() for number in range(2)]
    for number in range(2):
        boxes.nth(number).check()
    press(coordinator, "Weiter zur Prüfung")
    press(coordinator, "Verbindlich anmelden")
    expect(coordinator.get_by_text("Warteliste").first).to_be_visible()

    guest.get_by_role("link", name=re.compile("absagen")).first.click()
    press(guest, "Teilnahme absagen")
    coordinator.goto("/mein-bereich/plaetze/")
    moved_up = coordinator.locator("main li", has_text=TITLE).filter(has_text=names[1])
    expect(moved_up.get_by_text("angemeldet").first).to_be_visible()

    organiser.goto(f"{desk}/anmeldungen/")
    for words in ("Lindner, Mara", "Gast"):
        expect(organiser.get_by_text(words).first).to_be_visible()
    member.goto(mine)
    expect(member.get_by_text(TITLE).first).to_be_visible()


def test_from_the_door_to_a_certificate_that_a_stranger_verifies(windows: Windows) -> None:
    organiser, member, stranger = windows.open("veranstaltung", width=320), windows.open("mitglied"), windows.open()
    organiser.goto("/mein-bereich/workshops/?stand=vorbei")
    press(organiser, "Fälle übergeben, ohne dass jemand von vorn anfangen muss", "link")
    desk = organiser.url.split("/anmeldungen/")[0]
    organiser.goto(f"{desk}/abschluss/")
    for choice in organiser.locator("main select").all():
        choice.select_option("whole")
    press(organiser, "Weiter zur Prüfung")
    with organiser.expect_navigation():
        organiser.get_by_role("button", name="Abschließen").click()
    member.goto("/mein-bereich/stunden/")
    row = member.locator("li", has_text="Teilnahmebescheinigung: Fälle übergeben").filter(has_text="gültig").first
    stranger.goto(row.get_by_role("link", name="Prüfseite").get_attribute("href"))
    expect(stranger.get_by_role("heading", name="Diese Bescheinigung ist echt und gültig")).to_be_visible()
    expect(stranger.get_by_text("Mara Lindner").first).to_be_visible()
