"""Dates of a workshop: one by one and in series; what is changed or cancelled acts at once and is told."""

from datetime import date as day_type
from datetime import time, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from netzwerk.calendar.models import Date
from netzwerk.calendar.repetition import Every, RepetitionError, Rule
from netzwerk.members.roles import OFFICE, ORGANISER
from netzwerk.post.models import Message, Notification
from netzwerk.seats import tasks
from netzwerk.seats.models import Place
from tests.factories.dates import venue
from tests.factories.places import booked, guest
from tests.factories.terms import term
from tests.factories.workshops import draft, place_of, published, workshop_date
from workshops.events.errors import EventsError
from workshops.events.models import Material, Workshop, WorkshopDate
from workshops.events.services import cancelling, copying, dates, people, planning, questions
from workshops.events.services.people import GuestLeader

pytestmark = pytest.mark.django_db
FIRST = day_type(2027, 1, 20)
TIMES = {"start_time": time(17), "end_time": time(19)}


def first_of(workshop: Workshop) -> WorkshopDate:
    return workshop.dates.select_related("date", "place", "workshop").order_by("date__starts_at").first()


def monthly(until: day_type = day_type(2027, 4, 30)) -> Rule:
    return Rule(FIRST, Every.WEEKDAY_OF_MONTH, until=until)


def test_another_room_acts_at_once_and_everybody_with_a_seat_is_told(person) -> None:
    author = person(ORGANISER)
    made = published(author, venue=venue())
    member = booked(place_of(made)).person
    guest(place_of(made))
    tasks.write_letters()
    Message.objects.all().delete()
    dates.change_date_of(first_of(made), actor=author, room="Raum 7", heading="Auftakt")
    row = first_of(made)
    assert (row.date.room, row.heading, row.date.sequence) == ("Raum 7", "Auftakt", 3)
    assert {address for one in Message.objects.all() for address in one.to} == {member.email, "gast@ort.example"}
    with pytest.raises(PermissionDenied):
        dates.change_date_of(row, actor=person(ORGANISER), room="Raum 8")


def test_deadlines_follow_the_first_date(person) -> None:
    author = person(ORGANISER)
    made = published(author)
    before = place_of(made).books_until
    dates.change_date_of(first_of(made), actor=author, start_day=first_of(made).date.start_day + timedelta(days=7))
    assert (place_of(made).books_until - before).days == 7


def test_a_date_of_a_published_workshop_is_in_the_calendar_at_once_and_takes_bookings(person) -> None:
    author = person(ORGANISER)
    made = published(author, booking="singly")
    row = workshop_date(made, 50, actor=author)
    assert row.date.listed_at is not None
    assert WorkshopDate.objects.get(pk=row.pk).place.is_open
    unlisted = workshop_date(draft(author), 50, actor=author)
    assert unlisted.date.listed_at is None


def test_a_series_is_made_as_a_whole_and_one_date_changed_alone_stays(person) -> None:
    author = person(ORGANISER)
    made = draft(author, days=(), booking="singly")
    rows = dates.add_series(made, monthly(), actor=author, start_day=FIRST, **TIMES, minutes_in_person=90)
    assert [one.date.start_day.day for one in rows] == [20, 17, 17, 21]
    assert Place.objects.filter(workshop_dates__workshop=made).count() == 4
    third = WorkshopDate.objects.select_related("date", "workshop").get(pk=rows[2].pk)
    dates.change_date_of(third, actor=author, start_time=time(10))
    changed = dates.change_date_of(
        first_of(made), actor=author, with_later=True, start_day=FIRST, start_time=time(16), heading="Fälle"
    )
    assert len(changed) == 3
    assert [one.date.start_time.hour for one in made.dates.select_related("date")] == [16, 16, 10, 16]
    assert [one.heading for one in made.dates.select_related("date")] == ["Fälle", "Fälle", "", "Fälle"]


def test_ten_thousand_dates_by_one_rule_are_refused_and_nothing_is_saved(person) -> None:
    author = person(ORGANISER)
    made = draft(author, days=())
    for rule in (Rule(FIRST, Every.DAY, until=day_type(2054, 1, 1)), Rule(FIRST, Every.DAY, count=10_000)):
        with pytest.raises(RepetitionError, match="höchstens"):
            dates.add_series(made, rule, actor=author, start_day=FIRST, **TIMES)
    assert not made.dates.exists() and not Date.objects.filter(title=made.title).exists()


def test_one_date_falls_with_a_reason_and_the_last_one_does_not(person) -> None:
    author = person(ORGANISER)
    made = published(author, days=(30, 37), booking="singly")
    row = first_of(made)
    seated, waiting = booked(row.place), booked(row.place)
    with pytest.raises(EventsError, match="Grund"):
        dates.cancel_date_of(row, actor=author, reason=" ")
    dates.cancel_date_of(row, actor=author, reason="Die Referentin ist erkrankt.")
    row = first_of(made)
    assert row.date.is_cancelled and row.place.is_cancelled
    assert Notification.objects.filter(person=seated.person, kind="dates").exists()
    waiting.refresh_from_db()
    seated.refresh_from_db()
    assert seated.state == waiting.state == "confirmed", "two seats, so both had one"
    with pytest.raises(EventsError, match="letzte Termin"):
        dates.cancel_date_of(made.dates.last(), actor=author, reason="Auch der.")


