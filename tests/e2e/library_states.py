"""States of the library, its reports, the glossary and the list of kept reports."""

from playwright.sync_api import Page

from tests.e2e.search_states import unfold_facets
from tests.e2e.state import State, send

LIBRARY = "/praxiswissen/"
LONG = f"{LIBRARY}sozialagentur-im-kreis-vier-jahre-aufbau/"
THIN = f"{LIBRARY}runder-tisch-soziales-griesenau/"
ARCHIVED = f"{LIBRARY}gutscheinheft-fuer-vereine-ungenutzt/"
OVERDUE = f"{LIBRARY}uebergang-aus-der-haft-drei-monate-vorher/"
WITHDRAWN = f"{LIBRARY}abschlussgespraech-und-anruf-nach-sechs-monaten/"  # its second version
MEMBER = "mitglied"


def open_versions(page: Page) -> None:
    page.get_by_role("link", name="Was hat sich geändert?").click()
    page.get_by_role("heading", name="Was hat sich geändert?").wait_for()


def open_changes(page: Page) -> None:
    open_versions(page)
    page.get_by_role("link", name="im Einzelnen").first.click()
    page.locator(".changed").first.wait_for()


def open_withdrawn(page: Page) -> None:
    open_versions(page)
    third = page.get_by_role("link", name="im Einzelnen").first.get_attribute("href")
    page.goto(third.replace("/3/", "/2/"))


def open_note(page: Page) -> None:
    page.get_by_role("link", name="Notiz ändern").first.click()
    page.get_by_label("Eigene Notiz").wait_for()


def write_too_much(page: Page) -> None:
    open_note(page)
    page.get_by_label("Eigene Notiz").evaluate(
        "one => { one.removeAttribute('maxlength'); one.value = 'x'.repeat(3000); }"
    )
    send(page)


def write_on_an_old_version(page: Page) -> None:
    """As if somebody had saved meanwhile. The script, which might be faster than the button, sees no typing."""
    open_note(page)
    page.locator("input[name=autosave-seen-note]").evaluate("one => { one.value = 'alt'; }")
    text = "Eine andere Notiz.\n\nMit zwei Absätzen."
    page.get_by_label("Eigene Notiz").evaluate("(one, text) => { one.value = text; }", text)
    send(page)


LIBRARY_STATES = (
    State("library", LIBRARY),
    State("library-results", f"{LIBRARY}?q=hilfeplan"),
    State("library-facets", f"{LIBRARY}?q=beratung&themenfeld=wohnen", unfold_facets),
    State("library-page-2", f"{LIBRARY}?sortierung=neueste&seite=2"),
    State("library-archive", f"{LIBRARY}?archiv=1&sortierung=titel"),
    State("library-meant", f"{LIBRARY}?q=hilfepaln"),
    State("library-nothing", f"{LIBRARY}?q=xqzzwy"),
    State("library-wrong-filter", f"{LIBRARY}?q=hilfeplan&themenfeld=alter&kosten=sehr-hoch&evidenz=mehrfach"),
    State("library-plain", f"{LIBRARY}?q=hilfeplan", unsearchable=True),
    State("library-start-plain", LIBRARY, unsearchable=True),
    State("report", LONG),
    State("report-kept", LONG, persona=MEMBER),
    State("report-thin", THIN),
    State("report-mentioned", f"{LIBRARY}kollegiale-beratung-fester-termin/", persona=MEMBER),
    State("report-with-references", f"{LIBRARY}gemeinsamer-hausbesuch-frueher-hilfen-eingestellt/"),
    State("news-with-references", "/aktuelles/hilfeplan-auf-einer-seite/"),
    State("report-archived", ARCHIVED),
    State("report-overdue", OVERDUE),
    State("report-versions", LONG, open_versions),
    State("report-changes", LONG, open_changes),
    State("report-versions-withdrawn", WITHDRAWN, open_versions),
    State("report-version-withdrawn", WITHDRAWN, open_withdrawn, status=410),
    State("criteria", "/berichte/kriterien/"),
    State("glossary", "/glossar/"),
    State("glossary-entry", "/glossar/schweigepflichtentbindung/"),
    State("bookmarks", "/merkliste/", persona=MEMBER),
    State("bookmarks-empty", "/merkliste/", persona="koordination"),
    State("bookmark-note", "/merkliste/", open_note, persona=MEMBER),
    State("bookmark-two-versions", "/merkliste/", write_on_an_old_version, persona=MEMBER, status=409),
    State("bookmark-note-too-long", "/merkliste/", write_too_much, persona=MEMBER, status=422),
)
