"""The search kind of organisations: current members, without contact data."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from netzwerk.directory.search_kinds import Organisations
from netzwerk.members.models import Organisation
from netzwerk.members.roles import OFFICE, ROLES
from netzwerk.members.services.organisations import (
    change_organisation,
    end_organisation,
    ensure_district,
    set_pilot_site,
)
from netzwerk.surfaces import registry
from netzwerk.surfaces.search_kinds import SearchDocument
from netzwerk.vocabulary.models import Term
from tests.factories.organisations import organisation, pilot_site
from tests.factories.terms import term

pytestmark = pytest.mark.django_db

KIND = Organisations()
PROFILE = "Wir beraten zu zweit."


@pytest.fixture
def topic() -> Term:
    return term("Testberatung", slug="testberatung")


def found(one: Organisation) -> SearchDocument:
    (findable,) = KIND.describe(KIND.rows().get(pk=one.pk))
    return findable


def town(**fields) -> Organisation:
    values = {"kind": "town", "name": "Gemeinde Prüfau", "place": "Prüfau", "ags": "99410123", "inhabitants": 30_000}
    return organisation(**values | {"district_name": "Kreis Prüfrode"} | fields)


def stamp(one: Organisation) -> str:
    columns = KIND.rows().filter(pk=one.pk).values_list("pk", *KIND.stamp_fields, named=True).get()
    return KIND.stamp(columns)


def test_the_kind_is_registered() -> None:
    assert isinstance(registry.search_kinds.get("organisationen"), Organisations)


def test_an_organisation_is_found_by_kind_place_and_description(topic) -> None:
    home = town(description="Das Rathaus am Markt.")
    home.topics.add(topic)
    pilot_site(home, profile=PROFILE, goal_avoid=True)
    one = found(home)
    assert one.title == "Gemeinde Prüfau"
    assert one.url == reverse("organisations:profile", args=[home.slug])
    assert one.summary == f"Kreisangehörige Gemeinde in Prüfau, {home.district.name}, Lindmark. Pilotstandort."
    lines = one.body.split("\n")
    assert {"Das Rathaus am Markt.", "Testberatung", "Sozialhilfebezug vermeiden", PROFILE} <= set(lines)
    assert one.facets == {
        "traeger": ["town"],
        "kreis": ["99410"],
        "groesse": ["medium"],
        "schwerpunkt": ["testberatung"],
    }


def test_a_place_is_not_repeated() -> None:
    district = organisation(kind="district", name="Kreis Prüfmark", place="Prüfstadt", ags="99877000")
    assert found(district).summary == "Kreis in Prüfstadt, Lindmark"
    assert found(organisation(kind="provider", place="Prüfdorf")).summary == "Freier Träger in Prüfdorf"


def test_names_numbers_and_addresses_are_not_indexed() -> None:
    home = town(
        contact_name="Wilhelmine Ansprechbar",
        email="wilhelmine@pruefau.example",
        phone="030 5550199",
        street="Geheimgasse 7",
        website="https://pruefau.example",
    )
    one = found(home)
    text = " ".join([one.title, one.url, one.summary, *one.headings, one.body, *map(str, one.facets.values())])
    for secret in ("Wilhelmine", "Ansprechbar", "@", "5550199", "Geheimgasse"):
        assert secret not in text


def test_every_value_of_a_facet_has_a_label(topic) -> None:
    home = town()
    home.topics.add(topic)
    labels = {facet.name: facet.labels() for facet in KIND.facets}
    for row in KIND.rows():
        (one,) = KIND.describe(row)
        for name, values in one.facets.items():
            assert set(values) <= set(labels[name])
    assert labels["schwerpunkt"]["testberatung"] == "Testberatung"
    assert labels["groesse"]["medium"] == "20.000 bis unter 100.000"


def test_only_current_members_are_rows() -> None:
    home, left = organisation(), organisation()
    end_organisation(left, actor=None)
    pks = set(KIND.rows().values_list("pk", flat=True))
    assert home.pk in pks
    assert left.pk not in pks


@pytest.mark.parametrize("role", [*(role.key for role in ROLES), "anonymous", "superuser"])
def test_all_rows_are_open_to_all_and_nobody_sees_more(role: str, person) -> None:
    left = organisation()
    end_organisation(left, actor=None)
    if role == "anonymous":
        user = AnonymousUser()
    elif role == "superuser":
        user = person(superuser=True)
    else:
        user = person(next(one for one in ROLES if one.key == role))
    rows = list(KIND.rows())
    assert KIND.audience_keys(rows) == {}
    assert set(KIND.visible_to(user)) == set(rows)


def test_thirty_rows_need_as_many_queries_as_one(topic) -> None:
    def queries(pks: list[int]) -> int:
        with CaptureQueriesContext(connection) as captured:
            rows = list(KIND.rows().filter(pk__in=pks))
            texts = [one for row in rows for one in KIND.describe(row)]
        assert len(texts) == len(pks)
        return len(captured)

    made = [organisation() for _number in range(29)]
    for one in made:
        one.topics.add(topic)
    site = pilot_site().organisation
    pks = [site.pk, *(one.pk for one in made)]
    assert queries(pks[:1]) == queries(pks[1:2]) == queries(pks) == 2


def test_every_change_of_indexed_data_changes_the_stamp(topic) -> None:
    home = town()
    stamps = [stamp(home)]
    change_organisation(home, actor=None, description="Neu beschrieben.")
    stamps.append(stamp(home))
    change_organisation(home, actor=None, topics=[topic])
    stamps.append(stamp(home))
    pilot_site(home)
    stamps.append(stamp(home))
    set_pilot_site(Organisation.objects.get(pk=home.pk), actor=None, profile=PROFILE)
    stamps.append(stamp(home))
    assert len(set(stamps)) == len(stamps)


def test_a_kreis_that_gets_its_name_changes_the_stamps_of_all_in_it() -> None:
    home = town(ags="99533123", district_name="")
    before = stamp(home)
    ensure_district("99533999", "Kreis Neuname")
    assert stamp(home) != before
    assert "Kreis Neuname" in found(home).summary


def test_renaming_a_topic_changes_the_stamps_of_its_organisations(topic, person, login) -> None:
    home, other = organisation(), organisation()
    home.topics.add(topic)
    before, untouched = stamp(home), stamp(other)
    address = reverse("wagtailsnippets_vocabulary_term:edit", args=[topic.pk])
    values = {"name": "Umbenannt", "slug": "umbenannt", "explanation": "", "position": "0"}
    answer = login(person(OFFICE)).post(address, values)
    assert answer.status_code == 302
    assert "Testberatung" not in found(home).body
    assert stamp(home) != before
    assert stamp(other) == untouched


def test_a_topic_in_use_is_not_deleted(topic, person, login) -> None:
    home = organisation()
    home.topics.add(topic)
    client = login(person(OFFICE))
    answer = client.post(reverse("wagtailsnippets_vocabulary_term:delete", args=[topic.pk]))
    assert answer.status_code == 302
    assert list(home.topics.all()) == [topic]
