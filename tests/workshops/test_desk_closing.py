"""Closing dates: who was there, hours once, certificates, corrections, and what a killed process leaves."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from netzwerk.hours.models import Certificate, Entry, Source
from netzwerk.hours.services.certificates import revoke_certificate
from netzwerk.members.roles import MEMBER, OFFICE, ORGANISER
from netzwerk.seats.errors import SeatsError
from netzwerk.seats.models import Attendance
from netzwerk.seats.services.attendance import check_in
from netzwerk.seats.services.booking import Guest
from netzwerk.seats.services.leaving import cancel, hand_over
from tests.counting import fewest_queries
from tests.factories.organisations import organisation
from tests.factories.workshops import place_of, published, workshop_date
from tests.workshops.desk import address, member, moved_into_the_past, seated, text_of
from workshops.events.errors import EventsError
from workshops.events.services import closing
from workshops.events.services.closing import close_dates, closing_of, correct_attendance, finish_due

pytestmark = pytest.mark.django_db


@pytest.fixture
def organiser(person):
    return person(ORGANISER)


@pytest.fixture
def client(organiser, login) -> Client:
    return login(organiser)


def over(organiser, **values):
    """A workshop of two days that are over, 270 minutes each on site."""
    return published(organiser, **{"days": (50, 57), "seats_in_person": 20, **values})


def close(workshop, organiser) -> int:
    return close_dates(workshop, place_of(workshop), actor=organiser)


def rows(workshop):
    return list(workshop.dates.select_related("date").order_by("date__starts_at"))


def standing(person) -> list[tuple[str, int]]:
    return sorted(Entry.objects.filter(person=person).standing().values_list("presence", "minutes"))


def valid_of(booking) -> Certificate | None:
    holder = {"person": booking.person} if booking.person else {"person": None, "email": booking.email}
    return Certificate.objects.valid().filter(**holder).first()


def test_a_date_that_is_not_over_cannot_be_closed(organiser) -> None:
    workshop = published(organiser)
    with pytest.raises(EventsError, match="vorbei"):
        close(workshop, organiser)
    moved_into_the_past(workshop)
    with pytest.raises(PermissionDenied):
        close_dates(workshop, place_of(workshop), actor=member())


def test_everybody_was_there_where_nobody_checked_in(organiser) -> None:
    workshop = over(organiser)
    on_site, guest = seated(workshop), seated(workshop, guest=Guest("Gerda Gast", "gast@ort.example"))
    nameless = seated(workshop, guest=Guest("Ohne Adresse", ""))
    moved_into_the_past(workshop)
    assert close(workshop, organiser) == 0
    assert standing(on_site.person) == [("in_person", 270), ("in_person", 270)]
    entry = Entry.objects.filter(person=on_site.person).first()
    assert (entry.source_kind, entry.category.key, entry.title) == ("workshop-date", "theorie", workshop.title)
    paper = valid_of(on_site).paper
    assert (
        paper["title"] == f"Teilnahmebescheinigung: {workshop.title}"
        and ["Workshop", workshop.title] in paper["facts"]
    )
    assert ["Umfang", "12 UE"] in paper["facts"] and paper["hours"][-1][-1] == "12 UE"
    assert valid_of(guest).email == "gast@ort.example"
    assert not Certificate.objects.filter(holder="Ohne Adresse").exists()
    assert Attendance.objects.filter(booking=nameless).count() == 2


def test_online_counts_as_online(organiser) -> None:
    workshop = over(organiser, days=(50,), seats_online=5)
    made = seated(workshop, key="online")
    moved_into_the_past(workshop)
    close(workshop, organiser)
    assert standing(made.person) == [("online", 270)]
    assert ["Form", "online"] in valid_of(made).paper["facts"]


def test_where_people_checked_in_the_others_need_an_answer(organiser, client) -> None:
    workshop = over(organiser, days=(50,))
    came, missing = seated(workshop, member("Ada", "Da")), seated(workshop, member("Wiebke", "Cordes"))
    row = rows(workshop)[0]
    check_in(came, date=row.date, actor=organiser)
    moved_into_the_past(workshop)
    with pytest.raises(EventsError, match="eine Person"):
        close(workshop, organiser)
    path = address("closing", workshop)
    text = text_of(client, path)
    assert "Cordes, Wiebke" in text and "bitte angeben" in text and "Da, Ada" not in text
    assert "Da, Ada" in text_of(client, path + "?alle=1")
    assert client.get(address("closing_review", workshop)).status_code == 302, "nothing to review yet"
    name = f"a-{missing.pk}-{row.pk}"
    assert client.post(path, {name: "minutes", "weiter": "1"}).status_code == 422
    assert client.post(path, {name: "unsinn", "weiter": "1"}).status_code == 422
    answer = client.post(path, {name: "minutes", f"{name}-minuten": "90", "weiter": "1"})
    assert answer.url == address("closing_review", workshop)
    assert "Noch ist nichts geschehen" in text_of(client, answer.url)
    assert not Entry.objects.filter(source_kind="workshop-date").exists()
    client.post(answer.url)
    assert standing(missing.person) == [("in_person", 90)] and standing(came.person) == [("in_person", 270)]
    assert "Abgeschlossen" in text_of(client, path)


def test_half_days_and_absence_earn_what_they_are(organiser, client) -> None:
    workshop = over(organiser)
    half, excused, absent = (seated(workshop, member(last=name)) for name in ("Halb", "Weg", "Nie"))
    moved_into_the_past(workshop)
    first, second = rows(workshop)
    data = {
        f"a-{half.pk}-{second.pk}": "half",
        f"a-{excused.pk}-{first.pk}": "excused",
        f"a-{absent.pk}-{first.pk}": "absent",
        f"a-{absent.pk}-{second.pk}": "absent",
        "weiter": "1",
    }
    assert client.post(address("closing", workshop) + "?alle=1", data).status_code == 302
    client.post(address("closing_review", workshop))
    assert standing(half.person) == [("in_person", 135), ("in_person", 270)]
    assert standing(excused.person) == [("in_person", 270)]
    assert standing(absent.person) == [] and valid_of(absent) is None
    assert ["Umfang", "9 UE"] in valid_of(half).paper["facts"]
    assert len(dict(map(tuple, valid_of(excused).paper["facts"]))["Tag"].splitlines()) == 1


def test_whoever_was_there_once_keeps_it_whatever_becomes_of_the_seat(organiser, client) -> None:
    workshop = published(organiser, days=(10, 30), seats_in_person=5)
    house = organisation()
    one, other = (seated(workshop, member(home=house), organisation=house) for _two in range(2))
    first = rows(workshop)[0]
    for made in (one, other):
        check_in(made, date=first.date, actor=organiser)
    with pytest.raises(SeatsError, match="schon da"):
        hand_over(one, person=member(home=house), actor=organiser)
    cancel(one, actor=organiser)
    moved_into_the_past(workshop)
    text = text_of(client, address("closing", workshop))
    assert f'name="a-{one.pk}-{rows(workshop)[1].pk}"' not in text, "nothing is to be said of one who cancelled"
    close(workshop, organiser)
    assert standing(one.person) == [("in_person", 270)] and ["Umfang", "6 UE"] in valid_of(one).paper["facts"]
    assert standing(other.person) == [("in_person", 270)] * 2 and finish_due() == 0
    text_of(client, address("closing", workshop) + "?alle=1")


def test_certificates_wait_for_the_last_date(organiser) -> None:
    workshop = published(organiser, days=(10,), seats_in_person=5)
    made = seated(workshop)
    moved_into_the_past(workshop, timedelta(days=20))
    workshop_date(workshop, 30, actor=organiser)
    close(workshop, organiser)
    assert standing(made.person) == [("in_person", 270)] and valid_of(made) is None
    moved_into_the_past(workshop, timedelta(days=40))
    close(workshop, organiser)
    assert len(standing(made.person)) == 2 and ["Umfang", "12 UE"] in valid_of(made).paper["facts"]


def test_closing_twice_changes_nothing(organiser) -> None:
    workshop = over(organiser)
    made = seated(workshop)
    moved_into_the_past(workshop)
    for _twice in range(2):
        close(workshop, organiser)
    assert Entry.objects.filter(person=made.person).count() == 2
    assert Certificate.objects.filter(person=made.person).count() == 1
    assert finish_due() == 0


def test_a_closing_that_was_killed_continues_by_button_or_clock(organiser, client) -> None:
    workshop = over(organiser, days=(50,))
    people = [seated(workshop, member(last=f"P{number}")) for number in range(4)]
    moved_into_the_past(workshop)
    closing._mark_closed(workshop, place_of(workshop), organiser)  # killed here: nobody has hours yet
    closing.finish(workshop, place_of(workshop), actor=organiser, most=1)  # and again after one person
    assert Entry.objects.filter(source_kind="workshop-date").count() == 1
    assert "steht die Gutschrift noch aus" in text_of(client, address("closing", workshop))
    assert finish_due() == 3
    assert all(standing(one.person) == [("in_person", 270)] and valid_of(one) for one in people)
    assert Entry.objects.filter(source_kind="workshop-date").count() == 4


def test_what_the_office_revoked_does_not_come_back_by_itself(organiser, person) -> None:
    workshop = over(organiser)
    made = seated(workshop)
    moved_into_the_past(workshop)
    close(workshop, organiser)
    revoke_certificate(valid_of(made), reason="Irrtum", actor=person(OFFICE))
    close(workshop, organiser)
    assert finish_due() == 0 and valid_of(made) is None


def test_a_correction_writes_counter_entries_and_replaces_the_certificate(organiser, client) -> None:
    workshop = over(organiser)
    made = seated(workshop)
    moved_into_the_past(workshop)
    close(workshop, organiser)
    old = valid_of(made)
    first, second = rows(workshop)
    path = address("correct", workshop, made.pk)
    data = {f"extent-{first.pk}": "whole", f"extent-{second.pk}": "half", "reason": ""}
    assert client.post(path, data).status_code == 422
    assert client.post(path, data | {"reason": "ging mittags"}).status_code == 302
    assert standing(made.person) == [("in_person", 135), ("in_person", 270)]
    assert Entry.objects.filter(person=made.person).count() == 4
    new = valid_of(made)
    old.refresh_from_db()
    assert (old.state, new.replaces, old.reason) == ("replaced", old, "ging mittags")
    assert ["Umfang", "9 UE"] in new.paper["facts"]
    assert "ging mittags" in text_of(client, address("booking", workshop, made.pk))
    gone = {f"extent-{first.pk}": "absent", f"extent-{second.pk}": "absent", "reason": "war nie da"}
    client.post(path, gone)
    new.refresh_from_db()
    assert standing(made.person) == [] and new.state == "revoked" and valid_of(made) is None
    assert finish_due() == 0
    client.post(path, {f"extent-{first.pk}": "whole", f"extent-{second.pk}": "absent", "reason": "war doch da"})
    assert standing(made.person) == [("in_person", 270)] and ["Umfang", "6 UE"] in valid_of(made).paper["facts"]


def test_a_correction_that_changes_nothing_leaves_everything(organiser) -> None:
    workshop = over(organiser, days=(50,))
    made = seated(workshop)
    moved_into_the_past(workshop)
    row = rows(workshop)[0]
    values = {row.date_id: ("whole", None)}
    with pytest.raises(EventsError, match="abgeschlossen"):
        correct_attendance(made, workshop, values=values, reason="zu früh", actor=organiser)
    close(workshop, organiser)
    assert not correct_attendance(made, workshop, values=values, reason="nichts", actor=organiser)
    with pytest.raises(PermissionDenied):
        correct_attendance(made, workshop, values=values, reason="fremd", actor=member())
    assert (
        Entry.objects.filter(person=made.person).count() == Certificate.objects.filter(person=made.person).count() == 1
    )


def test_after_the_closing_attendance_is_not_noted_without_a_reason(organiser, client) -> None:
    workshop = over(organiser, days=(50,))
    made = seated(workshop)
    moved_into_the_past(workshop)
    row = rows(workshop)[0]
    close(workshop, organiser)
    client.post(address("closing", workshop) + "?alle=1", {f"a-{made.pk}-{row.pk}": "absent", "speichern": "1"})
    assert Attendance.objects.get(booking=made).extent == "whole"
    with pytest.raises(EventsError):
        closing.note(row, made, extent="absent", actor=organiser)


def test_foreign_people_cannot_be_noted_or_corrected(organiser, client, person, login) -> None:
    workshop, other = over(organiser, days=(50,)), over(person(ORGANISER), days=(50,))
    foreign = seated(other)
    for one in (workshop, other):
        moved_into_the_past(one)
    row = rows(other)[0]
    client.post(address("closing", workshop) + "?alle=1", {f"a-{foreign.pk}-{row.pk}": "absent", "speichern": "1"})
    assert not Attendance.objects.filter(booking=foreign).exists()
    assert client.get(address("correct", workshop, foreign.pk)).status_code == 404
    assert client.get(address("closing", workshop) + f"?termin={place_of(other).pk}").status_code == 404
    for name in ("closing", "closing_review"):
        assert login(person(MEMBER)).post(address(name, workshop)).status_code == 404


def test_the_head_says_for_how_long_the_closing_is_open(organiser, client) -> None:
    workshop = published(organiser, days=(10,))
    moved_into_the_past(workshop, timedelta(days=12))
    assert "Abschluss offen seit 2 Tagen" in text_of(client, address("bookings", workshop))
    close(workshop, organiser)
    assert "Abschluss offen" not in text_of(client, address("bookings", workshop))


def test_the_page_costs_the_same_with_one_and_with_many(organiser, client) -> None:
    workshop = over(organiser, seats_in_person=50)
    seated(workshop)
    moved_into_the_past(workshop)
    path = address("closing", workshop) + "?alle=1"
    once = fewest_queries(lambda: text_of(client, path))
    for _more in range(3):
        seated(workshop)
    assert fewest_queries(lambda: text_of(client, path)) == once <= 25
    close(workshop, organiser)
    assert fewest_queries(lambda: text_of(client, path)) <= 25
    state = closing_of(workshop, place_of(workshop))
    assert state.is_closed and not state.unfinished and len(state.people) == 4
    assert Certificate.objects.of_source(Source("workshop", str(place_of(workshop).pk), "")).count() == 4
    assert timezone.now() > state.rows[-1].closed_at
