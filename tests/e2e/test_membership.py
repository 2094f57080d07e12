"""The whole way in a browser: apply, be asked back, be approved, come in, invite, give a role, take it. Keyboard only."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from netzwerk.members.demo.personas import PASSWORD  # which the ways of others type as well
from tests.e2e import server
from tests.e2e.membership_states import APPLICATION, newest_link
from tests.e2e.second_factor_states import come_in, set_up_app

pytestmark = pytest.mark.browser

OFFICE = "geschaeftsstelle"
APPLICANT = APPLICATION["Ihre dienstliche E-Mail-Adresse"]
COLLEAGUE = "kai.kessler@querweg.example"
HOME = "/organisationen/nachbarschaftshilfe-querweg-e-v/"


@pytest.fixture(params=[True, False], ids=["with-javascript", "without-javascript"])
def window(
    request: pytest.FixtureRequest, browser: Browser, tmp_path: Path, shared_folder: Path, addresses: Iterator[str]
) -> Iterator[Callable[[], "Person"]]:
    """A person at a browser of their own, in a portal of this test that asks for second factors."""
    port = server.free_port()
    server.copy_demo(tmp_path, port, shared_folder)
    with server.running(tmp_path, port, DEMO_SECOND_FACTOR="1") as address:
        made: list[BrowserContext] = []

        def build() -> Person:
            context = browser.new_context(
                base_url=address,
                locale="de-DE",
                viewport={"width": 1280, "height": 900},
                java_script_enabled=request.param,
                extra_http_headers={"X-Forwarded-For": next(addresses)},
            )
            context.set_default_timeout(20_000)
            made.append(context)
            return Person(context.new_page())

        yield build
        for context in made:
            context.close()


class Person:
    """Does everything with the keyboard."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def go(self, address: str) -> "Person":
        self.page.goto(address)
        return self

    def tab_to(self, target: Locator) -> None:
        handle = target.element_handle()
        for _press in range(200):
            if handle.evaluate("element => element === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab never reaches {target}")

    def write(self, label: str, text: str) -> None:
        self.tab_to(self.page.get_by_label(label, exact=True))
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)

    def press(self, name: str, role: str = "button") -> None:
        self.tab_to(self.page.get_by_role(role, name=name, exact=True).first)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def choose(self, label: str, first_letters: str) -> None:
        self.tab_to(self.page.get_by_label(label))
        self.page.keyboard.type(first_letters)

    def tick(self, label: str) -> None:
        self.tab_to(self.page.get_by_label(label))
        self.page.keyboard.press("Space")

    def sees(self, text: str) -> None:
        expect(self.page.get_by_text(text).first).to_be_visible()


def apply(person: Person) -> None:
    person.go("/mitglied-werden/")
    for label, text in APPLICATION.items():
        person.write(label, text)
    person.choose("Art der Organisation", "freier")
    person.press("Weiter zur Prüfung")
    person.sees("Noch ist nichts abgeschickt.")
    person.press("Antrag absenden")
    person.sees("Ihr Antrag ist angekommen.")


def make_account(person: Person, link: str, first_name: str, last_name: str) -> None:
    person.go(link)
    person.write("Vorname", first_name)
    person.write("Nachname", last_name)
    person.write("Passwort", PASSWORD)
    person.press("Konto anlegen")
    assert person.page.url.endswith("/mein-bereich/")


def test_from_the_application_to_a_role_that_is_taken(window: Callable[[], Person]) -> None:
    applicant, office, colleague = window(), window(), window()
    apply(applicant)

    come_in(office.page, OFFICE)
    office.go("/geschaeftsstelle/")
    assert office.page.url.endswith("/konto/sicherheit/"), "the office needs a second factor first"
    set_up_app(office.page)
    office.go("/geschaeftsstelle/antraege/")
    office.press(APPLICATION["Name der Organisation"], "link")
    office.write("Nachricht an die antragstellende Person optional", "Wie viele Fachkräfte arbeiten bei Ihnen?")
    office.press("Rückfrage stellen")
    office.sees("Die Rückfrage ist unterwegs.")

    applicant.go(newest_link(applicant.page, "Eine Frage zu Ihrem Antrag"))
    applicant.sees("Wie viele Fachkräfte arbeiten bei Ihnen?")
    applicant.write("Ihre Antwort", "Vier, davon zwei in Teilzeit.")
    applicant.press("Antwort senden")

    office.go("/geschaeftsstelle/antraege/")
    office.press(APPLICATION["Name der Organisation"], "link")
    office.sees("Vier, davon zwei in Teilzeit.")
    office.press("Aufnehmen")
    office.sees("Noch ist nichts geschehen.")
    office.press("Aufnehmen und einladen")
    office.sees("Aufgenommen.")

    make_account(applicant, newest_link(applicant.page, "Willkommen im Netzwerk"), "Vera", "Ruland")
    set_up_app(applicant.page)

    applicant.go(f"{HOME}personen/")
    applicant.press("Jemanden einladen", "link")
    applicant.write("E-Mail-Adresse", COLLEAGUE)
    applicant.press("Einladung senden")
    applicant.sees(COLLEAGUE)

    make_account(colleague, newest_link(colleague.page, "Einladung ins Netzwerk"), "Kai", "Kessler")
    assert colleague.page.goto(f"{HOME}personen/").status == 404

    applicant.go(f"{HOME}personen/")
    applicant.press("Kai Kessler", "link")
    applicant.tick("Koordination:")
    applicant.press("Rolle geben")
    applicant.sees("Kai Kessler hat jetzt die Rolle Koordination.")

    colleague.go(f"{HOME}personen/einladen/")
    colleague.write("E-Mail-Adresse", "dritte@querweg.example")
    colleague.press("Einladung senden")
    colleague.sees("dritte@querweg.example")

    applicant.tab_to(applicant.page.locator("summary", has_text="Rolle nehmen Koordination").first)
    applicant.page.keyboard.press("Enter")
    applicant.sees("Die Rolle endet sofort")
    applicant.press("Koordination jetzt beenden")
    applicant.sees("Die Rolle Koordination von Kai Kessler ist beendet.")
    assert colleague.page.goto(f"{HOME}personen/einladen/").status == 404
