"""Whether counters and rows agree, and whether a seat is idle while somebody waits."""

import logging

from django.db import transaction
from django.db.models import Count, Q

from netzwerk.seats.models import Booking, Format, Place, Pool
from netzwerk.seats.queue import locked

logger = logging.getLogger(__name__)


def audit() -> list[str]:
    """What is wrong, a sentence each; empty if all is right. A finding is looked at again under the lock of its place, so that
    changes in between are no findings."""
    suspects = _places_with_wrong_counts() | set(
        Place.objects.promoting().filter(formats__waiting__gt=0).values_list("pk", flat=True)
    )
    return [line for pk in sorted(suspects) for line in _audit_place(pk)]


def _places_with_wrong_counts() -> set[int]:
    holding = Count("bookings", filter=Q(bookings__state__in=Booking.HOLDING))
    waiting = Count("bookings", filter=Q(bookings__state=Booking.State.WAITING))
    pools = Pool.objects.annotate(rows=holding).values_list("format__place", "taken", "rows")
    formats = Format.objects.annotate(rows=waiting).values_list("place", "waiting", "rows")
    return {place for counted in (pools, formats) for place, counter, rows in counted if counter != rows}


@transaction.atomic
def _audit_place(pk: int) -> list[str]:
    seats = locked(Place(pk=pk))
    lines = []
    for pool in seats.pools:
        rows = Booking.objects.filter(pool=pool).holding().count()
        if rows != pool.taken:
            lines.append(f"place {pk}, pool {pool.pk}: {pool.taken} seats counted as taken, {rows} rows")
    for format in seats.formats.values():
        waiting = list(Booking.objects.filter(format=format).waiting().select_related("organisation"))
        if len(waiting) != format.waiting:
            lines.append(f"place {pk}, format {format.pk}: {format.waiting} counted as waiting, {len(waiting)} rows")
        if seats.place.promotes() and any(
            pool.free for entry in waiting for pool in seats.for_holder(format, entry.organisation)
        ):
            lines.append(f"place {pk}, format {format.pk}: a seat is idle while somebody waits")
    return lines


def audit_and_log() -> int:
    """For the clock. Returns the number of findings."""
    lines = audit()
    for line in lines:
        logger.error("seats audit: %s", line)
    return len(lines)
