"""Requests: the organisation releases what its people book, whoever manages the place approves or declines."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from netzwerk.members.models import Organisation
from netzwerk.seats.access import can_book_for, can_manage_place
from netzwerk.seats.errors import SeatsError
from netzwerk.seats.models import Booking, BookingWish, Letter, ReleaseRule
from netzwerk.seats.queue import locked
from netzwerk.seats.services.booking import check_takes_bookings, request_or_seat, reread, seat_or_queue
from netzwerk.seats.services.changes import save

DECIDED = "Darüber ist schon entschieden: {state}."


@transaction.atomic
def give_release(booking: Booking, *, actor: Any) -> Booking:
    """The coordination releases a request of its people. Only now it counts. Raises PermissionDenied, SeatsError."""
    if not can_book_for(actor, booking.organisation):
        raise PermissionDenied
    seats, now = locked(booking.place), timezone.now()
    row = reread(booking, seats)
    if row.state != Booking.State.RELEASE:
        raise SeatsError(DECIDED.format(state=row.get_state_display()))
    check_takes_bookings(seats.place, now)
    return request_or_seat(seats, row, now, actor=actor)


@transaction.atomic
def approve(booking: Booking, *, actor: Any) -> Booking:
    """Whoever manages the place approves a request: a seat, or the end of the waiting list. Raises PermissionDenied,
    SeatsError."""
    if not can_manage_place(actor, booking.place):
        raise PermissionDenied
    seats, now = locked(booking.place), timezone.now()
    row = reread(booking, seats)
    if row.state != Booking.State.REQUESTED:
        raise SeatsError(DECIDED.format(state=row.get_state_display()))
    if seats.place.is_cancelled:
        raise SeatsError("Diese Veranstaltung fällt aus.")
    return seat_or_queue(seats, row, now, actor=actor, action="approved")


@transaction.atomic
def decline(booking: Booking, *, reason: str, actor: Any) -> Booking:
    """Decline a request, with a reason that the person reads. Raises PermissionDenied, SeatsError."""
    seats, now = locked(booking.place), timezone.now()
    row = reread(booking, seats)
    by_organisation = row.state == Booking.State.RELEASE and can_book_for(actor, row.organisation)
    if not by_organisation and not can_manage_place(actor, seats.place):
        raise PermissionDenied
    if not reason.strip():
        raise SeatsError("Bitte nennen Sie den Grund. Die Person liest ihn.")
    if row.state not in Booking.UNDECIDED:
        raise SeatsError(DECIDED.format(state=row.get_state_display()))
    before, row.state, row.ended_at, row.reason = row.state, Booking.State.DECLINED, now, reason.strip()[:300]
    return save(row, before=before, action="declined", actor=actor, letter=Letter.Kind.DECLINED)


def set_release_rule(organisation: Organisation, *, needs_release: bool, actor: Any) -> None:
    """The coordination decides whether its people's bookings need its release. Raises PermissionDenied."""
    if not can_book_for(actor, organisation):
        raise PermissionDenied
    ReleaseRule.objects.update_or_create(organisation=organisation, defaults={"needs_release": needs_release})


def set_booking_wish(*, by_colleagues: bool, actor: Any) -> None:
    """Whether colleagues may book seats for oneself."""
    BookingWish.objects.update_or_create(person=actor, defaults={"by_colleagues": by_colleagues})
