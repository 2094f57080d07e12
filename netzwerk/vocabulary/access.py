"""Who may change the vocabularies. Django permissions decide, which roles give to their groups."""

from typing import Any


def can_propose_terms(user: Any) -> bool:
    """May add terms; without can_maintain_terms they are proposals."""
    return user.is_active and user.has_perm("vocabulary.add_term")


def can_maintain_terms(user: Any) -> bool:
    """May accept, change and delete terms."""
    return user.is_active and user.has_perm("vocabulary.change_term")


def can_merge_terms(user: Any) -> bool:
    return user.is_active and user.has_perm("vocabulary.merge_term")
