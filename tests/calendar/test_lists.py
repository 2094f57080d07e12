"""/termine/: agenda, filters, month, past; what features add; where it shows."""

from datetime import date as day_type
from datetime import time, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from netzwerk.calendar.entries import overlapping
from netzwerk.calendar.models import Date
from netzwerk.calendar.services.dates import cancel_date
from netzwerk.calendar.services.feeds import renew_token
from netzwerk.members.models import District
from netzwerk.members.roles import MEMBER
from netzwerk.surfaces import registry
from netzwerk.surfaces.registry import DateFilter, DateLabel, DateLabels
from tests.counting import fewest_queries
from tests.factories.dates import KIND, Meetings, registered, venue
from tests.factories.dates import date as new_date
from tests.factories.terms import term

pytestmark = pytest.mark.django_db


def titles(html: str) -> list[str]:
    return [part.split("</a>")[0].split(">")[-1] for part in html.split('class="date-title"')[1:]]


def page(client: Client, address: str = "/termine/") -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def seats(monkeypatch):
    """What the layer of seats registers: a filter and a label; dates with "frei" in the title have free seats."""
    monkeypatch.setattr(registry.date_filters, "_entries", {})
    monkeypatch.setattr(registry.date_labels, "_entries", {})
    registry.date_filters.register(
        DateFilter(
            *("plaetze", 10, "Plätze", [("frei", "freie Plätze"), ("warteliste", "Warteliste offen")]),
            lambda dates, values, _user: dates.filter(title__contains="frei") if values == ["frei"] else dates.none(),
        )
    )
    registry.date_labels.register(
        DateLabels(
            *("seats", 30),
            lambda _user, keys: {
                key: [DateLabel("noch 4 Plätze", "good")]
                for key in Date.objects.filter(pk__in=keys, title__contains="frei").values_list("pk", flat=True)
            },
        )
    )


def test_the_agenda_groups_by_month_with_time_place_and_states(meetings: Meetings, client: Client, seats) -> None:
    first = (timezone.localdate().replace(day=1) + timedelta(days=65)).replace(day=3)
    house = venue("Haus am Markt")
    new_date(title="Viel frei", start_day=first, start_time=time(9, 30), venue=house)
    new_date(title="Online", start_day=first + timedelta(days=1), online_url="https://r.example/x")
    off = new_date(title="Abgesagt", start_day=first + timedelta(days=40), venue=house, is_online=True)
    cancel_date(off, actor=None)
    new_date(title="Unsicher", start_day=first + timedelta(days=41), state="tentative")
    html = page(client)
    assert titles(html) == ["Viel frei", "Online", "Abgesagt", "Unsicher"]
    assert html.count('<section aria-labelledby="monat-') == 2
    assert "9:30 bis 12:00\u00a0Uhr" in html and "Haus am Markt · Treffen" in html
    for words in ("noch 4 Plätze", "fällt aus", "noch nicht sicher", "online möglich", "Lindenbrück", "4 Termine bis"):
        assert words in html
    assert html.index("noch 4 Plätze") < html.index(">Lindenbrück<")
    assert "r.example" not in html


def test_each_filter_and_their_counts(meetings: Meetings, client: Client, seats) -> None:
    near, far = District.objects.order_by("pk")[:2]
    topic, narrower = term(), term()
    narrower.parent = topic
    narrower.save()
    new_date(title="A frei", venue=venue(district=near), topics=[narrower])
    new_date(title="B", venue=venue(district=far), is_online=True, topics=[term()])
    new_date(title="C", is_online=True)
    cases = {
        "plaetze=frei": ["A frei"],
        f"kreis={near.pk}": ["A frei"],
        f"kreis={near.pk}&kreis={far.pk}": ["A frei", "B"],
        "wie=online": ["C"],
        "wie=beides&wie=ort": ["A frei", "B"],
        f"thema={topic.slug}": ["A frei"],
        f"thema={topic.slug}&wie=online": [],
        f"art={KIND}": ["A frei", "B", "C"],
        "art=unbekannt&seite=99&kreis=00000": ["A frei", "B", "C"],
    }
    for query, expected in cases.items():
        assert titles(page(client, f"/termine/?{query}")) == expected, query
    html = page(client, f"/termine/?thema={topic.slug}&wie=online")
    assert "Zusammen führen diese Angaben zu keinem Ergebnis" in html


def test_members_can_tell_for_whom_a_date_is_and_visitors_see_public_ones(
    meetings: Meetings, client, person, login
) -> None:
    new_date(title="Offen")
    new_date(title="Intern", audience="members")
    assert titles(page(client)) == ["Offen"]
    assert titles(page(client, "/termine/?fuer=members")) == ["Offen"]
    member = login(person(MEMBER))
    assert titles(page(member)) == ["Offen", "Intern"]
    assert titles(page(member, "/termine/?fuer=members")) == ["Intern"]


def test_past_dates_are_apart_newest_first(meetings: Meetings, client: Client) -> None:
    new_date(title="Lange her", days=-40)
    new_date(title="Neulich", days=-3)
    new_date(title="Bald")
    assert titles(page(client)) == ["Bald"]
    assert titles(page(client, "/termine/vergangene/")) == ["Neulich", "Lange her"]


