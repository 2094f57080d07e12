"""The directory: filters, counts, links, pages, and hostile query parameters."""

import re
from collections.abc import Callable
from decimal import Decimal
from html import unescape

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import QueryDict
from django.test import Client
from django.utils import timezone
from django.utils.http import urlencode

from netzwerk.directory.forms import DirectoryForm
from netzwerk.directory.organisations import Directory, districts_of
from netzwerk.lists.filters import Facet, Option
from netzwerk.members.models import Organisation
from netzwerk.members.roles import OFFICE
from netzwerk.members.services.organisations import end_organisation
from netzwerk.surfaces.registry import TOPICS
from netzwerk.vocabulary.models import Term, Tree
from tests.counting import fewest_queries
from tests.factories.organisations import organisation, pilot_site
from tests.factories.terms import topic_at

pytestmark = pytest.mark.django_db

URL = "/organisationen/"
LIMIT = 25
HOSTILE = (
    "<script>alert(1)</script>",
    "\" onmouseover='x'",
    "' OR 1=1 --",
    "%",
    "_",
    "\\",
    "\x00",
    "\u202e",
    "{{ 7*7 }}",
    "ﬁ" * 500,
    "٣",
    "../../etc/passwd",
)


@pytest.fixture(autouse=True)
def empty_network(db: None) -> None:
    """Only organisations created by the test are members."""
    Organisation.objects.update(left_on=timezone.localdate(), joined_on="2020-01-01")


@pytest.fixture
def topics() -> dict[str, Term]:
    names = {"wohnen": "Wohnen", "schulden": "Schulden", "arbeit": "Arbeit"}
    return {slug: topic_at(slug, f"{name} (Test)") for slug, name in names.items()}


@pytest.fixture
def network(topics: dict[str, Term]) -> dict[str, Organisation]:
    """Six members: two towns and their Kreis, two carriers, a research institute."""
    at = {"latitude": Decimal("51.50000"), "longitude": Decimal("7.50000")}
    found = {
        "kreis": organisation(
            name="Kreis Auental", kind="district", ags="05911000", place="Auen", inhabitants=350_000
        ),
        "alt": organisation(
            name="Stadt Altenau", kind="town", ags="05911004", place="Altenau", inhabitants=15_000, **at
        ),
        "moer": organisation(name="Stadt Mörs", kind="town", ags="05911008", place="Mörs", inhabitants=45_000, **at),
        "caritas": organisation(name="Caritas Mörs", kind="welfare", place="Mörs", postcode="47441", **at),
        "hilfe": organisation(name="Hilfe vor Ort", kind="provider", place="Überlingen"),
        "uni": organisation(name="Institut", kind="research", place="Zell"),
    }
    found["alt"].topics.set([topics["wohnen"], topics["schulden"]])
    found["moer"].topics.set([topics["wohnen"]])
    found["caritas"].topics.set([topics["schulden"]])
    pilot_site(found["moer"])
    return found


def directory(**query: object) -> Directory:
    """The directory of a visitor."""
    members = Organisation.objects.visible_to(AnonymousUser()).active()
    tree = Tree.load(TOPICS)
    asked = QueryDict(urlencode(query, doseq=True))
    form = DirectoryForm(asked, districts=districts_of(members), topics=tree.choices(TOPICS))
    return Directory(members, form, tree)


def names(**query: object) -> list[str]:
    return [one.name for one in directory(**query).listed()]


def facet(name: str, **query: object) -> dict[str, Option]:
    return {one.value: one for one in next(f for f in directory(**query).facets() if f.name == name).options}


def text_of(client: Client, query: str = "") -> str:
    answer = client.get(f"{URL}{query}")
    assert answer.status_code == 200
    return unescape(re.sub(r"\s+", " ", answer.content.decode()))


