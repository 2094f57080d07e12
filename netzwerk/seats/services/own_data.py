"""Data about a person in this app: bookings, attendance, wishes."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from netzwerk.seats.models import Attendance, Booking, BookingWish
from netzwerk.seats.queue import locked
from netzwerk.seats.services.leaving import free_seat
from netzwerk.seats.services.promotion import fill
from netzwerk.surfaces.registry import OwnData

Record = dict[str, Any]


def _bookings(user: Any) -> list[Record]:
    rows = Booking.objects.filter(person=user).select_related("place", "format", "organisation")
    attendances: dict[int, list[str]] = {}
    for row in Attendance.objects.filter(booking__person=user).select_related("date"):
        attendances.setdefault(row.booking_id, []).append(f"{row.date}: {row.get_extent_display()}")
    return [
        {
            "Veranstaltung": row.place.title,
            "Form": row.format.get_key_display(),
            "für Organisation": row.from_where,
            "Stand": row.get_state_display(),
            "seit": timezone.localtime(row.created_at),
            "andere Teilnehmende sehen den Namen": row.shows_name,
            "Grund": row.reason,
            "Anwesenheit": attendances.get(row.pk, []),
        }
        for row in rows
    ]


def _erase_bookings(user: Any) -> None:
    """Seats that are not over yet go to the waiting list. Past ones are deleted, as the hours and certificates prove them."""
    for booking in Booking.objects.filter(person=user).live().select_related("place").order_by("place"):
        _give_up(booking)
    Booking.objects.filter(person=user).delete()
    Booking.objects.filter(booked_by=user).update(booked_by=None)
    Attendance.objects.filter(noted_by=user).update(noted_by=None)


@transaction.atomic
def _give_up(booking: Booking) -> None:
    seats, now = locked(booking.place), timezone.now()
    row = Booking.objects.get(pk=booking.pk)
    if not row.is_live:
        return
    free_seat(seats, row, now)
    row.delete()
    fill(seats, now, cause="eine Absage")


def _wish(user: Any) -> list[Record]:
    rows = BookingWish.objects.filter(person=user)
    return [{"darf von der Koordination angemeldet werden": row.by_colleagues} for row in rows]


PARTS = (
    OwnData(
        "bookings",
        60,
        "Anmeldungen und Anwesenheit",
        _bookings,
        _erase_bookings,
        goes="Anmeldungen und Anwesenheit; freie Plätze gehen an die Warteliste",
        models=("seats.Booking", "seats.Attendance", "seats.Letter"),
    ),
    OwnData(
        "booking-wish",
        61,
        "Wunsch zu Anmeldungen",
        _wish,
        lambda user: BookingWish.objects.filter(person=user).delete() and None,
        goes="Ihr Wunsch, wer Sie anmelden darf",
        models=("seats.BookingWish",),
    ),
)