def test_the_month_shows_each_day_of_a_date(meetings: Meetings, client: Client, seats) -> None:
    new_date(title="Tagung frei", start_day=day_type(2027, 2, 2), end_day=day_type(2027, 2, 3))
    off = new_date(title="Abgesagt", start_day=day_type(2027, 2, 10))
    cancel_date(off, actor=None)
    html = page(client, "/termine/kalender/?monat=2027-02")
    assert html.count(">Tagung frei</a>") == 2 and "weiter" in html
    assert "event is-free" in html and "event is-void" in html
    assert "Februar 2027" in html and "?monat=2027-01" in html and "?monat=2027-03" in html
    assert "Tagung frei" not in page(client, "/termine/kalender/?monat=2027-05")
    for wrong in ("", "?monat=2027-13", "?monat=x", "?monat=9999-12"):
        assert timezone.localdate().strftime("%Y-%m") in page(client, f"/termine/kalender/{wrong}")


def test_a_month_begins_and_ends_with_whole_weeks(meetings: Meetings, client: Client) -> None:
    html = page(client, "/termine/kalender/?monat=2027-01")  # Friday to Sunday
    assert html.count("<tr>") == 1 + 5
    assert "Montag, 28. Dezember" in html and "Sonntag, 31. Januar" in html


def test_the_calendar_says_so_when_nothing_is_planned(meetings: Meetings, client: Client) -> None:
    assert "Zurzeit ist kein Termin geplant" in page(client)
    assert "Noch ist kein Termin vorbei" in page(client, "/termine/vergangene/")


def test_menu_and_area_show_dates_only_when_a_feature_has_them(client: Client, person, login, monkeypatch) -> None:
    monkeypatch.setattr(registry.date_kinds, "_entries", {})
    area = login(person(MEMBER))
    assert 'href="/termine/"' not in page(client, "/") and "Meine Termine" not in page(area, "/mein-bereich/")
    with registered(Meetings()):
        assert 'href="/termine/"' in page(client, "/")
        assert 'href="/mein-bereich/termine/"' in page(area, "/mein-bereich/")


def test_next_dates_on_the_start_page_and_on_a_topic(meetings: Meetings, client: Client) -> None:
    topic = term()
    new_date(title="Mit Thema", topics=[topic])
    cancel_date(new_date(title="Fällt weg", topics=[topic], days=2), actor=None)
    start = page(client, "/")
    assert "Nächste Termine" in start and "Mit Thema" in start and "Fällt weg" not in start
    on_topic = page(client, f"/themen/{topic.slug}/")
    assert "Mit Thema" in on_topic and "Fällt weg" not in on_topic
    assert "Mit Thema" in page(client, reverse("portal:topic_feed", args=[topic.slug]))


def test_overlapping_dates_are_found_also_behind_a_long_one(meetings: Meetings) -> None:
    day = day_type(2027, 5, 3)
    long = new_date(start_day=day, start_time=time(8), end_time=time(18))
    short = new_date(start_day=day, start_time=time(9), end_time=time(10))
    late = new_date(start_day=day, start_time=time(17), end_time=time(19))
    after = new_date(start_day=day, start_time=time(19), end_time=time(20))
    off = new_date(start_day=day, start_time=time(19), end_time=time(20))
    cancel_date(off, actor=None)
    assert overlapping([after, late, short, long, off]) == {long.pk, short.pk, late.pk}


@pytest.mark.parametrize(
    "address", ["/termine/", "/termine/vergangene/", "/termine/kalender/", "/termine/termine.ics", "/termine/rss/"]
)
def test_a_thousand_dates_cost_no_more_queries_than_three(
    meetings: Meetings, client: Client, seats, address: str
) -> None:
    houses = [venue(district=District.objects.first()) for _number in range(3)]
    topic = term()

    def add(number: int) -> None:
        """Half of them past, all in this month or near it."""
        model = new_date(venue=houses[0], topics=[topic])
        for day in (0, -40):
            sample = Date.objects.get(pk=model.pk)
            rows = []
            for one in range(number // 2):
                row = Date(**{field.attname: getattr(sample, field.attname) for field in Date._meta.concrete_fields})
                row.pk, row.uid, row.venue_id = None, f"{address}-{number}-{day}-{one}", houses[one % 3].pk
                shift = timedelta(days=day - (one % 5) - 1 if day else one % 20)
                row.start_day, row.end_day = row.start_day + shift, row.end_day + shift
                row.set_moments()
                rows.append(row)
            made = Date.objects.bulk_create(rows)
            pairs = [Date.topics.through(date_id=one.pk, term_id=topic.pk) for one in made]
            Date.topics.through.objects.bulk_create(pairs)

    add(6)
    assert client.get(address).status_code == 200
    few = fewest_queries(lambda: client.get(address))
    add(1000)
    many = fewest_queries(lambda: client.get(address))
    assert many == few <= 25


def test_a_thousand_own_dates_cost_no_more_queries_than_three(meetings: Meetings, seats, person, login) -> None:
    ada = person(MEMBER)
    client = login(ada)
    sample = new_date(venue=venue())
    meetings.add(sample, ada)

    def add(number: int) -> None:
        rows = []
        for one in range(number):
            row = Date(**{field.attname: getattr(sample, field.attname) for field in Date._meta.concrete_fields})
            row.pk, row.uid = None, f"own-{number}-{one}"
            rows.append(row)
        for made in Date.objects.bulk_create(rows):
            meetings.add(made, ada)

    addresses = ("/mein-bereich/termine/", f"/termine/persoenlich/{renew_token(actor=ada)}.ics")
    add(3)
    few = [fewest_queries(lambda address=address: client.get(address)) for address in addresses]
    add(1000)
    many = [fewest_queries(lambda address=address: client.get(address)) for address in addresses]
    assert many == few and max(many) <= 25
