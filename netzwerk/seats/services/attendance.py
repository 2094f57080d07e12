"""Who was there: check-in at the door, exceptions, late corrections with a reason."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from netzwerk.calendar.models import Date
from netzwerk.seats.access import can_manage_place
from netzwerk.seats.errors import SeatsError
from netzwerk.seats.models import Attendance, Booking
from netzwerk.seats.services.log import log_action


@transaction.atomic
def check_in(booking: Booking, *, date: Date, actor: Any) -> Attendance:
    """Somebody has come. Called again, it changes nothing. Raises PermissionDenied, SeatsError without a seat."""
    row = _locked(booking, date, actor)
    known = Attendance.objects.filter(booking=row, date=date).first()
    if known is not None and known.was_there:
        return known
    now = timezone.now()
    values = {
        "extent": Attendance.Extent.WHOLE,
        "minutes": None,
        "checked_in_at": now,
        "noted_by": actor,
        "noted_at": now,
    }
    return Attendance.objects.update_or_create(booking=row, date=date, defaults=values)[0]


@transaction.atomic
def undo_check_in(booking: Booking, *, date: Date, actor: Any) -> None:
    """The second tap at the door: nothing is said any more. Raises PermissionDenied."""
    row = _locked(booking, date, actor)
    Attendance.objects.filter(booking=row, date=date).delete()


@transaction.atomic
def note_attendance(
    booking: Booking, *, date: Date, extent: str, actor: Any, minutes: int | None = None, reason: str = ""
) -> Attendance:
    """Note how long somebody was there. Whether a reason is needed, the feature decides that credits the hours.

    Raises PermissionDenied, SeatsError.
    """
    row = _locked(booking, date, actor)
    kind = Attendance.Extent(extent)
    if kind == Attendance.Extent.MINUTES and not minutes:
        raise SeatsError("Wie viele Minuten war die Person da? Bitte geben Sie eine Zahl an.")
    known = Attendance.objects.filter(booking=row, date=date).first() or Attendance(booking=row, date=date)
    said = minutes if kind == Attendance.Extent.MINUTES else None
    if known.pk is not None and (known.extent, known.minutes) == (kind, said):
        return known
    known.extent, known.minutes, known.reason = kind, said, reason.strip()[:300]
    known.noted_by, known.noted_at = actor, timezone.now()
    known.full_clean(exclude=["booking", "date", "noted_by"])
    known.save()
    log_action("attendance_noted", row, actor=actor, date=date.pk, extent=str(kind), why=known.reason)
    return known


def _locked(booking: Booking, date: Date, actor: Any) -> Booking:
    if not can_manage_place(actor, booking.place):
        raise PermissionDenied
    row = Booking.objects.select_for_update(of=("self",), no_key=True).select_related("place").get(pk=booking.pk)
    if not row.has_seat:
        raise SeatsError(f"Diese Person hat keinen Platz: {row.get_state_display()}.")
    if not row.place.dates.filter(pk=date.pk).exists():
        raise SeatsError("Dieser Termin gehört nicht zu der Veranstaltung.")
    return row
