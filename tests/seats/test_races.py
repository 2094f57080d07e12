"""Many at once for few seats: never oversold, no idle seat, nobody twice, nobody overtaken."""

import random
import threading
from collections import Counter

import pytest
from django.db import IntegrityError

from netzwerk.members.models import User
from netzwerk.members.roles import MEMBER
from netzwerk.members.services.memberships import join_organisation
from netzwerk.seats import queue
from netzwerk.seats.models import Booking, Place, Pool
from netzwerk.seats.services import booking as booking_services
from netzwerk.seats.services import leaving, pools, promotion
from netzwerk.seats.services.audit import audit
from netzwerk.seats.services.booking import book
from tests.conftest import rounds
from tests.factories.organisations import organisation
from tests.factories.people import PersonFactory
from tests.factories.places import ONLINE, Offers, booked, format_of, place, soon
from tests.racing import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.soak]
SEED = 20_262
State = Booking.State


def people(number: int, home=None) -> list[User]:
    """Accounts that nobody logs in to."""
    made = [PersonFactory(password=None) for _ in range(number)]
    for one in made if home is not None else ():
        join_organisation(one, home, actor=None)
    return made


def all_book(offer: Place, users: list[User], house=None) -> list[BaseException]:
    format = format_of(offer)
    return at_once(
        *(
            lambda user=user: book(
                Place.objects.get(pk=offer.pk), actor=user, person=user, format=format, organisation=house
            )
            for user in users
        )
    )


@pytest.mark.parametrize("seats", [1, 5, 30])
def test_fifty_at_once_for_few_seats(seats: int) -> None:
    offer = place(seats=seats)
    assert all_book(offer, people(50)) == []
    assert Counter(Booking.objects.values_list("state", flat=True)) == {
        State.CONFIRMED: seats,
        State.WAITING: 50 - seats,
    }
    numbers = sorted(Booking.objects.waiting().values_list("queue_number", flat=True))
    assert numbers == list(range(1, 51 - seats)) and audit() == []


def test_fifty_at_once_for_an_allotment_and_the_rest(offers: Offers) -> None:
    offers.manager = PersonFactory.with_role(MEMBER)
    house = organisation()
    offer = place(seats=10)
    pools.add_allotment(format_of(offer), organisations=[house], seats=6, release_at=soon(9), actor=offers.manager)
    inside, outside = people(25, house), people(25)
    format = format_of(offer)

    def one(user, organisation) -> None:
        book(Place.objects.get(pk=offer.pk), actor=user, person=user, format=format, organisation=organisation)

    acts = [lambda user=user: one(user, house) for user in inside] + [
        lambda user=user: one(user, None) for user in outside
    ]
    random.Random(SEED).shuffle(acts)  # noqa: S311 a seed that repeats
    assert at_once(*acts) == []
    assert Booking.objects.confirmed().count() == 10
    assert Booking.objects.confirmed().filter(pool__is_rest=False, organisation=house).count() == 6
    assert not Booking.objects.confirmed().filter(pool__is_rest=False).exclude(organisation=house).exists()
    assert audit() == []


def test_one_person_twenty_times_at_once_gets_one_seat() -> None:
    offer, (user,) = place(seats=5), people(1)
    raised = all_book(offer, [user] * 20)
    assert len(raised) == 19 and all("schon eine Anmeldung" in str(one) for one in raised)
    assert Booking.objects.count() == 1 and audit() == []


@pytest.mark.parametrize("number", range(rounds(3)))
def test_book_cancel_switch_resize_and_expire_at_once(number: int, offers: Offers) -> None:
    chance = random.Random(SEED + number)  # noqa: S311 a seed that repeats
    offers.manager = manager = PersonFactory.with_role(MEMBER)
    offer = place(seats=4, online=2)
    first = [booked(offer, user) for user in people(8)]
    pool = Pool.objects.select_related("format__place").get(format=format_of(offer))
    acts = [lambda one=one: leaving.cancel(Booking.objects.get(pk=one.pk), actor=one.person) for one in first[:3]]
    acts += [
        lambda user=user: book(Place.objects.get(pk=offer.pk), actor=user, person=user, format=format_of(offer))
        for user in people(6)
    ]
    acts.append(
        lambda: leaving.switch_format(
            Booking.objects.get(pk=first[3].pk), format=format_of(offer, ONLINE), actor=first[3].person
        )
    )
    acts.append(lambda: pools.change_capacity(pool, seats=6, actor=manager))
    acts.append(lambda: promotion.expire_offers(soon(10)))
    chance.shuffle(acts)
    assert at_once(*acts) == []
    assert audit() == []
    assert Booking.objects.holding().filter(format__key="in_person").count() == 6
    live = Booking.objects.live().values_list("person", flat=True)
    assert len(live) == len(set(live))


@pytest.mark.postgres
def test_without_the_lock_the_constraint_refuses_to_oversell(monkeypatch) -> None:
    """The control: SQLite has one writer at a time anyway."""

    def unlocked(place: Place) -> queue.LockedSeats:
        seats = queue.LockedSeats(
            Place.objects.get(pk=place.pk), Pool.objects.filter(format__place=place).select_related("format")
        )
        barrier.wait()  # until all have read the same counts
        return seats

    barrier = threading.Barrier(6, timeout=20)
    monkeypatch.setattr(booking_services, "locked", unlocked)
    raised = all_book(place(seats=1), people(6))
    assert raised and all(isinstance(one, IntegrityError) for one in raised)
    assert "seats_pool_not_oversold" in str(raised[0])
    assert Booking.objects.confirmed().count() == 1
