"""Accounts: profile, locking, and who holds which permission."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q, QuerySet

from netzwerk.members import access
from netzwerk.members.errors import MembersError
from netzwerk.members.models import Organisation, RoleGrant, User
from netzwerk.members.roles import ROLES, May, Scope
from netzwerk.members.services.groups import sync_groups
from netzwerk.members.services.log import changed_fields, log_action
from netzwerk.members.services.sessions import end_sessions
from netzwerk.vocabulary.models import Term

PROFILE_FIELDS = ("first_name", "last_name", "function", "phone", "about", "profile_open")


@transaction.atomic
def change_profile(user: User, *, actor: User, topics: list[Term] | None = None, **values: Any) -> None:
    """Change one's own profile. Raises PermissionDenied for another person or field, ValidationError."""
    if actor.pk != user.pk or not set(values) <= set(PROFILE_FIELDS):
        raise PermissionDenied
    changed = changed_fields(user, values)
    for name in changed:
        setattr(user, name, values[name])
    user.fold_names()
    user.full_clean(exclude=["password", "email"])
    user.save(update_fields=[*changed, "name_key", "folded"])
    if topics is not None and set(topics) != set(user.topics.all()):
        user.topics.set(topics)
        changed.append("topics")
    if changed:
        log_action("profile_changed", user, actor=actor, fields=changed)


@transaction.atomic
def lock_account(user: User, *, actor: User) -> None:
    """Prevent logins and end all sessions; roles stay. Raises PermissionDenied, MembersError for oneself."""
    _check_lock(user, actor)
    user.is_active = False
    user.save(update_fields=["is_active"])
    sync_groups(user)
    end_sessions(user)
    log_action("account_locked", user, actor=actor)


@transaction.atomic
def unlock_account(user: User, *, actor: User) -> None:
    """Raises PermissionDenied, MembersError for oneself and for an erased account."""
    _check_lock(user, actor)
    if user.erased_at:
        raise MembersError("Dieses Konto wurde gelöscht. Laden Sie die Person neu ein.")
    user.is_active = True
    user.save(update_fields=["is_active"])
    sync_groups(user)
    log_action("account_unlocked", user, actor=actor)


def _check_lock(user: User, actor: User) -> None:
    """Raises PermissionDenied, also if the person has a role that the actor may not revoke; MembersError for oneself."""
    if not access.can_manage_people(actor) or (user.is_superuser and not actor.is_superuser):
        raise PermissionDenied
    for grant in RoleGrant.objects.not_ended().filter(user=user, organisation=None, site=None):
        if not access.can_revoke_role(actor, grant):  # a lock has the effect of revoking it
            raise PermissionDenied
    if user.pk == actor.pk:
        raise MembersError("Ihr eigenes Konto können Sie nicht sperren.")


def people_with_permission(permission: May, organisation: Organisation | None = None) -> QuerySet[User]:
    """Active people with the permission in the whole network or (if given) in this organisation."""
    scope = Scope.NETWORK if organisation is None else Scope.ORGANISATION
    keys = [role.key for role in ROLES if role.scope == scope and permission in role.may]
    grants = RoleGrant.objects.current().filter(Q(organisation=organisation), role__in=keys)
    return User.objects.filter(is_active=True, pk__in=grants.values("user"))
