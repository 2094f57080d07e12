"""People with their memberships, roles and groups."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product
from random import Random

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from netzwerk.members.demo.history import day, moment
from netzwerk.members.demo.people_names import names
from netzwerk.members.demo.personas import HOME, person_of
from netzwerk.members.models import Membership, Organisation, PilotSite, RoleGrant, User
from netzwerk.members.roles import (
    CASEWORKER,
    COORDINATOR,
    EDITOR,
    GROUP_CHAIR,
    MEMBER,
    OFFICE,
    ORGANISER,
    TEAM_LEAD,
    TRAINER,
    Role,
)
from netzwerk.vocabulary.models import Term
from tests.bench.generated.randomness import seeded_random

AT_HOME = 120  # people in the organisation of the demo's coordinator, a large city
WEIGHTS = {"city": 4, "district": 4, "welfare": 2}
FUNCTIONS = ("Fallmanagement", "Leistungsgewährung", "Leitung Soziales", "Sozialplanung", "Beratung", "Empfang")
OPEN, LOCKED, MOVED = 0.3, 0.03, 0.05  # shares of all people
OF_THE_NETWORK = ((TRAINER, 60), (ORGANISER, 60), (GROUP_CHAIR, 400), (EDITOR, 20), (OFFICE, 12))
AT_A_SITE = (*[CASEWORKER] * 5, TEAM_LEAD)


@dataclass(frozen=True)
class Stay:
    user: User
    home: Organisation
    since: int
    until: int | None = None


def add_people(total: int) -> None:
    chance = seeded_random(3)
    homes = _homes(chance, total - User.objects.count())
    password = make_password(None)
    users = User.objects.bulk_create(
        _user(chance, number, name, password) for number, name in enumerate(islice(_names(), len(homes)))
    )
    stays = [one for user, home in zip(users, homes, strict=True) for one in _stays(chance, user, home, homes)]
    Membership.objects.bulk_create(
        Membership(
            user=one.user,
            organisation=one.home,
            started_on=day(one.since),
            ended_on=None if one.until is None else day(one.until),
            ending="" if one.until is None else Membership.Ending.MOVED,
        )
        for one in stays
    )
    grants = RoleGrant.objects.bulk_create(_grants(chance, stays))
    _add_groups(grants)
    _add_topics(chance, users)


def _names() -> Iterator[tuple[str, str]]:
    known = names()
    for shift, number in product(range(len(known)), range(len(known))):
        yield known[number][0], known[(number + shift) % len(known)][1]


def _homes(chance: Random, wanted: int) -> list[Organisation]:
    """The organisation of each person: one in each, then many in a large city, then by the size of the organisations."""
    places = list(Organisation.objects.active().order_by("pk"))
    home = Organisation.objects.get(slug=HOME)
    weights = [WEIGHTS.get(place.kind, 1) for place in places]
    sure = [*places, *[home] * AT_HOME]
    return [*sure, *chance.choices(places, weights, k=wanted - len(sure))]


def _user(chance: Random, number: int, name: tuple[str, str], password: str) -> User:
    is_open = chance.random() < OPEN
    user = User(
        email=f"person{number}@crowd.example",
        first_name=name[0],
        last_name=name[1],
        function=FUNCTIONS[number % len(FUNCTIONS)],
        phone="0000 123456",
        about="Fragen Sie gern, am liebsten vormittags." if is_open else "",
        profile_open=is_open,
        password=password,
        is_active=number < 3000 or chance.random() >= LOCKED,
        date_joined=moment(chance.randrange(1, 1000), number),
    )
    user.fold_names()
    return user


def _stays(chance: Random, user: User, home: Organisation, others: list[Organisation]) -> Iterator[Stay]:
    since = chance.randrange(1, 900)
    yield Stay(user, home, since)
    if chance.random() < MOVED:
        yield Stay(user, chance.choice(others), since + 400, since)


def _grants(chance: Random, stays: list[Stay]) -> Iterator[RoleGrant]:
    office = person_of("geschaeftsstelle")

    def given(role: Role, one: Stay, **where: object) -> RoleGrant:
        since, until = moment(one.since), None if one.until is None else moment(one.until)
        return RoleGrant(
            user=one.user,
            role=role.key,
            valid_from=since,
            valid_until=until,
            given_by=office,
            given_at=since,
            taken_by=None if until is None else office,
            taken_at=until,
            **where,
        )

    present: dict[int, list[Stay]] = {}
    for one in stays:
        yield given(MEMBER, one, organisation=one.home)
        if one.until is None:
            present.setdefault(one.home.pk, []).append(one)
    for people in present.values():
        for one in people[: 1 + (len(people) > 8)]:
            yield given(COORDINATOR, one, organisation=one.home)
    for site in PilotSite.objects.all():
        for role, one in zip(AT_A_SITE, reversed(present.get(site.organisation_id, [])), strict=False):
            yield given(role, one, site=site)
    for role, number in OF_THE_NETWORK:
        for one in chance.sample(stays, number):
            grant = given(role, one)
            if chance.random() < 0.1:
                grant.valid_until = moment(-chance.randrange(2, 60))
            yield grant


def _add_groups(grants: list[RoleGrant]) -> None:
    """Group memberships, as services.groups.sync_groups would write them."""
    groups = {group.name: group.pk for group in Group.objects.all()}
    held = {(one.user_id, groups[one.definition.label]) for one in grants if one.is_current and one.user.is_active}
    rows = User.groups.through
    rows.objects.bulk_create(rows(user_id=user, group_id=group) for user, group in sorted(held))


def _add_topics(chance: Random, users: list[User]) -> None:
    topics = list(Term.objects.topics().values_list("pk", flat=True))
    rows = User.topics.through
    rows.objects.bulk_create(
        rows(user_id=user.pk, term_id=topic)
        for user in users
        if user.profile_open
        for topic in chance.sample(topics, chance.randrange(4))
    )
