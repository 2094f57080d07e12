"""What stands in the way of a time: other dates of the same people, in the same room, or in the same online room.

These are hints, not locks: whoever plans decides. A date that the planner may not see is not named.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from netzwerk.calendar import words
from netzwerk.calendar.models import Date, Venue
from netzwerk.surfaces import registry
from netzwerk.texts.folding import fold


@dataclass(frozen=True)
class Clash:
    """`text` says what clashes; `date` is the other date if the planner may see it, else None."""

    text: str
    date: Date | None = None


def clashes_at(
    start: datetime,
    end: datetime,
    *,
    user: Any,
    venue: Venue | None = None,
    room: str = "",
    online_url: str = "",
    people: Iterable[Any] = (),
    without: Iterable[int] = (),
) -> list[Clash]:
    """Clashes with other dates that take place at that time. `people` are accounts; `without` are keys of dates to leave out
    (the date that is being changed). Two queries, and those of the kinds."""
    others = Date.objects.overlapping(start, end).taking_place().exclude(pk__in=list(without)).for_lists()
    found = list(others.order_by("starts_at", "pk"))
    if not found:
        return []
    seen = set(Date.objects.visible_to(user).filter(pk__in=[one.pk for one in found]).values_list("pk", flat=True))
    clashes = [
        Clash(f"{place} ist zu dieser Zeit schon belegt{_named(one, seen)}.", one if one.pk in seen else None)
        for one in found
        if (place := _same_place(one, venue, room, online_url))
    ]
    by_key = {one.pk: one for one in found}
    for name, keys in _dates_of(people, found).items():
        for key in keys:
            one = by_key[key]
            clashes.append(
                Clash(
                    f"{name} hat zu dieser Zeit schon einen Termin{_named(one, seen)}.", one if key in seen else None
                )
            )
    return clashes


def clashes_of(date: Date, *, user: Any, people: Iterable[Any] = ()) -> list[Clash]:
    """Clashes of an existing date."""
    return clashes_at(
        date.starts_at,
        date.ends_at,
        user=user,
        venue=date.venue,
        room=date.room,
        online_url=date.online_url,
        people=people,
        without=[date.pk],
    )


def _same_place(other: Date, venue: Venue | None, room: str, online_url: str) -> str:
    """What both need, "" if nothing. Without a named room, the whole venue counts."""
    if venue is not None and other.venue_id == venue.pk:
        if not room or not other.room:
            return venue.name
        if fold(room) == fold(other.room):
            return f"{venue.name}, {room},"
    return "Dieser Online-Raum" if online_url and other.online_url == online_url else ""


def _named(other: Date, seen: set[int]) -> str:
    return f": {other.title}, {words.hours(other)}" if other.pk in seen else ""


def _dates_of(people: Iterable[Any], found: list[Date]) -> dict[str, list[int]]:
    """By name of each person, the keys of those dates in which they take part or that they lead."""
    names = {person.pk: person.get_full_name() for person in people}
    if not names:
        return {}
    busy: dict[str, list[int]] = defaultdict(list)
    for kind in registry.date_kinds:
        keys = [one.pk for one in found if one.kind == kind.key]
        for key, recipient in kind.recipients(keys) if keys else ():
            person = recipient.person
            if person is not None and person.pk in names and key not in busy[names[person.pk]]:
                busy[names[person.pk]].append(key)
    return {name: keys for name, keys in busy.items() if keys}
