"""Places: who maintains them, what readers learn, clashes."""

from datetime import date as day_type
from datetime import time

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from netzwerk.calendar.clashes import clashes_of
from netzwerk.calendar.models import Date, Venue
from netzwerk.calendar.services.dates import cancel_date
from netzwerk.calendar.services.venues import change_venue, create_venue
from netzwerk.calendar.structured import event_of
from netzwerk.members.roles import MEMBER, OFFICE, ORGANISER
from netzwerk.post.models import Message
from tests.factories.dates import Meetings, venue
from tests.factories.dates import date as new_date

pytestmark = pytest.mark.django_db
FORM = {"name": "Haus am Bach", "street": "Bachweg 1", "postcode": "00123", "place": "Lindenbrück", "step_free": "yes"}


def test_organisers_add_and_change_places(person, login) -> None:
    client = login(person(ORGANISER))
    assert client.post("/mein-bereich/orte/neu/", FORM).status_code == 302
    made = Venue.objects.get(name="Haus am Bach")
    assert (made.step_free, made.lift) == ("yes", "")
    refused = client.post("/mein-bereich/orte/neu/", {**FORM, "way": "Bus 5"})
    assert refused.status_code == 422 and "Diesen Ort gibt es schon" in refused.content.decode()
    assert "Bus 5" in refused.content.decode()  # nothing typed is lost
    changed = client.post(f"/mein-bereich/orte/{made.pk}/", {**FORM, "lift": "no", "is_closed": "on"})
    assert changed.status_code == 302
    made.refresh_from_db()
    assert (made.lift, made.is_closed) == ("no", True)
    assert "Haus am Bach" in client.get("/mein-bereich/orte/?suche=bachweg").content.decode()


def test_whoever_comes_to_a_place_learns_its_new_address(meetings: Meetings) -> None:
    house = venue("Haus am Markt", street="Markt 3")
    dates = [new_date(venue=house), new_date(venue=house, days=-3), new_date(venue=house)]
    for one in dates:
        meetings.add_guest(one, "Gast", f"gast{one.pk}@x.example")
    cancel_date(dates[2], actor=None, tell=False)
    change_venue(house, actor=None, way="Bus 7", lift="yes")
    assert not Message.objects.exists()
    change_venue(house, actor=None, street="Neugasse 1")
    mail = Message.objects.get()
    assert mail.to == [f"gast{dates[0].pk}@x.example"]
    assert "Ort bisher: Haus am Markt, Markt 3" in mail.text and "Ort jetzt: Haus am Markt, Neugasse 1" in mail.text
    assert b"Neugasse 1" in mail.files[0].content
    assert [Date.objects.get(pk=one.pk).sequence for one in dates] == [1, 0, 1]


def test_the_log_names_the_changed_fields_in_german(person, login) -> None:
    change_venue(venue(), actor=None, step_free="yes")
    html = login(person(OFFICE)).get("/geschaeftsstelle/protokoll/").content.decode()
    assert "Zugang ohne Stufen" in html and "Veranstaltungsort geändert" in html


def test_members_maintain_no_places(person, login) -> None:
    member = person(MEMBER)
    for attempt in (
        lambda: create_venue(actor=member, **FORM),
        lambda: change_venue(venue(), actor=member, name="Anders"),
    ):
        with pytest.raises(PermissionDenied):
            attempt()


def test_the_page_of_a_place_says_only_what_was_checked(meetings: Meetings, client: Client) -> None:
    checked = venue(step_free="yes", lift="no", way="Bus 5 bis Markt")
    new_date(title="Nächstes Treffen", venue=checked)
    html = client.get(checked.get_absolute_url()).content.decode()
    for words in ("Zugang ohne Stufen", "Aufzug zu den Räumen", "Bus 5 bis Markt", "Nächstes Treffen"):
        assert words in html
    assert "Anlage für Hörgeräte" not in html
    assert "noch keine Angaben" in client.get(venue().get_absolute_url()).content.decode()


def test_clashes_of_rooms_and_people_name_only_what_the_planner_may_see(meetings: Meetings, person) -> None:
    house, day = venue("Haus am Markt"), day_type(2027, 5, 3)
    ada, planner = person(MEMBER, first_name="Ada", last_name="Lind"), person(MEMBER)
    same_room = new_date(
        title="Offen", venue=house, room="Raum 2", start_day=day, start_time=time(9), end_time=time(11)
    )
    new_date(title="Anderer Raum", venue=house, room="Raum 3", start_day=day)
    hidden = new_date(title="Vertraulich", audience="participants", start_day=day)
    meetings.add(hidden, ada)
    new_date(title="Danach", venue=house, room="Raum 2", start_day=day, start_time=time(12), end_time=time(13))
    cancel_date(new_date(title="Abgesagt", venue=house, start_day=day), actor=None)
    planned = new_date(title="Geplant", venue=house, room="raum 2", start_day=day)
    meetings.add(planned, ada)
    found = clashes_of(planned, user=planner, people=[ada])
    assert [(one.text, one.date) for one in found] == [
        ("Haus am Markt, raum 2, ist zu dieser Zeit schon belegt: Offen, 9:00 bis 11:00\u00a0Uhr.", same_room),
        ("Ada Lind hat zu dieser Zeit schon einen Termin.", None),
    ]
    assert clashes_of(planned, user=ada, people=[ada])[1].text.endswith("Vertraulich, 10:00 bis 12:00\u00a0Uhr.")


def test_a_date_as_schema_org_event(meetings: Meetings, settings) -> None:
    made = new_date(start_day=day_type(2027, 7, 1), venue=venue("Haus"), online_url="https://r.example/x")
    data = event_of(made)
    assert data["startDate"] == "2027-07-01T10:00+02:00"
    assert data["eventAttendanceMode"].endswith("MixedEventAttendanceMode")
    assert [one["@type"] for one in data["location"]] == ["Place", "VirtualLocation"]
    assert "r.example" not in str(data)
    cancel_date(made, actor=None)
    assert event_of(made)["eventStatus"] == "https://schema.org/EventCancelled"


def test_the_title_of_the_list_says_what_was_searched(person, login) -> None:
    """Two addresses never share a title (WCAG 2.4.2)."""
    client = login(person(OFFICE))
    for query, title in (("", "Veranstaltungsorte"), ("?suche=Linden", "Veranstaltungsorte: Suche: Linden")):
        assert f"<title>{title} –" in client.get(f"/mein-bereich/orte/{query}").content.decode()