# Filters ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "mörs"}, {"Stadt Mörs", "Caritas Mörs"}),
        ({"q": "MOERS"}, {"Stadt Mörs", "Caritas Mörs"}),
        ({"q": "47441"}, {"Caritas Mörs"}),
        ({"q": "auental"}, {"Kreis Auental", "Stadt Altenau", "Stadt Mörs"}),  # by the name of the Kreis
        ({"q": "mörs caritas"}, {"Caritas Mörs"}),
        ({"q": "mörs altenau"}, set()),
        ({"art": "town"}, {"Stadt Altenau", "Stadt Mörs"}),
        ({"art": ["town", "welfare"]}, {"Stadt Altenau", "Stadt Mörs", "Caritas Mörs"}),
        ({"kreis": "05911"}, {"Kreis Auental", "Stadt Altenau", "Stadt Mörs"}),
        ({"groesse": "small"}, {"Stadt Altenau"}),
        ({"groesse": ["small", "very_large"]}, {"Stadt Altenau", "Kreis Auental"}),
        ({"thema": "wohnen"}, {"Stadt Altenau", "Stadt Mörs"}),
        ({"thema": ["wohnen", "schulden"]}, {"Stadt Altenau", "Stadt Mörs", "Caritas Mörs"}),
        ({"pilot": "1"}, {"Stadt Mörs"}),
        ({"thema": "schulden", "art": "town"}, {"Stadt Altenau"}),
        ({"ort": "51.50000,7.50000,51.50000,7.50000"}, {"Stadt Altenau", "Stadt Mörs", "Caritas Mörs"}),
        ({"ort": "51.50001,7.50000,51.60000,7.60000"}, set()),
    ],
)
def test_values_of_a_facet_are_joined_by_or_and_facets_by_and(network: dict, query: dict, found: set[str]) -> None:
    listed = names(**query)
    assert set(listed) == found
    assert len(listed) == len(found)


@pytest.mark.parametrize(
    ("order", "first", "last"),
    [
        ("name", "Caritas Mörs", "Stadt Mörs"),
        ("ort", "Stadt Altenau", "Institut"),
        ("neueste", "Institut", "Kreis Auental"),
    ],
)
def test_sorting_follows_german_order(network: dict, order: str, first: str, last: str) -> None:
    for name, day in (("Institut", "2026-03-01"), ("Kreis Auental", "2021-03-01")):
        Organisation.objects.filter(name=name).update(joined_on=day)
    Organisation.objects.exclude(name__in=["Institut", "Kreis Auental"]).update(joined_on="2024-03-01")
    listed = names(sortierung=order)
    assert (listed[0], listed[-1]) == (first, last)


def test_umlauts_are_sorted_beside_their_letters(network: dict) -> None:
    places = [one.place for one in directory(sortierung="ort").listed()]
    assert places == ["Altenau", "Auen", "Mörs", "Mörs", "Überlingen", "Zell"]


def test_counts_follow_words_and_other_facets_but_not_their_own(network: dict) -> None:
    assert {value: one.count for value, one in facet("art").items() if one.count} == {
        "town": 2,
        "district": 1,
        "welfare": 1,
        "provider": 1,
        "research": 1,
    }
    by_kind = facet("art", thema="schulden")
    assert (by_kind["town"].count, by_kind["welfare"].count, by_kind["research"].count) == (1, 1, 0)
    own = facet("art", art="town")
    assert (own["town"].count, own["welfare"].count) == (2, 1)
    assert facet("thema", art="town")["wohnen"].count == 2
    assert facet("thema", q="caritas")["wohnen"].count == 0
    assert facet("groesse", pilot="1")["medium"].count == 1
    assert facet("kreis")["05911"].count == 3
    assert facet("pilot", art="welfare")["1"].count == 0


def test_every_count_is_the_number_of_hits_of_its_value(network: dict) -> None:
    """With this value alone in its facet, whatever the other filters are."""
    for query in ({}, {"art": "town"}, {"thema": "schulden"}, {"q": "mörs"}, {"kreis": "05911", "pilot": "1"}):
        for one in directory(**query).facets():
            for option in one.options:
                assert option.count == len(names(**query | {one.name: option.value})), (query, one.name, option.value)


