"""Permissions for maintaining the search. Who may see a result is decided by `visible_to` of its kind."""

from typing import TYPE_CHECKING

from netzwerk.members.access import reach
from netzwerk.members.roles import May

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from netzwerk.members.models import User


def can_maintain_search(user: "User | AnonymousUser") -> bool:
    """Edit the words of the search and see the statistics of its questions."""
    return reach(user, May.MAINTAIN_SEARCH).everywhere
