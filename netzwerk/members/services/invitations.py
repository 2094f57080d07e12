"""Invitations: sent, accepted, refused, withdrawn, deleted."""

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst

from netzwerk.members import access, tokens
from netzwerk.members.articles import with_article, with_preposition
from netzwerk.members.errors import MembersError
from netzwerk.members.models import Invitation, Membership, Organisation, PilotSite, User, normalise_email
from netzwerk.members.roles import MEMBER, Role, Scope
from netzwerk.members.services import notices
from netzwerk.members.services.grants import end_grant, give_role, lock_organisation
from netzwerk.members.services.log import log_action
from netzwerk.members.services.memberships import end_membership, join_organisation
from netzwerk.post.services import notify, send_letter

VALID_FOR = timedelta(days=14)


@transaction.atomic
def invite(
    email: str,
    *,
    actor: User | None,
    organisation: Organisation | None,
    roles: list[Role],
    first_name: str = "",
    last_name: str = "",
    letter: str = "members/mail/invitation.txt",
    context: dict | None = None,
) -> Invitation:
    """Invite a person by mail, with roles of the organisation and its site, or (without organisation) of the network.

    A newer invitation to the same address replaces the older one. Raises PermissionDenied if the actor may not invite there
    or give one of the roles, ValidationError for wrong values, MembersError if the person is a member of the organisation
    already, for oneself and for no role.
    """
    email = normalise_email(email)
    site = PilotSite.objects.filter(organisation=organisation).first() if organisation else None
    if organisation and MEMBER not in roles:
        roles = [MEMBER, *roles]
    if not roles:
        raise MembersError("Bitte wählen Sie mindestens eine Rolle.")
    if actor is not None:
        check_permission(actor, organisation, roles, site)
        if actor.email == email:
            raise MembersError("Sich selbst lädt niemand ein. Bitten Sie eine zweite Person darum.")
    if organisation:
        lock_organisation(organisation.pk)
    if organisation and Membership.objects.current().filter(organisation=organisation, user__email=email).exists():
        raise MembersError(
            f"{email} gehört schon {with_preposition('zu', str(organisation))}. Rollen geben Sie in der Liste der Personen."
        )
    older = Invitation.objects.filter(email=email, organisation=organisation)
    older.filter(accepted_at__isnull=True, withdrawn_at__isnull=True).update(withdrawn_at=timezone.now())
    secret, fingerprint = tokens.new_secret()
    invitation = Invitation(
        email=email,
        first_name=first_name,
        last_name=last_name,
        organisation=organisation,
        roles=[role.key for role in roles],
        fingerprint=fingerprint,
        invited_by=actor,
        expires_at=timezone.now() + VALID_FOR,
    )
    try:
        with transaction.atomic():
            invitation.full_clean(validate_constraints=False)
            invitation.save()
    except IntegrityError as error:  # sent twice at once
        raise MembersError(f"{email} wurde gerade schon eingeladen.") from error
    log_action("invited", organisation or invitation, actor=actor, invitation=invitation.pk)
    _send(invitation, secret, letter, context or {})
    return invitation


def check_permission(
    actor: User, organisation: Organisation | None, roles: list[Role], site: PilotSite | None
) -> None:
    """Raises PermissionDenied."""
    if not access.can_invite(actor, organisation):
        raise PermissionDenied
    for role in roles:
        there = site if role.scope == Scope.SITE else None
        wrong_scope = (role.scope == Scope.NETWORK) != (organisation is None)
        if wrong_scope or not access.can_give_role(actor, role, to=None, organisation=organisation, site=there):
            raise PermissionDenied


def _send(invitation: Invitation, secret: str, letter: str, context: dict) -> None:
    refuse = settings.BASE_URL + reverse("joining:refuse", args=[secret])
    send_letter(
        letter,
        to=invitation.email,
        context={
            "invitation": invitation,
            "url": settings.BASE_URL + reverse("joining:invitation", args=[secret]),
            "refuse_url": refuse,
        }
        | context,
        headers={"List-Unsubscribe": f"<{refuse}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"},
    )


