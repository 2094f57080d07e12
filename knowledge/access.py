"""Permissions of the library beyond reading what is visible to a user."""

from typing import TYPE_CHECKING

from netzwerk.members.access import reach
from netzwerk.members.roles import May

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from netzwerk.members.models import User


def can_maintain_library(user: "User | AnonymousUser") -> bool:
    """May edit vocabularies and glossary, see how often reports are read, and withdraw versions."""
    return reach(user, May.MAINTAIN_LIBRARY).everywhere