def test_options_without_hits_are_off_and_checked_ones_are_always_shown(network: dict) -> None:
    options = facet("art", art="research", thema="wohnen")
    assert options["provider"].is_off
    assert options["research"].checked
    assert not options["research"].count
    assert not options["research"].is_off
    many = [Option(str(number), f"Kreis {number}", 100 - number, False) for number in range(30)]
    checked = Option("x", "Kreis Z", 0, True)
    shown = Facet("kreis", "Kreis", [*many, checked])
    assert checked in shown.first
    assert len(shown.first) == 8
    assert set(shown.first) | set(shown.rest) == {*many, checked}


def test_only_current_members_are_listed_also_for_the_office(network: dict, person: Callable, login: Callable) -> None:
    end_organisation(network["uni"], actor=None)
    assert "Institut" not in names()
    assert ">Institut<" not in text_of(login(person(OFFICE)))
    assert facet("art")["research"].count == 0


# The page --------------------------------------------------------------------------------------------------------------


def test_heading_chips_and_links(client: Client, network: dict) -> None:
    text = text_of(client, "?q=mörs&art=town&art=welfare")
    assert "2 Ergebnisse für „mörs“" in text
    chips = re.findall(r'<a class="chip on" href="([^"]*)"><span>([^<]*)', text)
    assert [label for _url, label in chips] == [
        "Suche: mörs",
        "Art: kreisangehörige Gemeinde",
        "Art: Wohlfahrtsverband",
    ]
    assert chips[1][0] == "?q=m%C3%B6rs&art=welfare"
    assert "1 Ergebnis für" in text_of(client, chips[1][0])
    assert "checked" in re.search(r'value="town"[^>]*', text)[0]


def test_pages_have_twenty_rows_and_keep_the_filter(client: Client) -> None:
    for number in range(23):
        organisation(name=f"Träger {number:02}", kind="provider")
    first = text_of(client, "?art=provider")
    assert "Ergebnisse 1–20 von 23" in first
    assert "?art=provider&seite=2" in first
    second = text_of(client, "?art=provider&seite=2")
    assert "Ergebnisse 21–23 von 23" in second
    assert "Seite 2" in re.search(r"<title>.*?</title>", second)[0]


def test_an_empty_result_names_the_filters_to_remove(client: Client, network: dict) -> None:
    text = text_of(client, "?q=mörs&art=research")
    assert "Keine Ergebnisse für „mörs“" in text
    links = directory(q="mörs", art="research").removable_filters()
    assert [(link.label, link.count) for link in links] == [
        ("die Suche nach „mörs“", 1),
        ("„Art der Organisation“", 2),
    ]
    for link in links:
        assert link.url in text
        assert f"{link.count} Ergebnis" in text_of(client, link.url)
    alone = text_of(client, "?q=gibtesnicht&art=research&thema=wohnen")
    assert "Keine der Angaben passt" in alone


def test_an_empty_network_has_an_explanation(client: Client) -> None:
    text = text_of(client)
    assert "Noch ist keine Organisation dabei." in text
    assert 'class="map"' not in text
    assert "Keine Ergebnisse" in text_of(client, "?q=x")


def test_a_network_without_coordinates_has_no_map(client: Client) -> None:
    organisation()
    text = text_of(client)
    assert "1 Ergebnis" in text
    assert 'class="map"' not in text


def test_the_map_shows_numbers_and_links_to_the_area(client: Client, network: dict) -> None:
    text = text_of(client)
    assert "3 Organisationen an 2 Orten; für 3 weitere fehlt die Lage." in text
    title = re.search(r"<title>(3 Organisationen[^<]*)</title>", text)
    assert title[1] == "3 Organisationen in Mörs und Umgebung, davon 1 Pilotstandort"
    link = "?ort=51.50000%2C7.50000%2C51.50000%2C7.50000"
    assert f'href="{link}"' in text
    there = text_of(client, link)
    assert "3 Ergebnisse" in there
    assert "Ort: Mörs und Umgebung" in there
    assert '<input type="hidden" name="ort" value="51.50000,7.50000,51.50000,7.50000">' in there
    pilots = text_of(client, "?pilot=1")
    assert f'href="{network["moer"].get_absolute_url()}"><title>Stadt Mörs (Pilotstandort)</title>' in pilots


