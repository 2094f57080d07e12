"""Addresses of what folds away on a page: the same in its HTML and in a list of search results."""

from hashlib import sha256


def part_of(stored_id: str | None, title: str) -> str:
    """A short name that stays while an item is edited and moved. One that no editor has saved yet goes by its title."""
    return sha256((stored_id or title).encode()).hexdigest()[:10]


def anchor_of(part: str) -> str:
    return f"abschnitt-{part}"
