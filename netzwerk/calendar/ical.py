"""Calendar objects (RFC 5545, RFC 5546) of dates, written by the library `icalendar`.

Each date is an event of its own, without a rule of repetition. Its times carry the zone, whose definition we write ourselves:
a rule for each year. The list of transitions that the library would add stops early, and readers were an hour wrong in summer.
"""

from collections.abc import Iterable
from datetime import datetime
from email.utils import parseaddr

from django.conf import settings
from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vCalAddress, vDuration, vText

from netzwerk.calendar import words
from netzwerk.calendar.models import Date
from netzwerk.calendar.times import ZONES, change_of
from netzwerk.surfaces.registry import Recipient
from netzwerk.texts.addresses import ascii_email
from netzwerk.texts.cleaning import one_line, plain_text

CONTENT_TYPE = "text/calendar; charset=utf-8"
PRODUCT = "-//Netzwerk Sozialagenturen//Termine//DE"
REQUEST, CANCEL = "REQUEST", "CANCEL"
NO_REPLY_NEEDED = (
    "Eine Antwort Ihres Kalenders (Zusage oder Absage) erreicht uns nicht und sagt Ihren Platz nicht ab. Wenn Sie nicht "
    "kommen können, sagen Sie Ihre Teilnahme bitte auf der Seite des Termins ab."
)
STATUS = {Date.State.TENTATIVE: "TENTATIVE", Date.State.CONFIRMED: "CONFIRMED", Date.State.CANCELLED: "CANCELLED"}


def timezone_of(zone: str) -> Timezone:
    """The definition of a zone: the rule of the European Union, which has held since 1996, once for each year."""
    begin, winter, summer = change_of(zone)
    definition = Timezone()
    definition.add("tzid", zone)
    parts = (
        (TimezoneDaylight(), 3, 31, begin.hour, winter, summer, ZONES[zone].summer),
        (TimezoneStandard(), 10, 27, begin.hour + 1, summer, winter, ZONES[zone].winter),
    )
    for part, month, first_day, hour, before, after, name in parts:
        part.add("dtstart", datetime(1996, month, first_day, hour))
        part.add("rrule", {"FREQ": ["YEARLY"], "BYMONTH": [month], "BYDAY": ["-1SU"]})
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("tzname", name)
        definition.add_component(part)
    return definition


def feed(dates: Iterable[Date], *, name: str, own: Iterable[int] = (), source: str = "") -> bytes:
    """A calendar to subscribe to or to open. `own` are the keys of dates whose online room the reader may know; `source` is
    the address of the feed. Cancelled dates stay in, marked as such."""
    calendar = _calendar()
    calendar.add("name", one_line(name))
    calendar.add("x-wr-calname", one_line(name))
    if source:
        calendar.add("source", source, parameters={"VALUE": "URI"})
        calendar.add("refresh-interval", vDuration.from_ical("PT4H"), parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", "PT4H")
    known = set(own)
    return _written(calendar, [(date, event_of(date, with_room=date.pk in known)) for date in dates])


def message(date: Date, *, method: str, to: Recipient, now: datetime, is_withdrawn: bool = False) -> bytes:
    """The calendar object of a mail. REQUEST puts the date into a calendar or changes it there. CANCEL takes it out: because
    the date falls (then it says so to everybody), or, `is_withdrawn`, for this person only."""
    calendar = _calendar()
    calendar.add("method", method)
    event = event_of(date, with_room=method == REQUEST, stamp=now)
    event.add("attendee", _attendee(to), encode=0)
    if method == REQUEST:
        event["description"] = vText(f"{event['description']}\n\n{NO_REPLY_NEEDED}")
    elif is_withdrawn:
        # RFC 5546, 3.2.5: a status would tell the program that the whole event is off.
        event.pop("status", None)
        event["summary"] = vText(f"Teilnahme abgesagt: {one_line(date.title)}")
        event.add("comment", "Ihre Teilnahme ist abgesagt. Für alle anderen findet der Termin statt.")
    else:
        event.add("comment", f"Der Termin fällt aus. {one_line(date.reason)}".strip())
    return _written(calendar, [(date, event)])


def event_of(date: Date, *, with_room: bool = False, stamp: datetime | None = None) -> Event:
    """One date. `stamp` is the time of a message; a calendar without a method says when the date was last changed."""
    event = Event()
    event.add("uid", date.uid)
    event.add("sequence", date.sequence)
    event.add("dtstamp", stamp or date.changed_at)
    event.add("created", date.created_at)
    event.add("last-modified", date.changed_at)
    event.add("dtstart", date.start)
    event.add("dtend", date.end)
    title = one_line(date.title)
    event.add("summary", f"Fällt aus: {title}" if date.is_cancelled else title)
    event.add("status", STATUS[Date.State(date.state)])
    event.add("transp", "TRANSPARENT" if date.is_cancelled else "OPAQUE")
    event.add("description", _description(date, with_room))
    if place := words.where(date):
        event.add("location", one_line(place))
    event.add("url", f"{settings.BASE_URL}{date.path}")
    event.add("organizer", _organizer(), encode=0)
    event.add("categories", [date.kind_label])
    if with_room and date.room_url:
        parameters = {"VALUE": "URI", "FEATURE": "VIDEO", "LABEL": "Online-Raum"}
        event.add("conference", date.room_url, parameters=parameters)
    return event


def _description(date: Date, with_room: bool) -> str:
    parts = []
    if date.is_cancelled:
        parts.append(f"Der Termin fällt aus. {date.reason}".strip())
    parts.append(plain_text(date.summary))
    if with_room and date.room_url:
        parts.append(f"Online-Raum: {date.room_url}")
    parts.append(f"Alles zum Termin: {settings.BASE_URL}{date.path}")
    return "\n\n".join(part for part in parts if part)


def _calendar() -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    return calendar


def _written(calendar: Calendar, events: list[tuple[Date, Event]]) -> bytes:
    """With the definition of each zone that occurs, before the events."""
    for zone in sorted({date.zone for date, _event in events}):
        calendar.add_component(timezone_of(zone))
    for _date, event in events:
        calendar.add_component(event)
    return calendar.to_ical()


def _organizer() -> vCalAddress:
    """The sender of the mails, so that programs recognise a message as coming from the organizer."""
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    organizer = vCalAddress(f"mailto:{ascii_email(address)}")
    organizer.params["CN"] = vText(name or settings.WAGTAIL_SITE_NAME)
    return organizer


def _attendee(to: Recipient) -> vCalAddress:
    """Booked in the portal already, so no answer is asked for."""
    attendee = vCalAddress(f"mailto:{ascii_email(to.email)}")
    attendee.params["CN"] = vText(one_line(to.name).replace('"', ""))
    attendee.params["CUTYPE"] = vText("INDIVIDUAL")
    attendee.params["ROLE"] = vText("CHAIR" if to.is_leading else "REQ-PARTICIPANT")
    attendee.params["PARTSTAT"] = vText("ACCEPTED")
    attendee.params["RSVP"] = vText("FALSE")
    return attendee
