"""The pools of a place under their lock: who finds a seat, who waits, who moves up.

Every change of seats goes through `locked(place)`. It locks all pools of the place in the order of their keys, so that changes
come one after the other and never wait for each other in a circle. The CHECK of a pool stands behind it.
"""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import F, prefetch_related_objects

from netzwerk.members.models import Organisation
from netzwerk.seats.errors import SeatsError
from netzwerk.seats.models import Booking, Format, Place, Pool


class LockedSeats:
    """The locked pools, with their counts as of now. Changes are written at once, as the database counts them."""

    def __init__(self, place: Place, pools: Iterable[Pool]) -> None:
        self.place = place
        self.pools = list(pools)
        formats: dict[int, Format] = {}
        for pool in self.pools:
            pool.format = formats.setdefault(pool.format_id, pool.format)
        self.formats = formats

    def of_format(self, format: Format) -> list[Pool]:
        """Allotments first, the free rest last."""
        found = [pool for pool in self.pools if pool.format_id == format.pk]
        return sorted(found, key=lambda pool: (pool.is_rest, pool.pk))

    def get(self, pool: Pool | int | None) -> Pool:
        key = pool.pk if isinstance(pool, Pool) else pool
        for one in self.pools:
            if one.pk == key:
                return one
        raise SeatsError("Dieses Kontingent gibt es hier nicht.")

    def format(self, format: Format | int) -> Format:
        key = format.pk if isinstance(format, Format) else format
        if key not in self.formats:
            raise SeatsError("Diese Form der Teilnahme gibt es hier nicht.")
        return self.formats[key]

    def for_holder(self, format: Format, organisation: Organisation | None) -> list[Pool]:
        """The pools in which somebody of this organisation may sit."""
        return [pool for pool in self.of_format(format) if pool.is_for(organisation)]

    def seat_for_newcomer(self, format: Format, organisation: Organisation | None) -> Pool | None:
        """A pool with a free seat that nobody on the waiting list could take."""
        open_pools = [pool for pool in self.for_holder(format, organisation) if pool.free]
        if not open_pools or not self.format(format).waiting:
            return open_pools[0] if open_pools else None
        waiting = self.waiting(format)
        for pool in open_pools:
            if not any(pool.is_for(entry.organisation) for entry in waiting):
                return pool
        return None

    def waiting(self, format: Format) -> list[Booking]:
        entries = Booking.objects.filter(format=format).waiting().select_related("person", "organisation")
        return list(entries) if self.format(format).waiting else []

    def take(self, pool: Pool) -> Pool:
        """One seat more is taken. The database refuses it (IntegrityError) if there is none."""
        Pool.objects.filter(pk=pool.pk).update(taken=F("taken") + 1)
        pool.taken += 1
        return pool

    def give_back(self, pool: Pool | int) -> None:
        """A seat is free again. That of a released allotment goes to the free rest."""
        known = self.get(pool)
        Pool.objects.filter(pk=known.pk).update(taken=F("taken") - 1)
        known.taken -= 1
        if not known.is_rest and not known.is_held:
            self.move_capacity(known, self.rest_of(known.format), 1)

    def rest_of(self, format: Format) -> Pool:
        return next(pool for pool in self.pools if pool.format_id == format.pk and pool.is_rest)

    def move_capacity(self, source: Pool, target: Pool, seats: int) -> None:
        """Seats of one pool become seats of another. The caller has checked that they are free."""
        self.set_capacity(source, source.capacity - seats)
        self.set_capacity(target, target.capacity + seats)

    def set_capacity(self, pool: Pool, capacity: int) -> None:
        pool.capacity = capacity
        pool.save(update_fields=["capacity"])

    def join_queue(self, booking: Booking, now: datetime) -> None:
        """Put the booking at the end of the waiting list of its format. The caller saves it."""
        known = self.format(booking.format_id)
        known.waiting, known.last_number = known.waiting + 1, known.last_number + 1
        known.save(update_fields=["waiting", "last_number"])
        booking.state, booking.queue_number = Booking.State.WAITING, known.last_number
        booking.waiting_since, booking.left_queue_at = now, None

    def leave_queue(self, booking: Booking, now: datetime) -> None:
        """The caller gives the booking its next state and saves it."""
        known = self.format(booking.format_id)
        known.waiting -= 1
        known.save(update_fields=["waiting"])
        booking.left_queue_at = now


def locked(place: Place) -> LockedSeats:
    """Lock the pools of a place until the transaction ends, then read pools, formats and place as they are now: what the
    locking query itself joins may be older than the lock."""
    rows = Pool.objects.filter(format__place_id=place.pk).order_by("pk")
    list(rows.select_for_update(of=("self",), no_key=True).values_list("pk", flat=True))
    pools = list(rows.select_related("format__place"))
    if not pools:
        raise SeatsError("Hier gibt es keine Plätze.")
    if held := [pool for pool in pools if pool.is_held]:
        prefetch_related_objects(held, "organisations")
    return LockedSeats(pools[0].format.place, pools)
