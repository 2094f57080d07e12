"""Feeds: public by filter, a person's own with a secret address, one date as a file, RSS."""

import pytest
from defusedxml import ElementTree
from django.test import Client
from icalendar import Calendar

from netzwerk.calendar.models import FeedToken
from netzwerk.calendar.services.dates import cancel_date
from netzwerk.calendar.services.feeds import renew_token
from netzwerk.calendar.services.own_data import OWN_DATA
from netzwerk.members.roles import MEMBER
from netzwerk.members.services.own_data import collect
from tests.factories.dates import Meetings, venue
from tests.factories.dates import date as new_date
from tests.factories.terms import term

pytestmark = pytest.mark.django_db
ROOM = "https://raum.example/geheim"


def events(answer) -> dict[str, object]:
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    calendar = Calendar.from_ical(answer.content)
    assert "method" not in calendar
    return {str(event["summary"]): event for event in calendar.walk("VEVENT")}


def test_the_public_feed_holds_public_dates_and_cancelled_ones_and_no_room(meetings: Meetings, client: Client) -> None:
    new_date(title="Offen", online_url=ROOM)
    new_date(title="Intern", audience="members")
    new_date(title="Entwurf", is_listed=False)
    new_date(title="Neulich", days=-30)
    new_date(title="Lange her", days=-100)
    cancel_date(new_date(title="Abgesagt"), actor=None, reason="Krank")
    answer = client.get("/termine/termine.ics")
    found = events(answer)
    assert set(found) == {"Offen", "Neulich", "Fällt aus: Abgesagt"}
    assert [str(found[name]["status"]) for name in ("Offen", "Fällt aus: Abgesagt")] == ["CONFIRMED", "CANCELLED"]
    assert ROOM.encode() not in answer.content and "conference" not in found["Offen"]


def test_whoever_is_signed_in_gets_the_same_public_feed(meetings: Meetings, person, login) -> None:
    new_date(title="Offen")
    new_date(title="Intern", audience="members")
    assert set(events(login(person(MEMBER)).get("/termine/termine.ics"))) == {"Offen"}


def test_a_feed_follows_the_filters_of_its_address(meetings: Meetings, client: Client) -> None:
    topic = term()
    new_date(title="A", topics=[topic], venue=venue())
    new_date(title="B", is_online=True)
    assert set(events(client.get(f"/termine/termine.ics?thema={topic.slug}"))) == {"A"}
    assert set(events(client.get("/termine/termine.ics?wie=online"))) == {"B"}
    page = client.get(f"/termine/abonnieren/?thema={topic.slug}").content.decode()
    assert f"/termine/termine.ics?thema={topic.slug}" in page and "webcal:" in page


def test_a_reader_that_has_the_feed_gets_no_content_again(meetings: Meetings, client: Client) -> None:
    new_date()
    first = client.get("/termine/termine.ics")
    again = client.get("/termine/termine.ics", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    new_date()
    assert client.get("/termine/termine.ics", headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_a_persons_own_feed_has_all_their_dates_with_rooms(meetings: Meetings, client: Client, person, login) -> None:
    ada = person(MEMBER)
    meetings.add(
        new_date(title="Mein Treffen", days=1, audience="participants", is_listed=False, online_url=ROOM), ada
    )
    new_date(title="Anderes")
    html = login(ada).post("/mein-bereich/termine/adresse/").content.decode()
    address = html.split("<code>")[1].split("</code>")[0]
    path = address[address.index("/termine/") :]
    found = events(client.get(path))
    assert set(found) == {"Mein Treffen"}
    assert str(found["Mein Treffen"]["conference"]) == ROOM
    token = FeedToken.objects.get()
    assert token.used_on is not None and token.digest not in html
    secret = path.rpartition("/")[2].removesuffix(".ics")
    assert secret not in str(vars(token))


def test_the_own_feed_is_kept_by_nobody_on_the_way(meetings: Meetings, client: Client, person) -> None:
    answer = client.get(f"/termine/persoenlich/{renew_token(actor=person(MEMBER))}.ics")
    assert "no-store" in answer["Cache-Control"] and "private" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex, nofollow"


def test_a_renewed_or_revoked_address_stops_at_once(meetings: Meetings, client: Client, person, login) -> None:
    ada = person(MEMBER)
    first = renew_token(actor=ada)
    second = renew_token(actor=ada)
    assert [client.get(f"/termine/persoenlich/{one}.ics").status_code for one in (first, second)] == [404, 200]
    assert login(ada).post("/mein-bereich/termine/adresse/zurueckziehen/").status_code == 302
    assert client.get(f"/termine/persoenlich/{second}.ics").status_code == 404
    assert not FeedToken.objects.exists()


def test_a_locked_account_has_no_feed(meetings: Meetings, client: Client, person) -> None:
    ada = person(MEMBER)
    secret = renew_token(actor=ada)
    ada.is_active = False
    ada.save()
    assert client.get(f"/termine/persoenlich/{secret}.ics").status_code == 404


def test_one_date_as_a_file_tells_the_room_only_to_those_who_take_part(
    meetings: Meetings, client, person, login
) -> None:
    made = new_date(title="Hilfe & Plan", days=1, online_url=ROOM)
    hidden = new_date(audience="participants")
    ada = person(MEMBER)
    meetings.add(made, ada)
    meetings.add(hidden, ada)
    public = client.get(f"/termine/{made.pk}/termin.ics")
    assert set(events(public)) == {"Hilfe & Plan"} and ROOM.encode() not in public.content
    assert public["Content-Disposition"].startswith('attachment; filename="hilfe-')
    assert str(events(login(ada).get(f"/termine/{made.pk}/termin.ics"))["Hilfe & Plan"]["conference"]) == ROOM
    assert client.get(f"/termine/{hidden.pk}/termin.ics").status_code == 404
    assert login(ada).get(f"/termine/{hidden.pk}/termin.ics").status_code == 200
    assert client.get("/termine/999999/termin.ics").status_code == 404


def test_rss_begins_with_what_came_last_and_hides_what_is_not_public(meetings: Meetings, client: Client) -> None:
    new_date(title="Zuerst")
    new_date(title="Danach", online_url=ROOM)
    new_date(title="Intern", audience="members")
    content = client.get("/termine/rss/").content
    items = [one.text for one in ElementTree.fromstring(content).iterfind(".//item/title")]
    assert [title.partition(": ")[2] for title in items] == ["Danach", "Zuerst"]
    assert ROOM.encode() not in content


def test_own_page_marks_clashes_and_says_that_a_reply_cancels_nothing(meetings: Meetings, person, login) -> None:
    ada = person(MEMBER)
    for title in ("Eins", "Zwei"):
        meetings.add(new_date(title=title), ada)
    meetings.add(new_date(title="Vorbei", days=-3), ada)
    new_date(title="Fremd")
    client = login(ada)
    html = client.get("/mein-bereich/termine/").content.decode()
    assert html.count("überschneidet sich") == 2 and "Fremd" not in html and "Vorbei" not in html
    assert "sagt Ihren Platz nicht ab" in html
    assert "Vorbei" in client.get("/mein-bereich/termine/?ansicht=vergangene").content.decode()
    assert "Eins" in client.get("/mein-bereich/").content.decode()


def test_a_person_can_see_and_delete_what_is_stored(meetings: Meetings, person) -> None:
    ada = person(MEMBER)
    renew_token(actor=ada)
    assert len(collect(ada)[OWN_DATA.title]) == 1
    OWN_DATA.erase(ada)
    assert collect(ada)[OWN_DATA.title] == [] and not FeedToken.objects.exists()
