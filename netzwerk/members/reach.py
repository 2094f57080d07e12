"""Where a person has a permission. It comes from a role (roles.py) that was given for a scope; access.py asks for it.

The grants of a person are read once and cached on the user object, which lives as long as the request: a role that was given,
began or ended takes effect with the next request.

Every permission of May is asked for here and never by Django's `user.has_perm`, which is True for a superuser whatever it is
asked: some permissions are not a superuser's (roles.NEVER_BY_SUPERUSER). Access functions must not look at `is_superuser`
for them either. Django's permissions are for the Wagtail admin only.
"""

from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser

from netzwerk.members.roles import ROLE_BY_KEY, May, Role, Scope, is_for_superusers


@dataclass(frozen=True)
class Reach:
    """Where a person has a permission: everywhere, or in these organisations and sites."""

    everywhere: bool = False
    organisations: frozenset[int] = field(default_factory=frozenset)
    sites: frozenset[int] = field(default_factory=frozenset)

    def __bool__(self) -> bool:
        return self.everywhere or bool(self.organisations) or bool(self.sites)

    def has_organisation(self, pk: int | None) -> bool:
        return self.everywhere or pk in self.organisations


def grants_of(user: AbstractBaseUser | AnonymousUser) -> list[Any]:
    """The roles that this person holds now."""
    if not user.is_authenticated or not user.is_active:
        return []
    if not hasattr(user, "_grants_now"):
        user._grants_now = list(user.role_grants.current())
    return user._grants_now


def forget_grants(user: AbstractBaseUser | AnonymousUser) -> None:
    """Drop the cached grants, after a change within the same request."""
    if hasattr(user, "_grants_now"):
        del user._grants_now


def roles_held(user: AbstractBaseUser | AnonymousUser) -> set[Role]:
    return {ROLE_BY_KEY[grant.role] for grant in grants_of(user) if grant.role in ROLE_BY_KEY}


def reach(user: AbstractBaseUser | AnonymousUser, permission: May) -> Reach:
    """Where this person has the permission. A superuser has it everywhere, unless it is one of NEVER_BY_SUPERUSER: those a
    superuser has by a role only, like everybody else."""
    if not user.is_authenticated or not user.is_active:
        return Reach()
    if user.is_superuser and is_for_superusers(permission):
        return Reach(everywhere=True)
    organisations, sites = set(), set()
    for grant in grants_of(user):
        role = ROLE_BY_KEY.get(grant.role)
        if role is None or permission not in role.may:
            continue
        if role.scope == Scope.NETWORK:
            return Reach(everywhere=True)
        (organisations if role.scope == Scope.ORGANISATION else sites).add(
            grant.organisation_id if role.scope == Scope.ORGANISATION else grant.site_id
        )
    return Reach(False, frozenset(organisations), frozenset(sites))


def needs_second_factor(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Redaktion, Geschäftsstelle, Administration and every casework role (SECURITY.md 2); superusers as well."""
    return user.is_authenticated and (user.is_superuser or any(role.second_factor for role in roles_held(user)))
