"""Free seats go to the waiting list, inside the transaction that frees them."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from netzwerk.seats.models import Booking, Format, Letter, Place, Pool
from netzwerk.seats.queue import LockedSeats, locked
from netzwerk.seats.services.changes import save
from netzwerk.seats.services.log import log_action
from netzwerk.seats.working_days import answer_until

AT_ONCE_UNTIL = timedelta(days=7)  # before the start; later, people are asked first


def fill(seats: LockedSeats, now: datetime, *, cause: str = "") -> list[Booking]:
    """Give free seats to those who wait, first come first; returns who got one. Whoever may not sit in what is free is passed
    over, which is logged. `cause` says in a word why seats are free."""
    if not seats.place.promotes(now):
        return []
    return [booking for format in seats.formats.values() for booking in _fill_format(seats, format, now, cause)]


def _fill_format(seats: LockedSeats, format: Format, now: datetime, cause: str) -> list[Booking]:
    moved: list[Booking] = []
    if not format.waiting or not any(pool.free for pool in seats.of_format(format)):
        return moved
    passed: list[int] = []
    for entry in seats.waiting(format):
        free = [pool for pool in seats.for_holder(format, entry.organisation) if pool.free]
        if free:
            entry.place, entry.format = seats.place, format
            if passed:
                log_action("passed_over", entry, actor=None, passed=list(passed), why="reserviert")
            moved.append(_promote(seats, entry, free[0], now, cause))
        else:
            passed.append(entry.pk)
        if not any(pool.free for pool in seats.of_format(format)):
            break
    return moved


def _promote(seats: LockedSeats, booking: Booking, pool: Pool, now: datetime, cause: str) -> Booking:
    seats.leave_queue(booking, now)
    booking.pool = seats.take(pool)
    if booking.promote_at_once and now < seats.place.starts_at - AT_ONCE_UNTIL:
        booking.state, booking.confirmed_at = Booking.State.CONFIRMED, now
        return save(
            booking,
            before=Booking.State.WAITING,
            action="promoted",
            actor=None,
            letter=Letter.Kind.PROMOTED,
            cause=cause,
        )
    booking.state = Booking.State.OFFERED
    booking.offered_until = min(answer_until(now), seats.place.starts_at)
    return save(
        booking, before=Booking.State.WAITING, action="offered", actor=None, letter=Letter.Kind.OFFERED, cause=cause
    )


def expire_offers(now: datetime | None = None) -> int:
    """For the clock: offers without an answer end, and their seats go on. Returns how many ended."""
    now = now or timezone.now()
    due = Booking.objects.filter(state=Booking.State.OFFERED, offered_until__lte=now)
    places = Place.objects.filter(pk__in=due.values("place")).order_by("pk")
    return sum(_expire_in(place, now) for place in places)


@transaction.atomic
def _expire_in(place: Place, now: datetime) -> int:
    seats = locked(place)
    due = Booking.objects.filter(place=place, state=Booking.State.OFFERED, offered_until__lte=now)
    ended = list(due.select_related("person", "organisation").order_by("pk"))
    for booking in ended:
        expire(seats, booking, now)
    if ended:
        fill(seats, now, cause="ein Angebot ist verfallen")
    return len(ended)


def expire(seats: LockedSeats, booking: Booking, now: datetime) -> None:
    """The offer ends; the caller fills the seats."""
    booking.place = seats.place
    seats.give_back(booking.pool_id)
    booking.state, booking.pool, booking.offered_until = Booking.State.LAPSED, None, None
    booking.ended_at = now
    save(booking, before=Booking.State.OFFERED, action="expired", actor=None, letter=Letter.Kind.EXPIRED)


def end_promotions(now: datetime | None = None) -> int:
    """For the clock: after the stated time nobody moves up any more, and those left on the list hear of it. Returns how many
    places were closed."""
    now = now or timezone.now()
    due = Place.objects.filter(is_open=True, promotes_until__lte=now, promotion_ended_at=None, cancelled_at=None)
    return sum(_end_in(place, now) for place in due.order_by("pk"))


@transaction.atomic
def _end_in(place: Place, now: datetime) -> int:
    seats = locked(place)
    place = seats.place
    if place.promotion_ended_at is not None or place.promotes(now):
        return 0
    for format in seats.formats.values():
        for booking in seats.waiting(format):
            booking.place = place
            seats.leave_queue(booking, now)
            booking.state, booking.ended_at = Booking.State.LAPSED, now
            save(booking, before=Booking.State.WAITING, action="lapsed", actor=None, letter=Letter.Kind.LAPSED)
    place.promotion_ended_at = now
    place.save(update_fields=["promotion_ended_at"])
    return 1
