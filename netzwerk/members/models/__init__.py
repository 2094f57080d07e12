"""People, organisations, pilot sites, roles, applications and invitations."""

from netzwerk.members.models.drafts import ProfileDraft
from netzwerk.members.models.former_topics import FormerTopic
from netzwerk.members.models.grants import RoleGrant
from netzwerk.members.models.joining import Application, ApplicationMessage, Invitation
from netzwerk.members.models.log import LogEntry, PageLog
from netzwerk.members.models.organisations import District, Organisation, PilotSite
from netzwerk.members.models.people import Membership, User, UserManager, normalise_email

__all__ = [
    "Application",
    "ApplicationMessage",
    "District",
    "FormerTopic",
    "Invitation",
    "LogEntry",
    "Membership",
    "Organisation",
    "PageLog",
    "PilotSite",
    "ProfileDraft",
    "RoleGrant",
    "User",
    "UserManager",
    "normalise_email",
]
