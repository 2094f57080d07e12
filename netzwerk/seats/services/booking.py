"""Booking a seat: for oneself, for a guest, for colleagues. Whoever finds no seat goes on the waiting list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from netzwerk.members.models import Organisation
from netzwerk.seats import words
from netzwerk.seats.access import can_book_for, can_manage_place, why_not_book
from netzwerk.seats.errors import SeatsError
from netzwerk.seats.models import Booking, BookingWish, Format, Letter, Place, ReleaseRule
from netzwerk.seats.queue import LockedSeats, locked
from netzwerk.seats.services import notices
from netzwerk.seats.services.changes import save
from netzwerk.texts.addresses import normalise_email

FULL = "Es ist kein Platz mehr frei, und die Warteliste ist geschlossen."
TOO_LATE = "Die Anmeldung ist geschlossen."


@dataclass(frozen=True)
class Guest:
    """Somebody without an account."""

    name: str
    email: str
    affiliation: str = ""


@dataclass(frozen=True)
class Wishes:
    """What the person chose at the booking."""

    promote_at_once: bool = True
    shows_name: bool = False


@transaction.atomic
def book(
    place: Place,
    *,
    actor: Any,
    person: Any,
    format: Format,
    organisation: Organisation | None = None,
    wishes: Wishes = Wishes(),
    form_key: str = "",
) -> Booking:
    """Book for a person with an account: oneself, or a colleague as the coordination of `organisation`, for which the seat then
    is. The same `form_key` again returns the booking that exists.

    Returns a booking that is confirmed, waits, or waits for a decision. Raises PermissionDenied, and SeatsError with what
    to do:
    closed, full, already booked.
    """
    check_may_book(place, actor=actor, person=person, organisation=organisation)
    seats = locked(place)
    return _book(seats, timezone.now(), actor, person, format, organisation, wishes, form_key)


@transaction.atomic
def book_several(
    place: Place,
    *,
    actor: Any,
    people: Sequence[Any],
    format: Format,
    organisation: Organisation,
    all_or_none: bool,
    form_key: str = "",
) -> list[Booking]:
    """Book for several colleagues at once, in this order. With `all_or_none` everybody gets a seat or nobody is booked; without
    it, whoever finds none goes on the waiting list. Raises PermissionDenied, SeatsError; then nothing is booked."""
    for person in people:
        check_may_book(place, actor=actor, person=person, organisation=organisation)
    seats, now = locked(place), timezone.now()
    bookings = [
        _book(seats, now, actor, person, format, organisation, Wishes(), f"{form_key}:{person.pk}" if form_key else "")
        for person in people
    ]
    if all_or_none and any(one.state == Booking.State.WAITING for one in bookings):
        free = sum(one.state == Booking.State.CONFIRMED for one in bookings)
        raise SeatsError(
            f"Für {len(people)} Personen reichen die Plätze nicht mehr: {words.seats(free)} frei. Bitte wählen Sie weniger "
            "Personen oder die Warteliste. Niemand wurde angemeldet."
        )
    return bookings


def check_may_book(place: Place, *, actor: Any, person: Any, organisation: Organisation | None) -> None:
    """Raises PermissionDenied if `actor` may not book for the person, SeatsError if the person cannot take part."""
    if person.pk != actor.pk and not can_manage_place(actor, place):
        if not can_book_for(actor, organisation):
            raise PermissionDenied
        if BookingWish.objects.filter(person=person, by_colleagues=False).exists():
            raise SeatsError(f"{person.get_full_name()} möchte nicht von anderen angemeldet werden.")
    if organisation is not None and not _belongs_to(person, organisation):
        raise PermissionDenied
    if refusal := why_not_book(person, place):
        raise SeatsError(refusal)


def _belongs_to(person: Any, organisation: Organisation) -> bool:
    return person.memberships.current().filter(organisation=organisation).exists()


def _book(
    seats: LockedSeats,
    now: datetime,
    actor: Any,
    person: Any,
    format: Format,
    organisation: Organisation | None,
    wishes: Wishes,
    form_key: str,
) -> Booking:
    place = seats.place
    same_form = Q(form_key=form_key) if form_key else Q(pk__in=[])
    known = list(Booking.objects.filter(same_form | Q(person=person, state__in=Booking.LIVE), place=place))
    if sent_before := [one for one in known if form_key and one.form_key == form_key]:
        return sent_before[0]
    check_takes_bookings(place, now)
    if known:
        raise already_booked(known[0], for_oneself=person.pk == actor.pk)
    booking = Booking(
        place=place,
        format=seats.format(format),
        person=person,
        organisation=organisation,
        booked_by=actor,
        promote_at_once=wishes.promote_at_once,
        shows_name=wishes.shows_name,
        form_key=form_key,
        created_at=now,
    )
    if _needs_release(booking, actor):
        booking.state = Booking.State.RELEASE
        save(booking, before="", action="requested", actor=actor, letter=Letter.Kind.REQUESTED)
        notices.ask_organisation(booking)
        return booking
    return request_or_seat(seats, booking, now, actor=actor)


def _needs_release(booking: Booking, actor: Any) -> bool:
    if booking.organisation_id is None or can_book_for(actor, booking.organisation):
        return False
    return ReleaseRule.objects.filter(organisation_id=booking.organisation_id, needs_release=True).exists()


def check_takes_bookings(place: Place, now: datetime) -> None:
    if place.is_cancelled:
        raise SeatsError("Diese Veranstaltung fällt aus.")
    if not place.is_open:
        raise SeatsError(TOO_LATE)
    if now >= place.books_until:
        raise SeatsError(f"{TOO_LATE} Anmelden konnte man sich bis {words.moment(place.books_until)}.")


def check_is_new(place: Place, *, person: Any, email: str, for_oneself: bool) -> None:
    """Nobody has two live bookings of one place."""
    known = Booking.objects.filter(place=place).live().of_holder(person=person, email=email).first()
    if known is not None:
        raise already_booked(known, for_oneself=for_oneself)


def already_booked(known: Booking, *, for_oneself: bool) -> SeatsError:
    who = "Sie haben" if for_oneself else f"{known.holder_name} hat"
    return SeatsError(f"{who} hier schon eine Anmeldung: {known.get_state_display()}.")


def request_or_seat(seats: LockedSeats, booking: Booking, now: datetime, *, actor: Any) -> Booking:
    """A request where bookings are approved, else a seat or the waiting list."""
    before = booking.state
    if seats.place.needs_approval and not can_manage_place(actor, seats.place):
        booking.state = Booking.State.REQUESTED
        save(booking, before=before, action="requested", actor=actor, letter=Letter.Kind.REQUESTED)
        notices.ask_managers(booking)
        return booking
    return seat_or_queue(seats, booking, now, actor=actor, action="booked")


def seat_or_queue(seats: LockedSeats, booking: Booking, now: datetime, *, actor: Any, action: str) -> Booking:
    """Give the booking a seat if one is free that nobody waits for, else put it on the waiting list. Raises SeatsError."""
    before = booking.state
    pool = seats.seat_for_newcomer(booking.format, booking.organisation)
    if pool is not None:
        booking.pool = seats.take(pool)
        booking.state, booking.confirmed_at = Booking.State.CONFIRMED, now
        return save(booking, before=before, action=action, actor=actor, letter=Letter.Kind.CONFIRMED)
    if not seats.place.has_waiting_list or not seats.place.promotes(now):
        raise SeatsError(FULL)
    seats.join_queue(booking, now)
    return save(booking, before=before, action="queued", actor=actor, letter=Letter.Kind.WAITING)


def register_guest(
    place: Place,
    guest: Guest,
    *,
    format: Format,
    actor: Any = None,
    organisation: Organisation | None = None,
    wishes: Wishes = Wishes(),
    form_key: str = "",
) -> Booking:
    """Note a guest, who holds nothing until the address is confirmed (confirm_address); the letter leads there. With
    `organisation`, its coordination registers somebody without account. Raises PermissionDenied, SeatsError, ValidationError.
    """
    if actor is not None and not (can_book_for(actor, organisation) or can_manage_place(actor, place)):
        raise PermissionDenied
    if refusal := why_not_book(None, place):
        raise SeatsError(refusal)
    if (known := _of_form(place, form_key)) is not None:
        return known
    now = timezone.now()
    check_takes_bookings(place, now)
    if format.place_id != place.pk:
        raise SeatsError("Diese Form der Teilnahme gibt es hier nicht.")
    booking = Booking(
        place=place,
        format=format,
        name=guest.name,
        email=normalise_email(guest.email),
        affiliation=guest.affiliation,
        organisation=organisation,
        booked_by=actor,
        state=Booking.State.UNCONFIRMED,
        promote_at_once=wishes.promote_at_once,
        shows_name=wishes.shows_name,
        form_key=form_key,
        created_at=now,
    )
    try:
        with transaction.atomic():
            return save(booking, before="", action="requested", actor=actor, letter=Letter.Kind.ADDRESS)
    except IntegrityError:  # no lock is held here, but one form books once (seats_booking_form_once)
        if (known := _of_form(place, form_key)) is None:
            raise
        return known


def _of_form(place: Place, form_key: str) -> Booking | None:
    """What the same form has booked before."""
    return Booking.objects.filter(place=place, form_key=form_key).first() if form_key else None


@transaction.atomic
def confirm_address(booking: Booking) -> Booking:
    """The guest has opened the letter and confirms: only now the booking counts. Called again, it changes nothing. The
    caller has checked the secret of the link. Raises SeatsError: closed, full, already booked."""
    seats, now = locked(booking.place), timezone.now()
    row = reread(booking, seats)
    if row.state != Booking.State.UNCONFIRMED:
        return row
    check_takes_bookings(seats.place, now)
    check_is_new(seats.place, person=None, email=row.email, for_oneself=True)
    return request_or_seat(seats, row, now, actor=None)


def reread(booking: Booking, seats: LockedSeats) -> Booking:
    """The booking as it is under the lock."""
    row = Booking.objects.select_related("person", "organisation").get(pk=booking.pk)
    row.place, row.format = seats.place, seats.format(row.format_id)
    return row
