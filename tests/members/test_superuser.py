"""Permissions that a superuser does not have: only a role gives them (roles.NEVER_BY_SUPERUSER)."""

import ast
import inspect
from types import ModuleType

import pytest

from knowledge import access as library_access
from netzwerk.members import access, roles, roles_text
from netzwerk.members.models import LogEntry
from netzwerk.members.reach import Reach, reach
from netzwerk.members.roles import ADMINISTRATION, CASEWORKER, May
from netzwerk.search import access as search_access
from tests.factories.organisations import organisation, pilot_site
from tests.factories.people import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def not_for_superusers(monkeypatch) -> May:
    """One of today's permissions, taken from superusers in this test: casework brings the first real one."""
    monkeypatch.setattr(roles, "NEVER_BY_SUPERUSER", frozenset({May.READ_LOG}))
    return May.READ_LOG


def test_a_superuser_has_every_other_permission_everywhere(not_for_superusers: May) -> None:
    superuser = PersonFactory.create(is_superuser=True)
    assert [one for one in May if not reach(superuser, one).everywhere] == [not_for_superusers]


def test_predicates_and_lists_follow(not_for_superusers: May) -> None:
    superuser = PersonFactory.create(is_superuser=True)
    entry = LogEntry.objects.first()
    assert not access.can_read_log(superuser)
    assert not access.can_view_log_entry(superuser, entry)
    assert not LogEntry.objects.visible_to(superuser).exists()


def test_django_says_yes_all_the_same_and_is_therefore_not_asked(not_for_superusers: May) -> None:
    superuser = PersonFactory.create(is_superuser=True)
    assert superuser.has_perm(f"members.{not_for_superusers}")
    assert not reach(superuser, not_for_superusers)


def test_a_role_gives_it_to_a_superuser_as_to_anybody(not_for_superusers: May) -> None:
    superuser = PersonFactory.with_role(ADMINISTRATION, superuser=True)
    assert reach(superuser, not_for_superusers).everywhere


def test_a_role_at_a_site_gives_a_superuser_that_site_only(monkeypatch) -> None:
    role = CASEWORKER
    monkeypatch.setattr(roles, "NEVER_BY_SUPERUSER", frozenset(role.may))
    site = pilot_site(organisation())
    superuser = PersonFactory.with_role(role, superuser=True, home=site.organisation)
    assert [reach(superuser, one) for one in role.may] == [Reach(sites=frozenset({site.pk}))] * len(role.may)


def test_no_superuser_gives_a_role_at_a_site() -> None:
    """Else the way round the rule would be short: who sees cases is decided where they are handled."""
    superuser, site = PersonFactory.create(is_superuser=True), pilot_site(organisation())
    there = {"organisation": None, "site": site}
    assert not access.can_give_role(superuser, CASEWORKER, to=PersonFactory.create(), **there)


@pytest.mark.parametrize("module", [access, library_access, search_access])
def test_predicates_ask_reach_and_neither_django_nor_for_superusers(module: ModuleType) -> None:
    tree = ast.parse(inspect.getsource(module))
    asked = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert asked & {"has_perm", "has_perms", "is_superuser"} == set()


def test_the_texts_say_which_permissions_only_a_role_gives(client, monkeypatch) -> None:
    assert roles_text.NOTHING_EXCEPTED in roles_text.markdown()
    monkeypatch.setattr(roles, "NEVER_BY_SUPERUSER", frozenset({May.READ_LOG}))
    text, page = roles_text.markdown(), client.get("/rollen/").content.decode()
    for shown in (text, page):
        assert f"{May.READ_LOG.label} ({roles_text.ONLY_BY_ROLE})" in shown
        assert f"{May.MANAGE_PEOPLE.label} ({roles_text.ONLY_BY_ROLE})" not in shown
        assert roles_text.SUPERUSERS in shown
        assert roles_text.NOTHING_EXCEPTED not in shown
