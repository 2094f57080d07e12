"""What the box of a workshop's page says. A first, simple version without the states of one's own booking."""

from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from netzwerk.calendar import words as date_words
from netzwerk.seats import words as seat_words
from netzwerk.seats.models import Place
from workshops.events.models import Workshop

BUTTON, QUEUE = "Zum Workshop anmelden", "Auf die Warteliste setzen"


def box_of(workshop: Workshop) -> dict[str, Any]:
    rows = list(workshop.dates.select_related("date", "place").prefetch_related("place__formats__pools"))
    if workshop.is_cancelled:
        return {"heading": "Der Workshop findet nicht statt", "text": workshop.reason, "is_quiet": True}
    coming = [row for row in rows if not row.date.is_past and not row.date.is_cancelled]
    if rows and not coming:
        last = max(rows, key=lambda row: row.date.ends_at)
        return {"heading": f"Hat am {date_words.long_date(last.date.start_day)} stattgefunden", "is_quiet": True}
    places = {row.place.pk: row.place for row in coming if row.place is not None}
    now = timezone.now()
    entries = []
    for key, place in places.items():
        dates = [row.date for row in coming if row.place_id == key]
        seats, waiting = _free(place)
        takes = place.takes_bookings(now)
        has_free = bool(seats) and not waiting
        if not takes:
            text = "Anmelden ist nicht mehr möglich." if place.is_open else "Die Anmeldung ist noch nicht geöffnet."
        elif has_free:
            text = f"Noch {seat_words.seats(seats)} frei"
        else:
            text = f"Ausgebucht, {waiting} auf der Warteliste" if place.has_waiting_list else "Ausgebucht"
        can_go_on = takes and (has_free or place.has_waiting_list)
        entries.append(
            {
                "when": date_words.when(dates[0]),
                "words": text,
                "details": "",
                "url": _url(place) if can_go_on else "",
                "button": BUTTON if has_free else QUEUE,
            }
        )
    first = next(iter(places.values()), None)
    return {
        "heading": entries[0]["words"] if len(entries) == 1 else "Anmeldung" if entries else "Noch ohne Termin",
        "places": entries,
        "books_until": seat_words.moment(first.books_until) if len(places) == 1 else "",
        "cancels_until": seat_words.moment(first.cancels_until) if len(places) == 1 else "",
        "dates": [row.date for row in coming[:4]] if workshop.is_shown else [],
    }


def _free(place: Place) -> tuple[int, int]:
    """Seats that are free for everybody, and how many wait. Reads what is prefetched."""
    formats = list(place.formats.all())
    free = sum(pool.free for one in formats for pool in one.pools.all() if pool.is_rest)
    return free, sum(one.waiting for one in formats)


def _url(place: Place) -> str:
    try:
        return reverse("bookings:start", args=[place.pk])
    except NoReverseMatch:
        return ""
