"""Roles and their permissions in the Wagtail admin."""

import pytest
from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupCollectionPermission, GroupPagePermission

from netzwerk.members.roles import ADMINISTRATION, EDITOR, MEMBER, OFFICE, ROLES, May, Role, Scope
from netzwerk.members.services.groups import ensure_role_groups, group_of
from netzwerk.portal.services.tree import ensure_portal

pytestmark = pytest.mark.django_db


def test_each_role_has_a_group_with_exactly_its_permissions() -> None:
    for role in ROLES:
        names = {f"{one.content_type.app_label}.{one.codename}" for one in group_of(role).permissions.all()}
        assert names == set(role.permissions)


def test_setting_up_twice_changes_nothing() -> None:
    def state() -> list:
        return [
            list(Group.objects.order_by("pk").values_list("name", "permissions")),
            list(GroupPagePermission.objects.order_by("pk").values()),
            list(GroupCollectionPermission.objects.order_by("pk").values()),
        ]

    before = state()
    ensure_role_groups()
    ensure_portal()
    assert state() == before


def test_a_permission_added_by_hand_is_removed_again() -> None:
    group = group_of(MEMBER)
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    GroupPagePermission.objects.create(
        group=group,
        page=GroupPagePermission.objects.first().page,
        permission=Permission.objects.get(codename="publish_page"),
    )
    ensure_role_groups()
    ensure_portal()
    assert not group.permissions.exists()
    assert not GroupPagePermission.objects.filter(group=group).exists()


def test_a_role_with_a_misspelt_permission_is_an_error(monkeypatch) -> None:
    wrong = Role("x", "Falsch", "", Scope.NETWORK, May.GIVE_NETWORK_ROLES, permissions=("portal.gibt_es_nicht",))
    monkeypatch.setattr("netzwerk.members.services.groups.ROLES", (wrong,))
    with pytest.raises(LookupError, match="does not exist"):
        ensure_role_groups()


def menu_of(client) -> str:
    return client.get("/redaktion/").content.decode()


@pytest.mark.parametrize(
    ("role", "there", "not_there"),
    [
        (
            EDITOR,
            ["/redaktion/images/", "/redaktion/documents/"],
            ["/redaktion/redirects/", "/redaktion/users/", "/redaktion/workflows/"],
        ),
        (
            OFFICE,
            ["/redaktion/redirects/", "/redaktion/collections/", "portalsettings"],
            ["/redaktion/users/", "/redaktion/workflows/"],
        ),
        (ADMINISTRATION, ["portalsettings"], ["/redaktion/images/", "/redaktion/redirects/", "/redaktion/users/"]),
    ],
)
def test_menus_show_only_what_a_role_needs(person, login, role, there, not_there) -> None:
    menu = menu_of(login(person(role)))
    assert [item for item in there if item not in menu] == []
    assert [item for item in not_there if item in menu] == []


def test_users_groups_and_workflows_have_no_view_even_for_superusers(person, login) -> None:
    client = login(person(superuser=True))
    menu = menu_of(client)
    for path in (
        "/redaktion/users/",
        "/redaktion/groups/",
        "/redaktion/workflows/list/",
        "/redaktion/workflows/tasks/index/",
        "/redaktion/sites/",
    ):
        assert path not in menu
        assert client.get(path).status_code == 404
