"""From minutes to Unterrichtseinheiten (UE). How to round is a rule kept as data (models.CountingRule)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

PER_DATE, SUM = "per_date", "sum"
UNIT = 45  # minutes of an Unterrichtseinheit where people write amounts; what entries count by says their rule


class Rule(Protocol):
    pk: int
    minutes_per_unit: int
    rounding: str


@dataclass(frozen=True)
class Amount:
    """Whole units, and the minutes that are left (rule SUM; with PER_DATE they lapse)."""

    units: int = 0
    minutes: int = 0
    per_unit: int = UNIT

    @classmethod
    def of(cls, minutes: int) -> "Amount":
        return cls(*divmod(minutes, UNIT))

    def __bool__(self) -> bool:
        return bool(self.units or self.minutes)

    def __str__(self) -> str:
        """ "12 UE", "12 UE 20 min", "20 min", "0 UE" """
        parts = [f"{self.units} UE"] if self.units or not self.minutes else []
        return " ".join([*parts, *([f"{self.minutes} min"] if self.minutes else [])])


def added(amounts: Iterable[Amount]) -> Amount:
    """Lines of a table as their sum, so that the table adds up: minutes that are left join to units if all units are equal."""
    units = left = 0
    lengths = set()
    for amount in amounts:
        units, left = units + amount.units, left + amount.minutes
        if amount.minutes:
            lengths.add(amount.per_unit)
    if len(lengths) != 1:
        return Amount(units, left)
    (per_unit,) = lengths
    more, rest = divmod(left, per_unit)
    return Amount(units + more, rest, per_unit)


def count(entries: Iterable[tuple[Rule, date, int]]) -> Amount:
    """The amount of entries (rule, date, minutes); counter-entries have negative minutes and the date of what they take back.

    PER_DATE: the minutes of each date are rounded down to units. SUM: all minutes are added, then rounded down.
    """
    by_rule: dict[int, dict[date, int]] = defaultdict(lambda: defaultdict(int))
    rules: dict[int, Rule] = {}
    for rule, day, minutes in entries:
        rules[rule.pk] = rule
        by_rule[rule.pk][day] += minutes
    found = []
    for pk, days in by_rule.items():
        per_unit = rules[pk].minutes_per_unit
        if rules[pk].rounding == PER_DATE:
            found.append(Amount(sum(minutes // per_unit for minutes in days.values()), 0, per_unit))
        else:
            found.append(Amount(*divmod(sum(days.values()), per_unit), per_unit))
    return added(found)
