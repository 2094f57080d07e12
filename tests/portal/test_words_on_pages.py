"""E-mail addresses in texts are links, forms link the privacy policy, and there is one glossary."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.template import Context, Template
from django.test import Client
from django.urls import reverse

from netzwerk.members.models import Application, Organisation
from netzwerk.members.regions import ags_error
from netzwerk.portal.links import LinkTargets, with_mail_links
from netzwerk.portal.models import PortalPage
from netzwerk.surfaces import registry
from tests.factories.organisations import organisation
from tests.factories.pages import content_page

pytestmark = pytest.mark.django_db
LINK = '<a href="mailto:ina@ort.example">ina@ort.example</a>'


@pytest.mark.parametrize(
    ("html", "linked"),
    [
        ("Fragen an ina@ort.example.", f"Fragen an {LINK}."),
        ("<p>ina@ort.example, sonst anrufen</p>", f"<p>{LINK}, sonst anrufen</p>"),
        ("Ina &lt;ina@ort.example&gt;", f"Ina &lt;{LINK}&gt;"),
        ("(ina@ort.example)", f"({LINK})"),
        (LINK, LINK),
        ('<a href="/x/">an <b>ina@ort.example</b></a>', '<a href="/x/">an <b>ina@ort.example</b></a>'),
        ("<code>ina@ort.example</code>", "<code>ina@ort.example</code>"),
        ('<img alt="ina@ort.example">', '<img alt="ina@ort.example">'),
        ("https://ort.example/@ina@ort.example", "https://ort.example/@ina@ort.example"),
        ("@ina, 5 @ 3 Euro, ina@ort", "@ina, 5 @ 3 Euro, ina@ort"),
        ("a@" * 500, "a@" * 500),
        ("ina@faß.example", '<a href="mailto:ina@xn--fa-hia.example">ina@faß.example</a>'),
    ],
)
def test_addresses_become_links_except_inside_links(html: str, linked: str) -> None:
    assert with_mail_links(html) == linked


def test_every_mail_link_of_a_template_has_an_ascii_domain() -> None:
    folder = Path(settings.BASE_DIR) / "templates"
    found = [link for path in folder.rglob("*.html") for link in re.findall(r"mailto:\{\{[^}]*\}\}", path.read_text())]
    assert len(found) > 3
    assert [link for link in found if "|mail_address" not in link] == []


def test_plain_texts_are_escaped() -> None:
    text = "{% load portal_tags %}{{ one|mail_links }}"
    assert Template(text).render(Context({"one": "<b>ina@ort.example"})) == f"&lt;b&gt;{LINK}"


def test_rich_text_has_mail_links() -> None:
    assert LinkTargets().expand("<p>ina@ort.example</p>") == f"<p>{LINK}</p>"
    page = content_page(blocks=[{"type": "text", "value": "<p>Schreiben Sie an ina@ort.example.</p>"}])
    assert LINK in Client().get(page.url).content.decode()


def test_the_description_of_an_organisation_has_mail_links() -> None:
    home = organisation(description="Fragen an ina@ort.example <b>")
    page = Client().get(home.get_absolute_url()).content.decode()
    assert f"Fragen an {LINK} &lt;b&gt;" in page


@pytest.mark.parametrize("address", ["/mitglied-werden/", "/kontakt/", "/barriere-melden/", "ask"])
def test_forms_for_personal_data_link_the_privacy_policy(address: str) -> None:
    if address == "ask":
        address = reverse("joining:ask", args=[Organisation.objects.active().first().slug])
    page = Client().get(address).content.decode()
    assert re.search(r'Was mit Ihren Angaben geschieht, steht unter <a href="/datenschutz/">Datenschutz</a>', page)


def test_without_a_privacy_page_forms_have_no_link() -> None:
    PortalPage.objects.get(slug="datenschutz").delete()
    assert "Was mit Ihren Angaben geschieht" not in Client().get("/mitglied-werden/").content.decode()


def test_the_privacy_page_names_what_is_processed() -> None:
    page = Client().get("/datenschutz/").content.decode()
    for what in (
        *("Antrag auf Mitgliedschaft", "Einladung", "Offenes Profil", "Rollen", "Merkliste", "Zahlen zum Lesen"),
        *(
            "Suchanfragen",
            "Mitteilungen",
            "Protokoll der Änderungen",
            "Sitzung",
            "Zweiter Faktor",
            "Artikel 6 Absatz 1",
        ),
    ):
        assert what in page


# What a person gets as "Meine Daten", and the words of the privacy page for it.
ON_THE_PRIVACY_PAGE = {
    "account": "Konto und Profil",
    "applications": "Antrag auf Mitgliedschaft",
    "authors": "Autor:innen von Berichten",
    "booking-wish": "Anmeldungen zu Veranstaltungen",
    "bookings": "Anmeldungen zu Veranstaltungen",
    "bookmarks": "Merkliste und Notizen",
    "calendar": "Adresse des eigenen Kalenders",
    "certificates": "Bescheinigungen",
    "credits": "Anträge auf Anrechnung",
    "editing": "Einstellungen der Redaktion",
    "files": "Seiten, Dateien",
    "group-messages": "Planung und Leitung von Workshops",
    "hours": "Stundenkonto",
    "invitations": "Einladung",
    "kept-texts": "Texte einer abgelaufenen Sitzung",
    "led-workshops": "Planung und Leitung von Workshops",
    "log": "Protokoll der Änderungen",
    "memberships": "Rollen und Mitgliedschaften",
    "organised-workshops": "Planung und Leitung von Workshops",
    "pages": "Seiten, Dateien",
    "post": "E-Mails des Portals",
    "profile_drafts": "Entwürfe für Profile von Organisationen",
    "roles": "Rollen und Mitgliedschaften",
    "second_factor": "Zweiter Faktor",
    "workshop-answers": "Antworten bei der Anmeldung",
}


def test_the_privacy_page_names_every_part_of_the_own_data() -> None:
    assert {part.key for part in registry.own_data} == set(ON_THE_PRIVACY_PAGE)
    page = Client().get("/datenschutz/").content.decode()
    table = page.partition("Grundlage (DSGVO)")[2].partition("</table>")[0]
    assert {words for words in ON_THE_PRIVACY_PAGE.values() if words not in table} == set()


def test_retention_periods_on_the_privacy_page_match_the_code(settings) -> None:
    from netzwerk.autosave import models as autosave
    from netzwerk.hours.services import forgetting
    from netzwerk.members.services import applications, invitations
    from netzwerk.post.services import notifications
    from netzwerk.search.services import questions

    page = Client().get("/datenschutz/").content.decode()
    assert applications.RETENTION.days == 365
    assert "Ein Jahr nach der Entscheidung" in page
    assert f"Gilt {invitations.VALID_FOR.days} Tage" in page
    assert f"{notifications.RETENTION.days} Tage" in page
    assert f"{settings.POST_KEEP_DAYS} Tage im Postausgang" in page
    assert settings.SESSION_COOKIE_AGE == 14 * 24 * 3600
    assert "höchstens 14 Tage" in page
    assert f"Nachweise {forgetting.KEEP_PROOFS.days} Tage nach der Entscheidung" in page
    assert f"Entwürfe {forgetting.KEEP_DRAFTS.days} Tage" in page
    assert f"Gästen {forgetting.KEEP_GUESTS.days} Tage" in page
    assert timedelta(hours=1) == autosave.KEPT_FOR
    assert "Eine Stunde, verschlüsselt" in page
    assert questions.RETENTION_MONTHS == 12
    assert "in Worten zwölf Monate" in page


@pytest.mark.parametrize("slug", ["hilfe", "leichte-sprache", "gebaerdensprache"])
def test_help_names_all_areas(slug: str) -> None:
    main = Client().get(f"/{slug}/").content.decode().partition("<main")[2].partition("</main>")[0]
    for area in ("Praxis", "Glossar", "Organisationen", "Suche", "/mitglied-werden/", "/themen/"):
        assert area in main, area


def test_there_is_one_glossary() -> None:
    assert not PortalPage.objects.filter(slug="wichtige-woerter").exists()
    assert 'href="/glossar/"' in Client().get("/hilfe/").content.decode()


def test_the_network_page_links_organisations_and_people() -> None:
    main = Client().get("/das-netzwerk/").content.decode().partition("<main")[2].partition("</main>")[0]
    assert 'href="/organisationen/"' in main
    assert 'href="/menschen/"' in main


@pytest.mark.parametrize("kind", [Organisation.Kind.UNION, Organisation.Kind.JOBCENTER])
def test_unions_and_jobcenters_are_kinds_with_a_place_on_the_map_and_any_key(kind: str) -> None:
    from netzwerk.directory.map.drawing import MARKER_OF_KIND, MUNICIPALITY, OTHER

    expected = MUNICIPALITY if kind == Organisation.Kind.UNION else OTHER
    assert MARKER_OF_KIND.get(kind, OTHER) == expected
    assert ags_error(kind, "99410000") == ags_error(kind, "99410123") == ags_error(kind, "") == ""
    home = organisation(kind=kind, name=f"Prüfstelle {kind}", ags="99410000")
    assert Application._meta.get_field("kind").choices == Organisation._meta.get_field("kind").choices
    assert home.get_kind_display() in Client().get(f"/organisationen/?art={kind}").content.decode()
