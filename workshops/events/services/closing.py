"""Closing dates: who was there is fixed, hours are credited, and certificates issued when the last date of a place is closed.

It goes in two steps. First, in one transaction, what nobody has said is noted as "da" and the dates are marked as closed; from
then on attendance changes only as a correction. Then hours and certificates, person by person, each in a transaction of its own
that may run twice. Whatever a killed process left undone, the same button or the clock (`finish_due`) continues.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date as day_type
from datetime import timedelta
from time import monotonic
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from netzwerk.hours.models import Certificate, Entry
from netzwerk.seats.models import Attendance, Booking, Place
from netzwerk.seats.services.attendance import note_attendance
from netzwerk.seats.services.log import log_action as log_booking
from netzwerk.texts.folding import fold
from workshops.events.access import can_manage
from workshops.events.errors import EventsError
from workshops.events.models import Workshop, WorkshopDate
from workshops.events.services import credit
from workshops.events.services.log import log_action
from workshops.events.services.registrations import name_in_lists

Extent = Attendance.Extent
FINISHED_WITHIN = timedelta(days=3)
AT_ONCE, SECONDS = (
    150,
    8.0,
)  # people whose hours one request or one turn of the clock credits, and for how long at most
NOT_OVER = "Abschließen lässt sich ein Termin erst, wenn er vorbei ist."
MISSING = "Für {number} fehlt noch eine Angabe. Bitte sagen Sie, wer da war."


@dataclass(frozen=True)
class Person:
    """A booking with what is said about each date. `assumed`: dates of which nobody has said anything about anybody, so "da".

    Whoever was there on one date and gave up the seat before another is still here, and excused there.
    """

    booking: Booking
    rows: Sequence[WorkshopDate]
    known: Mapping[int, Attendance]
    assumed: frozenset[int] = frozenset()

    @property
    def name(self) -> str:
        return name_in_lists(self.booking)

    def extent(self, row: WorkshopDate) -> str:
        """What is said or assumed, "" where it must be said."""
        attendance = self.known.get(row.date_id)
        if attendance is not None:
            return str(attendance.extent)
        if not self.booking.has_seat:
            return str(Extent.EXCUSED)
        return str(Extent.WHOLE) if row.date_id in self.assumed else ""

    def minutes(self, row: WorkshopDate) -> int:
        key = self.booking.format.key
        attendance = self.known.get(row.date_id)
        if attendance is None and self.extent(row) == Extent.WHOLE:
            return credit.minutes_of(row, key)
        return credit.earned(row, key, attendance)

    @property
    def is_missing(self) -> bool:
        return any(not self.extent(row) for row in self.rows)

    @property
    def differs(self) -> bool:
        return any(self.extent(row) != Extent.WHOLE for row in self.rows)

    @property
    def days_there(self) -> int:
        return sum(self.extent(row) in Attendance.PRESENT for row in self.rows)

    @property
    def has_address(self) -> bool:
        return bool(self.booking.holder_email) or not self.booking.is_guest


@dataclass(frozen=True)
class Closing:
    """A place on the page that closes it: its dates that are over, and everybody with a seat, by name."""

    workshop: Workshop
    place: Place
    rows: Sequence[WorkshopDate]  # that are over and took place
    to_come: Sequence[WorkshopDate]
    people: Sequence[Person]
    unfinished: Sequence[int] = field(default_factory=list)  # bookings of closed dates without hours or certificate

    @property
    def open_rows(self) -> list[WorkshopDate]:
        return [row for row in self.rows if not row.is_closed]

    @property
    def is_closed(self) -> bool:
        return bool(self.rows) and not self.open_rows

    @property
    def is_last(self) -> bool:
        """Whether nothing of the place is still to come, so that certificates are issued."""
        return bool(self.rows) and not self.to_come

    @property
    def missing(self) -> list[Person]:
        return [one for one in self.people if one.is_missing]

    @property
    def differing(self) -> list[Person]:
        return [one for one in self.people if one.differs]


def dates_of(workshop: Workshop, place: Place) -> list[WorkshopDate]:
    """The dates of a place that take or took place, in order."""
    rows = WorkshopDate.objects.filter(workshop=workshop, place=place).select_related("date__venue", "workshop")
    return [row for row in rows.order_by("date__starts_at", "pk") if not row.date.is_cancelled]


def closing_of(workshop: Workshop, place: Place) -> Closing:
    """Everything the page needs, in a few queries."""
    now, rows = timezone.now(), dates_of(workshop, place)
    over = [row for row in rows if row.date.ends_at <= now]
    for row in rows:
        row.workshop = workshop
    people = people_of(place, over)
    closed = [row for row in over if row.is_closed]
    unfinished = _unfinished(workshop, place, closed, people, is_last=len(closed) == len(rows)) if closed else []
    return Closing(workshop, place, over, [row for row in rows if row.date.ends_at > now], people, unfinished)


def people_of(place: Place, rows: Sequence[WorkshopDate]) -> list[Person]:
    """Two queries."""
    was_there = Attendance.objects.filter(booking__place=place, extent__in=Attendance.PRESENT).values("booking")
    seated = Q(state=Booking.State.CONFIRMED) | Q(state=Booking.State.CANCELLED, pk__in=was_there)
    bookings = Booking.objects.filter(seated, place=place).select_related("person", "organisation", "format", "place")
    said: dict[int, dict[int, Attendance]] = defaultdict(dict)
    used: set[int] = set()
    keys = [row.date_id for row in rows]
    for one in Attendance.objects.filter(booking__place=place, date__in=keys):
        said[one.booking_id][one.date_id] = one
        if one.checked_in_at is not None:
            used.add(one.date_id)
    assumed = frozenset(row.date_id for row in rows if row.date_id not in used and not row.is_closed)
    found = [Person(one, rows, said[one.pk], assumed) for one in bookings]
    return sorted(found, key=lambda one: (fold(one.name), one.booking.pk))


def _check(workshop: Workshop, actor: Any) -> None:
    if not can_manage(actor, workshop):
        raise PermissionDenied


@transaction.atomic
def note(row: WorkshopDate, booking: Booking, *, extent: str, minutes: int | None = None, actor: Any) -> None:
    """Say who was there before the date is closed. Raises PermissionDenied, EventsError once it is closed, SeatsError."""
    _check(row.workshop, actor)
    if _locked([row])[0].is_closed:
        raise EventsError("Der Termin ist abgeschlossen. Bitte berichtigen Sie die Anwesenheit mit einem Grund.")
    note_attendance(booking, date=row.date, extent=extent, minutes=minutes, actor=actor)


def _locked(rows: Sequence[WorkshopDate]) -> list[WorkshopDate]:
    keys = [row.pk for row in rows]
    found = WorkshopDate.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=keys).order_by("pk")
    return list(found.select_related("date", "workshop"))


def close_dates(workshop: Workshop, place: Place, *, actor: Any) -> int:
    """Close all dates of the place that are over, then credit hours and issue certificates, for AT_ONCE people; returns for how
    many the clock continues. Called again, or by two at once, it continues and credits nothing twice.

    Raises PermissionDenied, EventsError if no date is over or an answer is missing.
    """
    _check(workshop, actor)
    _mark_closed(workshop, place, actor)
    return finish(workshop, place, actor=actor)


@transaction.atomic
def _mark_closed(workshop: Workshop, place: Place, actor: Any) -> None:
    over = [row for row in dates_of(workshop, place) if row.date.ends_at <= timezone.now()]
    if not over:
        raise EventsError(NOT_OVER)
    rows = [row for row in _locked(over) if not row.is_closed]
    if not rows:
        return
    people = people_of(place, rows)
    if missing := sum(one.is_missing for one in people):
        raise EventsError(MISSING.format(number="eine Person" if missing == 1 else f"{missing} Personen"))
    now = timezone.now()
    Attendance.objects.bulk_create(
        Attendance(booking=one.booking, date_id=row.date_id, extent=one.extent(row), noted_by=actor, noted_at=now)
        for one in people
        for row in rows
        if row.date_id not in one.known
    )
    WorkshopDate.objects.filter(pk__in=[row.pk for row in rows]).update(closed_at=now, closed_by=actor)
    for row in rows:
        log_action("date_closed", workshop, actor=actor, date=row.date_id)


def finish(workshop: Workshop, place: Place, *, actor: Any, most: int = AT_ONCE) -> int:
    """Credit what closed dates still owe; returns for how many people it is left to do."""
    keys = closing_of(workshop, place).unfinished
    return len(keys) - _finish_some(keys[:most], workshop, actor=actor, until=monotonic() + SECONDS)


def _finish_some(keys: Sequence[int], workshop: Workshop, *, actor: Any, until: float) -> int:
    """Returns how many were done in time; at least one."""
    done = 0
    for key in keys:
        _finish_booking(key, workshop, reason="", actor=actor)
        done += 1
        if monotonic() >= until:
            break
    return done


@transaction.atomic
def _finish_booking(key: int, workshop: Workshop, *, reason: str, actor: Any) -> None:
    """Hours of all closed dates, and the certificate if all are closed, as the attendance is now. The booking is locked."""
    booking = _locked_booking(key)
    rows = dates_of(workshop, booking.place)
    attendances = {one.date_id: one for one in Attendance.objects.filter(booking=booking)}
    for row in rows:
        if row.is_closed:
            minutes = credit.earned(row, booking.format.key, attendances.get(row.date_id))
            credit.set_hours(booking, row, minutes, reason=reason, actor=actor or row.closed_by)
    if rows and all(row.is_closed for row in rows):
        credit.set_certificate(booking, rows, attendances, reason=reason, actor=actor or rows[-1].closed_by)


def _locked_booking(key: int) -> Booking:
    rows = Booking.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("person", "organisation", "format", "place").get(pk=key)


def _unfinished(
    workshop: Workshop, place: Place, closed: Sequence[WorkshopDate], people: Iterable[Person], *, is_last: bool
) -> list[int]:
    """Bookings whose hours are not in the ledger as attended, or without the certificate. Two queries."""
    sources = {str(row.date_id): row for row in closed}
    entries = Entry.objects.standing().filter(source_kind="workshop-date", source_id__in=list(sources))
    credited: dict[tuple[int, str], int] = defaultdict(int)
    for person, source, minutes in entries.values_list("person", "source_id", "minutes"):
        credited[person, source] += minutes
    issued = Certificate.objects.filter(kind=credit.CERTIFICATE)  # in any state: what the office revoked stays revoked
    holders = set(issued.of_source(credit.source_of_place(place, workshop)).values_list("person", "email"))
    found = []
    for one in people:
        booking = one.booking
        owes_hours = booking.person_id is not None and any(
            one.minutes(row) != credited[booking.person_id, source] for source, row in sources.items()
        )
        is_there = any(one.extent(row) in Attendance.PRESENT for row in closed)
        owes_paper = is_last and is_there and one.has_address and (booking.person_id, booking.email) not in holders
        if owes_hours or owes_paper:
            found.append(booking.pk)
    return found


def finish_due() -> int:
    """For the clock: closings that a killed process or a long list left unfinished, of the last days. Returns for how many
    people it worked."""
    since = timezone.now() - FINISHED_WITHIN
    rows = WorkshopDate.objects.filter(closed_at__gte=since, place__isnull=False).select_related("workshop", "place")
    done, until = 0, monotonic() + SECONDS
    for workshop, place in {row.place_id: (row.workshop, row.place) for row in rows}.values():
        if done >= AT_ONCE or (done and monotonic() >= until):
            break
        keys = closing_of(workshop, place).unfinished[: AT_ONCE - done]
        done += _finish_some(keys, workshop, actor=None, until=until)
    return done


@transaction.atomic
def correct_attendance(
    booking: Booking, workshop: Workshop, *, values: Mapping[int, tuple[str, int | None]], reason: str, actor: Any
) -> bool:
    """Change who was there after the closing: `values` are extent and minutes by key of the calendar's date. The ledger gets a
    counter-entry and the next revision, the certificate is replaced or withdrawn. Returns whether something changed.

    Raises PermissionDenied, EventsError without a reason and for a date that is not closed, SeatsError.
    """
    _check(workshop, actor)
    if not reason.strip():
        raise EventsError("Bitte nennen Sie den Grund. Er steht in der Stundenbuchung und auf der Prüfseite.")
    row_of = {row.date_id: row for row in dates_of(workshop, booking.place)}
    if any(key not in row_of or not row_of[key].is_closed for key in values):
        raise EventsError("Berichtigen lässt sich nur ein Termin, der abgeschlossen ist.")
    _locked_booking(booking.pk)
    before = _said(booking)
    for key, (extent, minutes) in values.items():
        note_attendance(
            booking, date=row_of[key].date, extent=extent, minutes=minutes, reason=reason.strip(), actor=actor
        )
    if _said(booking) == before:
        return False
    log_booking("attendance_corrected", booking, actor=actor, why=reason.strip()[:300])
    _finish_booking(booking.pk, workshop, reason=reason.strip()[:300], actor=actor)
    return True


def _said(booking: Booking) -> list[tuple]:
    rows = Attendance.objects.filter(booking=booking).order_by("date")
    return list(rows.values_list("date", "extent", "minutes"))


def open_since(workshop: Workshop) -> day_type | None:
    """The day on which the earliest date ended that is over and not closed, None if there is none. One query."""
    rows = WorkshopDate.objects.filter(
        workshop=workshop, closed_at__isnull=True, place__isnull=False, date__ends_at__lte=timezone.now()
    ).exclude(date__state="cancelled")
    ended = rows.order_by("date__ends_at").values_list("date__ends_at", flat=True).first()
    return timezone.localdate(ended) if ended is not None else None