@transaction.atomic
def invite_many(
    people: list[tuple[str, str, str]], *, actor: User, organisation: Organisation | None, roles: list[Role]
) -> int:
    """Invite all of them (address, first name, last name) or, if one is refused, nobody. Returns how many.

    Raises PermissionDenied, and MembersError with the `reasons` of everyone who cannot be invited.
    """
    refused: dict[str, str] = {}
    for email, first_name, last_name in people:
        try:
            with transaction.atomic():
                invite(
                    email,
                    actor=actor,
                    organisation=organisation,
                    roles=roles,
                    first_name=first_name,
                    last_name=last_name,
                )
        except MembersError as error:
            refused[email] = str(error)
    if refused:
        raise MembersError(" ".join(dict.fromkeys(refused.values())), reasons=refused)
    return len(people)


def known_addresses(
    emails: list[str], *, actor: User, organisation: Organisation | None
) -> tuple[dict[str, str], dict[str, str]]:
    """By address: why it cannot be invited, and the hints about those that can be."""
    refused = {actor.email: "Sich selbst lädt niemand ein."} if actor.email in emails else {}
    if organisation:
        members = Membership.objects.current().filter(organisation=organisation, user__email__in=emails)
        refused |= dict.fromkeys(
            members.values_list("user__email", flat=True),
            f"Gehört schon zu {organisation}. Rollen geben Sie in der Liste der Personen.",
        )
    waiting = Invitation.objects.open().filter(organisation=organisation, email__in=emails)
    hints = {
        email: f"Am {date_format(timezone.localtime(at), 'j. F Y')} schon eingeladen. Eine neue Einladung ersetzt die alte."
        for email, at in waiting.values_list("email", "created_at")
    }
    return refused, hints


def open_invitation(secret: str) -> Invitation | None:
    """The open invitation with this secret; None for a used, expired, withdrawn or unknown one alike."""
    found = Invitation.objects.open().filter(fingerprint=tokens.fingerprint(secret))
    return found.select_related("organisation", "invited_by").first()


@transaction.atomic
def accept_invitation(
    secret: str,
    *,
    user: User | None = None,
    password: str = "",
    first_name: str = "",
    last_name: str = "",
    leave: list[Membership] | None = None,
) -> User:
    """Accept an invitation with an existing account, or (`user` None) with a new one for the invited address.

    Account, membership and roles are written together or not at all. `leave` are memberships of an existing account that
    end with this step. Returns the account. Raises MembersError if the invitation is not open any more or for another
    address, if its sender may not give these roles any more, and for the last coordination of an organisation to leave.
    """
    found = Invitation.objects.filter(fingerprint=tokens.fingerprint(secret))
    lock_organisation(found.values_list("organisation", flat=True).first())
    invitation = found.select_for_update(of=("self",)).first()
    if invitation is None or not invitation.is_open:
        raise MembersError("Diese Einladung gilt nicht mehr. Bitten Sie um eine neue.")
    if user is not None and invitation.invited_by_id == user.pk:
        raise MembersError("Diese Einladung haben Sie selbst verschickt. Eine zweite Person muss Sie einladen.")
    account = User.objects.filter(email=invitation.email).first()
    if user is not None and user.email != invitation.email:
        raise MembersError(
            "Diese Einladung gilt einer anderen Adresse. Melden Sie sich mit dem eingeladenen Konto an."
        )
    if user is None and account is not None:
        raise MembersError("Zu dieser Adresse gibt es schon ein Konto. Bitte melden Sie sich damit an.")
    organisation = invitation.organisation
    site = PilotSite.objects.filter(organisation=organisation).first() if organisation else None
    if organisation and not organisation.is_active:
        raise MembersError(f"{capfirst(with_article(str(organisation)))} ist nicht mehr Mitglied im Netzwerk.")
    if invitation.invited_by is not None:
        try:  # the sender must still have the permission
            check_permission(invitation.invited_by, organisation, invitation.role_definitions, site)
        except PermissionDenied as error:
            raise MembersError(
                "Wer Sie eingeladen hat, darf das nicht mehr. Bitten Sie um eine neue Einladung."
            ) from error
    if user is None:
        user = _make_account(invitation.email, password, first_name, last_name)
        log_action("account_created", user, actor=user)
    if organisation:
        join_organisation(user, organisation, actor=user)
    for role in invitation.role_definitions:
        _give(user, role, organisation, site, giver=invitation.invited_by)
    for membership in leave or []:
        if membership.user_id == user.pk and membership.organisation_id != invitation.organisation_id:
            end_membership(membership, actor=user, ending=Membership.Ending.MOVED)
    invitation.accepted_at, invitation.accepted_by = timezone.now(), user
    invitation.save(update_fields=["accepted_at", "accepted_by"])
    _notify_inviter(invitation, user)
    return user


