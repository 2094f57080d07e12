"""Books places of the demo, and answers what is asked."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from random import Random
from typing import Any

from django.utils import timezone

from netzwerk.seats.models import Booking, Format, Place
from netzwerk.seats.services.leaving import cancel
from workshops.events.demo.crowd import Holder
from workshops.events.demo.guests import EXCUSES, NEEDS
from workshops.events.demo.making import Made
from workshops.events.models import Question
from workshops.events.services.answers import NEEDS_KEPT, store_answers

MOMENTS = ("starts_at", "ends_at", "books_until", "cancels_until", "promotes_until")


@contextmanager
def reopened(place: Place) -> Iterator[Place]:
    """The place of a past workshop takes bookings, as it did then."""
    later = timezone.now() + timedelta(days=400)
    moved = dict.fromkeys(MOMENTS, later) | {"ends_at": later + timedelta(hours=1)}
    Place.objects.filter(pk=place.pk).update(**moved)
    try:
        yield Place.objects.get(pk=place.pk)
    finally:
        Place.objects.filter(pk=place.pk).update(**{name: getattr(place, name) for name in MOMENTS})


def book_all(place: Place, holders: Iterable[Holder], dice: Random) -> list[Booking]:
    """One after the other; in a hybrid workshop, everybody chooses a format."""
    formats = {one.key: one for one in place.formats.all()}
    keys = sorted(formats)
    return [holder.book(place, formats[dice.choice(keys)], shows_name=dice.random() < 0.5) for holder in holders]


def let_cancel(bookings: Iterable[Booking], dice: Random) -> None:
    """These people give up their seats; a guest does so with the link."""
    for booking in bookings:
        reason = dice.choice(EXCUSES) if dice.random() < 0.5 else ""
        cancel(booking, actor=booking.person, reason=reason)


def some_seated(place: Place, dice: Random, count: int, *, without: Iterable[Any] = ()) -> list[Booking]:
    seated = Booking.objects.filter(place=place).confirmed().exclude(person__in=[one.pk for one in without])
    found = list(seated.select_related("person", "organisation", "place").order_by("pk"))
    return dice.sample(found, min(count, len(found)))


def answer(made: Made, place: Place, dice: Random) -> None:
    """What those with a seat or a place on the waiting list have answered."""
    texts = {one.label: one.answers for one in made.text.questions}
    questions = list(made.workshop.questions.all())
    needs_are_kept = place.ends_at > timezone.now() - NEEDS_KEPT
    for booking in Booking.objects.filter(place=place).live().order_by("pk"):
        said = {}
        for question in questions:
            if needs_are_kept or not question.is_about_needs:
                said[question] = _value(question, texts.get(question.label, ()), dice)
        store_answers(booking, {question: value for question, value in said.items() if value is not None})


def _value(question: Question, texts: tuple[str, ...], dice: Random) -> Any:
    kind, is_said = question.kind, question.is_required or dice.random() < 0.5
    if kind == Question.Kind.NEEDS:
        return dice.choice(NEEDS) if dice.random() < 0.15 else None
    if not is_said:
        return None
    if kind == Question.Kind.CHOICE:
        return dice.choice(question.choices)
    if kind == Question.Kind.CHOICES:
        return sorted(dice.sample(question.choices, dice.choice((1, 2))))
    if kind == Question.Kind.CONSENT:
        return True
    return dice.choice(texts) if texts else None


def format_of(place: Place, key: str = "") -> Format:
    """The format with this key; without one, that of a place with only one."""
    return place.formats.get(key=key) if key else place.formats.get()
