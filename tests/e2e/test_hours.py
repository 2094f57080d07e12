"""The whole way in a browser: apply for credit with proof, be granted a part, take the account along, be verified."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e import server
from tests.e2e.membership_states import log_in_as
from tests.factories.pages import png

pytestmark = pytest.mark.browser

TITLE = "Systemische Beratung, Aufbaukurs"


@pytest.fixture(params=[True, False], ids=["with-javascript", "without-javascript"])
def window(
    request: pytest.FixtureRequest, browser: Browser, tmp_path: Path, shared_folder: Path, addresses: Iterator[str]
) -> Iterator[Callable[[str], Page]]:
    """A browser of its own, in which this persona is logged in, in a portal of this test."""
    port = server.free_port()
    server.copy_demo(tmp_path, port, shared_folder)
    with server.running(tmp_path, port) as address:
        made: list[BrowserContext] = []

        def build(persona: str = "") -> Page:
            context = browser.new_context(
                base_url=address,
                locale="de-DE",
                viewport={"width": 1280, "height": 900},
                java_script_enabled=request.param,
                extra_http_headers={"X-Forwarded-For": next(addresses)},
            )
            context.set_default_timeout(20_000)
            made.append(context)
            page = context.new_page()
            if persona:
                log_in_as(page, persona)
            return page

        yield build
        for context in made:
            context.close()


def press(page: Page, name: str, role: str = "button") -> None:
    with page.expect_navigation():
        page.get_by_role(role, name=name, exact=True).first.click()


def apply(page: Page) -> None:
    page.goto("/mein-bereich/stunden/")
    press(page, "Anrechnung beantragen", "link")
    page.get_by_label("Was haben Sie gelernt?").fill(TITLE)
    page.get_by_label("Wer hat es angeboten?").fill("Institut am Deich")
    page.get_by_label("Erster Tag").fill("2026-05-04")
    page.get_by_label("Letzter Tag").fill("2026-05-06")
    page.get_by_label("Theorie und Anwendung").check()
    page.get_by_label("in Präsenz").check()
    page.get_by_label("Umfang").fill("24")
    press(page, "Weiter zu den Nachweisen")
    expect(page.get_by_text("Noch kein Nachweis.")).to_be_visible()
    proof = {"name": "Bestätigung.png", "mimeType": "image/png", "buffer": png()}
    page.get_by_label("Nachweis hochladen").set_input_files(proof)
    press(page, "Hochladen")
    press(page, "Antrag einreichen")
    expect(page.get_by_text("Ihr Antrag ist eingereicht.")).to_be_visible()


def grant(page: Page) -> None:
    page.goto("/geschaeftsstelle/anrechnungen/")
    press(page, TITLE, "link")
    with page.expect_response(lambda answer: "/anlage/" in answer.url) as shown:
        page.get_by_role("link", name="Bestätigung.png").click()
    assert shown.value.status == 200
    page.goto("/geschaeftsstelle/anrechnungen/")
    press(page, TITLE, "link")
    page.get_by_label("Umfang").fill("20")
    press(page, "Anrechnen")
    expect(page.get_by_text("anders an, als es beantragt ist").first).to_be_visible()
    assert page.get_by_label("Umfang").input_value() == "20"
    page.get_by_label("Nachricht an die Person").fill("Ohne die Pausen.")
    press(page, "Anrechnen")
    expect(page.get_by_text("Noch ist nichts geschehen.")).to_be_visible()
    press(page, "Anrechnen und benachrichtigen")
    expect(page.get_by_text("Angerechnet. Die Stunden stehen im Konto")).to_be_visible()


def test_from_the_proof_to_a_paper_that_a_stranger_verifies(window: Callable[..., Page]) -> None:
    member, office, stranger = window("koordination"), window("geschaeftsstelle"), window()
    apply(member)
    grant(office)
    member.goto("/mitteilungen/")
    expect(member.get_by_text("Angerechnet: 20 UE").first).to_be_visible()
    member.goto("/mein-bereich/stunden/")
    row = member.locator("li", has_text="Bescheinigung über angerechnete Stunden").filter(has_text="gültig").first
    link = row.get_by_role("link", name="Prüfseite").get_attribute("href")
    with member.expect_download() as paper:
        row.get_by_role("link", name="PDF").click()
    assert Path(paper.value.path()).read_bytes().startswith(b"%PDF-")
    with member.expect_download() as sheet:
        member.get_by_role("link", name="CSV").click()
    assert TITLE in Path(sheet.value.path()).read_text(encoding="utf-8-sig")
    with member.expect_download() as statement:
        member.get_by_role("button", name="Stundennachweis ausstellen (PDF)").click()
    assert statement.value.suggested_filename.startswith("NS-")
    stranger.goto(link or "")
    expect(stranger.get_by_role("heading", name="Diese Bescheinigung ist echt und gültig")).to_be_visible()
    for words in ("Tomasz Krüger", TITLE, "20 UE"):
        expect(stranger.get_by_text(words).first).to_be_visible()
    assert stranger.goto("/mein-bereich/stunden/").url.endswith("/konto/anmelden/?next=/mein-bereich/stunden/")
