"""The expected results, computed by a loop over all entries: slow, simple, without an engine."""

from collections import Counter
from collections.abc import Iterable

from netzwerk.search.engines.port import Entry, Plan, SearchRequest


def expected(query: SearchRequest, entries: Iterable[Entry]) -> set[str]:
    """Keys of all matching entries."""
    return {entry.key for entry in entries if _is_found(query, entry) and _is_chosen(query, entry)}


def expected_counts(query: SearchRequest, entries: Iterable[Entry]) -> dict[str, dict[str, int]]:
    found = [entry for entry in entries if _is_found(query, entry)]
    return {
        name: dict(
            Counter(
                value
                for entry in found
                if _is_chosen(query, entry, without=name)
                for value in set(entry.facets.get(name, ()))
            )
        )
        for name in query.counted
    }


def _is_found(query: SearchRequest, entry: Entry) -> bool:
    return (
        entry.audience_key in query.audience_keys and entry.object not in query.hidden and _matches(query.plan, entry)
    )


def _is_chosen(query: SearchRequest, entry: Entry, without: str = "") -> bool:
    return all(
        set(values) & set(entry.facets.get(name, ()))
        for name, values in query.chosen.items()
        if values and name != without
    )


def _matches(plan: Plan, entry: Entry) -> bool:
    streams = {name: set(getattr(entry.streams, name).split()) for name in entry.streams.__dataclass_fields__}
    return not plan.groups or any(
        sum(clause.token in streams[clause.stream] for clause in alternative.clauses) >= alternative.need
        for group in plan.groups
        for alternative in group
    )
