"""Giving and revoking roles."""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.text import capfirst

from netzwerk.members import access
from netzwerk.members.articles import with_article, with_preposition
from netzwerk.members.errors import MembersError
from netzwerk.members.models import Organisation, PilotSite, RoleGrant, User
from netzwerk.members.roles import COORDINATOR, Role, Scope
from netzwerk.members.services import notices
from netzwerk.members.services.groups import sync_groups
from netzwerk.members.services.log import log_action
from netzwerk.post.services import notify


@transaction.atomic
def give_role(
    user: User,
    role: Role,
    *,
    actor: User | None,
    organisation: Organisation | None = None,
    site: PilotSite | None = None,
    valid_from: datetime | None = None,
    valid_until: datetime | None = None,
    giver: User | None = None,
    notify_person: bool = True,
) -> RoleGrant:
    """Give a role for the network, an organisation or a site, with an optional beginning and end.

    `actor` None is the system itself (demo, command line) or an accepted invitation, whose sender is the `giver`. Raises
    PermissionDenied, ValidationError for a wrong scope, MembersError if the person has the role already, is locked or no
    member of that organisation, and for an end before the beginning.
    """
    if actor is not None and not access.can_give_role(actor, role, to=user, organisation=organisation, site=site):
        raise PermissionDenied
    user = User.objects.select_for_update(no_key=True).get(pk=user.pk)
    giver = giver or actor
    grant = RoleGrant(
        user=user,
        role=role.key,
        organisation=organisation,
        site=site,
        valid_from=valid_from or timezone.now(),
        valid_until=valid_until,
        given_by=giver,
    )
    _check(grant)
    grant.full_clean()
    grant.save()
    sync_groups(user)
    log_action("role_given", user, actor=giver, role=role.label, where=grant.where)
    if notify_person:
        notify(
            [user],
            kind=notices.ROLES,
            title=f"Neue Rolle: {role.label}",
            text=f"Sie haben die Rolle {role.label} erhalten ({grant.where}). Damit können Sie: {role.purpose}.",
            url="/konto/profil/",
        )
    return grant


@transaction.atomic
def give_role_to_all(people: Iterable[User], role: Role, **options) -> list[RoleGrant]:
    """Give the role to each of these people, or, if one cannot have it, to none. Options and errors as in give_role."""
    in_order = sorted(people, key=lambda user: user.pk)  # everybody locks in this order
    return [give_role(user, role, **options) for user in in_order]


def _check(grant: RoleGrant) -> None:
    """Raises MembersError if the new grant cannot be given."""
    user, role, begin = grant.user, grant.definition, max(grant.valid_from, timezone.now())
    if not user.is_active:
        raise MembersError(f"Das Konto von {user} ist gesperrt. Entsperren Sie es zuerst.")
    if grant.valid_until and grant.valid_until <= begin:
        raise MembersError("Das Ende der Rolle liegt nicht nach ihrem Beginn. Bitte wählen Sie ein späteres Datum.")
    home = grant.organisation or (grant.site.organisation if grant.site else None)
    if home and not home.is_active:
        raise MembersError(f"{capfirst(with_article(str(home)))} ist nicht mehr Mitglied im Netzwerk.")
    if home and role.scope != Scope.NETWORK and not user.memberships.current().filter(organisation=home).exists():
        raise MembersError(
            f"{user} gehört nicht {with_preposition('zu', str(home))}. Laden Sie die Person zuerst ein."
        )
    same = RoleGrant.objects.filter(user=user, role=role.key, organisation=grant.organisation, site=grant.site)
    overlapping = same.not_ended(begin)
    if grant.valid_until:
        overlapping = overlapping.filter(valid_from__lt=grant.valid_until)
    if overlapping.exists():
        raise MembersError(f"{user} hat die Rolle {role.label} dort schon.")


@transaction.atomic
def revoke_role(grant: RoleGrant, *, actor: User | None, notify_person: bool = True) -> None:
    """End a role now, with effect from the person's next request. An ended one stays as it is.

    Raises PermissionDenied, MembersError for the last coordination of an organisation.
    """
    if actor is not None and not access.can_revoke_role(actor, grant):
        raise PermissionDenied
    if grant.role == COORDINATOR.key:
        lock_organisation(grant.organisation_id)  # so that two coordinators cannot leave at once
    grant = RoleGrant.objects.select_for_update(of=("self",)).select_related("user").get(pk=grant.pk)
    if not grant.is_open:
        return
    if grant.role == COORDINATOR.key and actor is not None and not access.can_manage_organisations(actor):
        check_coordination_stays(grant.user, grant.organisation_id)
    end_grant(grant, actor=actor)
    sync_groups(grant.user)
    log_action("role_taken", grant.user, actor=actor, role=grant.definition.label, where=grant.where)
    if notify_person and (actor is None or actor.pk != grant.user_id):
        notify(
            [grant.user],
            kind=notices.ROLES,
            title=f"Rolle beendet: {grant.definition.label}",
            text=f"Ihre Rolle {grant.definition.label} ({grant.where}) ist beendet.",
            url="/konto/profil/",
        )


def end_grant(grant: RoleGrant, *, actor: User | None) -> None:
    """Write the end of a role. Checks no permission; groups, log and notification are up to the caller."""
    now = timezone.now()
    grant.valid_from = min(grant.valid_from, now)  # a role that had not begun yet
    grant.valid_until, grant.taken_by, grant.taken_at = now, actor, now
    grant.save(update_fields=["valid_from", "valid_until", "taken_by", "taken_at"])


def lock_organisation(organisation_id: int | None) -> None:
    """Lock the row before changes to an organisation's coordination. Lock order: organisation, person, invitation."""
    Organisation.objects.select_for_update(of=("self",), no_key=True).filter(pk=organisation_id).first()


def check_coordination_stays(user: User, organisation_id: int | None) -> None:
    """Raises MembersError if this person is the only active coordination of the organisation."""
    coordination = RoleGrant.objects.current().filter(role=COORDINATOR.key, organisation=organisation_id)
    if not coordination.filter(user=user).exists():
        return
    if not coordination.exclude(user=user).filter(user__is_active=True).exists():
        organisation = Organisation.objects.get(pk=organisation_id)
        raise MembersError(
            f"{user} ist die einzige Koordination {with_preposition('von', str(organisation))}. "
            "Die Rolle braucht zuerst eine zweite Person."
        )
