"""Keeps Django groups in step with roles, as Wagtail reads permissions from groups only."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q

from netzwerk.members.models import RoleGrant, User
from netzwerk.members.roles import ROLE_BY_KEY, ROLES, Role
from netzwerk.surfaces.locks import lock_setup


def permission_named(dotted: str) -> Q:
    app_label, codename = dotted.split(".")
    return Q(content_type__app_label=app_label, codename=codename)


@transaction.atomic
def ensure_role_groups() -> None:
    """One Django group per role, with exactly the permissions of roles.py. Raises LookupError for an unknown permission."""
    lock_setup()
    for role in ROLES:
        group, _created = Group.objects.get_or_create(name=role.label)
        wanted = Permission.objects.none()
        if role.permissions:
            conditions = Q()
            for dotted in role.permissions:
                conditions |= permission_named(dotted)
            wanted = Permission.objects.filter(conditions)
            if wanted.count() != len(role.permissions):
                raise LookupError(f"Role {role.key} names a permission that does not exist: {role.permissions}")
        group.permissions.set(wanted)


def group_of(role: Role) -> Group:
    return Group.objects.get(name=role.label)


def sync_groups(user: User) -> bool:
    """Set the person's groups to their current roles. Returns whether something changed; may run twice."""
    held = (
        set(RoleGrant.objects.current().filter(user=user).values_list("role", flat=True)) if user.is_active else set()
    )
    wanted = {ROLE_BY_KEY[key].label for key in held if key in ROLE_BY_KEY}
    return set_groups(user, wanted, set(user.groups.values_list("name", flat=True)))


def set_groups(user: User, wanted: set[str], present: set[str]) -> bool:
    """Write the difference between two sets of group names; groups without a role stay as they are."""
    present &= {role.label for role in ROLES}
    if wanted == present:
        return False
    user.groups.add(*Group.objects.filter(name__in=wanted - present))
    user.groups.remove(*Group.objects.filter(name__in=present - wanted))
    return True


def sync_all_groups() -> int:
    """For the clock: roles that began or ended by date, also of people who are not online. Returns how many people changed."""
    current = RoleGrant.objects.current().filter(user__is_active=True)
    wanted: dict[int, set[str]] = {}
    for user_id, key in current.values_list("user_id", "role"):
        if key in ROLE_BY_KEY:
            wanted.setdefault(user_id, set()).add(ROLE_BY_KEY[key].label)
    present: dict[int, set[str]] = {}
    rows = User.groups.through.objects.filter(group__name__in=[role.label for role in ROLES])
    for user_id, name in rows.values_list("user_id", "group__name"):
        present.setdefault(user_id, set()).add(name)
    stale = [pk for pk in wanted.keys() | present.keys() if wanted.get(pk) != present.get(pk)]
    return sum(sync_groups(user) for user in User.objects.filter(pk__in=stale))
