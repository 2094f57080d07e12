"""Seats at the desk. What the workshop says of its seats follows, so that a later change of the workshop undoes nothing."""

from typing import Any

from django.db import transaction
from django.db.models import F

from netzwerk.seats.models import Booking, Format, Place, Pool
from netzwerk.seats.services import by_hand, pools
from netzwerk.seats.services.booking import Guest
from workshops.events.models import Workshop

SEATS = {Format.Key.IN_PERSON: "seats_in_person", Format.Key.ONLINE: "seats_online"}


def pools_of(place: Place) -> list[Pool]:
    """Of each format the free rest, then its allotments; two queries."""
    found = Pool.objects.filter(format__place=place).select_related("format__place").prefetch_related("organisations")
    return sorted(found, key=lambda pool: (pool.format.key, not pool.is_rest, pool.pk))


@transaction.atomic
def change_seats(workshop: Workshop, pool: Pool, *, seats: int, actor: Any) -> list[Booking]:
    """Another number of free seats; returns who moved up. Raises PermissionDenied, SeatsError for fewer than are taken."""
    lock_workshop(workshop)
    before = Pool.objects.get(pk=pool.pk).capacity
    moved = pools.change_capacity(pool, seats=seats, actor=actor)
    _keep_in_step(workshop, pool.format.key, seats - before)
    return moved


@transaction.atomic
def grant_extra_seat(workshop: Workshop, booking: Booking, *, actor: Any) -> Booking:
    """ "Ein Platz mehr" for somebody who waits or has asked. Raises PermissionDenied, SeatsError."""
    lock_workshop(workshop)
    row = by_hand.grant_extra_seat(booking, actor=actor)
    _keep_in_step(workshop, row.format.key, 1)
    return row


@transaction.atomic
def add_by_hand(
    workshop: Workshop,
    place: Place,
    *,
    format: Format,
    person: Any = None,
    guest: Guest | None = None,
    one_more: bool = False,
    actor: Any,
) -> Booking:
    """Somebody is added at the desk; the seat of a person is for their organisation if they have exactly one.

    Raises PermissionDenied, SeatsError, ValidationError.
    """
    lock_workshop(workshop)
    organisation = None
    if person is not None:
        homes = [one.organisation for one in person.memberships.current().select_related("organisation")[:2]]
        organisation = homes[0] if len(homes) == 1 else None
    before = total_of(place, format)
    row = by_hand.add_by_hand(
        place,
        actor=actor,
        format=format,
        person=person,
        guest=guest,
        organisation=organisation,
        one_more=one_more,
    )
    _keep_in_step(workshop, format.key, total_of(place, format) - before)
    return row


def lock_workshop(workshop: Workshop) -> None:
    """Before its dates and pools, as whoever changes the workshop does: in another order two could wait for each other."""
    Workshop.objects.select_for_update(of=("self",), no_key=True).get(pk=workshop.pk)


def total_of(place: Place, format: Format) -> int:
    return sum(Pool.objects.filter(format__place=place, format=format).values_list("capacity", flat=True))


def _keep_in_step(workshop: Workshop, key: str, more: int) -> None:
    """Where all dates belong together, the workshop says the number of seats of its one place."""
    if more and workshop.booking == Workshop.Booking.TOGETHER:
        name = SEATS[Format.Key(key)]
        Workshop.objects.filter(pk=workshop.pk, **{f"{name}__isnull": False}).update(**{name: F(name) + more})
