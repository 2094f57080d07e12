"""Invitations that nobody has accepted yet: sent once more or withdrawn, several at once."""

from collections.abc import Callable, Iterable

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.text import capfirst

from netzwerk.lists.bulk import BulkResult
from netzwerk.members import access
from netzwerk.members.articles import with_article
from netzwerk.members.errors import MembersError
from netzwerk.members.models import Invitation, User
from netzwerk.members.services.grants import lock_organisation
from netzwerk.members.services.invitations import check_permission, invite, withdraw_invitation

NOT_YOURS = "Darüber entscheidet die Koordination der Organisation: Sie allein vergibt diese Rollen."


def reason_against_withdrawing(invitation: Invitation, _actor: User) -> str:
    """A sentence; "" if it can be withdrawn by those who see it."""
    if invitation.accepted_at:
        return "Die Person hat schon angenommen."
    if invitation.withdrawn_at:
        return "Die Person hat abgelehnt." if invitation.refused else "Sie ist schon zurückgezogen oder ersetzt."
    return ""


def reason_against_renewing(invitation: Invitation, actor: User) -> str:
    """A sentence; "" if this person, who sees it, can send it once more."""
    if reason := reason_against_withdrawing(invitation, actor):
        return reason
    organisation = invitation.organisation
    if organisation and not organisation.is_active:
        return f"{capfirst(with_article(str(organisation)))} ist nicht mehr Mitglied im Netzwerk."
    site = getattr(organisation, "pilot_site", None)
    try:
        check_permission(actor, organisation, invitation.role_definitions, site)
    except PermissionDenied:
        return NOT_YOURS
    return ""


@transaction.atomic
def renew_invitation(invitation: Invitation, *, actor: User) -> Invitation:
    """Send it once more, with a new link and from today on; the old link ends.

    Raises PermissionDenied, and MembersError if that is not possible or its roles are not this person's to give.
    """
    if not access.can_view_invitation(actor, invitation):
        raise PermissionDenied
    found = _locked(invitation)
    if reason := reason_against_renewing(found, actor):
        raise MembersError(reason)
    return invite(
        found.email,
        actor=actor,
        organisation=found.organisation,
        roles=found.role_definitions,
        first_name=found.first_name,
        last_name=found.last_name,
    )


@transaction.atomic
def withdraw_open_invitation(invitation: Invitation, *, actor: User) -> None:
    """Raises PermissionDenied, and MembersError if it is accepted or withdrawn already."""
    if not access.can_view_invitation(actor, invitation):
        raise PermissionDenied
    found = _locked(invitation)
    if reason := reason_against_withdrawing(found, actor):
        raise MembersError(reason)
    withdraw_invitation(found, actor=actor)


def _locked(invitation: Invitation) -> Invitation:
    """Raises MembersError if it is gone. Lock order: organisation, invitation."""
    lock_organisation(invitation.organisation_id)
    rows = Invitation.objects.select_for_update(of=("self",)).select_related("organisation__pilot_site")
    found = rows.filter(pk=invitation.pk).first()
    if found is None:
        raise MembersError("Diese Einladung gibt es nicht mehr.")
    return found


def renew_several(invitations: Iterable[Invitation], *, actor: User) -> BulkResult:
    return _each(invitations, renew_invitation, actor)


def withdraw_several(invitations: Iterable[Invitation], *, actor: User) -> BulkResult:
    return _each(invitations, withdraw_open_invitation, actor)


def _each(invitations: Iterable[Invitation], act: Callable[..., object], actor: User) -> BulkResult:
    """Each in a transaction of its own: what is not possible for one leaves the others as they are."""
    result = BulkResult()
    for invitation in invitations:
        try:
            act(invitation, actor=actor)
        except MembersError as error:
            result.refused.append((invitation, str(error)))
        else:
            result.done.append(invitation)
    return result
