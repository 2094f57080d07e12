"""The dates of a workshop: added one by one or as a series, changed, cancelled, removed. All of it acts at once."""

from collections.abc import Iterable
from datetime import date as day_type
from typing import Any

from django.db import transaction

from netzwerk.calendar.models import Date
from netzwerk.calendar.repetition import Rule
from netzwerk.calendar.services.dates import cancel_date, change_date, create_date, list_date
from netzwerk.calendar.services.series import change_later, create_series, later_dates
from netzwerk.seats.models import Booking, Place
from netzwerk.seats.services.places import cancel_place, delete_place, open_place
from workshops.events.errors import EventsError
from workshops.events.kinds import KEY
from workshops.events.models import Workshop, WorkshopDate
from workshops.events.services.places import sync_places
from workshops.events.services.rows import locked_for_change, touch

OF_DATE = ("start_day", "start_time", "end_day", "end_time", "venue", "room", "online_url", "is_online")
OF_ROW = ("heading", "note", "minutes_in_person", "minutes_online")
DATE_AUDIENCE = {
    Workshop.Audience.PUBLIC: Date.Audience.PUBLIC,
    Workshop.Audience.MEMBERS: Date.Audience.MEMBERS,
    Workshop.Audience.ORGANISATIONS: Date.Audience.PARTICIPANTS,
}
THE_LAST = "Das ist der letzte Termin, der stattfindet. Fällt er aus, sagen Sie bitte den ganzen Workshop ab."


def told_by(workshop: Workshop) -> dict[str, Any]:
    """What each date of the calendar says about its workshop."""
    return {
        "title": workshop.title,
        "summary": workshop.summary,
        "path": workshop.get_absolute_url(),
        "audience": DATE_AUDIENCE[Workshop.Audience(workshop.audience)],
    }


@transaction.atomic
def add_date(workshop: Workshop, *, actor: Any, start_day: day_type, **values: Any) -> WorkshopDate:
    """A further date, with seats as the workshop says; of a published workshop it is in the calendar at once.

    `values` are those of OF_DATE and OF_ROW. Raises PermissionDenied, ValidationError, SeatsError, EventsError.
    """
    row = locked_for_change(workshop, actor=actor)
    of_date, of_row = _split(values)
    end_day = of_date.pop("end_day", None) or start_day
    date = create_date(
        kind=KEY,
        actor=actor,
        topics=row.topics.all(),
        **told_by(row),
        start_day=start_day,
        end_day=end_day,
        **of_date,
    )
    (made,) = _join(row, [date], of_row, actor)
    workshop.refresh_from_db()
    return made


@transaction.atomic
def add_series(
    workshop: Workshop, rule: Rule, *, actor: Any, start_day: day_type, **values: Any
) -> list[WorkshopDate]:
    """All dates of a rule, or none. Raises RepetitionError (a ValueError) and as add_date."""
    row = locked_for_change(workshop, actor=actor)
    of_date, of_row = _split(values)
    end_day = of_date.pop("end_day", None) or start_day
    _series, dates = create_series(
        rule,
        kind=KEY,
        actor=actor,
        topics=row.topics.all(),
        **told_by(row),
        start_day=start_day,
        end_day=end_day,
        **of_date,
    )
    made = _join(row, dates, of_row, actor)
    workshop.refresh_from_db()
    return made


def _join(row: Workshop, dates: Iterable[Date], of_row: dict[str, Any], actor: Any) -> list[WorkshopDate]:
    made = []
    for date in dates:
        one = WorkshopDate(workshop=row, date=date, **of_row)
        one.full_clean(exclude=["workshop", "date"])
        one.save(force_insert=True)
        made.append(one)
    touch(row, actor=actor, fields=["dates"])
    places = sync_places(row, actor=actor)
    if row.is_published:
        _open(places, [one.date for one in made])
    return made


def _open(places: Iterable[Place], dates: Iterable[Date]) -> None:
    for place in places:
        if not place.is_open and not place.is_cancelled:
            open_place(place, actor=None)
    for date in dates:
        list_date(date, actor=None)


