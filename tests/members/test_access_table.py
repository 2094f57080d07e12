"""Every predicate of access.py follows the table of roles, inside and outside of a role's scope."""

import ast
import inspect
from collections.abc import Callable
from types import ModuleType

import pytest

from knowledge import access as library_access
from netzwerk.calendar import access as calendar_access
from netzwerk.hours import access as hours_access
from netzwerk.members import access
from netzwerk.members.models import Organisation, User
from netzwerk.members.roles import (
    ADMINISTRATION,
    CASEWORKER,
    COORDINATOR,
    MEMBER,
    RESEARCH,
    ROLES,
    May,
    Role,
    Scope,
)
from netzwerk.members.roles_text import givers_of
from netzwerk.search import access as search_access
from netzwerk.seats import access as seats_access
from tests.factories.grants import application, grant, invitation
from tests.factories.organisations import organisation, pilot_site
from tests.factories.people import PersonFactory
from workshops.events import access as workshops_access

pytestmark = pytest.mark.django_db

# Predicates about the whole network: true for people with the permission everywhere.
EVERYWHERE: dict[str, tuple[May, Callable[[User], bool]]] = {
    "can_manage_organisations": (May.MANAGE_ORGANISATIONS, access.can_manage_organisations),
    "can_manage_people": (May.MANAGE_PEOPLE, access.can_manage_people),
    "can_review_applications": (May.REVIEW_APPLICATIONS, access.can_review_applications),
    "can_read_log": (May.READ_LOG, access.can_read_log),
    "can_view_application": (May.REVIEW_APPLICATIONS, lambda user: access.can_view_application(user, application())),
    "can_invite (network)": (May.GIVE_NETWORK_ROLES, lambda user: access.can_invite(user, None)),
    "can_view_invitation (network)": (
        May.GIVE_NETWORK_ROLES,
        lambda user: access.can_view_invitation(user, invitation(None)),
    ),
}
# Predicates about an organisation: true also for people with the permission there.
THERE: dict[str, tuple[May, Callable[[User, Organisation], bool]]] = {
    "can_edit_organisation": (May.EDIT_ORGANISATION, access.can_edit_organisation),
    "can_see_colleagues": (May.SEE_COLLEAGUES, access.can_see_colleagues),
    "can_invite": (May.INVITE_COLLEAGUES, access.can_invite),
    "can_view_invitation": (
        May.INVITE_COLLEAGUES,
        lambda user, home: access.can_view_invitation(user, invitation(home)),
    ),
    "can_end_membership": (May.END_MEMBERSHIPS, lambda user, home: access.can_end_membership(user, member(home))),
}
# Predicates with several permissions or about the person, tested below and in test_visibility.py.
TESTED_ELSEWHERE = {
    *("can_view_organisation", "can_view_site", "can_view_person", "can_view_grant", "can_view_membership"),
    *("can_see_open_profiles", "can_use_desk", "can_view_log_entry", "can_give_role", "can_revoke_role"),
}


def member(home: Organisation):
    return PersonFactory.with_role(MEMBER, home=home).memberships.get()


def functions_of_access(*modules: ModuleType) -> list[ast.FunctionDef]:
    bodies = [ast.parse(inspect.getsource(module)).body for module in modules or (access,)]
    return [node for body in bodies for node in body if isinstance(node, ast.FunctionDef)]


def permissions_named(function: ast.FunctionDef) -> set[str]:
    return {
        node.attr
        for node in ast.walk(function)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "May"
    }


def test_every_permission_is_checked_in_access() -> None:
    """By name, in an access module or as `given_by` of a role."""
    modules = (access, search_access, library_access, calendar_access, hours_access, seats_access, workshops_access)
    functions = functions_of_access(*modules)
    named = set().union(*(permissions_named(function) for function in functions))
    reads_givers = any(
        isinstance(node, ast.Attribute) and node.attr == "given_by" for f in functions for node in ast.walk(f)
    )
    assert reads_givers
    checked = named | {role.given_by.name for role in ROLES}
    assert {permission.name for permission in May} - checked == set()


