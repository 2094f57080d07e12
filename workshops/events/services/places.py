"""The places of a workshop follow from what it says: seats, deadlines, dates that belong together or not."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from netzwerk.calendar.models import Date
from netzwerk.seats.models import Format, Place, Pool
from netzwerk.seats.services.places import change_place, create_place, delete_place
from workshops.events.kinds import KEY
from workshops.events.models import Workshop, WorkshopDate

NOON = time(12)


def sync_places(workshop: Workshop, *, actor: Any) -> list[Place]:
    """Create, change and delete places so that they are as the workshop says; returns them. In the caller's transaction.

    Raises SeatsError where bookings stand in the way (fewer seats than taken, a format or date with bookings removed).
    """
    rows = list(
        WorkshopDate.objects.filter(workshop=workshop)
        .select_related("date", "place")
        .order_by("date__starts_at", "pk")
    )
    capacities = capacities_of(workshop)
    if not rows or not capacities:
        return []
    together = workshop.booking == Workshop.Booking.TOGETHER
    groups = [rows] if together else [[row] for row in rows]
    used: list[Place] = []
    for group in groups:
        place = next((row.place for row in group if row.place is not None and row.place not in used), None)
        dates = [row.date for row in group]
        rules = rules_of(workshop, dates)
        if place is None:
            place = create_place(kind=KEY, dates=dates, capacities=capacities, actor=actor, **rules)
        else:
            seats = None if place.is_cancelled else free_rest(place, capacities, is_only_one=together)
            change_place(place, actor=actor, dates=dates, capacities=seats, **rules)
        used.append(place)
    left_over = {row.place for row in rows if row.place is not None} - set(used)
    for group, place in zip(groups, used, strict=True):
        WorkshopDate.objects.filter(pk__in=[row.pk for row in group]).update(place=place)
    for place in left_over:
        delete_place(place)
    return used


def capacities_of(workshop: Workshop) -> dict[str, int]:
    found = {Format.Key.IN_PERSON: workshop.seats_in_person, Format.Key.ONLINE: workshop.seats_online}
    return {str(key): seats for key, seats in found.items() if seats}


def free_rest(place: Place, capacities: Mapping[str, int], *, is_only_one: bool) -> dict[str, int]:
    """The seats of the free rest of each format: all seats without those of allotments. Of several places, one may have got
    more seats at the desk ("ein Platz mehr"); what is taken there stays."""
    found = dict(capacities)
    rests: dict[str, Pool] = {}
    for pool in Pool.objects.filter(format__place=place).select_related("format"):
        key = pool.format.key
        if pool.is_rest:
            rests[key] = pool
        elif key in found:
            found[key] -= pool.capacity
    for key, rest in rests.items():
        if key in found:
            found[key] = max(found[key], 0 if is_only_one else rest.taken)
    return found


def rules_of(workshop: Workshop, dates: Sequence[Date]) -> dict[str, Any]:
    coming = [one for one in dates if not one.is_cancelled] or list(dates)
    start = min(one.starts_at for one in coming)
    cancels_until = before(start, workshop.cancel_days)
    return {
        "title": workshop.title,
        "path": workshop.get_absolute_url(),
        "books_until": before(start, workshop.booking_days),
        "cancels_until": cancels_until,
        "promotes_until": cancels_until,
        "needs_approval": workshop.needs_approval,
        "takes_guests": workshop.takes_guests and workshop.audience == Workshop.Audience.PUBLIC,
        "has_waiting_list": workshop.has_waiting_list,
        "minimum": workshop.minimum,
        "minimum_by": before(start, workshop.minimum_days).date() if workshop.minimum else None,
    }


def before(start: datetime, days: int) -> datetime:
    """So many days before the day of the start, at 12 o'clock; with 0 days the start itself."""
    if days == 0:
        return start
    day = timezone.localdate(start) - timedelta(days=days)
    return timezone.make_aware(datetime.combine(day, NOON))
