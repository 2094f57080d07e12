"""What every registry has: entries with a key, iterated by `order`, small numbers first."""

from collections.abc import Iterator
from typing import Generic, Protocol, TypeVar


class Entry(Protocol):
    key: str
    order: int


EntryType = TypeVar("EntryType", bound=Entry)


class Registry(Generic[EntryType]):
    """Entries by key, iterated by `order`. `register` raises ValueError for a key that exists."""

    def __init__(self) -> None:
        self._entries: dict[str, EntryType] = {}

    def register(self, entry: EntryType) -> None:
        if entry.key in self._entries:
            raise ValueError(f"{entry.key!r} is registered already")
        self._entries[entry.key] = entry

    def get(self, key: str) -> EntryType | None:
        return self._entries.get(key)

    def __iter__(self) -> Iterator[EntryType]:
        return iter(sorted(self._entries.values(), key=lambda entry: (entry.order, entry.key)))
