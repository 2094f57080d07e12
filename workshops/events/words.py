"""Days, formats and learning hours of workshops, in German."""

from collections.abc import Sequence
from datetime import date as day_type
from typing import TYPE_CHECKING

from django.utils import formats

from netzwerk.hours.counting import UNIT
from netzwerk.texts.dates import long_date

if TYPE_CHECKING:
    from workshops.events.models import WorkshopDate

NO_BREAK = "\N{NO-BREAK SPACE}"
NUMBERS = ("kein", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf")


def days(found: Sequence[day_type]) -> str:
    """ "14. und 28. Januar 2027"; of more than three the first and the last."""
    known = sorted(set(found))
    if not known:
        return ""
    first, last = known[0], known[-1]
    if len(known) == 1:
        return long_date(first)
    if len(known) > 3:
        return f"{len(known)} Termine, {long_date(first)} bis {long_date(last)}"
    if (first.year, first.month) == (last.year, last.month):
        numbers = [f"{day.day}." for day in known]
        return f"{', '.join(numbers[:-1])} und {numbers[-1]} {formats.date_format(last, 'F Y')}"
    parts = [long_date(day) for day in known]
    return f"{', '.join(parts[:-1])} und {parts[-1]}"


def days_in_words(number: int) -> str:
    """ "Ein Tag", "Zwei Tage", "14 Tage" """
    if number == 1:
        return "Ein Tag"
    return f"{NUMBERS[number].capitalize() if number < len(NUMBERS) else number} Tage"


def units(minutes: int) -> str:
    """ "12 UE", "4,5 UE"; "" for none."""
    if not minutes:
        return ""
    return f"{formats.number_format(round(minutes / UNIT, 1), use_l10n=True).removesuffix(',0')}{NO_BREAK}UE"


def units_of(rows: Sequence["WorkshopDate"]) -> str:
    """Of all dates together; where on site and online differ, the larger number with "bis zu"."""
    taking_place = [row for row in rows if not row.date.is_cancelled]
    in_person = sum(row.minutes_in_person for row in taking_place)
    online = sum(row.minutes_online for row in taking_place)
    most = max(in_person, online)
    if in_person and online and in_person != online:
        return f"bis zu {units(most)}"
    return units(most)


def when_and_where(rows: Sequence["WorkshopDate"]) -> str:
    """ "14. und 28. Januar 2027, Lindenbrück" """
    coming = [row for row in rows if not row.date.is_cancelled] or list(rows)
    places = dict.fromkeys(row.date.venue.place for row in coming if row.date.venue is not None)
    if any(row.date.is_online for row in coming):
        places["online"] = None
    return ", ".join(part for part in (days([row.date.start_day for row in coming]), *places) if part)
