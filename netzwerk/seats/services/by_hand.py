"""What whoever manages a place does by hand: one seat more, somebody added, also at the door."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from netzwerk.members.models import Organisation
from netzwerk.seats.access import can_manage_place
from netzwerk.seats.errors import SeatsError
from netzwerk.seats.models import Booking, Format, Letter, Place, Pool
from netzwerk.seats.queue import LockedSeats, locked
from netzwerk.seats.services.booking import Guest, check_is_new, reread
from netzwerk.seats.services.changes import save
from netzwerk.seats.services.leaving import free_seat
from netzwerk.seats.services.log import log_action
from netzwerk.seats.services.promotion import fill
from netzwerk.texts.addresses import normalise_email

ONE_MORE = "Kein Platz ist frei, um den niemand wartet. Mit „Ein Platz mehr“ erhöhen Sie die Zahl der Plätze um eins."


@transaction.atomic
def grant_extra_seat(booking: Booking, *, actor: Any) -> Booking:
    """One seat more than planned, for somebody who waits or has asked: an explicit, logged increase that passes the waiting
    list.

    Raises PermissionDenied, SeatsError.
    """
    if not can_manage_place(actor, booking.place):
        raise PermissionDenied
    seats, now = locked(booking.place), timezone.now()
    row = reread(booking, seats)
    if not row.is_live or row.is_holding:
        raise SeatsError(f"Diese Person wartet nicht auf einen Platz: {row.get_state_display()}.")
    if seats.place.is_cancelled:
        raise SeatsError("Diese Veranstaltung fällt aus.")
    before = row.state
    free_seat(seats, row, now)
    _seat_in_one_more(seats, row, actor)
    row.confirmed_at = now
    return save(row, before=before, action="extra_seat", actor=actor, letter=Letter.Kind.CONFIRMED)


@transaction.atomic
def add_by_hand(
    place: Place,
    *,
    actor: Any,
    format: Format,
    person: Any = None,
    guest: Guest | None = None,
    organisation: Organisation | None = None,
    one_more: bool = False,
    tell: bool = True,
) -> Booking:
    """Whoever manages a place adds somebody, also after the deadline and at the door: a free seat that nobody waits for, or one
    seat more. A guest without an address gets no letter.

    Raises PermissionDenied, SeatsError, ValidationError.
    """
    if not can_manage_place(actor, place):
        raise PermissionDenied
    if (person is None) == (guest is None):
        raise ValueError("A booking has one holder: a person or a guest.")
    seats, now = locked(place), timezone.now()
    if seats.place.is_cancelled:
        raise SeatsError("Diese Veranstaltung fällt aus.")
    email = normalise_email(guest.email) if guest and guest.email else ""
    if person is not None or email:
        check_is_new(seats.place, person=person, email=email, for_oneself=False)
    row = Booking(
        place=seats.place,
        format=seats.format(format),
        person=person,
        name=guest.name if guest else "",
        email=email,
        affiliation=guest.affiliation if guest else "",
        organisation=organisation,
        booked_by=actor,
        state=Booking.State.CONFIRMED,
        created_at=now,
        confirmed_at=now,
    )
    pool = seats.seat_for_newcomer(row.format, organisation)
    if pool is not None:
        row.pool = seats.take(pool)
    elif one_more:
        _seat_in_one_more(seats, row, actor)
    else:
        raise SeatsError(ONE_MORE)
    letter = Letter.Kind.CONFIRMED if tell and (person is not None or email) else ""
    return save(row, before="", action="booked", actor=actor, letter=letter)


@transaction.atomic
def move_to_pool(booking: Booking, *, pool: Pool | int, actor: Any) -> Booking:
    """The seat of the booking comes from another pool of the same format; the one it leaves is free for whoever waits.

    Raises PermissionDenied, SeatsError.
    """
    if not can_manage_place(actor, booking.place):
        raise PermissionDenied
    seats, now = locked(booking.place), timezone.now()
    row, target = reread(booking, seats), seats.get(pool)
    if not row.has_seat or target.format_id != row.format_id:
        raise SeatsError("Umbuchen lässt sich nur ein sicherer Platz, und nur innerhalb derselben Form der Teilnahme.")
    if row.pool_id == target.pk:
        return row
    if not target.is_for(row.organisation):
        raise SeatsError("Dieses Kontingent ist für andere reserviert.")
    if not target.free:
        raise SeatsError("Dort ist kein Platz frei.")
    seats.give_back(row.pool_id)
    row.pool = seats.take(target)
    save(row, before=row.state, action="moved", actor=actor, pool=target.pk)
    fill(seats, now, cause="eine Umbuchung")
    return row


def _seat_in_one_more(seats: LockedSeats, row: Booking, actor: Any) -> None:
    rest = seats.rest_of(row.format)
    seats.set_capacity(rest, rest.capacity + 1)
    log_action("capacity_changed", seats.place, actor=actor, pool=rest.pk, before=rest.capacity - 1, now=rest.capacity)
    row.pool, row.state = seats.take(rest), Booking.State.CONFIRMED
