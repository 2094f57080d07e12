"""Everything works without JavaScript."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.e2e.states import send

pytestmark = pytest.mark.browser


def test_menu_of_a_phone_opens_and_closes_without_javascript(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(width=320, java_script_enabled=False).new_page()
    page.goto("/")
    menu = page.locator("#menue")
    expect(menu).to_be_hidden()
    page.get_by_role("button", name="Menü").click()
    expect(menu).to_be_visible()
    expect(menu.get_by_role("link", name="Netzwerk", exact=True)).to_be_visible()
    expect(menu.get_by_role("link", name="Aktuelles")).to_be_hidden()
    page.get_by_role("button", name="Schließen").click()
    expect(menu).to_be_hidden()
    page.get_by_role("button", name="Menü").click()
    menu.locator("summary", has_text="Mehr unter Netzwerk").click()
    menu.get_by_role("link", name="Aktuelles").click()
    expect(page.locator("h1")).to_have_text("Aktuelles")


def test_an_address_of_an_answer_unfolds_it_without_javascript(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/das-netzwerk/haeufige-fragen/")
    answer = page.locator(".accordion-group details > section").last
    expect(answer).to_be_hidden()
    anchor = answer.get_attribute("id")
    page.goto("/")
    page.goto(f"/das-netzwerk/haeufige-fragen/#{anchor}")
    expect(answer).to_be_visible()
    expect(page.locator(".accordion-group summary").last).to_be_in_viewport()
    expect(page.locator(".accordion-group details[open]")).to_have_count(1)


def test_contact_form_reaches_the_outbox_without_javascript(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/kontakt/")
    page.get_by_label("Ihre E-Mail-Adresse").fill("ada@kreis.example")
    page.get_by_label("Worum geht es?").fill("Frage zur Hilfeplanung")
    page.get_by_label("Ihre Nachricht").fill("Wie oft prüfen Sie einen Hilfeplan?")
    send(page)
    expect(page.get_by_text("Ihre Nachricht ist angekommen.")).to_be_visible()
    page.reload()  # sends nothing again
    page.goto("/demo/postausgang/")
    mail = page.locator(".news-item").filter(has_text="Frage zur Hilfeplanung")
    expect(mail).to_have_count(1)
    mail.get_by_role("link").click()
    expect(page.locator(".letter")).to_contain_text("Wie oft prüfen Sie einen Hilfeplan?")


def test_persona_logs_in_and_out_without_javascript(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/konto/anmelden/")
    page.get_by_role("button", name="Als Mitglied anmelden").click()
    expect(page.locator("h1")).to_have_text("Guten Tag, Mara")
    page.get_by_role("button", name="Abmelden").click()
    expect(page.get_by_role("link", name="Anmelden", exact=True)).to_be_visible()
    page.goto("/mein-bereich/")
    expect(page.locator("h1")).to_have_text("Anmelden")
