"""Writes people, memberships and roles as rows, as the services would take as long as all the rest of the demo.

tests/members/test_demo_network.py checks them by the rules of the services.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from wagtail.models import ModelLogEntry

from netzwerk.members.demo.addresses import mailbox
from netzwerk.members.demo.cast import coordination_of, everyone
from netzwerk.members.demo.history import day, entry, moment
from netzwerk.members.demo.people_known import OFFICE
from netzwerk.members.demo.shapes import Person, Stay, Task
from netzwerk.members.models import Membership, Organisation, PilotSite, RoleGrant, User
from netzwerk.members.roles import ROLE_BY_KEY, May, Scope
from netzwerk.vocabulary.models import Term


@dataclass
class Network:
    """The objects created so far. `speakers` are the first coordination of each organisation."""

    office: User
    administration: User
    topics: dict[str, Term]
    organisations: dict[str, Organisation]
    sites: dict[str, PilotSite]
    speakers: dict[str, User]
    users: dict[Person, User] = field(default_factory=dict)


def make_people(network: Network) -> None:
    people = everyone()
    made = User.objects.bulk_create(_user(person, number) for number, person in enumerate(people))
    network.users = dict(zip(people, made, strict=True))
    for organisation in network.organisations:
        if speaker := coordination_of(organisation):
            network.speakers[organisation] = network.users[speaker]
    _write_topics(network)
    stays = [one for person in people for one in _memberships(network, person)]
    grants = [one for number, person in enumerate(people) for one in _grants(network, person, number)]
    Membership.objects.bulk_create(stays)
    RoleGrant.objects.bulk_create(grants)
    _write_groups(grants)
    ModelLogEntry.objects.bulk_create(
        [*_log_of_stays(network, stays), *_log_of_grants(grants), *_log_of_locks(network)]
    )


def _user(person: Person, number: int) -> User:
    user = User(
        email=mailbox(person.first_name, person.last_name, person.organisation),
        first_name=person.first_name,
        last_name=person.last_name,
        function=person.function,
        phone=person.phone,
        about=person.about,
        profile_open=person.is_open,
        password=make_password(None),
        is_active=not person.locked,
        date_joined=moment(max([person.since, *(stay.since for stay in person.earlier)]), number),
    )
    user.fold_names()
    return user


def _write_topics(network: Network) -> None:
    rows = User.topics.through
    rows.objects.bulk_create(
        rows(user_id=user.pk, term_id=pk)
        for person, user in network.users.items()
        for pk in dict.fromkeys(network.topics[word].pk for word in person.topics)
    )


def _memberships(network: Network, person: Person) -> Iterator[Membership]:
    if person.organisation == OFFICE:
        return
    stays = [*person.earlier, person.gone or Stay(person.organisation, person.since, None, "")]
    for stay in stays:
        yield Membership(
            user=network.users[person],
            organisation=network.organisations[stay.organisation],
            started_on=day(stay.since),
            ended_on=None if stay.ended is None else day(stay.ended),
            ending=stay.ending,
        )


def _grants(network: Network, person: Person, number: int) -> Iterator[RoleGrant]:
    for task in person.tasks:
        role, organisation = ROLE_BY_KEY[task.role], task.organisation or person.organisation
        ended = task.until if task.taken is None else task.taken
        giver = _giver(network, person, task, organisation)
        yield RoleGrant(
            user=network.users[person],
            role=task.role,
            organisation=network.organisations[organisation] if role.scope == Scope.ORGANISATION else None,
            site=network.sites[organisation] if role.scope == Scope.SITE else None,
            valid_from=moment(task.since, number),
            valid_until=None if ended is None else moment(ended, number),
            given_by=giver,
            given_at=moment(max(task.since, 1), number),  # a role of next week was given yesterday
            taken_by=None if task.taken is None else giver,
            taken_at=None if task.taken is None else moment(task.taken, number),
        )


def _giver(network: Network, person: Person, task: Task, organisation: str) -> User:
    """The network office gives network roles and the first coordination, the coordination all roles in its organisation."""
    role = ROLE_BY_KEY[task.role]
    if role.given_by == May.GIVE_OFFICE_ROLES:
        return network.administration
    if role.scope == Scope.NETWORK or network.speakers[organisation] == network.users[person]:
        return network.office
    return network.speakers[organisation]


def _write_groups(grants: list[RoleGrant]) -> None:
    """The rows that services.groups.sync_groups would write."""
    groups = {group.name: group.pk for group in Group.objects.all()}
    held = {(one.user_id, groups[one.definition.label]) for one in grants if one.is_current and one.user.is_active}
    rows = User.groups.through
    rows.objects.bulk_create(rows(user_id=user, group_id=group) for user, group in sorted(held))


def _log_of_stays(network: Network, stays: list[Membership]) -> Iterator[ModelLogEntry]:
    began = {(grant.user_id, grant.organisation_id): grant for grant in RoleGrant.objects.filter(role="member")}
    for stay in stays:
        grant = began[stay.user_id, stay.organisation_id]
        person = {"person": stay.user_id}
        yield entry("joined", stay.organisation, at=grant.valid_from, actor=grant.given_by, **person)
        if stay.ended_on:
            reason = {"reason": stay.get_ending_display()}
            yield entry(
                "membership_ended", stay.organisation, at=grant.valid_until, actor=grant.taken_by, **person, **reason
            )


def _log_of_grants(grants: list[RoleGrant]) -> Iterator[ModelLogEntry]:
    for one in grants:
        words = {"role": one.definition.label, "where": one.where}
        yield entry("role_given", one.user, at=one.given_at, actor=one.given_by, **words)
        if one.taken_at:
            yield entry("role_taken", one.user, at=one.taken_at, actor=one.taken_by, **words)


def _log_of_locks(network: Network) -> Iterator[ModelLogEntry]:
    for person, user in network.users.items():
        if person.locked:
            yield entry("account_locked", user, at=moment(30), actor=network.office)