def _make_account(email: str, password: str, first_name: str, last_name: str) -> User:
    try:
        with transaction.atomic():
            return User.objects.create_user(email, password, first_name=first_name, last_name=last_name)
    except IntegrityError as error:  # two invitations to one address, accepted at once
        raise MembersError("Zu dieser Adresse gibt es schon ein Konto. Bitte melden Sie sich damit an.") from error


def _give(
    user: User, role: Role, organisation: Organisation | None, site: PilotSite | None, giver: User | None
) -> None:
    """Give the role without an end. It replaces a grant that has an end or begins later."""
    where: dict = {"organisation": None, "site": None}
    if role.scope == Scope.SITE:
        if site is None:
            return  # the organisation is no pilot site any more
        where["site"] = site
    elif role.scope == Scope.ORGANISATION:
        where["organisation"] = organisation
    held = user.role_grants.not_ended().filter(role=role.key, **where)
    if held.current().filter(valid_until=None).exists():
        return
    for grant in held:
        end_grant(grant, actor=giver)
    give_role(user, role, actor=None, giver=giver, notify_person=False, **where)


def _notify_inviter(invitation: Invitation, user: User) -> None:
    if invitation.invited_by is not None:
        where = invitation.organisation or "Netzwerk"
        notify(
            [invitation.invited_by],
            kind=notices.JOINING,
            title=f"{user} ist dabei",
            text=f"{user} hat die Einladung angenommen ({where}).",
            url=reverse("organisations:people", args=[invitation.organisation.slug])
            if invitation.organisation
            else "/",
        )


@transaction.atomic
def refuse_invitation(secret: str) -> Invitation | None:
    """Refuse an invitation and delete the names in it; None if it was not open. Its address is deleted after ninety days."""
    invitation = Invitation.objects.select_for_update().filter(fingerprint=tokens.fingerprint(secret)).first()
    if invitation is None or not invitation.is_open:
        return None
    invitation.withdrawn_at, invitation.refused = timezone.now(), True
    invitation.first_name = invitation.last_name = ""
    invitation.save(update_fields=["withdrawn_at", "refused", "first_name", "last_name"])
    return invitation


@transaction.atomic
def withdraw_invitation(invitation: Invitation, *, actor: User) -> None:
    """Raises PermissionDenied. An accepted or withdrawn invitation stays as it is."""
    if not access.can_view_invitation(actor, invitation):
        raise PermissionDenied
    open_one = Invitation.objects.select_for_update().filter(pk=invitation.pk, accepted_at__isnull=True)
    if open_one.filter(withdrawn_at__isnull=True).update(withdrawn_at=timezone.now()):
        log_action(
            "invitation_withdrawn", invitation.organisation or invitation, actor=actor, invitation=invitation.pk
        )


def forget_old_invitations() -> int:
    """Delete invitations that nobody accepted, ninety days after their end. Returns how many rows."""
    limit = timezone.now() - timedelta(days=90)
    return Invitation.objects.filter(accepted_at__isnull=True, expires_at__lt=limit).delete()[0]


def has_account(invitation: Invitation) -> bool:
    """Whether the invited address has an account. Show it only to holders of the link, who own the mailbox."""
    return User.objects.filter(email=invitation.email).exists()
