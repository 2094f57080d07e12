"""Booking a workshop: the seat together with the answers, by netzwerk.seats."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from netzwerk.members.models import Organisation
from netzwerk.seats.models import Booking, Format, Place
from netzwerk.seats.services import booking as seats
from netzwerk.seats.services import leaving
from netzwerk.seats.services.booking import Guest, Wishes
from netzwerk.seats.services.forgetting import FORGOTTEN
from netzwerk.seats.tokens import read_booking_token
from workshops.events.kinds import KEY
from workshops.events.models import Question
from workshops.events.services.answers import forget_answers, store_answers


def book(
    place: Place,
    *,
    actor: Any,
    format: Format,
    organisation: Organisation | None,
    wishes: Wishes,
    form_key: str,
    answers: Mapping[Question, Any],
) -> Booking:
    """Book for oneself. The same `form_key` again returns the booking that exists, as it is. Raises PermissionDenied,
    SeatsError."""
    known = {"actor": actor, "person": actor, "format": format, "organisation": organisation}
    if not answers:  # without a transaction of our own around that of the seats
        return seats.book(place, wishes=wishes, form_key=form_key, **known)
    with transaction.atomic():
        booking = seats.book(place, wishes=wishes, form_key=form_key, **known)
        store_answers(booking, answers)
    return booking


def note_guest(
    place: Place, guest: Guest, *, format: Format, wishes: Wishes, form_key: str, answers: Mapping[Question, Any]
) -> Booking:
    """Note a guest, who gets the letter that leads to the page of the booking. The same `form_key` again returns the booking
    that exists. Raises SeatsError, ValidationError."""
    known = {"format": format, "wishes": wishes, "form_key": form_key}
    if not answers:
        return seats.register_guest(place, guest, **known)
    with transaction.atomic():
        booking = seats.register_guest(place, guest, **known)
        store_answers(booking, answers)
    return booking


@transaction.atomic
def book_colleagues(
    place: Place,
    *,
    actor: Any,
    people: Sequence[Any],
    guests: Sequence[Guest],
    format: Format,
    organisation: Organisation,
    all_or_none: bool,
    form_key: str,
) -> list[Booking]:
    """Seats for colleagues, and letters to those without account, whose booking counts once they confirm it.

    Raises PermissionDenied, SeatsError, ValidationError; then nobody is booked.
    """
    made = seats.book_several(
        place,
        actor=actor,
        people=people,
        format=format,
        organisation=organisation,
        all_or_none=all_or_none,
        form_key=form_key,
    )
    for number, guest in enumerate(guests):
        made.append(
            seats.register_guest(
                place,
                guest,
                format=format,
                actor=actor,
                organisation=organisation,
                wishes=Wishes(promote_at_once=False),
                form_key=f"{form_key}:gast{number}",
            )
        )
    return made


@transaction.atomic
def hand_over(booking: Booking, *, person: Any, actor: Any) -> Booking:
    """The seat passes to a colleague, without the answers of whoever had it. Raises PermissionDenied, SeatsError."""
    row = leaving.hand_over(booking, person=person, actor=actor)
    forget_answers(row)
    return row


def booking_of_token(token: str) -> Booking | None:
    """The booking that a guest's link opens; None for a wrong link, one that was handed on to an account, and one whose data
    have been deleted."""
    key = read_booking_token(token)
    rows = Booking.objects.filter(pk=key, person=None, place__kind=KEY).exclude(email="", name=FORGOTTEN)
    return rows.select_related("place", "format", "organisation", "booked_by").first() if key else None


def other_booking_of(booking: Booking) -> Booking | None:
    """Another live booking of the same address, for whoever has opened its letter."""
    rows = Booking.objects.filter(place=booking.place_id).live().of_holder(email=booking.email)
    return rows.exclude(pk=booking.pk).first()
