"""What somebody may refer to: titles that begin with the words, then what a search for them finds."""

from collections.abc import Sequence
from typing import Any

from netzwerk.search.corpus.entries import KIND_FACET, kind_and_pk
from netzwerk.search.services.searching import search
from netzwerk.search.services.suggesting import hits_beginning_with

MOST_OFFERED = 20


def find_targets(user: Any, words: str, kinds: Sequence[str]) -> list[tuple[str, int]]:
    """Kind and primary key, the best first. While the engine is down, what the database finds."""
    begins = [hit.object for hit in hits_beginning_with(user, words, tuple(kinds))]
    found = search(user, words, chosen={KIND_FACET: tuple(kinds)}, per_page=MOST_OFFERED, counted=())
    keys = dict.fromkeys([*begins, *(result.object for result in found.results)])
    return [kind_and_pk(key) for key in keys][:MOST_OFFERED]
