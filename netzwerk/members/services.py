"""Changes to people and roles."""

from django.contrib.auth.models import Group, Permission
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from netzwerk.members.models import User
from netzwerk.members.roles import ROLES, Role


def permission_named(dotted: str) -> Q:
    app_label, codename = dotted.split(".")
    return Q(content_type__app_label=app_label, codename=codename)


@transaction.atomic
def ensure_role_groups() -> None:
    """One Django group per role with exactly the permissions of roles.py; a permission taken there is taken here."""
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


def give_role(user: User, role: Role) -> None:
    """For demo content and tests, until grants with dates and givers come with the organisations."""
    user.groups.add(group_of(role))


def forget_old_sessions() -> int:
    """Delete sessions that have ended; Django keeps their rows for ever."""
    return Session.objects.filter(expire_date__lt=timezone.now()).delete()[0]
