"""Dates and venues for tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date as day_type
from datetime import time, timedelta
from itertools import count
from typing import Any

from django.utils import timezone

from netzwerk.calendar.models import Date, Venue
from netzwerk.calendar.services.dates import create_date, list_date
from netzwerk.calendar.services.venues import create_venue
from netzwerk.surfaces import registry
from netzwerk.surfaces.registry import DateKind, Recipient

KIND = "test-meeting"
_numbers = count(1)


class Meetings:
    """A kind of dates as a feature registers it, with its participants in memory: by key of a date, the recipients."""

    def __init__(self, key: str = KIND, one: str = "Treffen", many: str = "Treffen") -> None:
        self.taking_part: dict[int, list[Recipient]] = {}
        self.planner: Any = None  # the only one who may change the dates
        self.kind = DateKind(key, 10, one, many, self._may_change, self._of_person, self._recipients)

    def add(self, date: Date, person: Any, *, is_leading: bool = False) -> Recipient:
        recipient = Recipient(person.get_full_name(), person.email, person, is_leading)
        self.taking_part.setdefault(date.pk, []).append(recipient)
        return recipient

    def add_guest(self, date: Date, name: str, email: str) -> Recipient:
        recipient = Recipient(name, email)
        self.taking_part.setdefault(date.pk, []).append(recipient)
        return recipient

    def _may_change(self, user: Any, date: Date) -> bool:
        return self.planner is not None and user.pk == self.planner.pk

    def _of_person(self, user: Any) -> Any:
        keys = [
            key
            for key, found in self.taking_part.items()
            if any(one.person and one.person.pk == user.pk for one in found)
        ]
        return Date.objects.filter(pk__in=keys).order_by().values("pk")

    def _recipients(self, keys: Any) -> Iterator[tuple[int, Recipient]]:
        return ((key, one) for key in keys for one in self.taking_part.get(key, []))


@contextmanager
def registered(meetings: Meetings) -> Iterator[Meetings]:
    """While the kind is registered, as if a feature were installed."""
    registry.date_kinds.register(meetings.kind)
    try:
        yield meetings
    finally:
        del registry.date_kinds._entries[meetings.kind.key]


def venue(name: str = "", **values: Any) -> Venue:
    number = next(_numbers)
    fields = {
        "name": name or f"Haus {number}",
        "street": f"Gasse {number}",
        "postcode": "00123",
        "place": "Lindenbrück",
    }
    return create_venue(actor=None, **{**fields, **values})


def date(*, days: int = 7, is_listed: bool = True, kind: str = KIND, topics: Any = (), **values: Any) -> Date:
    """A meeting in so many days, from 10:00 to 12:00, in the calendar."""
    number = next(_numbers)
    day: day_type = values.pop("start_day", timezone.localdate() + timedelta(days=days))
    fields = {
        "title": f"Treffen {number}",
        "path": f"/treffen/{number}/",
        "start_day": day,
        "start_time": time(10),
        "end_day": values.get("end_day", day),
        "end_time": time(12),
    }
    made = create_date(kind=kind, actor=None, topics=topics, **{**fields, **values})
    if is_listed:
        list_date(made, actor=None)
    return made
