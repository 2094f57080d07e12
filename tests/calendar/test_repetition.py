"""Rules of repetition: the days that follow, and their words."""

from datetime import date, timedelta

import pytest

from netzwerk.calendar.repetition import MOST, Every, RepetitionError, Rule

WEDNESDAY = date(2026, 9, 16)  # the third of the month


def test_the_third_wednesday_of_each_month_without_an_exception() -> None:
    rule = Rule(WEDNESDAY, Every.WEEKDAY_OF_MONTH, until=date(2026, 12, 16), but=[date(2026, 11, 18)])
    assert rule.days() == [date(2026, 9, 16), date(2026, 10, 21), date(2026, 12, 16)]
    words = "jeden dritten Mittwoch im Monat, bis 16. Dezember 2026, nicht am 18. November 2026"
    assert rule.in_words() == words
    assert Rule.from_json(rule.as_json()).days() == rule.days()


@pytest.mark.parametrize(
    ("rule", "words", "second"),
    [
        (Rule(WEDNESDAY, Every.WEEK, count=2), "jeden Mittwoch, 2 Mal", date(2026, 9, 23)),
        (Rule(WEDNESDAY, Every.WEEK, 2, count=2), "jede zweite Woche am Mittwoch, 2 Mal", date(2026, 9, 30)),
        (Rule(WEDNESDAY, Every.DAY, count=2), "jeden Tag, 2 Mal", date(2026, 9, 17)),
        (Rule(WEDNESDAY, Every.DAY, 3, count=2), "jeden dritten Tag, 2 Mal", date(2026, 9, 19)),
        (
            Rule(date(2026, 9, 18), Every.WORKDAY, count=2),
            "jeden Werktag von Montag bis Freitag, 2 Mal",
            date(2026, 9, 21),
        ),
        (
            Rule(date(2026, 9, 30), Every.LAST_WEEKDAY_OF_MONTH, count=2),
            "jeden letzten Mittwoch im Monat, 2 Mal",
            date(2026, 10, 28),
        ),
        (Rule(WEDNESDAY, Every.DAY_OF_MONTH, count=2), "am 16. jedes Monats, 2 Mal", date(2026, 10, 16)),
        (
            Rule(WEDNESDAY, Every.DAY_OF_MONTH, 3, count=2),
            "am 16. in jedem dritten Monat, 2 Mal",
            date(2026, 12, 16),
        ),
        (
            Rule(WEDNESDAY, Every.WEEKDAY_OF_MONTH, 2, count=2),
            "am dritten Mittwoch in jedem zweiten Monat, 2 Mal",
            date(2026, 11, 18),
        ),
    ],
)
def test_each_rule_in_words_and_days(rule: Rule, words: str, second: date) -> None:
    assert rule.in_words() == words
    assert rule.days() == [rule.first, second]


def test_a_month_without_such_a_day_is_left_out() -> None:
    rule = Rule(date(2026, 10, 31), Every.DAY_OF_MONTH, count=3)
    assert rule.days() == [date(2026, 10, 31), date(2026, 12, 31), date(2027, 1, 31)]


def test_left_out_days_do_not_count_and_are_listed_in_words() -> None:
    rule = Rule(WEDNESDAY, Every.WEEK, count=2, but=[date(2026, 9, 30), date(2026, 9, 23)])
    assert rule.days() == [WEDNESDAY, date(2026, 10, 7)]
    assert rule.in_words().endswith("nicht am 23. September 2026 und 30. September 2026")


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        (Rule(WEDNESDAY, Every.DAY, count=10_000), "Das wären 10.000 Termine; eine Reihe hat höchstens 104"),
        (Rule(WEDNESDAY, Every.DAY, until=WEDNESDAY + timedelta(days=9_999)), "höchstens drei Jahre weit"),
        (Rule(WEDNESDAY, Every.DAY, until=WEDNESDAY + timedelta(days=1_000)), "Das wären 1.001 Termine"),
        (Rule(WEDNESDAY, Every.WEEK), "bis zu welchem Tag"),
        (Rule(WEDNESDAY, Every.WEEK, until=WEDNESDAY, count=1), "bis zu welchem Tag"),
        (Rule(WEDNESDAY, Every.WEEK, count=0), "mindestens einer"),
        (Rule(WEDNESDAY, Every.WEEK, until=WEDNESDAY - timedelta(days=1)), "liegt vor dem ersten Termin"),
        (Rule(WEDNESDAY, Every.WEEK, until=WEDNESDAY, but=[WEDNESDAY]), "kein Termin übrig"),
        (Rule(WEDNESDAY, Every.LAST_WEEKDAY_OF_MONTH, count=3), "passt nicht zu „jeden letzten Mittwoch im Monat“"),
        (Rule(date(2026, 9, 19), Every.WORKDAY, count=3), "wäre der erste am 21. September 2026"),
        (Rule(WEDNESDAY, Every.DAY_OF_MONTH, 6, count=20), "in drei Jahren nur"),
    ],
)
def test_a_rule_that_cannot_be_followed_says_what_to_change(rule: Rule, message: str) -> None:
    with pytest.raises(RepetitionError, match=message):
        rule.days()


def test_the_longest_rule_is_followed() -> None:
    assert len(Rule(WEDNESDAY, Every.WEEK, count=MOST).days()) == MOST
    assert len(Rule(WEDNESDAY, Every.WEEK, until=WEDNESDAY + timedelta(weeks=MOST - 1)).days()) == MOST
