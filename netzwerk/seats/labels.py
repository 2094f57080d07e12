"""What is said about seats in lists of dates, and the filter for free seats. Batches: one or two queries for all dates."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from netzwerk.calendar.models import Date
from netzwerk.seats import words
from netzwerk.seats.availability import Seats, seats_of
from netzwerk.seats.models import Booking, Place, Pool
from netzwerk.surfaces.registry import DateFilter, DateLabel, DateLabels

FREE, WAITING = "frei", "warteliste"


def own_states(user: Any, keys: Sequence[int]) -> Mapping[int, Sequence[DateLabel]]:
    """One's own booking of each date. One query."""
    if not user.is_authenticated:
        return {}
    rows = Booking.objects.filter(person=user, place__dates__in=keys).live().values_list("place__dates", "state")
    wanted = set(keys)
    return {date: [DateLabel(*words.OWN_STATES[Booking.State(state)])] for date, state in rows if date in wanted}


def free_seats(user: Any, keys: Sequence[int]) -> Mapping[int, Sequence[DateLabel]]:
    """How many seats are free for everybody, for dates that one can book now. Two queries, three with allotments."""
    pairs = Date.places.through.objects.filter(date__in=keys, place__in=_bookable()).select_related("place")
    places = {pair.date_id: pair.place for pair in pairs}
    found = seats_of(places.values()) if places else {}
    return {date: [_label(place, found[place.pk])] for date, place in places.items()}


def _label(place: Place, formats: Sequence[Seats]) -> DateLabel:
    if free := sum(one.free_for_all for one in formats):
        return DateLabel(*words.still_free(free))
    return DateLabel("Warteliste" if place.has_waiting_list else "ausgebucht", "soon")


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
