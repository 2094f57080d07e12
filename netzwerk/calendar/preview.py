"""A series as the list of its dates, shown before anything is saved (templates/calendar/series_preview.html)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as day_type
from datetime import time
from typing import NamedTuple

from netzwerk.calendar import times
from netzwerk.calendar.repetition import Every, Rule


class Line(NamedTuple):
    day: day_type
    note: str = ""  # what speaks against this day


@dataclass(frozen=True)
class SeriesPreview:
    words: str
    lines: Sequence[Line]

    @property
    def number(self) -> int:
        return len(self.lines)

    @property
    def is_possible(self) -> bool:
        """Whether each date can be saved; else `note` of a line says why not."""
        return not any(line.note for line in self.lines)


def preview_of(
    rule: Rule, *, start_time: time, end_time: time, days: int = 0, zone: str = times.DEFAULT_ZONE
) -> SeriesPreview:
    """The dates of a rule, each lasting over so many further days. A time that the clocks skip stands beside its day.

    Raises RepetitionError for a rule that cannot be followed.
    """
    lines = []
    for day in rule.days():
        note = ""
        try:
            times.moment_of(day, start_time, zone)
            times.moment_of(day_type.fromordinal(day.toordinal() + days), end_time, zone)
        except times.NoSuchTime as error:
            note = str(error)
        lines.append(Line(day, note))
    return SeriesPreview(rule.in_words(), lines)


def example() -> dict:
    """For the page of components."""
    rule = Rule(
        day_type(2026, 9, 16),
        Every.WEEKDAY_OF_MONTH,
        until=day_type(2026, 12, 16),
        but=(day_type(2026, 11, 18),),
    )
    return {"series": preview_of(rule, start_time=time(10), end_time=time(12))}
