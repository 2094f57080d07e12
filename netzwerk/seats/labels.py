"""What is said about seats in lists of dates, and the filter for free seats. Batches: one or two queries for all dates."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import F, Q, QuerySet, Sum
from django.utils import timezone

from netzwerk.calendar.models import Date
from netzwerk.seats import words
from netzwerk.seats.models import Booking, Place, Pool
from netzwerk.surfaces.registry import DateFilter, DateLabel, DateLabels

FREE, WAITING = "frei", "warteliste"
OWN = {
    Booking.State.CONFIRMED: DateLabel("angemeldet", "own"),
    Booking.State.OFFERED: DateLabel("Platz für Sie frei, bitte antworten", "soon"),
    Booking.State.REQUESTED: DateLabel("Anfrage läuft, noch kein Platz", "soon"),
    Booking.State.RELEASE: DateLabel("wartet auf Freigabe, noch kein Platz", "soon"),
}
FEW = 5


def own_states(user: Any, keys: Sequence[int]) -> Mapping[int, Sequence[DateLabel]]:
    """One's own booking of each date. One query."""
    if not user.is_authenticated:
        return {}
    rows = Booking.objects.filter(person=user, place__dates__in=keys).live().values_list("place__dates", "state")
    wanted = set(keys)
    return {
        date: [OWN.get(Booking.State(state), DateLabel("auf der Warteliste", "soon"))]
        for date, state in rows
        if date in wanted
    }


def free_seats(user: Any, keys: Sequence[int]) -> Mapping[int, Sequence[DateLabel]]:
    """How many seats are free for everybody, for dates that one can book now. Two queries."""
    places = {row["pk"]: row for row in _bookable().filter(dates__in=keys).distinct().values("pk", "has_waiting_list")}
    if not places:
        return {}
    pairs = Date.places.through.objects.filter(date__in=keys, place__in=list(places)).values_list("date", "place")
    counts = Pool.objects.filter(format__place__in=list(places)).values("format__place")
    found = {
        row["format__place"]: row
        for row in counts.annotate(
            free=Sum(F("capacity") - F("taken"), filter=Q(is_rest=True)),
            waiting=Sum("format__waiting", filter=Q(is_rest=True)),
        )
    }
    return {date: [_label(found[place], places[place]["has_waiting_list"])] for date, place in pairs if place in found}


def _label(row: Mapping[str, int], has_waiting_list: bool) -> DateLabel:
    free = row["free"] or 0
    if free and not row["waiting"]:
        return DateLabel(f"noch {words.seats(free)}", "soon" if free <= FEW else "good")
    return DateLabel("Warteliste" if has_waiting_list else "ausgebucht", "soon")


def _bookable() -> QuerySet:
    now = timezone.now()
    return Place.objects.filter(is_open=True, cancelled_at=None, books_until__gt=now)


def narrow(dates: QuerySet, values: Sequence[str], _user: Any) -> QuerySet:
    """Dates with free seats for everybody, or with a waiting list only."""
    free = Pool.objects.filter(is_rest=True, capacity__gt=F("taken"), format__waiting=0).values("format__place")
    bookable = _bookable()
    condition = Q(pk__in=[])
    if FREE in values:
        condition |= Q(places__in=bookable.filter(pk__in=free))
    if WAITING in values:
        condition |= Q(places__in=bookable.filter(has_waiting_list=True).exclude(pk__in=free))
    return dates.filter(pk__in=Date.objects.filter(condition).values("pk"))


OWN_LABELS = DateLabels("own-seats", 10, own_states)
SEAT_LABELS = DateLabels("free-seats", 30, free_seats)
FILTER = DateFilter("plaetze", 10, "Plätze", ((FREE, "freie Plätze"), (WAITING, "Warteliste")), narrow)
