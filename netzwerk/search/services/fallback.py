"""A simple search in the database, used while the engine is down: every word must occur in a title or lead."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from netzwerk.surfaces import registry
from netzwerk.surfaces.search_kinds import SearchKind

MOST_FOUND = 100  # of each kind
MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class FallbackResult:
    kind: SearchKind
    pk: int
    title: str
    url: str
    summary: str
    date: date | None


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


def _with_all(words: Iterable[str], rows: QuerySet, fields: Iterable[str]) -> QuerySet:
    """Primary keys of the rows with all words."""
    for word in words:
        anywhere = Q()
        for name in fields:
            anywhere |= Q(**{f"{name}__icontains": word})
        rows = rows.filter(anywhere)
    return rows.order_by("-pk").values_list("pk", flat=True)


def describe(found: Iterable[tuple[SearchKind, int]]) -> Iterator[FallbackResult]:
    """What is shown of these rows, in their order."""
    found = list(found)
    for kind in dict.fromkeys(kind for kind, _pk in found):
        wanted = [pk for one, pk in found if one is kind]
        rows = {row.pk: row for row in kind.rows().filter(pk__in=wanted)}
        for row in (rows[pk] for pk in wanted if pk in rows):
            first = next(iter(kind.describe(row)), None)
            if first:
                yield FallbackResult(kind, row.pk, first.title, first.url, first.summary, first.date)
