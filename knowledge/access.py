"""Who may do what in the library, beyond reading what is open to them."""

from netzwerk.members.access import reach
from netzwerk.members.roles import May


def can_keep_library(user) -> bool:
    """Vocabularies, glossary, how often reports are read, and taking versions back."""
    return reach(user, May.KEEP_LIBRARY).everywhere
