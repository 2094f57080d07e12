"""Answers: who reads them, and when they go."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from netzwerk.members.roles import COORDINATOR, MEMBER, OFFICE, ORGANISER
from netzwerk.members.services.own_data import collect
from netzwerk.seats.models import Booking, Place
from netzwerk.seats.services import leaving
from tests.factories.organisations import organisation
from tests.factories.places import booked, guest
from tests.factories.workshops import place_of, published
from tests.workshops.test_booking_member import ask
from workshops.events.models import Answer, Leader
from workshops.events.services.answers import (
    answers_for,
    change_answers,
    delete_old_answers,
    needs_deleted_on,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(person):
    """A booking with an answer about needs and another one."""
    house, organiser = organisation(), person(ORGANISER)
    workshop = published(organiser)
    needs, text = ask(workshop, "needs", "Was brauchen Sie?"), ask(workshop)
    booking = booked(place_of(workshop), person(MEMBER, home=house), organisation=house)
    for question in (needs, text):
        Answer.objects.create(booking=booking, question=question, value="Kanarienvogel")
    return booking


def read(user, booking: Booking) -> set[str]:
    rows = list(Booking.objects.filter(pk=booking.pk).select_related("place"))
    return {one.question.kind for one in answers_for(user, rows).get(booking.pk, [])}


def test_needs_are_read_by_the_organisers_only(person, asked) -> None:
    workshop = asked.place.workshop_dates.get().workshop
    leader = Leader.objects.create(workshop=workshop, person=person(MEMBER)).person
    assert read(workshop.organisers.get().person, asked) == {"needs", "text"}
    assert read(asked.person, asked) == {"needs", "text"}
    assert read(person(OFFICE), asked) == {"text"}
    coordinator = person(COORDINATOR, home=asked.organisation)
    for user in (coordinator, leader, person(ORGANISER), person(MEMBER), AnonymousUser()):
        assert read(user, asked) == set()


def test_answers_are_read_in_one_query_for_many_bookings(person, asked, django_assert_max_num_queries) -> None:
    workshop = asked.place.workshop_dates.get().workshop
    organiser = workshop.organisers.get().person
    for _ in range(3):
        booked(asked.place)
    rows = list(Booking.objects.filter(place=asked.place).select_related("place"))
    for row in rows:
        row.place = asked.place
    with django_assert_max_num_queries(5):
        answers_for(organiser, rows)


def test_only_the_person_changes_them(person, asked) -> None:
    question = asked.answers.first().question
    for user in (person(COORDINATOR, home=asked.organisation), person(MEMBER), None):
        with pytest.raises(PermissionDenied):
            change_answers(asked, {question: "x"}, actor=user)


def test_needs_are_deleted_thirty_days_after_the_last_date(asked) -> None:
    day = needs_deleted_on(asked.place)
    end = timezone.now() - timedelta(days=29)
    Place.objects.filter(pk=asked.place_id).update(
        starts_at=end - timedelta(hours=3),
        ends_at=end,
        **dict.fromkeys(("books_until", "cancels_until", "promotes_until"), end - timedelta(hours=4)),
    )
    assert delete_old_answers() == 0
    Place.objects.filter(pk=asked.place_id).update(
        starts_at=end - timedelta(days=1, hours=3),
        ends_at=end - timedelta(days=1),
        **dict.fromkeys(("books_until", "cancels_until", "promotes_until"), end - timedelta(days=2)),
    )
    assert needs_deleted_on(Place.objects.get(pk=asked.place_id)) == timezone.localdate()
    assert delete_old_answers() == 1 and delete_old_answers() == 0
    assert [one.question.kind for one in asked.answers.all()] == ["text"]
    assert (day - timezone.localdate(asked.place.ends_at)).days == 30


def test_needs_go_at_once_with_whoever_cancels(asked) -> None:
    leaving.cancel(asked, actor=asked.person)
    assert [one.question.kind for one in asked.answers.all()] == ["text"]


def test_all_answers_go_with_the_booking(asked) -> None:
    asked.delete()
    assert not Answer.objects.exists()


def test_ones_own_answers_are_part_of_ones_data(person, asked) -> None:
    assert "Kanarienvogel" in str(collect(asked.person))
    assert "Kanarienvogel" not in str(collect(person(COORDINATOR, home=asked.organisation)))


def test_a_guest_changes_their_own_only(asked) -> None:
    visitor = guest(asked.place)
    question = asked.answers.first().question
    change_answers(visitor, {question: "Gast"}, actor=None)
    assert visitor.answers.get().value == "Gast" and asked.answers.filter(value="Gast").count() == 0


def test_answers_of_guests_go_with_their_names(asked) -> None:
    visitor = guest(asked.place)
    Answer.objects.create(booking=visitor, question=asked.answers.get(question__kind="text").question, value="x")
    end = timezone.now() - timedelta(days=91)
    Place.objects.filter(pk=asked.place_id).update(
        starts_at=end - timedelta(hours=3),
        ends_at=end,
        **dict.fromkeys(("books_until", "cancels_until", "promotes_until"), end - timedelta(hours=4)),
    )
    assert delete_old_answers() == 2
    assert not visitor.answers.exists() and [one.question.kind for one in asked.answers.all()] == ["text"]
