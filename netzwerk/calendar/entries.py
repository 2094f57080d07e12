"""How dates look in lists: what is said about each, for many at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date as day_type
from itertools import groupby
from typing import Any

from django.utils import formats

from netzwerk.calendar import words
from netzwerk.calendar.models import Date
from netzwerk.lists.dates import DateEntry, Tag
from netzwerk.surfaces import registry

OFF = Tag("fällt aus", "late")
UNSURE = Tag("noch nicht sicher", "soon")
OVERLAPS = Tag("überschneidet sich mit einem anderen Termin", "soon")


@dataclass(frozen=True)
class MonthOfDates:
    """Dates that begin in one month; `total` counts those on other pages of the list too."""

    first: day_type
    entries: Sequence[DateEntry]
    total: int

    @property
    def name(self) -> str:
        """ "Dezember 2026" """
        return formats.date_format(self.first, "F Y")

    @property
    def anchor(self) -> str:
        return f"monat-{self.first:%Y-%m}"


def labels_of(dates: Sequence[Date], user: Any) -> dict[int, list[Tag]]:
    """By key of each date: the state first, then what features say (one or two queries each), then where it is."""
    keys = [one.pk for one in dates]
    tags: dict[int, list[Tag]] = {key: [] for key in keys}
    for one in dates:
        if one.is_cancelled:
            tags[one.pk].append(OFF)
        elif one.state == Date.State.TENTATIVE:
            tags[one.pk].append(UNSURE)
    for source in registry.date_labels if keys else ():
        for key, labels in source.find(user, keys).items():
            tags[key] += [Tag(label.words, label.look) for label in labels]
    for one in dates:
        tags[one.pk] += [Tag(place) for place in places_of(one)]
    return tags


def places_of(date: Date) -> list[str]:
    """The place, and whether one can take part online."""
    place = [date.venue.place] if date.venue is not None else []
    if not date.is_online:
        return place
    return [*place, "online möglich"] if place else ["online"]


def entries_of(dates: Sequence[Date], user: Any, *, with_clashes: bool = False) -> list[DateEntry]:
    """Entries for components/date_list.html. `with_clashes` marks those that overlap: for the dates of one person."""
    tags = labels_of(dates, user)
    clashing = overlapping(dates) if with_clashes else set()
    return [
        DateEntry(
            one.start_day,
            one.title,
            one.path,
            text=" · ".join(part for part in (one.venue.name if one.venue else "", one.kind_label) if part),
            tags=[*([OVERLAPS] if one.pk in clashing else []), *tags[one.pk]],
            is_cancelled=one.is_cancelled,
            when=words.hours(one),
            last_day=one.end_day if one.end_day != one.start_day else None,
        )
        for one in dates
    ]


def overlapping(dates: Iterable[Date]) -> set[int]:
    """Keys of those that take place at the same time as another one."""
    found: set[int] = set()
    lasting: list[Date] = []
    for one in sorted((one for one in dates if not one.is_cancelled), key=lambda one: one.starts_at):
        lasting = [other for other in lasting if other.ends_at > one.starts_at]
        if lasting:
            found |= {one.pk, *(other.pk for other in lasting)}
        lasting.append(one)
    return found


def by_month(entries: Iterable[DateEntry], totals: dict[tuple[int, int], int] | None = None) -> list[MonthOfDates]:
    """`totals` by year and month, where the list has several pages."""
    months = []
    for (year, month), group in groupby(entries, key=lambda entry: (entry.day.year, entry.day.month)):
        found = list(group)
        months.append(MonthOfDates(day_type(year, month, 1), found, (totals or {}).get((year, month), len(found))))
    return months
