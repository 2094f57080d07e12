"""What the tests of the desk share: a workshop with people, and dates that are over."""

from datetime import timedelta
from typing import Any

from django.test import Client
from django.urls import reverse

from netzwerk.calendar.models import Date
from netzwerk.members.roles import MEMBER
from netzwerk.seats.models import Booking, Place
from netzwerk.seats.services.booking import Guest
from netzwerk.seats.services.by_hand import add_by_hand
from tests.factories.people import PersonFactory
from tests.factories.places import format_of
from tests.factories.workshops import place_of
from workshops.events.models import Question, Workshop

SHIFT = timedelta(days=60)


def member(first: str = "Mara", last: str = "Lindner", **more: Any) -> Any:
    return PersonFactory.with_role(MEMBER, first_name=first, last_name=last, **more)


def seated(
    workshop: Workshop, person: Any = None, *, key: str = "in_person", guest: Guest | None = None, **more: Any
) -> Booking:
    """Somebody with a seat in the first place, whatever the deadlines are."""
    place = place_of(workshop)
    organiser = workshop.organisers.first().person
    who = {"guest": guest} if guest else {"person": person or member()}
    return add_by_hand(place, actor=organiser, format=format_of(place, key), one_more=True, **who, **more)


def moved_into_the_past(workshop: Workshop, shift: timedelta = SHIFT) -> None:
    """All dates and places of the workshop are so much earlier, as if time had passed."""
    for row in workshop.dates.select_related("date"):
        date = row.date
        Date.objects.filter(pk=date.pk).update(
            start_day=date.start_day - shift,
            end_day=date.end_day - shift,
            starts_at=date.starts_at - shift,
            ends_at=date.ends_at - shift,
        )
    for place in Place.objects.filter(workshop_dates__workshop=workshop).distinct():
        names = ("starts_at", "ends_at", "books_until", "cancels_until", "promotes_until")
        Place.objects.filter(pk=place.pk).update(**{name: getattr(place, name) - shift for name in names})


def needs_question(workshop: Workshop, label: str = "Was brauchen Sie?") -> Question:
    return Question.objects.create(workshop=workshop, kind=Question.Kind.NEEDS, label=label)


def address(name: str, workshop: Workshop, *more: Any) -> str:
    return reverse(f"workshop_desk:{name}", args=[workshop.pk, *more])


def text_of(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status, (path, answer.status_code)
    return answer.content.decode()
