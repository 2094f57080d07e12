"""Pools: allotments for organisations, their release, more and fewer seats."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from netzwerk.members.models import Organisation
from netzwerk.seats.access import can_manage_place
from netzwerk.seats.errors import SeatsError
from netzwerk.seats.models import Booking, Format, Place, Pool
from netzwerk.seats.queue import LockedSeats, locked
from netzwerk.seats.services.log import log_action
from netzwerk.seats.services.places import set_rest
from netzwerk.seats.services.promotion import fill


@dataclass(frozen=True)
class Effect:
    """What another number of seats would do."""

    seats: int
    taken: int
    promoted: int
    waiting_after: int

    @property
    def is_possible(self) -> bool:
        return self.seats >= self.taken


def preview_capacity(pool: Pool, seats: int) -> Effect:
    """What the change would do if it was made now. Nothing is changed or locked."""
    waiting = list(
        Booking.objects.filter(format_id=pool.format_id).waiting().select_related("organisation").only("organisation")
    )
    could = sum(pool.is_for(one.organisation) for one in waiting) if pool.format.place.promotes() else 0
    promoted = min(could, max(seats - pool.taken, 0))
    return Effect(seats, pool.taken, promoted, len(waiting) - promoted)


@transaction.atomic
def change_capacity(pool: Pool, *, seats: int, actor: Any) -> list[Booking]:
    """More seats go to the waiting list at once; fewer than are taken are refused. Returns who moved up.

    Raises PermissionDenied, SeatsError.
    """
    place = _place_of(pool, actor)
    held = locked(place)
    set_rest(held, held.get(pool), seats, actor=actor)
    return fill(held, timezone.now(), cause="weitere Plätze")


@transaction.atomic
def add_allotment(
    format: Format,
    *,
    organisations: Sequence[Organisation] = (),
    kinds: Sequence[str] = (),
    seats: int,
    release_at: datetime,
    actor: Any,
) -> Pool:
    """Reserve free seats for organisations or kinds of organisation until `release_at`. Raises PermissionDenied, SeatsError."""
    place = format.place
    if not can_manage_place(actor, place):
        raise PermissionDenied
    held, now = locked(place), timezone.now()
    if not organisations and not kinds:
        raise SeatsError("Für wen sind die Plätze? Bitte wählen Sie eine Organisation oder eine Art von Organisation.")
    if unknown := set(kinds) - set(Organisation.Kind.values):
        raise SeatsError(f"Diese Art von Organisation gibt es nicht: {', '.join(sorted(unknown))}.")
    if not now < release_at <= held.place.starts_at:
        raise SeatsError("Die Plätze werden spätestens zum Beginn frei, und frühestens ab jetzt.")
    rest = held.rest_of(held.format(format))
    if seats < 1 or seats > rest.free:
        raise SeatsError(f"Reservieren lassen sich 1 bis {rest.free} Plätze: So viele sind frei.")
    pool = Pool(format=rest.format, is_rest=False, kinds=sorted(kinds), release_at=release_at, capacity=0)
    pool.full_clean(exclude=["format"], validate_unique=False, validate_constraints=False)
    pool.save(force_insert=True)
    pool.organisations.set(organisations)
    held.move_capacity(rest, pool, seats)
    log_action("pool_added", held.place, actor=actor, pool=pool.pk, seats=seats)
    held.pools.append(pool)
    fill(held, now, cause="ein Kontingent")
    return pool


@transaction.atomic
def release_allotment(pool: Pool, *, actor: Any) -> list[Booking]:
    """What is left of an allotment is for everybody, and first for those who wait. `actor` None is the clock.

    Returns who moved up. Raises PermissionDenied. Released already: nothing happens.
    """
    place = _place_of(pool, actor)
    held, now = locked(place), timezone.now()
    row = held.get(pool)
    return _release(held, row, now, actor) if row.is_held else []


def _release(held: LockedSeats, pool: Pool, now: datetime, actor: Any) -> list[Booking]:
    free = pool.free
    pool.released_at = now
    pool.save(update_fields=["released_at"])
    held.move_capacity(pool, held.rest_of(pool.format), free)
    log_action("pool_released", held.place, actor=actor, pool=pool.pk, seats=free)
    return fill(held, now, cause="ein Kontingent ist frei geworden")


def release_due(now: datetime | None = None) -> int:
    """For the clock: allotments whose release date has come. Returns how many."""
    due = Pool.objects.to_release(now).select_related("format__place").order_by("pk")
    pools = list(due)
    for pool in pools:
        release_allotment(pool, actor=None)
    return len(pools)


def _place_of(pool: Pool, actor: Any) -> Place:
    place = pool.format.place
    if actor is not None and not can_manage_place(actor, place):
        raise PermissionDenied
    return place
