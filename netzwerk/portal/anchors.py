"""HTML ids of items of an accordion, the same on the page and in links of search results."""

from hashlib import sha256


def part_of(stored_id: str | None, title: str) -> str:
    """A short id that does not change when the item is edited or moved. Items without a stored id are named by their title."""
    return sha256((stored_id or title).encode()).hexdigest()[:10]


def anchor_of(part: str) -> str:
    return f"abschnitt-{part}"
