"""Comparing index and database both ways, and mending what nobody noted."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import islice

from django.utils import timezone

from netzwerk.search import tasks
from netzwerk.search.corpus.entries import full_stamp, object_key
from netzwerk.search.engines.choice import current_engine
from netzwerk.search.models import IndexChange
from netzwerk.search.services.indexing import ROWS_AT_ONCE
from netzwerk.search.services.marking import mark
from netzwerk.surfaces import registry
from netzwerk.surfaces.search_kinds import SearchKind

KEPT = timedelta(days=1)  # of drained changes: longer than any rebuild takes


@dataclass
class Differences:
    """Keys of objects. Those with a pending change are left out: they are known to differ."""

    missing: set[str] = field(default_factory=set)  # the database has it, the index does not
    outdated: set[str] = field(default_factory=set)  # the index has another version of it
    surplus: set[str] = field(default_factory=set)  # the index has it, but nobody may find it any more

    def all(self) -> set[str]:
        return self.missing | self.outdated | self.surplus


def check() -> Differences:
    """Every object by its stamp. Raises EngineDown."""
    indexed: dict[str, set[str]] = {}
    for key, stamp in current_engine().stamps():
        indexed.setdefault(key, set()).add(stamp)
    found = Differences()
    for kind in registry.search_kinds:
        unknown: list[int] = []
        for pk, stamp in _stamps_of(kind):
            key = object_key(kind.key, pk)
            stamps = indexed.pop(key, None)
            if stamps is None:
                unknown.append(pk)
            elif stamps != {stamp}:
                found.outdated.add(key)
        found.missing |= {object_key(kind.key, pk) for pk in _speaking(kind, unknown)}
    found.surplus = set(indexed)
    pending = {str(change) for change in IndexChange.objects.pending()}
    return Differences(found.missing - pending, found.outdated - pending, found.surplus - pending)


def _stamps_of(kind: SearchKind) -> Iterator[tuple[int, str]]:
    """Primary key and present stamp of each row."""
    rows = kind.rows().values_list("pk", *kind.stamp_fields, named=True).iterator(chunk_size=ROWS_AT_ONCE)
    while batch := list(islice(rows, ROWS_AT_ONCE)):
        of_attachments = kind.attachment_stamps([row.pk for row in batch])
        for row in batch:
            yield row.pk, full_stamp(kind.stamp(row), of_attachments.get(row.pk))


def _speaking(kind: SearchKind, pks: list[int]) -> Iterator[int]:
    """Those that say anything: a page without questions has nothing to be found."""
    for start in range(0, len(pks), ROWS_AT_ONCE):
        for row in kind.rows().filter(pk__in=pks[start : start + ROWS_AT_ONCE]):
            if any(True for _one in kind.describe(row)):
                yield row.pk


def sweep() -> int:
    """Mark what differs, carry over what waits, forget what was carried over long ago; returns how many were carried over.

    Raises EngineDown.
    """
    found = check()
    # Only what is gone was withdrawn from anybody. The rest stands in the index as it stood a moment ago, or not at all.
    _mark_all(found.surplus, changes_audience=True)
    _mark_all(found.missing | found.outdated, changes_audience=False)
    IndexChange.objects.filter(drained_at__lt=timezone.now() - KEPT).delete()
    return tasks.drain()


def _mark_all(keys: set[str], *, changes_audience: bool) -> None:
    by_kind: dict[str, set[int]] = {}
    for key in keys:
        name, _, pk = key.partition(":")
        by_kind.setdefault(name, set()).add(int(pk))
    for name, pks in by_kind.items():
        mark(registry.search_kinds.get(name) or _gone(name), pks, changes_audience=changes_audience)


def _gone(name: str) -> SearchKind:
    """A kind that no feature registers any more: its entries are cleared away like those of deleted objects."""
    kind = SearchKind()
    kind.key = name
    return kind
