"""Leaving a seat or the waiting list, answering an offer, handing a seat over, changing the format."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from netzwerk.seats import words
from netzwerk.seats.access import can_change_booking, can_manage_place, why_not_book
from netzwerk.seats.errors import SeatsError
from netzwerk.seats.models import Attendance, Booking, Format, Letter
from netzwerk.seats.queue import LockedSeats, locked
from netzwerk.seats.services.booking import reread, seat_or_queue
from netzwerk.seats.services.changes import save, write
from netzwerk.seats.services.promotion import expire, fill

OFFER_ENDED = "Das Angebot galt bis {until}. Der Platz ist weitergegangen."


class OfferEnded(SeatsError):
    """Somebody answered too late. The offer has been closed, and its seat has gone on."""


def _check(booking: Booking, actor: Any) -> None:
    """`actor` None is a guest with the secret of the link, which the view has checked."""
    if actor is None:
        if not booking.is_guest:
            raise PermissionDenied
    elif not can_change_booking(actor, booking):
        raise PermissionDenied


@transaction.atomic
def cancel(booking: Booking, *, actor: Any, reason: str = "") -> Booking:
    """Give up a seat, an offer, a request or the place on the waiting list. A free seat goes to the waiting list at once.

    After the deadline a reason is asked, which whoever manages the place reads. Raises PermissionDenied, SeatsError.
    """
    _check(booking, actor)
    seats, now = locked(booking.place), timezone.now()
    row = reread(booking, seats)
    if not row.is_live and row.state != Booking.State.UNCONFIRMED:
        raise SeatsError(f"Diese Anmeldung ist schon beendet: {row.get_state_display()}.")
    if row.has_seat and now >= seats.place.ends_at:
        raise SeatsError("Die Veranstaltung ist vorbei. Wer nicht da war, vermerkt die Veranstaltung.")
    is_late = row.has_seat and now >= seats.place.cancels_until
    if is_late and not reason.strip() and not (actor is not None and can_manage_place(actor, seats.place)):
        raise SeatsError(
            f"Ohne Grund absagen konnte man bis {words.moment(seats.place.cancels_until)}. Bitte nennen Sie den Grund."
        )
    before = row.state
    letter = Letter.Kind.CANCELLED if before == Booking.State.CONFIRMED else Letter.Kind.LEFT
    free_seat(seats, row, now)
    row.state, row.ended_at, row.reason = Booking.State.CANCELLED, now, reason.strip()[:300]
    action = "left_queue" if before == Booking.State.WAITING else "cancelled"
    save(row, before=before, action=action, actor=actor, letter=letter, by_others=_is_other(row, actor))
    fill(seats, now, cause="eine Absage")
    return row


def _is_other(booking: Booking, actor: Any) -> bool:
    return actor is not None and actor.pk != booking.person_id


def free_seat(seats: LockedSeats, booking: Booking, now: Any) -> None:
    """Take the booking out of its pool or of the waiting list. The caller sets the next state, saves, and fills the seats."""
    if booking.is_holding:
        seats.give_back(booking.pool_id)
        booking.pool, booking.offered_until = None, None
    elif booking.state == Booking.State.WAITING:
        seats.leave_queue(booking, now)


def accept_offer(booking: Booking, *, actor: Any) -> Booking:
    """Take the offered seat. Raises PermissionDenied, OfferEnded (then the seat has gone on), SeatsError."""
    _check(booking, actor)
    row, until = _accept(booking, actor)
    if row.state != Booking.State.CONFIRMED:
        raise OfferEnded(OFFER_ENDED.format(until=words.moment(until)) if until else "Das Angebot gilt nicht mehr.")
    return row


@transaction.atomic
def _accept(booking: Booking, actor: Any) -> tuple[Booking, datetime | None]:
    """The booking afterwards, and until when the offer was good. An offer that has ended is closed here, and this stays."""
    seats, now = locked(booking.place), timezone.now()
    row = reread(booking, seats)
    until = row.offered_until
    if row.state == Booking.State.OFFERED and row.offer_has_ended(now):
        expire(seats, row, now)
        fill(seats, now, cause="ein Angebot ist verfallen")
    elif row.state == Booking.State.OFFERED:
        row.state, row.offered_until, row.confirmed_at = Booking.State.CONFIRMED, None, now
        save(
            row,
            before=Booking.State.OFFERED,
            action="offer_accepted",
            actor=actor,
            letter=Letter.Kind.CONFIRMED,
        )
    return row, until


def set_promotion_choice(booking: Booking, *, at_once: bool, actor: Any) -> None:
    """Whether a seat of the waiting list is confirmed at once or offered first. Raises PermissionDenied."""
    _check(booking, actor)
    Booking.objects.filter(pk=booking.pk, state=Booking.State.WAITING).update(promote_at_once=at_once)


@transaction.atomic
def hand_over(booking: Booking, *, person: Any, actor: Any) -> Booking:
    """The seat stays with the organisation and passes to a colleague ("Ersatzperson benennen"), past the waiting list. If the
    colleague waits or has asked for a seat, that ends. Raises PermissionDenied, SeatsError."""
    _check(booking, actor)
    seats, now = locked(booking.place), timezone.now()
    row = reread(booking, seats)
    if not row.has_seat:
        raise SeatsError("Übergeben lässt sich nur ein Platz, den jemand sicher hat.")
    if now >= seats.place.ends_at:
        raise SeatsError("Die Veranstaltung ist vorbei.")
    if row.organisation is None:
        raise SeatsError("Dieser Platz gehört zu keiner Organisation. Bitte sagen Sie ab, dann rückt jemand nach.")
    if not person.memberships.current().filter(organisation=row.organisation).exists():
        raise SeatsError(f"{person.get_full_name()} gehört nicht zu {row.organisation}.")
    if refusal := why_not_book(person, seats.place):
        raise SeatsError(refusal)
    if row.attendances.filter(extent__in=Attendance.PRESENT).exists():
        raise SeatsError(
            "Diese Person war an einem Termin schon da, und das bleibt bei ihr. Bitte lassen Sie die Ersatzperson von der "
            "Veranstaltung eintragen."
        )
    other = Booking.objects.filter(place=seats.place, person=person).live().first()
    if other is not None:
        if other.is_holding:
            raise SeatsError(f"{person.get_full_name()} hat hier schon einen Platz.")
        end_for_hand_over(seats, reread(other, seats), now, actor)
    former = row.person
    facts = {"from_name": row.holder_name, "to_name": person.get_full_name()}
    if former is not None:
        write(row, Letter.Kind.HANDED, to=former, is_former=True, **facts)
    else:
        write(row, Letter.Kind.HANDED, is_former=True, **facts)
    row.person, row.name, row.email, row.affiliation, row.shows_name = person, "", "", "", False
    save(row, before=Booking.State.CONFIRMED, action="handed_over", actor=actor)
    write(row, Letter.Kind.HANDED, is_former=False, **facts)
    return row


def end_for_hand_over(seats: LockedSeats, booking: Booking, now: Any, actor: Any) -> None:
    before = booking.state
    free_seat(seats, booking, now)
    booking.state, booking.ended_at, booking.reason = Booking.State.CANCELLED, now, "hat einen Platz übernommen"
    save(booking, before=before, action="cancelled", actor=actor)


@transaction.atomic
def switch_format(booking: Booking, *, format: Format, actor: Any) -> Booking:
    """Take part in the other format: with a seat only if one is free there; from the waiting list to the end of the other one.

    Raises PermissionDenied, SeatsError.
    """
    _check(booking, actor)
    seats, now = locked(booking.place), timezone.now()
    row, target = reread(booking, seats), seats.format(format)
    if row.format_id == target.pk:
        return row
    if row.state not in (Booking.State.CONFIRMED, Booking.State.WAITING):
        raise SeatsError("Das geht erst, wenn über Ihre Anmeldung entschieden ist.")
    before = row.state
    if before == Booking.State.CONFIRMED:
        pool = seats.seat_for_newcomer(target, row.organisation)
        if pool is None:
            raise SeatsError(f"Für „{target}“ ist kein Platz frei. Ihr Platz bleibt, wie er ist.")
        seats.give_back(row.pool_id)
        row.pool, row.format = seats.take(pool), target
        save(row, before=before, action="switched", actor=actor, letter=Letter.Kind.SWITCHED)
    else:
        seats.leave_queue(row, now)
        row.format = target
        row = seat_or_queue(seats, row, now, actor=actor, action="switched")
    fill(seats, now, cause="ein Wechsel der Form")
    return row
