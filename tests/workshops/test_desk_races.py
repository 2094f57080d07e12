"""Two organisers close a workshop at once, or close and correct: hours once, one certificate, on both databases."""

from functools import partial

import pytest

from netzwerk.hours.models import Certificate, Entry
from netzwerk.hours.services.setting_up import ensure_rules
from netzwerk.members.roles import OFFICE, ORGANISER
from netzwerk.post.models import Message
from netzwerk.seats.models import Attendance, Pool
from netzwerk.seats.services.booking import Guest
from tests.conftest import rounds
from tests.factories.workshops import place_of, published
from tests.racing import at_once
from tests.workshops.desk import member, moved_into_the_past, seated
from workshops.events.models import GroupMessage, Workshop, WorkshopDate
from workshops.events.services import closing
from workshops.events.services.check_in import let_in
from workshops.events.services.messages import recipients, send_group_message
from workshops.events.services.planning import change_workshop
from workshops.events.services.seats import change_seats

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.soak]
ROUNDS = 2
ORGANISERS = 3


@pytest.fixture(autouse=True)
def rules(db) -> None:
    ensure_rules()


def over(organiser):
    workshop = published(organiser, days=(50,), seats_in_person=10)
    people = [seated(workshop, member(last=f"P{number}")) for number in range(3)]
    people.append(seated(workshop, guest=Guest("Gerda Gast", f"gast{workshop.pk}@ort.example")))
    return workshop, people


def close(workshop_pk: int, actor) -> None:
    workshop = Workshop.objects.get(pk=workshop_pk)
    closing.close_dates(workshop, place_of(workshop), actor=actor)


def check(people) -> None:
    members = [one.person for one in people if one.person]
    assert sorted(Entry.objects.filter(person__in=members).values_list("minutes", flat=True)) == [270] * 3
    assert Certificate.objects.filter(person__in=members).count() == 3
    assert Certificate.objects.valid().filter(email=people[-1].email).count() == 1
    assert Attendance.objects.filter(booking__in=people).count() == 4


def test_closing_at_once_credits_once(person) -> None:
    organiser, office = person(ORGANISER), [person(OFFICE) for _one in range(ORGANISERS)]
    for _round in range(rounds(ROUNDS)):
        workshop, people = over(organiser)
        moved_into_the_past(workshop)
        errors = at_once(*(lambda actor=actor, pk=workshop.pk: close(pk, actor) for actor in office))
        assert errors == []
        check(people)


def test_clock_and_button_at_once_continue_what_was_killed(person) -> None:
    organiser, office = person(ORGANISER), person(OFFICE)
    for _round in range(rounds(ROUNDS)):
        workshop, people = over(organiser)
        moved_into_the_past(workshop)
        closing._mark_closed(workshop, place_of(workshop), organiser)
        assert at_once(closing.finish_due, closing.finish_due, lambda pk=workshop.pk: close(pk, office)) == []
        check(people)


def test_a_correction_while_it_is_closed_wins_or_is_refused(person) -> None:
    organiser, office = person(ORGANISER), person(OFFICE)
    for _round in range(rounds(ROUNDS)):
        workshop, people = over(organiser)
        moved_into_the_past(workshop)
        closing._mark_closed(workshop, place_of(workshop), organiser)
        row = workshop.dates.get()

        def correct(workshop=workshop, one=people[0], row=row) -> None:
            closing.correct_attendance(
                one, workshop, values={row.date_id: ("half", None)}, reason="ging mittags", actor=office
            )

        assert at_once(correct, lambda workshop=workshop: close(workshop.pk, organiser)) == []
        standing = Entry.objects.filter(person=people[0].person).standing()
        assert list(standing.values_list("minutes", flat=True)) == [135]
        valid = Certificate.objects.valid().get(person=people[0].person)
        assert ["Umfang", "3 UE"] in valid.paper["facts"]


def test_a_tap_at_the_door_comes_before_the_closing_or_is_refused(person) -> None:
    organiser, office = person(ORGANISER), person(OFFICE)
    for _round in range(rounds(ROUNDS)):
        workshop, people = over(organiser)
        moved_into_the_past(workshop)
        row = WorkshopDate.objects.select_related("workshop", "date").get(workshop=workshop)
        tap = partial(let_in, row, people[0], actor=organiser)
        at_once(tap, partial(close, workshop.pk, office))
        closed = WorkshopDate.objects.get(pk=row.pk).is_closed
        here = Attendance.objects.filter(booking__in=people).count()
        assert here == (4 if closed else 1), "closed with an answer for all, or open with one who came"


def test_a_message_sent_twice_at_once_goes_out_once(person) -> None:
    organiser = person(ORGANISER)
    workshop, people = over(organiser)
    Message.objects.all().delete()

    def send() -> None:
        to = recipients(workshop, group="angemeldet")
        send_group_message(workshop, to=to, subject="Raum", text="Raum 2", form_key="einmal", actor=organiser)

    assert at_once(send, send, send) == []
    assert GroupMessage.objects.count() == 1 and Message.objects.count() == len(people)


def test_seats_at_the_desk_and_in_the_form_wait_for_each_other_in_one_order(person) -> None:
    """Both lock the workshop before its pools; in two orders PostgreSQL ends one of them as a deadlock."""
    organiser, office = person(ORGANISER), person(OFFICE)
    workshop = published(organiser, seats_in_person=10)
    pool = Pool.objects.select_related("format__place").get(format__place=place_of(workshop))

    def at_the_desk(number: int) -> None:
        change_seats(Workshop.objects.get(pk=workshop.pk), pool, seats=20 + number, actor=office)

    def in_the_form(number: int) -> None:
        change_workshop(Workshop.objects.get(pk=workshop.pk), actor=organiser, booking_days=number + 1)

    for turn in range(rounds(4)):
        acts = [partial(at_the_desk, turn), partial(in_the_form, turn % 30), partial(at_the_desk, turn + 1)]
        assert at_once(*acts) == []
    workshop.refresh_from_db()
    assert workshop.seats_in_person == Pool.objects.get(pk=pool.pk).capacity
