"""Permissions for maintaining the search. Who may see a result is decided by `visible_to` of its kind."""

from netzwerk.members.access import reach
from netzwerk.members.roles import May


def can_keep_search(user) -> bool:
    """Edit the words of the search and see the statistics of its questions."""
    return reach(user, May.KEEP_SEARCH).everywhere
