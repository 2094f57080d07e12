"""Memberships of people in organisations."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from netzwerk.members import access
from netzwerk.members.models import Membership, Organisation, RoleGrant, User
from netzwerk.members.services.grants import check_coordination_stays, end_grant, lock_organisation
from netzwerk.members.services.groups import sync_groups
from netzwerk.members.services.log import log_action

Ending = Membership.Ending


def join_organisation(user: User, organisation: Organisation, *, actor: User | None) -> Membership:
    """The person's membership, created if missing. The caller checks permissions and opens the transaction."""
    membership, created = Membership.objects.get_or_create(user=user, organisation=organisation, ended_on=None)
    if created:
        log_action("joined", organisation, actor=actor, person=user.pk)
    return membership


def _needs_successor(ending: Ending) -> bool:
    """Whether the last coordination must stay; it may go with the whole organisation and with an erased account."""
    return ending not in (Ending.ORGANISATION_LEFT, Ending.ERASED)


@transaction.atomic
def end_membership(membership: Membership, *, actor: User | None, ending: Ending = Ending.LEFT) -> None:
    """End a membership, and with it all roles in the organisation and at its site. The rows stay as history.

    Raises PermissionDenied, MembersError for the last coordination of the organisation.
    """
    if actor is not None and not access.can_end_membership(actor, membership):
        raise PermissionDenied
    lock_organisation(membership.organisation_id)
    membership = (
        Membership.objects.select_for_update(of=("self",)).select_related("user", "organisation").get(pk=membership.pk)
    )
    if membership.ended_on is not None:
        return
    if actor is not None and _needs_successor(ending) and not access.can_manage_organisations(actor):
        check_coordination_stays(membership.user, membership.organisation_id)
    today = timezone.localdate()
    membership.started_on = min(membership.started_on, today)
    membership.ended_on, membership.ending = today, ending
    membership.full_clean()
    membership.save(update_fields=["started_on", "ended_on", "ending"])
    for grant in RoleGrant.objects.not_ended().of_organisation(membership.organisation).filter(user=membership.user):
        end_grant(grant, actor=actor)
    sync_groups(membership.user)
    log_action(
        "membership_ended", membership.organisation, actor=actor, person=membership.user_id, reason=ending.label
    )
