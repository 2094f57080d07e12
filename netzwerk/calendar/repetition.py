"""Rules of repetition in plain German: what a person chooses, the days that follow, and the rule in words."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date as day_type
from datetime import datetime, time, timedelta
from enum import StrEnum
from itertools import islice
from typing import Any

from dateutil import rrule
from django.utils import formats

from netzwerk.texts.dates import long_date

MOST = 104  # dates of one rule: two years of every week
LONGEST = timedelta(days=3 * 366)
ORDINALS = ("ersten", "zweiten", "dritten", "vierten", "fünften")
NUMBERS = {2: "zweite", 3: "dritte", 4: "vierte", 6: "sechste"}
INTERVALS = [
    (1, "jedes Mal"),
    (2, "jedes zweite Mal"),
    (3, "jedes dritte Mal"),
    (4, "jedes vierte Mal"),
    (6, "jedes sechste Mal"),
]


class RepetitionError(ValueError):
    """A rule that cannot be followed. The German message says what to change."""


class Every(StrEnum):
    DAY = "day"
    WORKDAY = "workday"
    WEEK = "week"
    WEEKDAY_OF_MONTH = "weekday"
    LAST_WEEKDAY_OF_MONTH = "last"
    DAY_OF_MONTH = "month"


EVERY_CHOICES = [
    (Every.WEEK, "jede Woche, am selben Wochentag"),
    (Every.WEEKDAY_OF_MONTH, "jeden Monat, am selben Wochentag (zum Beispiel am dritten Mittwoch)"),
    (Every.LAST_WEEKDAY_OF_MONTH, "jeden Monat, am letzten solchen Wochentag (zum Beispiel am letzten Mittwoch)"),
    (Every.DAY_OF_MONTH, "jeden Monat, am selben Tag (zum Beispiel am 16.)"),
    (Every.WORKDAY, "jeden Werktag von Montag bis Freitag"),
    (Every.DAY, "jeden Tag"),
]


@dataclass(frozen=True)
class Rule:
    """`first` is the day of the first date, from which weekday and position in the month follow. It ends with the day `until`
    or after `count` dates; `but` are days that are left out and do not count."""

    first: day_type
    every: Every
    interval: int = 1
    until: day_type | None = None
    count: int | None = None
    but: Sequence[day_type] = field(default=())

    def days(self) -> list[day_type]:
        """All days of the rule, in order. Raises RepetitionError for a rule without an end, with no or with too many days."""
        if (self.until is None) == (self.count is None):
            raise RepetitionError("Bitte geben Sie an, bis zu welchem Tag der Termin sich wiederholt, oder wie oft.")
        if self.count is not None and self.count < 1:
            raise RepetitionError("Bitte geben Sie an, wie viele Termine es werden sollen, mindestens einer.")
        if self.count is not None and self.count > MOST:
            raise RepetitionError(self._too_many(self.count))
        if self.until is not None and self.until < self.first:
            raise RepetitionError("Der letzte Tag liegt vor dem ersten Termin. Bitte prüfen Sie beide Tage.")
        if self.until is not None and self.until - self.first > LONGEST:
            raise RepetitionError(
                "Eine Reihe reicht höchstens drei Jahre weit. Bitte wählen Sie einen früheren letzten Tag; eine neue "
                "Reihe können Sie später anschließen."
            )
        left_out = set(self.but)
        found = (one.date() for one in self._rrule())
        days = list(islice((day for day in found if day not in left_out), self.count or MOST + 1))
        if len(days) > MOST:
            whole = sum(1 for one in self._rrule() if one.date() not in left_out)
            raise RepetitionError(self._too_many(whole))
        if self.count is not None and 0 < len(days) < self.count:
            raise RepetitionError(
                f"Diese Regel ergibt in drei Jahren nur {len(days)} Termin{'e' if len(days) > 1 else ''}. "
                "Bitte wählen Sie eine kleinere Zahl."
            )
        if days and self.first not in left_out and days[0] != self.first:
            raise RepetitionError(
                f"Der erste Termin am {long_date(self.first)} passt nicht zu „{self._rhythm()}“; nach dieser Regel wäre der "
                f"erste am {long_date(days[0])}. Bitte ändern Sie den Tag oder die Regel."
            )
        if not days:
            raise RepetitionError("So bleibt kein Termin übrig. Bitte prüfen Sie den letzten Tag und die Ausnahmen.")
        return days

    @staticmethod
    def _too_many(number: int) -> str:
        asked = f"{number:,}".replace(",", ".")
        return (
            f"Das wären {asked} Termine; eine Reihe hat höchstens {MOST}. Es ist noch nichts gespeichert. Bitte wählen Sie "
            "einen früheren letzten Tag oder größere Abstände."
        )

    def _rrule(self) -> rrule.rrule:
        """Dates by python-dateutil; a month without such a day (a fifth Wednesday, a 31st) is left out."""
        start = datetime.combine(self.first, time())
        end = datetime.combine(self.until or self.first + LONGEST, time())
        weekday = rrule.weekdays[self.first.weekday()]
        position = (self.first.day - 1) // 7 + 1
        options: dict[Every, tuple[int, dict[str, Any]]] = {
            Every.DAY: (rrule.DAILY, {}),
            Every.WORKDAY: (rrule.DAILY, {"byweekday": rrule.weekdays[:5]}),
            Every.WEEK: (rrule.WEEKLY, {}),
            Every.WEEKDAY_OF_MONTH: (rrule.MONTHLY, {"byweekday": weekday(position)}),
            Every.LAST_WEEKDAY_OF_MONTH: (rrule.MONTHLY, {"byweekday": weekday(-1)}),
            Every.DAY_OF_MONTH: (rrule.MONTHLY, {"bymonthday": self.first.day}),
        }
        frequency, chosen = options[self.every]
        interval = 1 if self.every == Every.WORKDAY else self.interval
        return rrule.rrule(frequency, dtstart=start, until=end, interval=interval, **chosen)

    def in_words(self) -> str:
        """ "jeden dritten Mittwoch im Monat, bis 16. Dezember 2026, nicht am 1. November 2026" """
        parts = [self._rhythm()]
        if self.until is not None:
            parts.append(f"bis {long_date(self.until)}")
        elif self.count is not None:
            parts.append("ein einziges Mal" if self.count == 1 else f"{self.count} Mal")
        if self.but:
            days = [f"{long_date(day)}" for day in sorted(self.but)]
            listed = f"{', '.join(days[:-1])} und {days[-1]}" if len(days) > 1 else days[0]
            parts.append(f"nicht am {listed}")
        return ", ".join(parts)

    def _rhythm(self) -> str:
        name = formats.date_format(self.first, "l")
        often = NUMBERS.get(self.interval, f"{self.interval}.")
        position = ORDINALS[(self.first.day - 1) // 7]
        months = "im Monat" if self.interval == 1 else f"in jedem {often}n Monat"
        if self.every == Every.DAY:
            return "jeden Tag" if self.interval == 1 else f"jeden {often}n Tag"
        if self.every == Every.WORKDAY:
            return "jeden Werktag von Montag bis Freitag"
        if self.every == Every.WEEK:
            return f"jeden {name}" if self.interval == 1 else f"jede {often} Woche am {name}"
        if self.every == Every.WEEKDAY_OF_MONTH:
            return f"jeden {position} {name} {months}" if self.interval == 1 else f"am {position} {name} {months}"
        if self.every == Every.LAST_WEEKDAY_OF_MONTH:
            return f"jeden letzten {name} {months}" if self.interval == 1 else f"am letzten {name} {months}"
        return f"am {self.first.day}. jedes Monats" if self.interval == 1 else f"am {self.first.day}. {months}"

    def as_json(self) -> dict[str, Any]:
        return {
            "first": self.first.isoformat(),
            "every": self.every.value,
            "interval": self.interval,
            "until": self.until.isoformat() if self.until else None,
            "count": self.count,
            "but": [day.isoformat() for day in self.but],
        }

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> "Rule":
        until = stored.get("until")
        return cls(
            day_type.fromisoformat(stored["first"]),
            Every(stored["every"]),
            stored.get("interval", 1),
            day_type.fromisoformat(until) if until else None,
            stored.get("count"),
            tuple(day_type.fromisoformat(day) for day in stored.get("but", [])),
        )
