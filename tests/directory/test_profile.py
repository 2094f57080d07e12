"""An organisation's profile, for visitors, members and people who may edit it."""

import json
import re
from collections.abc import Callable
from decimal import Decimal
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from netzwerk.members.models import Organisation
from netzwerk.members.roles import ADMINISTRATION, COORDINATOR, GROUP_CHAIR, MEMBER, OFFICE
from netzwerk.members.services.memberships import end_membership, join_organisation
from netzwerk.members.services.organisations import change_organisation, end_organisation
from netzwerk.vocabulary.models import Term
from tests.factories.grants import grant
from tests.factories.organisations import organisation, pilot_site
from tests.factories.pages import picture
from tests.factories.people import PersonFactory
from tests.factories.terms import topic_at

pytestmark = pytest.mark.django_db


@pytest.fixture
def town() -> Organisation:
    made = organisation(
        name="Stadt Mörs",
        kind="town",
        ags="05911008",
        district_name="Kreis Auental",
        place="Mörs",
        postcode="47441",
        street="Am Markt 1",
        inhabitants=45_678,
        latitude=Decimal("51.45"),
        longitude=Decimal("6.62"),
        email="rat@moers.example",
        phone="02841 20-0",
        website="https://www.moers.example/",
        description="Wir begleiten Menschen.\n\nAus einer Hand.",
    )
    made.topics.add(topic_at("wohnen", "Wohnen (Test)"))
    return made


def text_of(client: Client, made: Organisation, status: int = 200) -> str:
    answer = client.get(made.get_absolute_url())
    assert answer.status_code == status
    return unescape(re.sub(r"\s+", " ", answer.content.decode()))


def test_visitors_read_the_profile_of_an_organisation(client: Client, town: Organisation) -> None:
    text = text_of(client, town)
    for part in (
        "<h1>Stadt Mörs</h1>",
        "<p>Aus einer Hand.</p>",
        "45.678",
        "20.000 bis unter 100.000",
        "05911008",
        "Kreis Auental",
        "Nordrhein-Westfalen",
        "47441 Mörs",
        'href="mailto:rat@moers.example"',
        'href="tel:02841200"',
        'href="https://www.moers.example/" rel="noopener"',
        'href="/themen/wohnen/"',
        "Lage</h2>",
        f'<link rel="canonical" href="http://localhost:8000{town.get_absolute_url()}">',
    ):
        assert part in text, part
    assert "Pilotstandort" not in re.sub(r"<footer.*", "", text)
    assert "Hier können Sie fragen" not in text
    assert "bearbeiten/" not in text


def test_an_empty_profile_has_no_empty_sections(client: Client) -> None:
    text = text_of(client, organisation())
    for part in ("Einwohner", "AGS", "mailto:", "tel:", "Lage</h2>", "Themen</h2>", "Weitere"):
        assert part not in text, part


def test_a_pilot_site_shows_the_data_for_comparisons(client: Client, town: Organisation) -> None:
    pilot_site(town, full_time_posts="12.75", profile="Eine Tür statt sechs.")
    text = text_of(client, town)
    for part in (
        "Sozialhilfebezug überwinden",
        "Fallmanagement und Leistungsgewährung in einer Hand",
        "gemischt aus Sozialer Arbeit und Verwaltung",
        "12,75",
        "1. Juli 2025",
        "gehören neben jeden Vergleich",
        "Eine Tür statt sechs.",
    ):
        assert part in text, part


def test_the_logo_is_decorative_and_public(client: Client, town: Organisation) -> None:
    change_organisation(town, actor=None, logo=picture("Wappen"))
    text = text_of(client, town)
    image = re.search(r'<img src="(/dateien/[^"]+)"[^>]*>', text)
    assert 'alt=""' in image[0]
    assert client.get(image[1]).status_code == 200


def test_neighbours_are_of_the_same_kreis_and_at_most_six(client: Client, town: Organisation) -> None:
    for number in range(8):
        near = organisation(name=f"Nachbar {number}")
        Organisation.objects.filter(pk=near.pk).update(district=town.district)
    gone = organisation(name="Nachbar A")
    Organisation.objects.filter(pk=gone.pk).update(district=town.district)
    end_organisation(gone, actor=None)
    text = text_of(client, town)
    assert "Weitere im Kreis Auental" in text
    assert len(re.findall(r">Nachbar \d</a>", text)) == 6
    assert "Nachbar A" not in text
    assert 'href="/organisationen/?kreis=05911"' in text


