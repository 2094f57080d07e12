"""Who may do what with people, organisations and roles."""

from collections.abc import Iterable

from django.contrib.auth.models import AnonymousUser

from netzwerk.members.models import (
    Application,
    Invitation,
    LogEntry,
    Membership,
    Organisation,
    PageLog,
    PilotSite,
    RoleGrant,
    User,
)
from netzwerk.members.reach import Reach, grants_of, reach
from netzwerk.members.roles import MEMBER, ROLE_BY_KEY, May, Role, Scope

# Organisations


def can_view_organisation(user: User | AnonymousUser, organisation: Organisation) -> bool:
    """Members of the network are public; one that has left is visible to the network office only."""
    return organisation.is_active or reach(user, May.MANAGE_ORGANISATIONS).everywhere


def can_view_site(user: User | AnonymousUser, site: PilotSite) -> bool:
    return can_view_organisation(user, site.organisation)


def can_edit_organisation(user: User | AnonymousUser, organisation: Organisation) -> bool:
    return organisation.is_active and reach(user, May.EDIT_ORGANISATION).has_organisation(organisation.pk)


def can_manage_organisations(user: User | AnonymousUser) -> bool:
    """Create organisations, change official data and pilot sites, end a membership in the network."""
    return reach(user, May.MANAGE_ORGANISATIONS).everywhere


def can_see_colleagues(user: User | AnonymousUser, organisation: Organisation) -> bool:
    return reach(user, May.SEE_COLLEAGUES).has_organisation(organisation.pk)


def coordinated_organisations(user: User | AnonymousUser) -> frozenset[int]:
    """Organisations that the person coordinates by a role there, whatever they may do in the whole network."""
    return frozenset(
        grant.organisation_id
        for grant in grants_of(user)
        if grant.organisation_id and grant.role in ROLE_BY_KEY and May.SEE_COLLEAGUES in ROLE_BY_KEY[grant.role].may
    )


def can_invite(user: User | AnonymousUser, organisation: Organisation | None) -> bool:
    """Into an organisation, or (None) into the network itself, which needs the permission to give network roles."""
    if organisation is None:
        return reach(user, May.GIVE_NETWORK_ROLES).everywhere
    return organisation.is_active and reach(user, May.INVITE_COLLEAGUES).has_organisation(organisation.pk)


def can_end_membership(user: User | AnonymousUser, membership: Membership) -> bool:
    own = membership.user_id == user.pk
    return own or reach(user, May.END_MEMBERSHIPS).has_organisation(membership.organisation_id)


# Roles


def can_give_role(
    user: User | AnonymousUser,
    role: Role,
    *,
    to: User | None,
    organisation: Organisation | None,
    site: PilotSite | None,
) -> bool:
    """Whether this person may give the role in that scope. Nobody gives a role to themselves (`to` None: not known yet)."""
    if to is not None and to.pk == user.pk:
        return False
    return _may_decide_on(user, role, organisation.pk if organisation else None, site)


def can_revoke_role(user: User | AnonymousUser, grant: RoleGrant) -> bool:
    """Those who may give it, and everyone for a role of their own. "Mitglied" ends with the membership only."""
    if grant.role == MEMBER.key:
        return False
    return grant.user_id == user.pk or _may_decide_on(user, grant.definition, grant.organisation_id, grant.site)


def _may_decide_on(
    user: User | AnonymousUser, role: Role, organisation_id: int | None, site: PilotSite | None
) -> bool:
    where = reach(user, role.given_by)
    if role.scope == Scope.NETWORK:
        return where.everywhere
    if role.scope == Scope.SITE:
        # The site's own coordination only, not the network office: who sees cases is decided where they are handled.
        return site is not None and site.organisation_id in where.organisations
    return organisation_id is not None and where.has_organisation(organisation_id)


def roles_to_give(user: User | AnonymousUser, organisation: Organisation | None, site: PilotSite | None) -> list[Role]:
    """The roles that this person may give somebody else there, in the order of roles.py."""
    return [
        role
        for role in ROLE_BY_KEY.values()
        if (role.scope != Scope.NETWORK) == (organisation is not None)
        and can_give_role(user, role, to=None, organisation=organisation, site=site)
    ]


def could_give_somewhere(user: User | AnonymousUser, role: Role) -> bool:
    """Whether this person may give the role in at least one scope; the services check in which."""
    where = reach(user, role.given_by)
    return bool(where.organisations) if role.scope == Scope.SITE else bool(where)


def can_view_grant(user: User | AnonymousUser, grant: RoleGrant) -> bool:
    if not user.is_authenticated or not user.is_active:
        return False
    if grant.user_id == user.pk or can_manage_people(user):
        return True
    where = reach(user, May.SEE_COLLEAGUES)
    return where.everywhere or grant.organisation_id in where.organisations or _site_is_of(grant, where)


def _site_is_of(grant: RoleGrant, where: Reach) -> bool:
    return grant.site is not None and grant.site.organisation_id in where.organisations


# People


def can_manage_people(user: User | AnonymousUser) -> bool:
    return reach(user, May.MANAGE_PEOPLE).everywhere


def can_view_person(user: User | AnonymousUser, person: User) -> bool:
    """Oneself; everyone for those who manage accounts; colleagues for their coordination; open profiles for members."""
    if not user.is_authenticated or not user.is_active:
        return False
    if person.pk == user.pk or can_manage_people(user):
        return True
    if not person.is_active:
        return False
    where = reach(user, May.SEE_COLLEAGUES)
    if where.everywhere or where.organisations & set(_current_organisations(person)):
        return True
    return person.profile_open and bool(reach(user, May.SEE_OPEN_PROFILES)) and person.role_grants.current().exists()


def _current_organisations(person: User) -> Iterable[int]:
    return person.memberships.current().values_list("organisation_id", flat=True)


def can_view_membership(user: User | AnonymousUser, membership: Membership) -> bool:
    if not user.is_authenticated or not user.is_active:
        return False
    own = membership.user_id == user.pk
    return (
        own or can_manage_people(user) or reach(user, May.SEE_COLLEAGUES).has_organisation(membership.organisation_id)
    )


def can_see_open_profiles(user: User | AnonymousUser) -> bool:
    return bool(reach(user, May.SEE_OPEN_PROFILES))


# Joining


def can_review_applications(user: User | AnonymousUser) -> bool:
    return reach(user, May.REVIEW_APPLICATIONS).everywhere


def can_view_application(user: User | AnonymousUser, application: Application) -> bool:
    return can_review_applications(user)


def can_view_invitation(user: User | AnonymousUser, invitation: Invitation) -> bool:
    if invitation.organisation_id is None:
        return reach(user, May.GIVE_NETWORK_ROLES).everywhere
    return reach(user, May.INVITE_COLLEAGUES).has_organisation(invitation.organisation_id)


# The office


def can_read_log(user: User | AnonymousUser) -> bool:
    return reach(user, May.READ_LOG).everywhere


def can_view_log_entry(user: User | AnonymousUser, entry: LogEntry | PageLog) -> bool:
    return can_read_log(user)


def can_use_desk(user: User | AnonymousUser) -> bool:
    """The office desk is open to everyone with a permission for one of its parts."""
    return can_review_applications(user) or can_manage_organisations(user) or can_manage_people(user)
