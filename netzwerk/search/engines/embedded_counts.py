"""How many entries have each value of a facet, in tantivy.

It counts one value per entry twenty times faster than several. Entries that have several mostly share few sets of them, so each
facet stands in the index twice: its values, and all of them together as one. The sets are counted, and their values are
added up; a facet of which there turn out to be many sets is counted by its values.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache, partial

import tantivy

from netzwerk.search.engines.embedded_query import QueryMaker
from netzwerk.search.engines.port import Plan, SearchRequest

VALUES, SETS = "facets", "facet_sets"  # fields of the index
BETWEEN = "\x1f"  # stands in no value
FEW = 500  # sets, which are handed over one by one
MOST_VALUES = 65_000  # of a facet
CACHE_SIZE = 200  # questions


def add_counted_fields(builder: tantivy.SchemaBuilder) -> None:
    for name in (VALUES, SETS):
        builder.add_json_field(name, fast=True, tokenizer_name="raw", index_option="basic")


def add_counted(document: tantivy.Document, facets: Mapping[str, Sequence[str]]) -> None:
    document.add_json(VALUES, {name: list(values) for name, values in facets.items()})
    document.add_json(SETS, {name: BETWEEN.join(sorted(set(values))) for name, values in facets.items() if values})


Counts = Mapping[str, Mapping[str, int]]  # by facet and value; what no entry has is missing


class FacetCounter:
    """Of an index as it is at one moment. It remembers what was counted last: whoever turns a page, sorts, or asks what others
    have asked, with the same audience keys, gets the same counts."""

    def __init__(self, searcher: tantivy.Searcher, make: QueryMaker, before: "FacetCounter | None" = None) -> None:
        self._many: set[str] = before._many if before else set()  # facets of which there are many sets
        # Nothing of itself in it: an index that is replaced must go at once, with its files.
        self._counted = lru_cache(CACHE_SIZE)(partial(_count, searcher, make, self._many))

    def counts(self, request: SearchRequest) -> Counts:
        """Of what is asked, for each of its counted facets. Nobody may change them: others get them, too."""
        if not request.counted:
            return {}
        chosen = tuple(sorted(request.chosen.items()))
        return self._counted(request.plan, request.audience_keys, request.hidden, chosen, request.counted)


def _count(
    searcher: tantivy.Searcher,
    make: QueryMaker,
    many: set[str],
    plan: Plan,
    audience_keys: frozenset[str],
    hidden: tuple[str, ...],
    chosen: tuple[tuple[str, tuple[str, ...]], ...],
    counted: tuple[str, ...],
) -> Counts:
    counts: dict[str, Mapping[str, int]] = {}
    for names, query in make.count_queries(SearchRequest(plan, audience_keys, hidden, dict(chosen), counted)):
        counts |= _of_facets(searcher, query, names, many)
    return counts


def _of_facets(searcher: tantivy.Searcher, query: tantivy.Query, names: Iterable[str], many: set[str]) -> Counts:
    asked = [(name, VALUES if name in many else SETS) for name in names]
    wanted = {
        name: {"terms": {"field": f"{field}.{name}", "size": FEW if field == SETS else MOST_VALUES}}
        for name, field in asked
    }
    answers = searcher.aggregate(query, wanted)
    too_many = [name for name, field in asked if field == SETS and answers[name]["sum_other_doc_count"]]
    counts = {name: _added_up(answers[name]["buckets"]) for name, _field in asked if name not in too_many}
    if too_many:
        many.update(too_many)
        return {**counts, **_of_facets(searcher, query, too_many, many)}
    return counts


def _added_up(buckets: Iterable[Mapping]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for bucket in buckets:
        for value in bucket["key"].split(BETWEEN):
            counts[value] += bucket["doc_count"]
    return dict(counts)
