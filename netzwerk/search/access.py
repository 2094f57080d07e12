"""Who may do what with the search itself. What somebody finds follows from the things found: each kind's `visible_to`."""

from netzwerk.members.access import reach
from netzwerk.members.roles import May


def can_keep_search(user) -> bool:
    """Keep synonyms and compound words, and see what is asked."""
    return reach(user, May.KEEP_SEARCH).everywhere
