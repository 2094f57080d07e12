"""Answers to the questions of a workshop: kept, changed, read by whom they concern, deleted."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date as day_type
from datetime import datetime, time, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from netzwerk.seats.models import Booking, Place
from netzwerk.seats.services.forgetting import GUESTS_KEPT
from netzwerk.surfaces.registry import OwnData
from workshops.events.access import can_manage, can_read_needs
from workshops.events.errors import EventsError
from workshops.events.kinds import KEY, workshop_of
from workshops.events.models import Answer, Question, Workshop

NEEDS_KEPT = timedelta(days=30)  # after the last date
TOO_LATE = "Die Veranstaltung hat begonnen: Antworten lassen sich nicht mehr ändern."


def needs_deleted_on(place: Place) -> day_type:
    """The day on which answers about needs are deleted."""
    return timezone.localdate(place.ends_at) + NEEDS_KEPT


def may_change_answers(place: Place, now: datetime | None = None) -> bool:
    return (now or timezone.now()) < place.starts_at and not place.is_cancelled


def store_answers(booking: Booking, answers: Mapping[Question, Any]) -> None:
    """The first answers of a booking, in the caller's transaction; those that exist stay, as a form may be sent twice."""
    rows = [Answer(booking=booking, question=question, value=value) for question, value in answers.items()]
    Answer.objects.bulk_create(rows, ignore_conflicts=True)


@transaction.atomic
def change_answers(booking: Booking, answers: Mapping[Question, Any], *, actor: Any) -> None:
    """All answers of a booking anew; what was left open goes. `actor` None is a guest with the secret of the link, which the
    view has checked. Raises PermissionDenied for everybody but the person, EventsError."""
    is_own = booking.is_guest if actor is None else booking.person_id == actor.pk
    if not is_own:
        raise PermissionDenied
    row = Booking.objects.select_for_update(of=("self",), no_key=True).select_related("place").get(pk=booking.pk)
    if not row.is_live or not may_change_answers(row.place):
        raise EventsError(TOO_LATE)
    row.answers.exclude(question__in=list(answers)).delete()
    for question, value in answers.items():
        Answer.objects.update_or_create(booking=row, question=question, defaults={"value": value})


def forget_answers(booking: Booking) -> None:
    """For somebody else who takes over the seat."""
    Answer.objects.filter(booking=booking).delete()


def answers_of(booking: Booking) -> dict[int, Any]:
    """The values by key of the question. The caller has checked whose booking it is."""
    return dict(booking.answers.values_list("question", "value"))


def answers_for(user: Any, bookings: Sequence[Booking]) -> dict[int, list[Answer]]:
    """By key of the booking, the answers that the user may read, each with its question: organisers of the workshop all, the
    office all but those about needs, everybody else their own; nobody reads them because of their organisation.

    One query, and those of the workshops.
    """
    own = {one.pk for one in bookings if one.person_id is not None and one.person_id == getattr(user, "pk", None)}
    places = {one.place_id: one.place for one in bookings if one.place.kind == KEY and one.pk not in own}
    rights = {key: _rights(user, workshop_of(place)) for key, place in places.items()}
    read = [one.pk for one in bookings if one.pk in own or rights.get(one.place_id, (False, False))[0]]
    found: dict[int, list[Answer]] = defaultdict(list)
    place_of = {one.pk: one.place_id for one in bookings}
    for answer in Answer.objects.filter(booking__in=read).select_related("question"):
        key = answer.booking_id
        if key in own or not answer.question.is_about_needs or rights[place_of[key]][1]:
            found[key].append(answer)
    return dict(found)


def _rights(user: Any, workshop: Workshop | None) -> tuple[bool, bool]:
    """Whether the user reads the answers, and those about needs."""
    if workshop is None or not can_manage(user, workshop):
        return False, False
    return True, can_read_needs(user, workshop)


def delete_old_answers() -> int:
    """For the clock: answers about needs, 30 days after the last date, and all of guests with their names. Returns how many."""
    last_day = timezone.localdate() - NEEDS_KEPT
    limit = timezone.make_aware(datetime.combine(last_day + timedelta(days=1), time.min))
    needs = Q(question__kind=Question.Kind.NEEDS, booking__place__ends_at__lt=limit)
    guests = Q(booking__person=None, booking__place__ends_at__lt=timezone.now() - GUESTS_KEPT)
    old = Answer.objects.filter(pk__in=Answer.objects.filter(needs | guests).order_by().values("pk"))
    return old.delete()[1].get(Answer._meta.label, 0)


def unanswered(booking: Booking, questions: Iterable[Question]) -> bool:
    """Whether a question that needs an answer has none: who was booked by others, or took a seat over."""
    required = {one.pk for one in questions if one.is_required}
    return bool(required) and bool(required - set(booking.answers.values_list("question", flat=True)))


def _own(user: Any) -> list[dict[str, Any]]:
    rows = Answer.objects.filter(booking__person=user).select_related("question", "booking__place")
    return [
        {"Veranstaltung": row.booking.place.title, "Frage": row.question.label, "Antwort": row.words} for row in rows
    ]


PARTS = (
    OwnData(
        "workshop-answers",
        62,
        "Antworten bei Anmeldungen",
        _own,
        lambda user: Answer.objects.filter(booking__person=user).delete() and None,
        goes="Ihre Antworten auf Fragen von Veranstaltungen",
        models=("events.Answer",),
    ),
)
