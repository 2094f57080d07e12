"""Seats and allotments at the desk: previewed, reviewed, saved."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from netzwerk.members.models import Organisation
from netzwerk.members.roles import MEMBER, ORGANISER
from netzwerk.seats.models import Booking, Pool
from tests.factories.organisations import organisation
from tests.factories.places import booked, rest_of
from tests.factories.workshops import place_of, published
from tests.workshops.desk import address, member, text_of
from workshops.events.services.places import sync_places

pytestmark = pytest.mark.django_db


@pytest.fixture
def organiser(person):
    return person(ORGANISER)


@pytest.fixture
def workshop(organiser):
    return published(organiser, seats_in_person=3)


@pytest.fixture
def client(organiser, login) -> Client:
    return login(organiser)


def in_days(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def test_another_number_is_previewed_before_it_is_saved(client, workshop) -> None:
    waiting = [booked(place_of(workshop), member()) for _one in range(5)][3:]
    rest = rest_of(place_of(workshop))
    path = address("capacity", workshop, rest.pk)
    assert client.post(path, {"seats": "2"}).status_code == 422, "three are taken"
    assert client.post(path, {"seats": "viele"}).status_code == 422
    text = client.post(path, {"seats": "4"}).content.decode()
    assert "Das würde geschehen" in text and "1 Person rückt nach" in text
    assert rest_of(place_of(workshop)).capacity == 3
    assert client.post(path, {"seats": "4", "sure": "1"}).status_code == 302
    states = [Booking.objects.get(pk=one.pk).state for one in waiting]
    assert states == ["confirmed", "waiting"]
    workshop.refresh_from_db()
    assert workshop.seats_in_person == 4


def test_an_allotment_is_reviewed_added_and_released(client, workshop) -> None:
    house = organisation(name="Kreis Auenrode")
    path = address("allotment", workshop)
    data = {"organisations": house.pk, "organisations-shown-for": "", "seats": "2", "release_on": in_days(20)}
    assert "Kreis Auenrode" in client.post(path, data).content.decode()
    assert not Pool.objects.filter(format__place=place_of(workshop), is_rest=False).exists()
    assert client.post(path, data | {"sure": "1"}).status_code == 302
    pool = Pool.objects.get(format__place=place_of(workshop), is_rest=False)
    assert (pool.capacity, rest_of(place_of(workshop)).capacity) == (2, 1)
    text = text_of(client, address("seats", workshop))
    assert "Kreis Auenrode" in text and "Jetzt freigeben" in text
    assert "offen im Kontingent Kreis Auenrode" in text_of(client, address("bookings", workshop))
    sync_places(workshop, actor=None)
    assert rest_of(place_of(workshop)).capacity == 1, "a change of the workshop adds no seats"
    path = address("release", workshop, pool.pk)
    assert "2 Plätze" in text_of(client, path)
    assert client.post(path).status_code == 302 and client.post(path).status_code == 404
    assert rest_of(place_of(workshop)).capacity == 3
    sync_places(workshop, actor=None)
    assert rest_of(place_of(workshop)).capacity == 3


def test_an_allotment_for_kinds_of_organisation(client, workshop) -> None:
    data = {"kinds": [Organisation.Kind.DISTRICT], "organisations-shown-for": "", "seats": "1", "sure": "1"}
    assert client.post(address("allotment", workshop), data | {"release_on": in_days(20)}).status_code == 302
    pool = Pool.objects.get(format__place=place_of(workshop), is_rest=False)
    assert pool.kinds == ["district"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"kinds": [], "organisations": ""},
        {"seats": "0"},
        {"seats": "4"},
        {"seats": "9" * 30},
        {"release_on": in_days(-1)},
        {"release_on": in_days(200)},
        {"kinds": ["unsinn"]},
        {"organisations": "999999"},
        {"organisations": "' OR 1=1"},
    ],
)
def test_an_impossible_allotment_is_refused_with_a_reason(client, workshop, wrong: dict) -> None:
    right = {"kinds": ["city"], "organisations-shown-for": "", "seats": "1", "release_on": in_days(20), "sure": "1"}
    assert client.post(address("allotment", workshop), right | wrong).status_code == 422
    assert not Pool.objects.filter(format__place=place_of(workshop), is_rest=False).exists()


def test_pools_of_other_workshops_are_missing(client, workshop, person, login) -> None:
    foreign = rest_of(place_of(published()))
    assert client.post(address("capacity", workshop, foreign.pk), {"seats": "9", "sure": "1"}).status_code == 404
    assert client.post(address("release", workshop, foreign.pk)).status_code == 404
    own = rest_of(place_of(workshop))
    assert client.post(address("release", workshop, own.pk)).status_code == 404, "the rest is no allotment"
    assert login(person(MEMBER)).post(address("capacity", workshop, own.pk), {"seats": "9"}).status_code == 404


def test_a_seat_moves_to_an_allotment(client, organiser) -> None:
    workshop = published(organiser, seats_in_person=4)
    house = organisation()
    made = booked(place_of(workshop), member(home=house), organisation=house)
    data = {"organisations": house.pk, "organisations-shown-for": "", "seats": "1", "sure": "1"}
    client.post(address("allotment", workshop), data | {"release_on": in_days(20)})
    pool = Pool.objects.get(format__place=place_of(workshop), is_rest=False)
    path = address("step", workshop, made.pk, "kontingent")
    assert client.post(path, {"pool": rest_of(place_of(published())).pk}).status_code == 422
    assert client.post(path, {"pool": pool.pk}).status_code == 302
    made.refresh_from_db()
    pool.refresh_from_db()
    assert made.pool == pool and (pool.taken, rest_of(place_of(workshop)).taken) == (1, 0)
