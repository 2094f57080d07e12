"""Compares index and database in both directions, and repairs differences that no change marked."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import islice

from django.utils import timezone

from netzwerk.search import tasks
from netzwerk.search.corpus.entries import full_stamp, kind_and_pk, object_key, pks_by_kind
from netzwerk.search.engines.choice import current_engine
from netzwerk.search.models import IndexChange
from netzwerk.search.services.indexing import ROWS_AT_ONCE
from netzwerk.search.services.marking import mark
from netzwerk.surfaces import registry
from netzwerk.surfaces.search_kinds import SearchKind

RETENTION = timedelta(days=1)  # of drained changes; longer than a rebuild takes


@dataclass
class Differences:
    """Keys of objects, without those that have a pending change."""

    missing: set[str] = field(default_factory=set)  # not in the index
    outdated: set[str] = field(default_factory=set)  # another version in the index
    surplus: set[str] = field(default_factory=set)  # in the index, but no longer in the database

    def all(self) -> set[str]:
        return self.missing | self.outdated | self.surplus


def check() -> Differences:
    """Compare the stamps of all objects. Raises EngineDown."""
    indexed: dict[str, set[str]] = {}
    for key, stamp in current_engine().stamps():
        indexed.setdefault(key, set()).add(stamp)
    differences = Differences()
    for kind in registry.search_kinds:
        unknown: list[int] = []
        for pk, stamp in _stamps_of(kind):
            key = object_key(kind.key, pk)
            stamps = indexed.pop(key, None)
            if stamps is None:
                unknown.append(pk)
            elif stamps != {stamp}:
                differences.outdated.add(key)
        differences.missing |= {object_key(kind.key, pk) for pk in _with_entries(kind, unknown)}
    differences.surplus = set(indexed)
    pending = {str(change) for change in IndexChange.objects.pending()}
    return Differences(differences.missing - pending, differences.outdated - pending, differences.surplus - pending)


def _stamps_of(kind: SearchKind) -> Iterator[tuple[int, str]]:
    """Primary key and stamp of each row."""
    rows = kind.rows().values_list("pk", *kind.stamp_fields, named=True).iterator(chunk_size=ROWS_AT_ONCE)
    while batch := list(islice(rows, ROWS_AT_ONCE)):
        of_attachments = kind.attachment_stamps([row.pk for row in batch])
        for row in batch:
            yield row.pk, full_stamp(kind.stamp(row), of_attachments.get(row.pk))


def _with_entries(kind: SearchKind, pks: list[int]) -> Iterator[int]:
    """Those that have entries at all; an FAQ page without questions has none."""
    for start in range(0, len(pks), ROWS_AT_ONCE):
        for row in kind.rows().filter(pk__in=pks[start : start + ROWS_AT_ONCE]):
            if any(True for _one in kind.describe(row)):
                yield row.pk


def sweep() -> int:
    """Mark differences, drain all pending changes, delete old drained ones; returns how many changes were drained.

    Raises EngineDown.
    """
    differences = check()
    # Only surplus entries may show something that was withdrawn.
    _mark_all(differences.surplus, changes_audience=True)
    _mark_all(differences.missing | differences.outdated, changes_audience=False)
    IndexChange.objects.filter(drained_at__lt=timezone.now() - RETENTION).delete()
    return tasks.drain()


def _mark_all(keys: set[str], *, changes_audience: bool) -> None:
    for name, pks in pks_by_kind(map(kind_and_pk, keys)).items():
        mark(registry.search_kinds.get(name) or _unregistered(name), pks, changes_audience=changes_audience)


def _unregistered(name: str) -> SearchKind:
    """A kind that no feature registers any more: its entries are removed like those of deleted objects."""
    kind = SearchKind()
    kind.key = name
    return kind
