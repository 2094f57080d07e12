"""Permissions of the library beyond reading what is visible to a user."""

from django.contrib.auth.models import AnonymousUser

from netzwerk.members.models import User
from netzwerk.members.reach import reach
from netzwerk.members.roles import May


def can_maintain_library(user: User | AnonymousUser) -> bool:
    """May edit vocabularies and glossary, see how often reports are read, and withdraw versions."""
    return reach(user, May.MAINTAIN_LIBRARY).everywhere
