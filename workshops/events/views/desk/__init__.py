"""The desk of a workshop's organisers, one module per screen. Whoever may not manage the workshop gets a 404."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from netzwerk.seats.models import Booking, Place
from netzwerk.texts.amounts import since_in_words
from netzwerk.texts.dates import long_date
from netzwerk.texts.fields import MAX_DIGITS
from workshops.events.models import Workshop, WorkshopDate
from workshops.events.services.closing import open_since
from workshops.events.services.registrations import booking_of


def managed_booking(workshop: Workshop, pk: int) -> Booking:
    """A booking of this workshop. Raises Http404."""
    booking = booking_of(workshop, pk)
    if booking is None:
        raise Http404
    return booking


def rows_of(workshop: Workshop) -> list[WorkshopDate]:
    """Its dates with their places, in order. One query."""
    rows = list(workshop.dates.select_related("date__venue", "place").order_by("date__starts_at", "pk"))
    for row in rows:
        row.workshop = workshop
    return rows


def places_in(rows: list[WorkshopDate]) -> list[Place]:
    """The places of these dates, each once."""
    return list({row.place_id: row.place for row in rows if row.place is not None}.values())


def one_of(places: list[Place], key: str) -> Place:
    """The place of this key, by default the first. Raises Http404 for a foreign key and without places."""
    if not key and places:
        return places[0]
    for place in places:
        if key == str(place.pk):
            return place
    raise Http404


def as_key(value: str | None) -> int:
    """A key that somebody sent. Raises Http404."""
    if not value or not (value.isascii() and value.isdecimal()) or len(value) > MAX_DIGITS:
        raise Http404
    return int(value)


def label_of(place: Place) -> str:
    """The day of a place, for workshops whose dates are booked singly."""
    return long_date(place.starts_at)


def render_desk(
    request: HttpRequest, template: str, workshop: Workshop, tab: str, *, status: int = 200, **context: Any
) -> HttpResponse:
    """A screen of the desk; `tab` is the key of its tab."""
    rows = context.pop("desk_rows", None) or rows_of(workshop)
    since = open_since(workshop)
    head = {
        "workshop": workshop,
        "tab": tab,
        "desk_rows": rows,
        "closing_open": since_in_words(since, timezone.localdate()) if since else "",
    }
    return render(request, template, head | context, status=status)
