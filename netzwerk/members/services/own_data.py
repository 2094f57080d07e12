"""A person's own data: export and erasure (Art. 15, 17 and 20 DSGVO). Features register theirs in surfaces.registry."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from netzwerk.members.models import User
from netzwerk.members.roles import May
from netzwerk.members.services import notices
from netzwerk.members.services.grants import lock_organisation
from netzwerk.members.services.groups import sync_groups
from netzwerk.members.services.log import log_action
from netzwerk.members.services.own_parts import Record
from netzwerk.members.services.people import people_with_permission
from netzwerk.members.services.sessions import end_sessions
from netzwerk.post.services import notify
from netzwerk.surfaces import registry


def export_person(user: User, *, actor: User) -> dict[str, list[Record]]:
    """All records about the person, by title; the export is logged. Raises PermissionDenied for another person."""
    _check_own(user, actor)
    log_action("data_exported", user, actor=actor)
    return collect(user)


def collect(user: User) -> dict[str, list[Record]]:
    return {part.title: part.export(user) for part in registry.own_data}


@transaction.atomic
def erase_account(user: User, *, actor: User) -> None:
    """Erase the account and its data for good; rows that must stay lose the name.

    The network office is notified of organisations left without coordination. Raises PermissionDenied for another person.
    """
    _check_own(user, actor)
    for organisation_id in user.memberships.current().values_list("organisation", flat=True).order_by("organisation"):
        lock_organisation(organisation_id)
    user = User.objects.select_for_update(no_key=True).get(pk=user.pk)
    alone = [
        membership.organisation
        for membership in user.memberships.current().select_related("organisation")
        if not people_with_permission(May.INVITE_COLLEAGUES, membership.organisation).exclude(pk=user.pk).exists()
    ]
    for part in registry.own_data:
        part.erase(user)
    user.refresh_from_db()
    sync_groups(user)
    end_sessions(user)
    log_action("account_erased", user, actor=user)
    if alone:
        notify(
            people_with_permission(May.MANAGE_ORGANISATIONS),
            kind=notices.JOINING,
            title="Organisation ohne Koordination",
            text="Ein Konto wurde gelöscht. Ohne Koordination ist jetzt: " + ", ".join(map(str, alone)) + ".",
            url="/geschaeftsstelle/organisationen/?stand=ohne",
        )


def _check_own(user: User, actor: User) -> None:
    if user.pk != actor.pk:
        raise PermissionDenied
