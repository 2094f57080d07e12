"""From minutes to units, by both rules."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

import pytest

from netzwerk.hours.counting import PER_DATE, SUM, Amount, added, count


@dataclass(frozen=True)
class Rule:
    pk: int
    rounding: str
    minutes_per_unit: int = 45


EACH, ALL, OLD = Rule(1, PER_DATE), Rule(2, SUM), Rule(3, SUM, 60)
MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([], "0 UE"),
        ([(ALL, MONDAY, 44)], "44 min"),
        ([(ALL, MONDAY, 45)], "1 UE"),
        ([(ALL, MONDAY, 30), (ALL, TUESDAY, 30)], "1 UE 15 min"),
        ([(EACH, MONDAY, 30), (EACH, TUESDAY, 30)], "0 UE"),
        ([(EACH, MONDAY, 30), (EACH, MONDAY, 30)], "1 UE"),
        ([(EACH, MONDAY, 89), (EACH, TUESDAY, 91)], "3 UE"),
        ([(EACH, MONDAY, 90), (EACH, MONDAY, -90), (EACH, MONDAY, 46)], "1 UE"),
        ([(ALL, MONDAY, 90), (ALL, MONDAY, -90)], "0 UE"),
        ([(ALL, MONDAY, 50), (EACH, MONDAY, 50)], "2 UE 5 min"),
        ([(OLD, MONDAY, 70), (ALL, MONDAY, 50)], "2 UE 15 min"),
    ],
)
def test_amounts_follow_the_rule_of_each_entry(entries: list, expected: str) -> None:
    assert str(count(entries)) == expected


def test_lines_add_up_to_their_sum() -> None:
    assert added([Amount(12, 40), Amount(1, 20)]) == Amount(14, 15)
    assert added([]) == Amount()


def test_by_sum_nothing_is_lost_and_by_date_never_more_than_that() -> None:
    dice = Random(7)  # noqa: S311  nothing secret
    for _round in range(300):
        lines = [
            (MONDAY + timedelta(days=dice.randrange(5)), dice.randint(1, 200)) for _line in range(dice.randint(1, 12))
        ]
        whole = count((ALL, day, minutes) for day, minutes in lines)
        by_date = count((EACH, day, minutes) for day, minutes in lines)
        assert whole.units * 45 + whole.minutes == sum(minutes for _day, minutes in lines)
        assert whole.units - 5 < by_date.units <= whole.units
        split = dice.randint(0, len(lines))
        parts = [count((ALL, *line) for line in part) for part in (lines[:split], lines[split:])]
        assert added(parts) == whole