def test_members_see_open_profiles_of_the_organisation(town: Organisation, person: Callable, login: Callable) -> None:
    def of_town(first_name: str, **fields):
        user = PersonFactory.create(first_name=first_name, last_name="X", **fields)
        grant(user, MEMBER, organisation=town)
        return join_organisation(user, town, actor=None)

    of_town("Offen", profile_open=True, function="Sozialplanung")
    of_town("Verschlossen")
    of_town("Gesperrt", profile_open=True, is_active=False)
    end_membership(of_town("Gegangen", profile_open=True), actor=None)
    PersonFactory.create(first_name="Fremd", last_name="X", profile_open=True)
    text = text_of(login(person(MEMBER)), town)
    assert "Offen X" in text
    assert "Sozialplanung" in text
    for name in ("Verschlossen X", "Gesperrt X", "Gegangen X", "Fremd X"):
        assert name not in text
    own = text_of(login(person(COORDINATOR, home=town)), town)
    assert "Verschlossen X" not in own  # visible to the coordination, but not open to members
    assert "Hier können Sie fragen" not in text_of(login(person(ADMINISTRATION)), town)
    assert "Hier können Sie fragen" not in text_of(login(person()), town)


def test_only_people_who_may_edit_see_the_link(town: Organisation, person: Callable, login: Callable) -> None:
    edit = f'href="{town.get_absolute_url()}bearbeiten/"'
    may = {
        "own coordination": person(COORDINATOR, home=town),
        "office": person(OFFICE),
        "superuser": person(superuser=True),
    }
    may_not = {"foreign coordination": person(COORDINATOR), "member": person(MEMBER, home=town), "nobody": person()}
    assert [name for name, user in may.items() if edit not in text_of(login(user), town)] == []
    assert [name for name, user in may_not.items() if edit in text_of(login(user), town)] == []


def test_a_former_member_is_visible_to_the_office_only(
    client: Client, town: Organisation, person: Callable, login: Callable
) -> None:
    coordinator = person(COORDINATOR, home=town)
    end_organisation(town, actor=None)
    missing = text_of(client, Organisation(slug="gibt-es-nicht"), status=404)
    assert re.sub('nonce="[^"]*"', "", text_of(client, town, status=404)) == re.sub('nonce="[^"]*"', "", missing)
    text_of(login(coordinator), town, status=404)
    text = text_of(login(person(OFFICE)), town)
    assert "Ausgetreten am" in text
    assert "bearbeiten/" not in text
    assert "Lage</h2>" not in text


def test_structured_data_is_complete_and_escaped(client: Client, town: Organisation) -> None:
    change_organisation(town, actor=None, description="</script><script>alert(1)</script>")
    content = client.get(town.get_absolute_url()).content.decode()
    script = re.search(r'<script type="application/ld\+json" nonce="[^"]+">(.*?)</script>', content)
    data = json.loads(script[1])
    assert data["@type"] == "GovernmentOrganization"
    assert data["name"] == "Stadt Mörs"
    assert data["url"] == f"http://localhost:8000{town.get_absolute_url()}"
    assert data["address"]["postalCode"] == "47441"
    assert data["description"] == "</script><script>alert(1)</script>"
    assert "<script>alert" not in content


def test_the_sitemap_contains_current_members(client: Client, town: Organisation) -> None:
    gone = organisation()
    end_organisation(gone, actor=None)
    text = client.get("/sitemap.xml", headers={"host": "localhost"}).content.decode()
    assert f"<loc>http://localhost:8000{town.get_absolute_url()}</loc>" in text
    assert "<loc>http://localhost:8000/organisationen/</loc>" in text
    assert gone.get_absolute_url() not in text


def test_a_profile_with_many_people_needs_no_more_queries(
    town: Organisation, person: Callable, login: Callable
) -> None:
    client, counts = login(person(MEMBER)), []
    for total in (1, 3):
        while town.memberships.count() < total:
            user = PersonFactory.create(profile_open=True)
            grant(user, GROUP_CHAIR)
            user.topics.set(Term.objects.topics()[:3])
            join_organisation(user, town, actor=None)
        client.get(town.get_absolute_url())
        with CaptureQueriesContext(connection) as captured:
            text_of(client, town)
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 25
