"""Wall time and UTC, and the definitions of zones that go into files."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from netzwerk.calendar.ical import timezone_of
from netzwerk.calendar.times import ZONES, NoSuchTime, clock, moment_of

BERLIN = "Europe/Berlin"


def last_sunday(year: int, month: int) -> date:
    day = date(year, month, 31)
    return day - timedelta(days=(day.weekday() + 1) % 7)


@pytest.mark.parametrize(
    ("day", "at", "moment"),
    [
        (date(2027, 1, 10), time(10), datetime(2027, 1, 10, 9, tzinfo=UTC)),
        (date(2027, 7, 10), time(10), datetime(2027, 7, 10, 8, tzinfo=UTC)),
        (date(2027, 3, 28), time(1, 59), datetime(2027, 3, 28, 0, 59, tzinfo=UTC)),
        (date(2027, 3, 28), time(3), datetime(2027, 3, 28, 1, tzinfo=UTC)),
        (date(2027, 10, 31), time(2, 30), datetime(2027, 10, 31, 0, 30, tzinfo=UTC)),  # comes twice: the first
        (date(2027, 10, 31), time(3), datetime(2027, 10, 31, 2, tzinfo=UTC)),
    ],
)
def test_a_wall_time_becomes_utc_on_both_sundays(day: date, at: time, moment: datetime) -> None:
    assert moment_of(day, at, BERLIN) == moment


@pytest.mark.parametrize("at", [time(2), time(2, 30), time(2, 59)])
def test_a_time_that_the_clocks_skip_is_refused_with_the_reason(at: time) -> None:
    with pytest.raises(NoSuchTime, match=r"2:\d\d Uhr gibt es am 28. März 2027 nicht: .* von 2:00 auf 3:00 Uhr"):
        moment_of(date(2027, 3, 28), at, BERLIN)


@pytest.mark.parametrize("zone", ZONES)
def test_our_definition_of_a_zone_is_that_of_the_zone_database(zone: str) -> None:
    """Every hour around each change of forty years, by the rule in the file."""
    parts = {part.name: part for part in timezone_of(zone).subcomponents}
    for year in range(1997, 2037):
        for name, month in (("DAYLIGHT", 3), ("STANDARD", 10)):
            part = parts[name]
            assert part["rrule"] == {"FREQ": ["YEARLY"], "BYMONTH": [month], "BYDAY": ["-1SU"]}
            wall = datetime.combine(last_sunday(year, month), part.decoded("dtstart").time())
            change = (wall - part.decoded("tzoffsetfrom")).replace(tzinfo=UTC)
            for hours in (-25, -1, 0, 1, 25):
                moment = change + timedelta(hours=hours)
                offset = part.decoded("tzoffsetto" if hours >= 0 else "tzoffsetfrom")
                assert moment.astimezone(ZoneInfo(zone)).utcoffset() == offset, (moment, name)
            assert change.astimezone(ZoneInfo(zone)).tzname() == part["tzname"]


def test_times_are_written_as_they_are_spoken() -> None:
    assert [clock(time(9, 5)), clock(time(14, 30)), clock(time(0))] == ["9:05", "14:30", "0:00"]
