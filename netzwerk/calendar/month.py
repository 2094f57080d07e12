"""A month as a table: weeks from Monday to Sunday, each day with its dates."""

import calendar
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date as day_type
from datetime import timedelta
from typing import Any

from django.utils import formats

from netzwerk.calendar import words
from netzwerk.calendar.entries import labels_of
from netzwerk.calendar.models import Date
from netzwerk.calendar.times import clock

PATTERN = re.compile(r"(20[0-9]{2})-(0[1-9]|1[0-2])")
LOOKS = {"own": "is-mine", "now": "is-mine", "good": "is-free", "soon": "is-soon", "late": "is-void"}


@dataclass(frozen=True)
class Cell:
    """A date on one of its days."""

    title: str
    url: str
    time: str
    state: str
    look: str


@dataclass
class Day:
    day: day_type
    is_out: bool  # belongs to the month before or after
    is_today: bool
    cells: list[Cell] = field(default_factory=list)

    @property
    def is_weekend(self) -> bool:
        return self.day.weekday() >= 5

    @property
    def name(self) -> str:
        """ "Heute, Montag, 30. November" """
        long = formats.date_format(self.day, "l, j. F")
        return f"Heute, {long}" if self.is_today else long


def month_of(text: str, today: day_type) -> day_type:
    """The first day of the month in a query parameter ("2026-12"), else of this month."""
    match = PATTERN.fullmatch(text)
    return day_type(int(match[1]), int(match[2]), 1) if match else today.replace(day=1)


def neighbour(first: day_type, months: int) -> day_type:
    number = first.year * 12 + first.month - 1 + months
    return day_type(number // 12, number % 12 + 1, 1)


def days_shown(first: day_type) -> tuple[day_type, day_type]:
    """The Monday of the first week and the Sunday of the last one."""
    last = neighbour(first, 1) - timedelta(days=1)
    return first - timedelta(days=first.weekday()), last + timedelta(days=6 - last.weekday())


def weeks_of(first: day_type, dates: Sequence[Date], user: Any, today: day_type) -> list[list[Day]]:
    """The table of a month. A date over several days stands on each of them."""
    tags = labels_of(dates, user)
    by_day: dict[day_type, list[Cell]] = defaultdict(list)
    start, end = days_shown(first)
    for one in dates:
        state = tags[one.pk][0] if tags[one.pk] else None
        look = LOOKS.get(state.look, "") if state else ""
        day = max(one.start_day, start)
        while day <= min(one.end_day, end):
            time = f"{clock(one.start_time)}{words.NO_BREAK}Uhr" if day == one.start_day else "weiter"
            by_day[day].append(Cell(one.title, one.path, time, state.words if state else one.kind_label, look))
            day += timedelta(days=1)
    weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
    return [[Day(day, day.month != first.month, day == today, by_day[day]) for day in week] for week in weeks]
