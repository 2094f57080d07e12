"""Series: whole or not at all, each date alone, this and all later ones."""

from datetime import date, time, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from netzwerk.calendar.errors import CalendarError
from netzwerk.calendar.models import Date, Series
from netzwerk.calendar.repetition import Every, RepetitionError, Rule
from netzwerk.calendar.services.dates import cancel_date, change_date
from netzwerk.calendar.services.series import change_later, create_series, left_alone
from netzwerk.members.roles import MEMBER
from netzwerk.post.models import Message
from tests.factories.dates import KIND, Meetings

pytestmark = pytest.mark.django_db
FIRST = date(2027, 3, 14)  # a Sunday, two weeks before the clocks change
VALUES = {"title": "Runde", "path": "/runde/", "start_time": time(10), "end_time": time(12)}


def series(count: int = 4, **values) -> list[Date]:
    return create_series(Rule(FIRST, Every.WEEK, count=count), kind=KIND, actor=None, **{**VALUES, **values})[1]


def test_each_date_of_a_series_is_a_row_of_its_own(meetings: Meetings) -> None:
    dates = series()
    assert len({one.uid for one in dates}) == 4
    assert [one.start_time for one in dates] == [time(10)] * 4
    assert [one.starts_at.hour for one in dates] == [9, 9, 8, 8]  # the wall time stays over the change of the clocks
    assert str(Series.objects.get()) == "jeden Sonntag, 4 Mal"
    change_date(dates[1], actor=None, title="Runde mit Gast")
    assert [one.title for one in Date.objects.all()] == ["Runde", "Runde mit Gast", "Runde", "Runde"]


def test_a_date_over_several_days_keeps_its_length(meetings: Meetings) -> None:
    dates = series(2, start_day=FIRST, end_day=FIRST + timedelta(days=1))
    assert [(one.end_day - one.start_day).days for one in dates] == [1, 1]


def test_ten_thousand_dates_are_refused_and_nothing_is_half_done(meetings: Meetings) -> None:
    with pytest.raises(RepetitionError, match=r"Das wären 10\.000 Termine"):
        series(10_000)
    assert not Series.objects.exists() and not Date.objects.exists()


def test_one_wrong_date_and_none_is_saved(meetings: Meetings) -> None:
    """The third Sunday is the one on which half past two does not exist."""
    with pytest.raises(ValidationError, match=r"gibt es am 28\. März 2027 nicht"):
        series(4, start_time=time(2, 30))
    assert not Series.objects.exists() and not Date.objects.exists()


def test_this_and_all_later_ones_change_but_not_those_changed_by_hand(meetings: Meetings) -> None:
    dates = series(5)
    change_date(dates[3], actor=None, start_time=time(14), end_time=time(16))
    cancel_date(dates[4], actor=None)
    for one in dates:
        meetings.add_guest(one, "Gast", "gast@x.example")
    assert left_alone(dates[1]) == [dates[3]]
    changed = change_later(dates[1], actor=None, start_time=time(9), start_day=dates[1].start_day + timedelta(days=1))
    assert changed == [dates[1], dates[2]]
    assert [(one.start_day - FIRST).days for one in Date.objects.all()] == [0, 8, 15, 21, 28]
    assert [one.start_time.hour for one in Date.objects.all()] == [10, 9, 9, 14, 10]
    assert [one.is_changed_by_hand for one in Date.objects.all()] == [False, False, False, True, False]
    assert Message.objects.count() == 2


def test_a_change_of_later_ones_that_fails_changes_none(meetings: Meetings) -> None:
    dates = series()
    with pytest.raises(ValidationError, match=r"gibt es am 28\. März 2027 nicht"):
        change_later(dates[0], actor=None, start_time=time(2, 30))
    assert {one.start_time for one in Date.objects.all()} == {time(10)}
    assert {one.sequence for one in Date.objects.all()} == {0}


def test_who_may_not_change_the_date_changes_no_later_one(meetings: Meetings, person) -> None:
    dates = series()
    with pytest.raises(PermissionDenied):
        change_later(dates[0], actor=person(MEMBER), title="Anders")
    alone = series(1)[0]
    alone.series = None
    with pytest.raises(CalendarError, match="zu keiner Reihe"):
        change_later(alone, actor=None, title="Anders")
