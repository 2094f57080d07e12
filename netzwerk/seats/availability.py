"""How it stands with the seats of places, for pages: read without a lock, so it may have changed by the time somebody books."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import prefetch_related_objects

from netzwerk.members.models import Organisation
from netzwerk.seats.models import Format, Place, Pool


@dataclass
class Seats:
    """The seats of one format."""

    format: Format
    pools: list[Pool] = field(default_factory=list)

    @property
    def waiting(self) -> int:
        return self.format.waiting

    @property
    def allotments(self) -> list[Pool]:
        """Those that have not been released."""
        return [pool for pool in self.pools if pool.is_held]

    @property
    def free_for_all(self) -> int:
        """Seats that anybody would get now: none while somebody waits for them."""
        return 0 if self.waiting else sum(pool.free for pool in self.pools if pool.is_rest)

    def reserved_free_for(self, organisations: Sequence[Organisation]) -> int:
        """Free seats of allotments for one of these organisations."""
        return sum(pool.free for pool in self.allotments if any(pool.is_for(one) for one in organisations))

    def free_for(self, organisations: Sequence[Organisation] = ()) -> int:
        """Seats that a newcomer of one of these organisations would get now."""
        return self.free_for_all + self.reserved_free_for(organisations)


def seats_of(places: Iterable[Place]) -> dict[int, list[Seats]]:
    """By key of the place, the seats of its formats. One query, two where something is reserved."""
    known = {place.pk: place for place in places}
    pools = list(Pool.objects.filter(format__place__in=list(known)).select_related("format").order_by("is_rest", "pk"))
    if held := [pool for pool in pools if pool.is_held]:
        prefetch_related_objects(held, "organisations")
    by_format: dict[int, Seats] = {}
    for pool in pools:
        seats = by_format.setdefault(pool.format_id, Seats(pool.format))
        pool.format, seats.format.place = seats.format, known[pool.format.place_id]
        seats.pools.append(pool)
    found: dict[int, list[Seats]] = {key: [] for key in known}
    for one in sorted(by_format.values(), key=lambda one: (one.format.key, one.format.pk)):
        found[one.format.place_id].append(one)
    return found
