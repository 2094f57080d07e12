"""Who takes part in dates, for the kinds of dates that features register."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import QuerySet

from netzwerk.calendar.models import Date
from netzwerk.seats.models import Booking
from netzwerk.surfaces import registry
from netzwerk.surfaces.registry import Recipient


def dates_with_seat(person: Any) -> QuerySet:
    """Primary keys of the dates for which this person has a seat, for a subquery."""
    own = Booking.objects.filter(person_id=person.pk).confirmed()
    return Date.places.through.objects.filter(place__in=own.values("place")).order_by().values("date")


def holders_of(keys: Sequence[int]) -> Iterator[tuple[int, Recipient]]:
    """Everybody with a seat, with the key of the date. Two queries."""
    pairs = Date.places.through.objects.filter(date__in=list(keys)).values_list("date", "place")
    by_place: dict[int, list[int]] = {}
    for date, place in pairs:
        by_place.setdefault(place, []).append(date)
    confirmed = Booking.objects.filter(place__in=list(by_place)).confirmed()
    for booking in confirmed.select_related("person", "place").order_by("pk"):
        recipient = recipient_of(booking)
        for date in by_place[booking.place_id] if recipient.email else ():
            yield date, recipient


def recipient_of(booking: Booking) -> Recipient:
    kind = registry.place_kinds.get(booking.place.kind)
    path = kind.booking_url(booking) if kind is not None else ""
    return Recipient(booking.holder_name, booking.holder_email, booking.person, path=path)