# Hostile and unknown values --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "field", ["q", "art", "kreis", "groesse", "thema", "pilot", "ort", "sortierung", "seite", "fremd"]
)
@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_values_are_escaped_and_raise_no_error(client: Client, network: dict, field: str, value: str) -> None:
    answer = client.get(URL, {field: value})
    assert answer.status_code == 200
    text = answer.content.decode()
    assert "<script>alert" not in text
    assert "\" onmouseover='x'" not in text
    if field != "q":
        assert "6 Ergebnisse" in text


@pytest.mark.parametrize(
    "query",
    [
        "?seite=abc",
        "?seite=-1",
        "?seite=0",
        f"?seite={'9' * 5000}",
        "?seite=1e9",
        "?art=",
        "?art=town&art=xx&art=",
        "?ort=0,0,0,0",
    ],
)
def test_unknown_values_are_ignored(client: Client, network: dict, query: str) -> None:
    assert "Ergebnisse" in text_of(client, query)
    assert directory(kreis="99999", thema="x", art="x", groesse="x").chosen == {"sortierung": "name"}
    assert directory(q="!!! ---").words == ""
    assert len(directory(q="a" * 5000).words) == 100


def test_hostile_names_are_escaped(client: Client, topics: dict) -> None:
    evil = "<img src=x onerror=alert(1)>\"'&{{ 7 }}"
    at = {"latitude": Decimal("51.5"), "longitude": Decimal("7.5")}
    made = organisation(name=evil, kind="city", ags="05112000", place="<b>Ort</b>", district_name=evil, **at)
    topics["arbeit"].name = "<i>Arbeit</i>"
    topics["arbeit"].save()
    made.topics.add(topics["arbeit"])
    for address in (URL, made.get_absolute_url()):
        text = client.get(address).content.decode()
        for part in ("<img src=x", "<b>Ort", "<i>Arbeit"):
            assert part not in text
        assert "&lt;img src=x" in text


# Queries ---------------------------------------------------------------------------------------------------------------


def queries_of(client: Client, address: str) -> int:
    assert client.get(address).status_code == 200
    return fewest_queries(lambda: client.get(address))


def grow(total: int, topics: dict[str, Term]) -> None:
    while Organisation.objects.active().count() < total:
        number = Organisation.objects.count()
        at = {"latitude": Decimal(f"{50 + number % 40 / 10}"), "longitude": Decimal(f"{7 + number % 23 / 10}")}
        made = organisation(kind="city", ags=f"05{number:03}000", inhabitants=1000 * number, **at)
        made.topics.set(topics.values())
        pilot_site(made)


@pytest.mark.parametrize(
    "query", ["", "?q=test&art=city&thema=wohnen&groesse=small&pilot=1&sortierung=ort", "?q=gibtesnicht"]
)
def test_the_directory_needs_no_more_queries_with_more_organisations(client: Client, topics: dict, query: str) -> None:
    counts = []
    for total in (1, 3, 30):
        grow(total, topics)
        counts.append(queries_of(client, f"{URL}{query}"))
    assert counts[0] == counts[1] == counts[2] <= LIMIT


def test_a_profile_needs_no_more_queries_with_more_neighbours(client: Client, topics: dict) -> None:
    counts = []
    for total in (2, 4, 30):
        grow(total, topics)
        made = Organisation.objects.active().first()
        Organisation.objects.active().update(district=made.district)
        counts.append(queries_of(client, made.get_absolute_url()))
    assert counts[0] == counts[1] == counts[2] <= 12
