"""People, organisations, pilot sites, roles, applications and invitations."""

from netzwerk.members.models.drafts import ProfileDraft
from netzwerk.members.models.grants import RoleGrant
from netzwerk.members.models.joining import Application, ApplicationMessage, Invitation
from netzwerk.members.models.log import LogEntry, PageLog
from netzwerk.members.models.organisations import District, Organisation, PilotSite, Topic
from netzwerk.members.models.people import Membership, User, UserManager, normalise_email

__all__ = [
    "Application",
    "ApplicationMessage",
    "District",
    "Invitation",
    "LogEntry",
    "Membership",
    "Organisation",
    "PageLog",
    "PilotSite",
    "ProfileDraft",
    "RoleGrant",
    "Topic",
    "User",
    "UserManager",
    "normalise_email",
]