@transaction.atomic
def change_date_of(row: WorkshopDate, *, actor: Any, with_later: bool = False, **values: Any) -> list[WorkshopDate]:
    """Change a date, or it and all later ones of its series that were not changed by hand; returns those. Of a published
    workshop, everybody concerned is told of another time or place.

    Raises PermissionDenied, EventsError, CalendarError, ValidationError, SeatsError.
    """
    workshop = locked_for_change(row.workshop, actor=actor)
    if row.is_closed:
        raise EventsError("Dieser Termin ist abgeschlossen: Stunden und Bescheinigungen stehen fest.")
    of_date, of_row = _split(values)
    if "start_day" in of_date and of_date.get("end_day") is None:
        of_date["end_day"] = of_date["start_day"]
    if with_later:
        dates = later_dates(row.date)
        start_day, end_day = of_date.pop("start_day", None), of_date.pop("end_day", None)
        if start_day and end_day and end_day - start_day != row.date.end_day - row.date.start_day:
            raise EventsError("Wie viele Tage ein Termin dauert, ändern Sie bitte bei jedem Termin einzeln.")
        change_later(row.date, actor=actor, start_day=start_day, tell=workshop.is_published, **of_date)
    else:
        dates = [row.date]
        change_date(row.date, actor=actor, tell=workshop.is_published, **of_date)
    rows = list(WorkshopDate.objects.filter(date__in=[one.pk for one in dates]).select_related("date", "workshop"))
    for one in rows:
        for name, value in of_row.items():
            setattr(one, name, value)
        one.full_clean(exclude=["workshop", "date"])
        one.save(update_fields=list(of_row) or None)
    touch(workshop, actor=actor, fields=["dates"])
    sync_places(workshop, actor=actor)
    return rows


@transaction.atomic
def cancel_date_of(row: WorkshopDate, *, actor: Any, reason: str) -> None:
    """One date falls; everybody concerned is told. Raises PermissionDenied, EventsError, CalendarError, SeatsError."""
    workshop = locked_for_change(row.workshop, actor=actor)
    if not reason.strip():
        raise EventsError("Bitte nennen Sie den Grund: Alle Angemeldeten lesen ihn.")
    others = workshop.dates.exclude(pk=row.pk).exclude(date__state=Date.State.CANCELLED)
    if not others.exists():
        raise EventsError(THE_LAST)
    cancel_date(row.date, actor=actor, reason=reason.strip(), tell=workshop.is_published)
    if workshop.booking == Workshop.Booking.SINGLY and row.place is not None:
        cancel_place(row.place, actor=actor)
    touch(workshop, actor=actor, fields=["dates"])
    sync_places(workshop, actor=actor)


@transaction.atomic
def remove_date(row: WorkshopDate, *, actor: Any) -> None:
    """Delete a date that nobody has booked. Raises PermissionDenied, EventsError."""
    workshop = locked_for_change(row.workshop, actor=actor)
    if has_bookings(row):
        raise EventsError("Es gibt schon Anmeldungen. Bitte sagen Sie den Termin ab, statt ihn zu entfernen.")
    if workshop.is_published and workshop.dates.count() == 1:
        raise EventsError(THE_LAST)
    delete_date_row(row)
    touch(workshop, actor=actor, fields=["dates"])
    sync_places(workshop, actor=actor)


def has_bookings(row: WorkshopDate) -> bool:
    return row.place_id is not None and Booking.objects.filter(place=row.place_id).exists()


def delete_date_row(row: WorkshopDate) -> None:
    """In the caller's transaction; nobody has booked."""
    place, date = row.place, row.date
    row.delete()
    if place is not None and not WorkshopDate.objects.filter(place=place).exists():
        delete_place(place)
    date.delete()


def sync_dates(workshop: Workshop, *, tell: bool) -> None:
    """The dates of the calendar say what the workshop says. In the caller's transaction."""
    topics = list(workshop.topics.all())
    for row in workshop.dates.select_related("date"):
        if not row.date.is_cancelled:
            change_date(row.date, actor=None, topics=topics, tell=tell, by_hand=False, **told_by(workshop))


def _split(values: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    if unknown := set(values) - {*OF_DATE, *OF_ROW}:
        raise ValueError(f"A date of a workshop has no such fields: {', '.join(sorted(unknown))}")
    of_date = {name: value for name, value in values.items() if name in OF_DATE}
    return of_date, {name: value for name, value in values.items() if name in OF_ROW}
