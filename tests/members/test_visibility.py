"""`visible_to` and `can_view` agree on every object, for every role, inside and outside of its scope."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db.models import Model

from netzwerk.members import access
from netzwerk.members.models import (
    Application,
    FormerTopic,
    Invitation,
    LogEntry,
    Membership,
    Organisation,
    PageLog,
    PilotSite,
    RoleGrant,
    User,
)
from netzwerk.members.reach import reach
from netzwerk.members.roles import CASEWORKER, COORDINATOR, MEMBER, RESEARCH, ROLES, May
from netzwerk.members.services.memberships import end_membership, join_organisation
from netzwerk.members.services.organisations import end_organisation
from tests.factories.grants import application, grant, invitation
from tests.factories.organisations import organisation, pilot_site
from tests.factories.people import PersonFactory

pytestmark = pytest.mark.django_db

PREDICATES = {
    Organisation: access.can_view_organisation,
    PilotSite: access.can_view_site,
    Membership: access.can_view_membership,
    RoleGrant: access.can_view_grant,
    Application: access.can_view_application,
    Invitation: access.can_view_invitation,
    LogEntry: access.can_view_log_entry,
    PageLog: access.can_view_log_entry,
    User: access.can_view_person,
    FormerTopic: lambda user, topic: False,
}
OTHERS = ("anonymous", "superuser", "inactive", "inactive-superuser", "without-role", "former-coordinator")


def objects_around(home: Organisation) -> Iterator[Model]:
    """One of each kind and state that belongs to this organisation."""
    yield home
    site = getattr(home, "pilot_site", None) or pilot_site(home)
    yield site
    for state in ({}, {"profile_open": True}, {"is_active": False}, {"is_active": False, "profile_open": True}):
        person = PersonFactory.create(**state)
        yield person
        yield Membership.objects.create(user=person, organisation=home)
        yield grant(person, MEMBER, organisation=home)
        yield grant(person, CASEWORKER, site=site)
    gone = PersonFactory.create(profile_open=False)
    yield gone
    ended = join_organisation(gone, home, actor=None)
    end_membership(ended, actor=None)
    yield Membership.objects.get(pk=ended.pk)
    yield invitation(home)
    yield application(organisation=home)


def everything(home: Organisation) -> list[Model]:
    left = organisation()
    pilot_site(left)
    found = [*objects_around(home), *objects_around(organisation()), *objects_around(left)]
    end_organisation(left, actor=None)
    alone = PersonFactory.create(profile_open=True)
    network = [alone, PersonFactory.create(), grant(alone, RESEARCH), invitation(None), application()]
    return [*found, *network, *LogEntry.objects.all()[:3], *PageLog.objects.all()[:3]]


def visitor(kind: str, home: Organisation) -> User | AnonymousUser:
    if kind == "anonymous":
        return AnonymousUser()
    if kind in ("superuser", "inactive-superuser"):
        return PersonFactory.create(is_superuser=True, is_active=kind == "superuser")
    if kind == "inactive":
        person = PersonFactory.with_role(COORDINATOR, home=home)
        person.is_active = False
        person.save()
        return User.objects.get(pk=person.pk)
    if kind == "without-role":
        return PersonFactory.create()
    if kind == "former-coordinator":
        person = PersonFactory.with_role(COORDINATOR, home=home)
        end_membership(person.memberships.get(), actor=None)
        return User.objects.get(pk=person.pk)
    return PersonFactory.with_role(next(role for role in ROLES if role.key == kind), home=home)


@pytest.mark.parametrize("kind", [*(role.key for role in ROLES), *OTHERS])
def test_lists_and_predicates_agree_on_every_object(kind: str) -> None:
    home = organisation()
    user = visitor(kind, home)
    objects = everything(home)
    if isinstance(user, User):
        objects += [user, *user.memberships.all(), *user.role_grants.all()]
    seen = {model: set(model.objects.visible_to(user).values_list("pk", flat=True)) for model in PREDICATES}
    differing = []
    for one in objects:
        fresh = type(one).objects.get(pk=one.pk)
        in_list, by_predicate = one.pk in seen[type(one)], PREDICATES[type(one)](user, fresh)
        if in_list != by_predicate:
            differing.append(f"{one!r}: list {in_list}, predicate {by_predicate}")
    assert differing == []


def test_every_model_with_visible_to_is_compared() -> None:
    from django.apps import apps

    models = {
        model for model in apps.get_app_config("members").get_models() if hasattr(model.objects.all(), "visible_to")
    }
    assert models == set(PREDICATES)


def test_visitors_see_the_public_directory_only() -> None:
    home = organisation()
    everything(home)
    nobody = AnonymousUser()
    shown = {model for model in PREDICATES if model.objects.visible_to(nobody).exists()}
    assert shown == {Organisation, PilotSite}
    assert not Organisation.objects.visible_to(nobody).filter(left_on__isnull=False).exists()


def test_a_coordination_sees_its_own_organisation_only() -> None:
    home, other = organisation(), organisation()
    user = PersonFactory.with_role(COORDINATOR, home=home)
    inside, outside = list(objects_around(home)), list(objects_around(other))
    for model in (Membership, RoleGrant, Invitation):
        seen = set(model.objects.visible_to(user))
        assert {one for one in inside if isinstance(one, model)} <= seen
        assert {one for one in outside if isinstance(one, model)} & seen == set()
    strangers = {one for one in outside if isinstance(one, User) and not one.profile_open}
    assert strangers & set(User.objects.visible_to(user)) == set()
    assert not Application.objects.visible_to(user).exists()


def test_an_ended_role_shows_nothing_from_the_next_request() -> None:
    home = organisation()
    user = PersonFactory.with_role(COORDINATOR, home=home)
    colleague = PersonFactory.with_role(MEMBER, home=home)
    assert colleague in User.objects.visible_to(user)
    end_membership(user.memberships.get(), actor=None)
    again = User.objects.get(pk=user.pk)
    assert colleague not in User.objects.visible_to(again)
    assert not reach(again, May.SEE_COLLEAGUES)
