"""Wall time and UTC. A date keeps the wall time that people agreed on, and its zone; UTC follows from both.

All zones offered here follow the rule of the European Union: the clocks change at 1:00 UTC on the last Sunday of March and of
October. tests/calendar/test_times.py compares each with the zone database.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from netzwerk.texts.dates import long_date

DEFAULT_ZONE = "Europe/Berlin"


@dataclass(frozen=True)
class Zone:
    """`hours` ahead of UTC in winter; the abbreviations of winter and summer time; `words` after a time ("Londoner Zeit")."""

    hours: int
    winter: str
    summer: str
    label: str
    words: str


ZONES = {
    DEFAULT_ZONE: Zone(1, "CET", "CEST", "Deutschland", "deutsche Zeit"),
    "Europe/Vienna": Zone(1, "CET", "CEST", "Österreich", "Wiener Zeit"),
    "Europe/Zurich": Zone(1, "CET", "CEST", "Schweiz", "Zürcher Zeit"),
    "Europe/Brussels": Zone(1, "CET", "CEST", "Belgien", "Brüsseler Zeit"),
    "Europe/London": Zone(0, "GMT", "BST", "Großbritannien", "Londoner Zeit"),
    "Europe/Helsinki": Zone(2, "EET", "EEST", "Finnland", "Zeit in Helsinki"),
}
ZONE_CHOICES = [(key, zone.label) for key, zone in ZONES.items()]


class NoSuchTime(ValueError):
    """A wall time that the clocks skip. The German message says which and why."""


def moment_of(day: date, at: time, zone: str) -> datetime:
    """The moment in UTC of a wall time. Of a time that comes twice, in October, it is the first one, as in iCalendar.

    Raises NoSuchTime for a time that is skipped in March.
    """
    wall = datetime.combine(day, at, ZoneInfo(zone))
    moment = wall.astimezone(UTC)
    if moment.astimezone(wall.tzinfo).replace(tzinfo=None) != wall.replace(tzinfo=None):
        hour = ZONES[zone].hours + 1
        raise NoSuchTime(
            f"{clock(at)} Uhr gibt es am {long_date(day)} nicht: In dieser Nacht springen die Uhren von "
            f"{hour}:00 auf {hour + 1}:00 Uhr. Bitte wählen Sie eine andere Zeit."
        )
    return moment


def clock(at: time) -> str:
    """9:30, as it is spoken."""
    return f"{at.hour}:{at:%M}"


def differs_from_here(moment: datetime, zone: str) -> bool:
    """Whether clocks in this zone show another time than in Germany then."""
    return moment.astimezone(ZoneInfo(zone)).utcoffset() != moment.astimezone(ZoneInfo(DEFAULT_ZONE)).utcoffset()


def change_of(zone: str) -> tuple[time, timedelta, timedelta]:
    """For calendar files: the wall time in winter at which summer begins, and the offsets of winter and summer."""
    winter = timedelta(hours=ZONES[zone].hours)
    return time(1 + ZONES[zone].hours), winter, winter + timedelta(hours=1)