def test_every_permission_belongs_to_a_role() -> None:
    assert set(May) - {permission for role in ROLES for permission in role.may} == set()


def test_every_predicate_is_tested() -> None:
    predicates = {function.name for function in functions_of_access() if function.name.startswith("can_")}
    tested = {name.partition(" ")[0] for name in (*EVERYWHERE, *THERE)} | TESTED_ELSEWHERE
    assert predicates == tested


@pytest.fixture(params=ROLES, ids=lambda role: role.key)
def role(request: pytest.FixtureRequest) -> Role:
    return request.param


@pytest.fixture
def home(db: None) -> Organisation:
    place = organisation()
    pilot_site(place)
    return place


@pytest.fixture
def user(role: Role, home: Organisation) -> User:
    return PersonFactory.with_role(role, home=home)


def test_permissions_in_the_whole_network(role: Role, user: User) -> None:
    wrong = [
        name
        for name, (permission, predicate) in EVERYWHERE.items()
        if predicate(user) != (permission in role.may and role.scope == Scope.NETWORK)
    ]
    assert wrong == []
    assert access.can_see_open_profiles(user) == (May.SEE_OPEN_PROFILES in role.may)
    desk = {May.REVIEW_APPLICATIONS, May.MANAGE_ORGANISATIONS, May.MANAGE_PEOPLE}
    assert access.can_use_desk(user) == (role.scope == Scope.NETWORK and bool(desk & set(role.may)))


def test_permissions_in_an_organisation(role: Role, user: User, home: Organisation) -> None:
    other, wrong = organisation(), []
    for name, (permission, predicate) in THERE.items():
        everywhere = permission in role.may and role.scope == Scope.NETWORK
        within = everywhere or (permission in role.may and role.scope == Scope.ORGANISATION)
        if predicate(user, home) != within:
            wrong.append(f"{name} within")
        if predicate(user, other) != everywhere:
            wrong.append(f"{name} outside")
    assert wrong == []


def test_roles_are_given_by_those_whom_the_page_on_roles_names(role: Role, user: User, home: Organisation) -> None:
    """Inside the scope by the roles in givers_of(); outside of it only by those for the whole network."""
    other = organisation()
    wrong = []
    for given in ROLES:
        for place, inside in ((home, True), (other, False)):
            where: dict = {"organisation": None, "site": None}
            if given.scope != Scope.NETWORK:
                where["organisation"] = place
            if given.scope == Scope.SITE:
                where["site"] = getattr(place, "pilot_site", None) or pilot_site(place)
            expected = role in givers_of(given) and (inside or role.scope == Scope.NETWORK)
            somebody = PersonFactory.with_role(MEMBER, home=place)
            if access.can_give_role(user, given, to=somebody, **where) != expected:
                wrong.append(f"give {given.key}, inside {inside}")
            held = grant(
                somebody,
                given,
                organisation=place if given.scope == Scope.ORGANISATION else None,
                site=where["site"],
            )
            if access.can_revoke_role(user, held) != (expected and given != MEMBER):  # it ends with the membership
                wrong.append(f"revoke {given.key}, inside {inside}")
            assert not access.can_give_role(user, given, to=user, **where)
    assert wrong == []


def test_everyone_may_revoke_an_own_role_and_end_an_own_membership(role: Role, user: User) -> None:
    assert all(access.can_revoke_role(user, held) != (held.role == MEMBER.key) for held in user.role_grants.all())
    assert all(access.can_end_membership(user, one) for one in user.memberships.all())


def test_only_a_sites_own_coordination_gives_roles_for_cases() -> None:
    assert givers_of(CASEWORKER) == [COORDINATOR]
    assert [giver.label for giver in givers_of(RESEARCH)] == ["Geschäftsstelle"]
    assert givers_of(ADMINISTRATION) == [ADMINISTRATION]
