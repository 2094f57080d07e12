"""At the door: who has come, by list or by code. Nothing changes any more once the date is closed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.core.exceptions import PermissionDenied
from django.db import transaction

from netzwerk.seats.models import Attendance, Booking, Format
from netzwerk.seats.services import attendance
from netzwerk.seats.services.booking import Guest
from netzwerk.texts.cleaning import without_invisible
from netzwerk.texts.folding import fold
from workshops.events.access import can_manage
from workshops.events.errors import EventsError
from workshops.events.models import WorkshopDate
from workshops.events.services.registrations import name_in_lists
from workshops.events.services.seats import add_by_hand, lock_workshop

SALT = "events.check-in"
CLOSED = "Der Termin ist abgeschlossen. Berichtigen Sie die Anwesenheit unter „Abschluss“."


@dataclass(frozen=True)
class Guestbook:
    """Those with a seat on this date, by name, and who of them has come."""

    lines: list["Line"]

    @property
    def here(self) -> int:
        return sum(line.is_here for line in self.lines)

    @property
    def missing(self) -> int:
        return len(self.lines) - self.here


@dataclass(frozen=True)
class Line:
    booking: Booking
    attendance: Attendance | None

    @property
    def name(self) -> str:
        return name_in_lists(self.booking)

    @property
    def from_where(self) -> str:
        return self.booking.from_where or ("Gast" if self.booking.is_guest else "")

    @property
    def is_here(self) -> bool:
        return self.attendance is not None and self.attendance.was_there

    @property
    def says_not(self) -> bool:
        """Somebody has noted that the person does not come."""
        return self.attendance is not None and not self.attendance.was_there


def guestbook(row: WorkshopDate) -> Guestbook:
    """Two queries."""
    bookings = (
        Booking.objects.filter(place=row.place_id).confirmed().select_related("person", "organisation", "format")
    )
    known = {one.booking_id: one for one in Attendance.objects.filter(date=row.date_id, booking__in=bookings)}
    lines = [Line(one, known.get(one.pk)) for one in bookings]
    return Guestbook(sorted(lines, key=lambda line: (fold(line.name), line.booking.pk)))


def let_in(row: WorkshopDate, booking: Booking, *, actor: Any) -> Attendance:
    """Raises PermissionDenied, EventsError for a closed date, SeatsError without a seat."""
    return _while_open(row, actor, lambda: attendance.check_in(booking, date=row.date, actor=actor))


def take_back(row: WorkshopDate, booking: Booking, *, actor: Any) -> None:
    """Nothing is said about this person any more. Raises as `let_in`."""
    _while_open(row, actor, lambda: attendance.undo_check_in(booking, date=row.date, actor=actor))


@transaction.atomic
def let_in_without_booking(row: WorkshopDate, *, guest: Guest, format: Format, one_more: bool, actor: Any) -> Booking:
    """Somebody comes who has not booked: a seat by hand, and they are here. Raises as `let_in`, and ValidationError."""
    lock_workshop(row.workshop)
    check_open(row, actor)
    if row.place is None:
        raise EventsError("Für diesen Termin gibt es noch keine Plätze.")
    booking = add_by_hand(row.workshop, row.place, actor=actor, format=format, guest=guest, one_more=one_more)
    attendance.check_in(booking, date=row.date, actor=actor)
    return booking


@transaction.atomic
def _while_open(row: WorkshopDate, actor: Any, act: Callable[[], Any]) -> Any:
    check_open(row, actor)
    return act()


def check_open(row: WorkshopDate, actor: Any) -> WorkshopDate:
    """Lock the row of the date, so that it is not closed meanwhile. Raises PermissionDenied, EventsError."""
    if not can_manage(actor, row.workshop):
        raise PermissionDenied
    locked = WorkshopDate.objects.select_for_update(of=("self",), no_key=True).select_related("date").get(pk=row.pk)
    if locked.is_closed:
        raise EventsError(CLOSED)
    if locked.date.is_cancelled:
        raise EventsError("Dieser Termin fällt aus.")
    return locked


def check_in_code(booking: Booking) -> str:
    """What the code on the page of a booking says: signed, so that nothing is stored. It opens nothing to its holder;
    organisers of the workshop check in with it."""
    return signing.Signer(salt=SALT, sep=".").sign(str(booking.pk))


def read_check_in_code(code: str) -> int | None:
    """The key of the booking, or None for an invalid code."""
    try:
        value = signing.Signer(salt=SALT, sep=".").unsign(without_invisible(code))
    except signing.BadSignature:
        return None
    return int(value) if value.isdecimal() and len(value) < 16 else None
