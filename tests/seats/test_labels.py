"""What lists of dates say about seats is what the page says."""

import pytest
from django.contrib.auth.models import AnonymousUser

from netzwerk.calendar.models import Date
from netzwerk.seats.labels import FREE, WAITING, free_seats, narrow, own_states
from netzwerk.seats.models import Place
from tests.factories.places import ONLINE, booked, place

pytestmark = pytest.mark.django_db


def said(offer: Place) -> str:
    key = offer.dates.get().pk
    (label,) = free_seats(AnonymousUser(), [key])[key]
    return label.words.replace("\N{NO-BREAK SPACE}", " ")


def filtered(offer: Place, value: str) -> bool:
    return narrow(Date.objects.all(), [value], AnonymousUser()).filter(places=offer).exists()


def test_a_full_format_with_a_waiting_list_hides_no_free_seats_of_the_other() -> None:
    offer = place(seats=1, online=3)
    assert said(offer) == "noch 4 Plätze"
    first, second = booked(offer), booked(offer)
    assert said(offer) == "noch 3 Plätze" and filtered(offer, FREE) and not filtered(offer, WAITING)
    for _ in range(3):
        booked(offer, key=ONLINE)
    assert said(offer) == "Warteliste" and filtered(offer, WAITING) and not filtered(offer, FREE)
    key = offer.dates.get().pk
    assert [own_states(one.person, [key])[key][0].words for one in (first, second)] == [
        "angemeldet",
        "auf der Warteliste",
    ]


def test_without_a_waiting_list_it_says_so_and_closed_places_say_nothing() -> None:
    full = place(seats=1, has_waiting_list=False)
    booked(full)
    assert said(full) == "ausgebucht"
    closed = place(is_open=False)
    assert free_seats(AnonymousUser(), [closed.dates.get().pk]) == {}
