"""Until when somebody answers an offer: a named hour of a working day."""

from datetime import date, datetime, time, timedelta

from dateutil.easter import easter
from django.utils import timezone

ANSWER_HOUR = time(12)
FIXED_HOLIDAYS = ((1, 1), (5, 1), (10, 3), (12, 25), (12, 26))  # those of all Länder
EASTER_HOLIDAYS = (-2, 1, 39, 50)  # days after Easter Sunday: Karfreitag, Ostermontag, Himmelfahrt, Pfingstmontag


def is_working_day(day: date) -> bool:
    """Monday to Friday without the holidays that all Länder have."""
    if day.weekday() > 4 or (day.month, day.day) in FIXED_HOLIDAYS:
        return False
    return (day - easter(day.year)).days not in EASTER_HOLIDAYS


def next_working_day(day: date) -> date:
    """The first working day after this one."""
    day += timedelta(days=1)
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def answer_until(now: datetime) -> datetime:
    """12 o'clock of the next working day, in the portal's time zone."""
    day = next_working_day(timezone.localdate(now))
    return timezone.make_aware(datetime.combine(day, ANSWER_HOUR))
