"""Permissions for maintaining the search. Who may see a result is decided by `visible_to` of its kind."""

from django.contrib.auth.models import AnonymousUser

from netzwerk.members.models import User
from netzwerk.members.reach import reach
from netzwerk.members.roles import May


def can_maintain_search(user: User | AnonymousUser) -> bool:
    """Edit the words of the search and see the statistics of its questions."""
    return reach(user, May.MAINTAIN_SEARCH).everywhere
