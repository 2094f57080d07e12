"""A simple search in the database, used while the engine is down: every word must occur in a title or lead."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db.models import Q, QuerySet

from netzwerk.surfaces import registry
from netzwerk.surfaces.search_kinds import SearchDocument, SearchKind

MOST_FOUND = 100  # of each kind
MOST_WORDS = 6


def search(user: Any, text: str, kinds: Iterable[str] = ()) -> list[tuple[SearchKind, int]]:
    """Kind and primary key of the rows that the user may see, grouped by kind; at most MOST_FOUND of each."""
    words = text.split()[:MOST_WORDS]
    if not words:
        return []
    wanted = set(kinds)
    return [
        (kind, pk)
        for kind in registry.search_kinds
        if not wanted or kind.key in wanted
        for pk in _with_all(words, kind.default_rows(user), kind.fallback_fields)[:MOST_FOUND]
    ]


def _with_all(words: Iterable[str], rows: QuerySet, fields: Sequence[str]) -> QuerySet:
    """Primary keys of the rows with all words."""
    for word in words:
        rows = rows.filter(Q(*((f"{name}__icontains", word) for name in fields), _connector=Q.OR))
    return rows.order_by("-pk").values_list("pk", flat=True)


def describe(found: Iterable[tuple[SearchKind, int]]) -> Iterator[tuple[SearchKind, int, SearchDocument]]:
    """What is shown of these rows, in their order."""
    found = list(found)
    for kind in dict.fromkeys(kind for kind, _pk in found):
        wanted = [pk for one, pk in found if one is kind]
        rows = {row.pk: row for row in kind.rows().filter(pk__in=wanted)}
        for row in (rows[pk] for pk in wanted if pk in rows):
            if document := next(iter(kind.describe(row)), None):
                yield kind, row.pk, document
