"""Rules of repetition: the days that follow, and their words."""

from datetime import date, time, timedelta

import pytest

from netzwerk.calendar.forms import RepetitionForm
from netzwerk.calendar.preview import preview_of
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


def form_of(**data) -> RepetitionForm:
    first = data.pop("first", WEDNESDAY)
    return RepetitionForm({"every": "weekday", "interval": "1", **data}, first=first)


def test_a_person_chooses_a_rule_without_knowing_its_syntax() -> None:
    form = form_of(until="16. Dezember 2026", but="18.11.2026")
    assert form.is_valid(), form.errors
    assert form.rule().in_words() == (
        "jeden dritten Mittwoch im Monat, bis 16. Dezember 2026, nicht am 18. November 2026"
    )
    assert form.cleaned_data["days"] == [date(2026, 9, 16), date(2026, 10, 21), date(2026, 12, 16)]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({}, "bis zu welchem Tag"),
        ({"count": "10.000", "every": "day"}, "Das wären 10.000 Termine"),
        ({"count": "3", "but": "31.2.2027"}, "Den Tag „31.2.2027“ gibt es nicht"),
        ({"count": "3", "but": "Ostern"}, "„Ostern“ ist kein Datum"),
        ({"count": "3", "every": "RRULE"}, "Auswahl"),
    ],
)
def test_the_form_says_what_is_wrong_and_keeps_what_was_typed(data: dict, message: str) -> None:
    form = form_of(**data)
    assert not form.is_valid()
    assert message in str(form.errors)
    assert all(form[name].value() == value for name, value in data.items())


def test_the_preview_lists_each_day_and_warns_of_a_time_that_the_clocks_skip() -> None:
    rule = Rule(date(2027, 3, 21), Every.WEEK, count=3)
    found = preview_of(rule, start_time=time(2, 30), end_time=time(4))
    assert [line.day.day for line in found.lines] == [21, 28, 4]
    assert not found.is_possible and "28. März 2027" in found.lines[1].note
    assert preview_of(rule, start_time=time(10), end_time=time(12)).is_possible
    assert found.words == "jeden Sonntag, 3 Mal"
