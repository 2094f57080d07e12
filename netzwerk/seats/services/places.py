"""Places: created, their rules changed, opened, cancelled. Features call these inside the transaction of their own change,
after
their own check of who may."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from netzwerk.calendar.models import Date
from netzwerk.seats.errors import SeatsError
from netzwerk.seats.models import Booking, Format, Letter, Place, Pool
from netzwerk.seats.queue import LockedSeats, locked
from netzwerk.seats.services.changes import save
from netzwerk.seats.services.leaving import free_seat
from netzwerk.seats.services.log import log_action
from netzwerk.seats.services.promotion import fill
from netzwerk.surfaces import registry

RULES = (
    *("title", "path", "books_until", "cancels_until", "promotes_until", "needs_approval", "takes_guests"),
    *("has_waiting_list", "minimum", "minimum_by"),
)


@transaction.atomic
def create_place(
    *, kind: str, dates: Sequence[Date], capacities: Mapping[str, int], actor: Any, **rules: Any
) -> Place:
    """A place for these dates, closed for now (open_place). `capacities` are the seats by key of format (models.Format.Key).

    Raises ValueError for an unregistered kind and unknown rules, ValidationError, SeatsError without dates or formats.
    """
    if registry.place_kinds.get(kind) is None:
        raise ValueError(f"{kind!r} is no registered kind of place")
    _check_names(rules)
    if not dates or not capacities:
        raise SeatsError("Bitte geben Sie mindestens einen Termin und eine Form der Teilnahme mit Plätzen an.")
    place = Place(kind=kind, **rules)
    _set_times(place, dates)
    _check(place)
    place.save(force_insert=True)
    place.dates.set(dates)
    for key, capacity in capacities.items():
        _add_format(place, key, capacity)
    log_action("place_created", place, actor=actor)
    return place


@transaction.atomic
def change_place(
    place: Place,
    *,
    actor: Any,
    dates: Sequence[Date] | None = None,
    capacities: Mapping[str, int] | None = None,
    **rules: Any,
) -> None:
    """Change rules, dates and seats of the free rest. New formats are added; one in which somebody has a booking stays.

    More seats go to the waiting list at once; fewer than are taken are refused. Raises as create_place.
    """
    _check_names(rules)
    seats, now = locked(place), timezone.now()
    row = seats.place
    changed = sorted(name for name, value in rules.items() if getattr(row, name) != value)
    for name in changed:
        setattr(row, name, rules[name])
    if dates is not None:
        _set_times(row, dates)
        row.dates.set(dates)
    _check(row)
    row.save()
    if changed:
        log_action("place_changed", row, actor=actor, fields=changed)
    if capacities is not None:
        _change_formats(seats, capacities, actor)
    fill(seats, now, cause="weitere Plätze")
    for field in Place._meta.concrete_fields:
        setattr(place, field.attname, getattr(row, field.attname))


def _change_formats(seats: LockedSeats, capacities: Mapping[str, int], actor: Any) -> None:
    known = {format.key: format for format in seats.formats.values()}
    for key, capacity in capacities.items():
        if key in known:
            set_rest(seats, seats.rest_of(known[key]), capacity, actor=actor)
        else:
            pool = _add_format(seats.place, key, capacity)
            seats.pools.append(pool)
            seats.formats[pool.format_id] = pool.format
    for key, format in known.items():
        if key not in capacities:
            if Booking.objects.filter(format=format).exists():
                raise SeatsError(
                    f"Für „{format}“ gibt es schon Anmeldungen. Diese Form lässt sich nicht mehr entfernen."
                )
            seats.pools = [pool for pool in seats.pools if pool.format_id != format.pk]
            seats.formats.pop(format.pk)
            format.delete()


def set_rest(seats: LockedSeats, pool: Pool, capacity: int, *, actor: Any) -> None:
    """Another number of seats in a pool, under its lock; the caller fills. Fewer than are taken are refused."""
    if capacity == pool.capacity:
        return
    if capacity < pool.taken:
        raise SeatsError(
            f"{pool.taken} Plätze sind vergeben oder angeboten. Weniger geht erst, wenn jemand absagt: Ein zugesagter Platz "
            "wird niemandem genommen."
        )
    before = pool.capacity
    seats.set_capacity(pool, capacity)
    log_action("capacity_changed", seats.place, actor=actor, pool=pool.pk, before=before, now=capacity)


def _add_format(place: Place, key: str, capacity: int) -> Pool:
    format = Format(place=place, key=key)
    format.full_clean(exclude=["place"], validate_unique=False, validate_constraints=False)
    format.save(force_insert=True)
    pool = Pool(format=format, capacity=capacity)
    pool.full_clean(exclude=["format"], validate_unique=False, validate_constraints=False)
    pool.save(force_insert=True)
    return pool


def _set_times(place: Place, dates: Iterable[Date]) -> None:
    known = list(dates)
    taking_place = [one for one in known if not one.is_cancelled] or known
    place.starts_at = min(one.starts_at for one in taking_place)
    place.ends_at = max(one.ends_at for one in taking_place)


def _check(place: Place) -> None:
    """Deadlines come one after the other, or nobody could follow them."""
    errors: dict[str, str] = {}
    place.clean_fields()
    if place.books_until > place.ends_at:
        errors["books_until"] = "Anmelden kann man sich höchstens bis zum Ende."
    if place.cancels_until > place.starts_at:
        errors["cancels_until"] = "Absagen ohne Grund kann man höchstens bis zum Beginn."
    if place.promotes_until > place.starts_at:
        errors["promotes_until"] = "Nachrücken kann man höchstens bis zum Beginn."
    if place.minimum and place.minimum_by is None:
        errors["minimum_by"] = "Bitte nennen Sie den Tag, an dem Sie über die Mindestzahl entscheiden."
    if errors:
        raise ValidationError(errors)
    place.full_clean()


def _check_names(rules: Mapping[str, Any]) -> None:
    if unknown := set(rules) - set(RULES):
        raise ValueError(f"A place has no such rules to set: {', '.join(sorted(unknown))}")


@transaction.atomic
def open_place(place: Place, *, actor: Any) -> None:
    """From now on one can book, until the deadline."""
    _set_open(place, is_open=True, actor=actor)


@transaction.atomic
def close_place(place: Place, *, actor: Any) -> None:
    """Nobody can book any more, and nobody moves up; seats stay."""
    _set_open(place, is_open=False, actor=actor)


def _set_open(place: Place, *, is_open: bool, actor: Any) -> None:
    seats = locked(place)
    if seats.place.is_open != is_open:
        seats.place.is_open = is_open
        seats.place.save(update_fields=["is_open"])
        log_action("place_changed", seats.place, actor=actor, is_open=is_open)
        fill(seats, timezone.now())
    place.is_open = is_open


@transaction.atomic
def cancel_place(place: Place, *, actor: Any) -> None:
    """It falls. Whoever waits, has asked or has an offer hears of it here; whoever has a seat, by the calendar
    (cancel_date), and keeps the booking as a record."""
    seats, now = locked(place), timezone.now()
    if seats.place.is_cancelled:
        raise SeatsError("Das ist schon abgesagt.")
    seats.place.cancelled_at = now
    seats.place.save(update_fields=["cancelled_at"])
    without_seat = Booking.objects.filter(place=place).live().exclude(state=Booking.State.CONFIRMED)
    for booking in without_seat.select_related("person", "organisation").order_by("pk"):
        before, booking.place, booking.format = booking.state, seats.place, seats.format(booking.format_id)
        free_seat(seats, booking, now)
        booking.state, booking.ended_at, booking.reason = Booking.State.CANCELLED, now, "fällt aus"
        save(booking, before=before, action="cancelled", actor=actor, letter=Letter.Kind.FALLS)
    log_action("place_cancelled", seats.place, actor=actor)
    place.cancelled_at = now


@transaction.atomic
def delete_place(place: Place) -> None:
    """Delete a place that nobody has ever booked. Raises SeatsError otherwise."""
    seats = locked(place)
    if Booking.objects.filter(place=place).exists():
        raise SeatsError("Es gibt schon Anmeldungen. Bitte sagen Sie ab, statt zu löschen.")
    Pool.objects.filter(pk__in=[pool.pk for pool in seats.pools]).delete()
    place.delete()
