"""Random orders of changes against a model that is simple enough to be right by reading it."""

from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from netzwerk.members.roles import MEMBER
from netzwerk.members.services.memberships import join_organisation
from netzwerk.seats.errors import SeatsError
from netzwerk.seats.models import Booking, Pool
from netzwerk.seats.services import leaving, pools, promotion
from netzwerk.seats.services.audit import audit
from netzwerk.seats.services.booking import Wishes, book
from tests.conftest import rounds
from tests.factories.organisations import organisation
from tests.factories.people import PersonFactory
from tests.factories.places import format_of, place, rest_of, soon

PEOPLE = 7
HOUSE = (0, 1, 2)  # these belong to the organisation that has an allotment


@dataclass
class Model:
    """Two numbers of seats, who sits where, who waits: all by scanning lists."""

    rest: int
    allotted: int
    is_released: bool = False
    seated: dict[int, str] = field(default_factory=dict)  # person: "rest" or "allotted"
    offered: set[int] = field(default_factory=set)
    queue: list[int] = field(default_factory=list)
    asks_first: set[int] = field(default_factory=set)

    def free(self, pool: str) -> int:
        size = self.rest if pool == "rest" else self.allotted
        return size - sum(1 for one in self.seated.values() if one == pool)

    def pools_for(self, person: int) -> list[str]:
        return ["allotted", "rest"] if person in HOUSE and not self.is_released else ["rest"]

    def book(self, person: int, *, asks_first: bool) -> None:
        for pool in self.pools_for(person):
            if self.free(pool) and not any(pool in self.pools_for(one) for one in self.queue):
                self.seated[person] = pool
                return
        self.queue.append(person)
        (self.asks_first.add if asks_first else self.asks_first.discard)(person)

    def leave(self, person: int) -> None:
        self._leave(person)
        self.fill()

    def _leave(self, person: int) -> None:
        if person in self.queue:
            self.queue.remove(person)
        elif self.seated.pop(person) == "allotted" and self.is_released:
            self.allotted, self.rest = self.allotted - 1, self.rest + 1
        self.offered.discard(person)

    def fill(self) -> None:
        for person in list(self.queue):
            pool = next((one for one in self.pools_for(person) if self.free(one)), None)
            if pool is not None:
                self.queue.remove(person)
                self.seated[person] = pool
                if person in self.asks_first:
                    self.offered.add(person)

    def release(self) -> None:
        if not self.is_released:
            free = self.free("allotted")
            self.is_released, self.allotted, self.rest = True, self.allotted - free, self.rest + free
            self.fill()

    def resize(self, rest: int) -> bool:
        if rest < sum(1 for one in self.seated.values() if one == "rest"):
            return False
        self.rest = rest
        self.fill()
        return True

    def expire(self) -> None:
        for person in list(self.offered):
            self._leave(person)
        self.fill()

    def hand_over(self, person: int, to: int) -> None:
        if to in self.queue:
            self.queue.remove(to)
        self.seated[to] = self.seated.pop(person)


person_number = st.integers(0, PEOPLE - 1)
step = st.one_of(
    st.tuples(st.just("book"), person_number, st.booleans()),
    st.tuples(st.just("leave"), person_number),
    st.tuples(st.just("accept"), person_number),
    st.tuples(st.just("resize"), st.integers(0, 5)),
    st.tuples(st.just("hand_over"), st.sampled_from(HOUSE), st.sampled_from(HOUSE)),
    st.tuples(st.just("release")),
    st.tuples(st.just("expire")),
)


class Reality:
    """The same changes by the services."""

    def __init__(self, offers, users, house) -> None:
        self.manager, self.users, self.house = offers.manager, users, house
        self.offer = place(seats=3, days=2_000)
        self.clock = timezone.now()  # of those who expire offers: each time later than any answer was due
        self.pool = pools.add_allotment(
            format_of(self.offer), organisations=[house], seats=1, release_at=soon(9), actor=self.manager
        )

    def live(self, person: int) -> Booking | None:
        return Booking.objects.filter(place=self.offer, person=self.users[person]).live().first()

    def book(self, person: int, *, asks_first: bool) -> None:
        book(
            self.offer,
            actor=self.users[person],
            person=self.users[person],
            format=format_of(self.offer),
            organisation=self.house if person in HOUSE else None,
            wishes=Wishes(promote_at_once=not asks_first),
        )

    def seated(self) -> dict[int, str]:
        rows = Booking.objects.filter(place=self.offer).holding().select_related("pool")
        numbers = {user.pk: number for number, user in enumerate(self.users)}
        return {numbers[row.person_id]: "rest" if row.pool.is_rest else "allotted" for row in rows}

    def queue(self) -> list[int]:
        numbers = {user.pk: number for number, user in enumerate(self.users)}
        return [numbers[row.person_id] for row in Booking.objects.filter(place=self.offer).waiting()]


def apply(step: tuple, model: Model, real: Reality) -> None:
    name, *rest = step
    if name == "book":
        person, asks_first = rest
        if real.live(person) is None:
            model.book(person, asks_first=asks_first)
            real.book(person, asks_first=asks_first)
    elif name == "leave":
        if booking := real.live(rest[0]):
            model.leave(rest[0])
            leaving.cancel(booking, actor=booking.person)
    elif name == "accept":
        booking = real.live(rest[0])
        if booking is not None and booking.state == Booking.State.OFFERED:
            model.offered.discard(rest[0])
            leaving.accept_offer(booking, actor=booking.person)
    elif name == "resize":
        pool = Pool.objects.select_related("format__place").get(pk=rest_of(real.offer).pk)
        if model.resize(rest[0]):
            pools.change_capacity(pool, seats=rest[0], actor=real.manager)
        else:
            with pytest.raises(SeatsError):
                pools.change_capacity(pool, seats=rest[0], actor=real.manager)
    elif name == "hand_over":
        giver, taker = (real.live(one) for one in rest)
        if giver is not None and giver.has_seat and (taker is None or not taker.is_holding):
            model.hand_over(*rest)
            leaving.hand_over(giver, person=real.users[rest[1]], actor=giver.person)
    elif name == "release":
        model.release()
        pools.release_allotment(real.pool, actor=None)
    else:
        model.expire()
        real.clock += timedelta(days=15)
        promotion.expire_offers(real.clock)


@pytest.mark.soak
@pytest.mark.django_db
def test_any_order_of_changes_agrees_with_the_model(offers) -> None:
    offers.manager = PersonFactory.with_role(MEMBER)
    house = organisation()
    users = [PersonFactory(password=None) for _ in range(PEOPLE)]
    for number in HOUSE:
        join_organisation(users[number], house, actor=None)

    @settings(
        max_examples=rounds(25),
        deadline=None,
        derandomize=True,
        database=None,
        phases=(Phase.generate,),  # shrinking a failure would take minutes
        suppress_health_check=list(HealthCheck),
    )
    @given(
        st.lists(st.tuples(st.just("book"), person_number, st.booleans()), min_size=8, max_size=8),
        st.lists(step, min_size=15, max_size=40),
    )
    def agrees(first: list[tuple], then: list[tuple]) -> None:
        with transaction.atomic():
            real, model = Reality(offers, users, house), Model(rest=2, allotted=1)
            for one in (*first, *then):
                apply(one, model, real)
                assert real.seated() == model.seated, one
                assert real.queue() == model.queue, one
                assert audit() == [], one
            transaction.set_rollback(True)

    agrees()
