"""When and where a date is, in German."""

from datetime import date as day_type
from typing import TYPE_CHECKING

from django.utils import formats

from netzwerk.calendar import times
from netzwerk.texts.dates import long_date

if TYPE_CHECKING:
    from netzwerk.calendar.models import Date

NO_BREAK = "\u00a0"


def weekday(day: day_type) -> str:
    """Donnerstag"""
    return formats.date_format(day, "l")


def hours(date: "Date") -> str:
    """ "9:30 bis 16:00 Uhr"; over several days "Do 13:00 bis Fr 14:30 Uhr"; with the zone if its clocks differ from ours."""
    begin, end = times.clock(date.start_time), times.clock(date.end_time)
    if date.start_day != date.end_day:
        begin = f"{formats.date_format(date.start_day, 'D')} {begin}"
        end = f"{formats.date_format(date.end_day, 'D')} {end}"
    return f"{begin} bis {end}{NO_BREAK}Uhr{zone_words(date)}"


def zone_words(date: "Date") -> str:
    """ " (Londoner Zeit)" where clocks show another time than in Germany, else ""."""
    if date.zone == times.DEFAULT_ZONE or not times.differs_from_here(date.starts_at, date.zone):
        return ""
    return f" ({times.ZONES[date.zone].words})"


def when(date: "Date") -> str:
    """ "Donnerstag, 3. Dezember 2026, 9:30 bis 16:00 Uhr" """
    if date.start_day == date.end_day:
        return f"{weekday(date.start_day)}, {long_date(date.start_day)}, {hours(date)}"
    first = f"{weekday(date.start_day)}, {long_date(date.start_day)}, {times.clock(date.start_time)}"
    last = f"{weekday(date.end_day)}, {long_date(date.end_day)}, {times.clock(date.end_time)}"
    return f"{first} bis {last}{NO_BREAK}Uhr{zone_words(date)}"


def where(date: "Date", *, with_address: bool = True) -> str:
    """ "Haus am Markt, Raum 2, Marktplatz 3, 00000 Lindenbrück, oder online"; "" if nothing is known yet."""
    parts = []
    if date.venue is not None:
        parts = [date.venue.name, date.room, date.venue.address if with_address else ""]
    elif date.room:
        parts = [date.room]
    place = ", ".join(part for part in parts if part)
    if not date.is_online:
        return place
    return f"{place}, oder online" if place else "online"