def test_a_date_is_removed_only_while_nobody_has_booked(person) -> None:
    author = person(ORGANISER)
    made = draft(author, days=(30, 37), booking="singly")
    key = first_of(made).date_id
    dates.remove_date(first_of(made), actor=author)
    assert made.dates.count() == 1 and not Date.objects.filter(pk=key).exists()
    other = published(author, days=(30, 37))
    booked(place_of(other))
    with pytest.raises(EventsError, match="schon Anmeldungen"):
        dates.remove_date(first_of(other), actor=author)
    assert other.dates.count() == 2


def test_a_cancelled_workshop_tells_everybody_and_stays_cancelled(person) -> None:
    author = person(ORGANISER)
    made = published(author, seats_in_person=1)
    seated, waiting = booked(place_of(made)), booked(place_of(made))
    assert (cancelling.concerned_by(made).seated, cancelling.concerned_by(made).others) == (1, 1)
    with pytest.raises(EventsError, match="Grund"):
        cancelling.cancel_workshop(made, actor=author, reason="")
    cancelling.cancel_workshop(made, actor=author, reason="Zu wenige Anmeldungen.")
    tasks.write_letters()
    assert (made.state, made.reason) == ("cancelled", "Zu wenige Anmeldungen.")
    assert first_of(made).date.is_cancelled and place_of(made).is_cancelled
    for booking in (seated, waiting):
        assert Notification.objects.filter(person=booking.person, title__contains=made.title).exists()
    waiting.refresh_from_db()
    assert waiting.state == "cancelled"
    for change in (
        lambda: cancelling.cancel_workshop(made, actor=author, reason="Noch einmal."),
        lambda: planning.change_workshop(made, actor=author, title="Doch"),
        lambda: workshop_date(made, 60, actor=author),
        lambda: people.set_leaders(made, people=[], guests=[], actor=author),
    ):
        with pytest.raises(EventsError, match="bleibt es"):
            change()


def test_only_what_is_published_is_cancelled_and_only_a_draft_deleted(person) -> None:
    author = person(ORGANISER)
    made, shown = draft(author, days=(30, 37)), published(author)
    with pytest.raises(EventsError, match="Entwurf"):
        cancelling.cancel_workshop(made, actor=author, reason="Nein.")
    with pytest.raises(EventsError, match="nur ein Entwurf"):
        planning.delete_draft(shown, actor=author)
    keys = list(made.dates.values_list("date_id", flat=True))
    planning.delete_draft(made, actor=author)
    assert not Workshop.objects.filter(pk=made.pk).exists() and not Date.objects.filter(pk__in=keys).exists()


def test_a_copy_has_text_rules_leaders_questions_and_dates_of_its_own(person) -> None:
    author, leader, topic = person(ORGANISER), person(ORGANISER), term()
    made = published(author, days=(30, 44), venue=venue(), cost_note="keine", needs_approval=True)
    made.topics.set([topic])
    people.set_leaders(made, people=[leader], guests=[GuestLeader("Levent Özkan", "Gericht")], actor=author)
    questions.add_question(made, actor=author, kind="choice", label="Essen", choices=["ja", "nein"])
    Material.objects.create(workshop=made, title="Ablauf")
    day = timezone.localdate() + timedelta(days=100)
    copy = copying.copy_workshop(made, actor=author, title="Zweiter Anlauf", first_day=day)
    assert (copy.state, copy.cost_note, copy.needs_approval, copy.slug) == ("draft", "keine", True, "zweiter-anlauf")
    assert [one.full_name for one in copy.leaders.all()] == [leader.get_full_name(), "Levent Özkan"]
    assert [one.choices for one in copy.questions.all()] == [["ja", "nein"]]
    assert list(copy.topics.all()) == [topic] and not copy.materials.exists()
    found = [one.date for one in copy.dates.select_related("date")]
    assert [(one.start_day - day).days for one in found] == [0, 14]
    assert not {one.uid for one in found} & {one.date.uid for one in made.dates.select_related("date")}
    assert [one.person for one in copy.organisers.all()] == [author]
    template = copying.copy_workshop(made, actor=author, title="Muster", first_day=day, as_template=True)
    assert template.is_template and not template.dates.exists()
    with pytest.raises(PermissionDenied):
        copying.copy_workshop(made, actor=person(ORGANISER), title="Fremd")


def test_questions_keep_their_order_and_need_two_choices(person) -> None:
    author = person(ORGANISER)
    made = draft(author)
    first = questions.add_question(made, actor=author, kind="text", label="Erste")
    second = questions.add_question(made, actor=author, kind="consent", label="Zweite", choices=["fällt weg"])
    assert second.choices == []
    questions.move_question(second, actor=author, step=-1)
    assert [one.label for one in made.questions.all()] == ["Zweite", "Erste"]
    with pytest.raises(ValidationError, match="zwei Antworten"):
        questions.change_question(first, actor=author, kind="choice", choices=["nur eine"])
    questions.remove_question(second, actor=author)
    assert [one.label for one in made.questions.all()] == ["Erste"]


def test_fewer_seats_than_are_taken_are_refused(person) -> None:
    author = person(ORGANISER)
    made = published(author, seats_in_person=2)
    for _ in range(2):
        booked(place_of(made))
    with pytest.raises(Exception, match="2 Plätze sind vergeben"):
        planning.change_workshop(made, actor=author, seats_in_person=1)
    assert Workshop.objects.get(pk=made.pk).seats_in_person == 2
    assert person(OFFICE).is_active
