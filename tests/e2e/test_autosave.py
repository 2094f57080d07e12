"""Text that saves itself, in a browser: two tabs, no network, an expired session, and the same without JavaScript."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.e2e import server
from tests.e2e.checks import axe, quiet
from tests.e2e.state import State, send

pytestmark = pytest.mark.browser

PROFILE = "/organisationen/stadt-lindenbrueck/bearbeiten/"
STATE = State("autosave", "/")


@pytest.fixture(scope="module")
def own_portal(tmp_path_factory, shared_folder) -> Iterator[str]:
    """A portal of this module, whose texts it may change."""
    folder, port = tmp_path_factory.mktemp("autosave"), server.free_port()
    server.copy_demo(folder, port, shared_folder)
    with server.running(folder, port) as address:
        yield address


@pytest.fixture
def window(browser: Browser, own_portal: str) -> Iterator[Callable[..., BrowserContext]]:
    """A browser in which this persona is logged in."""
    made: list[BrowserContext] = []

    def build(persona: str = "mitglied", **options: object) -> BrowserContext:
        context = browser.new_context(base_url=own_portal, locale="de-DE", timezone_id="Europe/Berlin", **options)
        context.set_default_timeout(20_000)
        made.append(context)
        log_in(context.new_page(), persona)
        return context

    yield build
    for context in made:
        context.close()


def log_in(page: Page, persona: str) -> None:
    if "/konto/anmelden/" not in page.url:
        page.goto("/konto/anmelden/")
    with page.expect_navigation():
        page.locator(f"form[action$='/{persona}/'] button").click()


def open_note(page: Page) -> Locator:
    """The field of a note to a report, emptied by an ordinary save if something stands in it."""
    page.goto("/merkliste/")
    page.get_by_role("link", name="Notiz ändern").or_(page.get_by_role("link", name="Notiz schreiben")).first.click()
    return page.get_by_label("Eigene Notiz")


def says(field: Locator) -> Locator:
    return field.locator("xpath=../div[@role='status']")


def stored_note(page: Page, address: str) -> str:
    """What a new tab of the same browser shows."""
    other = page.context.new_page()
    other.goto(address)
    text = other.get_by_label("Eigene Notiz").input_value()
    other.close()
    return text


def copied(page: Page, name: str) -> str:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name=name).click()
    expect(page.get_by_role("button", name="Text ist kopiert")).to_be_visible()
    return page.evaluate("navigator.clipboard.readText()")


def test_a_note_is_saved_while_it_is_written(window) -> None:
    page = window().pages[0]
    field = open_note(page)
    field.fill("Für die Teamrunde am Montag")
    expect(says(field)).to_contain_text("gespeichert")
    expect(says(field)).to_contain_text("Uhr")
    assert stored_note(page, page.url) == "Für die Teamrunde am Montag"
    field.press_sequentially(" und mehr")
    send(page)  # follows on the version of the save before it
    expect(page.get_by_text("Für die Teamrunde am Montag und mehr")).to_be_visible()


def test_two_tabs_meet_and_the_person_chooses(window) -> None:
    context = window()
    first = context.pages[0]
    field = open_note(first)
    second = context.new_page()
    second.goto(first.url)
    other = second.get_by_label("Eigene Notiz")
    field.fill("Gleich\n\naus dem ersten Fenster")
    expect(says(field)).to_contain_text("Uhr")
    other.fill("Gleich\n\naus dem zweiten Fenster")
    expect(says(other)).to_contain_text("Sie haben auch in einem anderen Fenster geschrieben")
    assert list(axe.findings(second, STATE)) == []
    with second.expect_navigation():
        second.get_by_role("button", name="Beide vergleichen").click()
    expect(second.get_by_role("heading", level=1)).to_have_text("Zwei Fassungen")
    for width in (1280, 320):
        second.set_viewport_size({"width": width, "height": 900})
        assert list(axe.findings(second, STATE)) == []
        assert list(quiet.scrolls_sideways(second)) == []
    assert copied(second, "Ihren Text kopieren") == "Gleich\n\naus dem zweiten Fenster"
    second.get_by_label("Beide nehmen, untereinander").check()
    with second.expect_navigation():
        second.get_by_role("button", name="Text zusammensetzen").click()
    both = "Gleich\n\naus dem zweiten Fenster\n\naus dem ersten Fenster"
    expect(second.get_by_label("Eigene Notiz")).to_have_value(both)
    send(second)
    assert stored_note(first, first.url) == both


def test_without_network_the_text_stays_and_is_saved_afterwards(window) -> None:
    context = window()
    page = context.pages[0]
    field = open_note(page)
    context.set_offline(True)
    field.fill("Im Funkloch begonnen")
    expect(says(field)).to_contain_text("nicht gespeichert, wir versuchen es weiter")
    assert list(axe.findings(page, STATE)) == []
    field.press_sequentially(" und weitergeschrieben")
    assert copied(page, "Text kopieren") == "Im Funkloch begonnen und weitergeschrieben"
    page.get_by_role("button", name="Speichern").click()
    expect(says(field)).to_contain_text("nicht gespeichert, wir versuchen es weiter")  # and the page is still here
    expect(field).to_have_value("Im Funkloch begonnen und weitergeschrieben")
    context.set_offline(False)
    expect(says(field)).to_contain_text("Uhr")
    expect(says(field)).not_to_contain_text("nicht gespeichert")
    expect(says(field)).to_have_class("save-state")  # nothing on its way
    assert stored_note(page, page.url) == "Im Funkloch begonnen und weitergeschrieben"


def test_an_answer_that_got_lost_is_no_second_writer(window) -> None:
    page = window().pages[0]
    field = open_note(page)
    lost = []

    def lose_first_answer(route) -> None:
        if route.request.method == "POST" and not lost:
            lost.append(route.fetch().status)
            route.abort()
        else:
            route.continue_()

    page.route("**/autospeichern/", lose_first_answer)
    field.fill("Angekommen, aber ohne Antwort")
    expect(says(field)).to_contain_text("nicht gespeichert")
    field.press_sequentially(", und weiter")
    expect(says(field)).to_have_class("save-state")  # nothing on its way
    expect(says(field)).to_contain_text("Uhr")
    assert lost == [200]
    assert stored_note(page, page.url) == "Angekommen, aber ohne Antwort, und weiter"


def test_an_expired_session_keeps_the_text_until_the_login_in_another_tab(window) -> None:
    context = window()
    page = context.pages[0]
    field = open_note(page)
    context.clear_cookies(name="sessionid")
    field.fill("Nach der Mittagspause")
    expect(says(field)).to_contain_text("Sie sind abgemeldet. Ihr Text steht noch hier.")
    assert list(axe.findings(page, STATE)) == []
    with context.expect_page() as opened:
        page.get_by_role("link", name="In neuem Fenster anmelden").click()
    log_in(opened.value, "mitglied")
    page.evaluate("window.dispatchEvent(new Event('focus'))")  # as a person who comes back to the window
    expect(says(field)).to_contain_text("gespeichert")
    expect(says(field)).to_contain_text("Uhr")
    assert stored_note(page, page.url) == "Nach der Mittagspause"
    send(page)  # with the new token
    expect(page.get_by_text("Nach der Mittagspause")).to_be_visible()


def test_another_person_in_the_other_tab_saves_nothing(window) -> None:
    context = window()
    page = context.pages[0]
    field = open_note(page)
    context.clear_cookies(name="sessionid")
    other = context.new_page()
    log_in(other, "koordination")
    field.fill("Nur für Mara")
    expect(says(field)).to_contain_text("ein anderes Konto angemeldet")
    expect(field).to_have_value("Nur für Mara")


def test_a_text_that_is_too_long_stays_and_is_saved_when_it_is_shorter(window) -> None:
    page = window().pages[0]
    field = open_note(page)
    field.evaluate("one => one.removeAttribute('maxlength')")
    field.fill("x" * 2_001)
    expect(says(field)).to_contain_text("2.001 Zeichen, möglich sind 2.000")
    field.fill("kurz")
    expect(says(field)).to_contain_text("Uhr")


def test_without_javascript_two_versions_meet_and_the_person_chooses(window) -> None:
    context = window(java_script_enabled=False)
    first = context.pages[0]
    field = open_note(first)
    second = context.new_page()
    second.goto(first.url)
    address = first.url
    field.fill("aus dem ersten Fenster")
    send(first)
    second.get_by_label("Eigene Notiz").fill("aus dem zweiten Fenster")
    send(second)
    expect(second.get_by_role("heading", level=1)).to_have_text("Zwei Fassungen")
    with second.expect_navigation():
        second.get_by_role("button", name="überall meine Fassung").click()
    expect(second.get_by_text("Noch nicht gespeichert")).to_be_visible()
    send(second)
    assert stored_note(first, address) == "aus dem zweiten Fenster"


def test_without_javascript_a_text_outlives_the_session(window) -> None:
    context = window(java_script_enabled=False)
    page = context.pages[0]
    field = open_note(page)
    address = page.url
    field.fill("Zu spät abgeschickt")
    context.clear_cookies(name="sessionid")
    send(page)
    expect(page.get_by_text("eine Stunde lang aufgehoben")).to_be_visible()
    log_in(page, "mitglied")
    page.goto(address)
    expect(page.get_by_text("Ihr Text ist wieder da")).to_be_visible()
    expect(page.get_by_label("Eigene Notiz")).to_have_value("Zu spät abgeschickt")
    send(page)
    assert stored_note(page, address) == "Zu spät abgeschickt"


def test_a_text_that_came_back_and_was_corrected_stays_corrected(window) -> None:
    """What the script saves from the text of an expired session does not come back."""
    context = window()
    page = context.pages[0]
    field = open_note(page)
    address = page.url
    context.clear_cookies(name="sessionid")
    field.fill("Nach der Pause abgeschickt")
    with page.expect_navigation():
        page.evaluate("document.querySelector('form[data-autosave]').submit()")  # as without the script
    log_in(page, "mitglied")
    page.goto(address)
    expect(page.get_by_text("Ihr Text ist wieder da")).to_be_visible()
    expect(field).to_have_value("Nach der Pause abgeschickt")
    field.fill("Nach der Pause abgeschickt, dann berichtigt")
    expect(says(field)).to_contain_text("Uhr")
    page.reload()
    expect(field).to_have_value("Nach der Pause abgeschickt, dann berichtigt")
    expect(page.get_by_text("Ihr Text ist wieder da")).to_be_hidden()


def test_a_profile_is_a_draft_until_it_is_published(window) -> None:
    page = window("koordination").pages[0]
    page.goto(PROFILE)
    field = page.get_by_label("Ansprechperson")
    before = field.input_value()
    expect(page.get_by_text("Entwurf verwerfen")).to_be_hidden()
    field.fill("Ida Neu")
    expect(says(field)).to_contain_text("Entwurf gespeichert")
    expect(says(field)).to_contain_text("noch nicht veröffentlicht")
    visitor = window("mitglied").pages[0]
    visitor.goto(PROFILE.removesuffix("bearbeiten/"))
    expect(visitor.get_by_text("Ida Neu")).to_be_hidden()
    page.goto(PROFILE)
    expect(page.get_by_text("noch nicht veröffentlicht.")).to_be_visible()
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert list(axe.findings(page, STATE)) == []
        assert list(quiet.scrolls_sideways(page)) == []
    page.get_by_role("button", name="Veröffentlichen").click()
    expect(page.get_by_text("Das Profil ist veröffentlicht.")).to_be_visible()
    visitor.reload()
    expect(visitor.get_by_text("Ida Neu").first).to_be_visible()
    assert before != "Ida Neu"


def test_a_draft_is_discarded(window) -> None:
    page = window("koordination").pages[0]
    page.goto(PROFILE)
    field = page.get_by_label("Ansprechperson")
    before = field.input_value()
    field.fill("Nur ein Versuch")
    expect(says(field)).to_contain_text("Entwurf gespeichert")
    page.get_by_text("Entwurf verwerfen").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Entwurf jetzt verwerfen").click()
    expect(page.get_by_label("Ansprechperson")).to_have_value(before)
