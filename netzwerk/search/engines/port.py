"""The interface of all engines. Texts and questions arrive analysed; engines only store, count and sort."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol, Self

from netzwerk.search.analysis import Streams
from netzwerk.search.analysis.analyser import FILLER


class EngineDown(Exception):
    """The engine does not answer, has no index, or answers nonsense. Readers get the fallback search instead."""


class WriterBusy(Exception):
    """Another process holds the writer lock; it drains all pending changes, ours too."""


class Stream(StrEnum):
    """The searchable fields; the values are attributes of Streams and names in stored indexes."""

    TITLE = "title"
    STEMS = "stems"
    WORDS = "words"
    GRAMS = "grams"
    PAIRS = "pairs"
    BEGINS = "begins"


# Hits beyond this cannot be paged to: Elasticsearch's `max_result_window`. tantivy needs memory for each of them.
FURTHEST = 10_000
# Streams in which the frequency of a token matters.
COUNTED_STREAMS = frozenset({Stream.TITLE, Stream.STEMS, Stream.WORDS})


class Order(StrEnum):
    RELEVANCE = "relevanz"
    NEWEST = "neueste"
    TITLE = "titel"
    APPEARED = "erschienen"  # when it was first published, whatever date it shows; for feeds


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of the index. `shown` is returned unchanged with each hit."""

    key: str  # "fragen:12:ab34", unique
    object: str  # "fragen:12"; several entries may share it
    kind: str
    audience_key: str
    stamp: str
    streams: Streams
    facets: Mapping[str, tuple[str, ...]]
    day: int  # ordinal; 0 without a date
    freshness: float  # its score is multiplied by this, which is between 1/16 and 1
    title_key: str  # sort key
    shown: Mapping[str, Any]
    appeared: int = 0  # seconds since 1970; 0 if unknown

    def tokens(self, stream: Stream) -> str:
        """Never empty: Lucene ignores empty texts in average lengths, tantivy does not."""
        return getattr(self.streams, stream) or FILLER


@dataclass(frozen=True, slots=True)
class Clause:
    """A token in a stream, and its weight in the score."""

    stream: Stream
    token: str
    weight: float


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to match a word of the question. The score is the sum of its clauses; at least `need` of them must match."""

    clauses: tuple[Clause, ...]
    need: int = 1


Group = tuple[Alternative, ...]  # for one word of the question; the best one counts


@dataclass(frozen=True, slots=True)
class Plan:
    """The query. At least one of the groups must match; boosts only add to the score; no groups match everything.

    If a document matches all of several groups, `all_found` is added to its score.
    """

    groups: tuple[Group, ...] = ()
    boosts: tuple[Clause, ...] = ()
    all_found: float = 0

    @classmethod
    def of(cls, *clauses: Clause, need: int = 1) -> Self:
        """A plan with one alternative."""
        return cls(((Alternative(clauses, need),),))


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """A plan and its audience: only entries with one of the `audience_keys` are found, and none of the `hidden` objects.

    `chosen` values are combined by OR within a facet and by AND across facets. The response counts all values of each facet in
    `counted`, filtered by the *other* facets' choices.
    """

    plan: Plan
    audience_keys: frozenset[str]
    hidden: tuple[str, ...] = ()
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    counted: tuple[str, ...] = ()
    order: Order = Order.RELEVANCE
    start: int = 0
    size: int = 10

    @property
    def window(self) -> tuple[int, int]:
        """Start and size of the returned hits. Pages beyond FURTHEST are empty, with correct counts."""
        start = min(self.start, FURTHEST)
        return start, min(self.size, FURTHEST - start)


@dataclass(frozen=True, slots=True)
class Hit:
    key: str
    object: str
    kind: str
    score: float  # 0 if not sorted by relevance
    shown: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SearchResponse:
    hits: list[Hit]
    total: int
    counts: Mapping[str, Mapping[str, int]]  # by facet, by value


class Rebuild(Protocol):
    """A new index beside the one in use."""

    def add(self, entry: Entry) -> None: ...

    def publish(self) -> None:
        """Put it in use and delete the old one."""

    def drop(self) -> None:
        """Delete it unpublished."""


class Engine(Protocol):
    """Every method raises EngineDown if the engine cannot answer."""

    name: str

    def search(self, request: SearchRequest) -> SearchResponse: ...

    def scan(self, request: SearchRequest) -> Iterator[str]:
        """Objects of all matching entries, beyond FURTHEST too, in order and from one state of the index.

        Ignores start and size; never holds many objects in memory."""

    def write(self, entries: Iterable[Entry], objects: Iterable[str]) -> None:
        """Replace all entries of these objects by the given ones. On return they are durable and visible to readers."""

    def rebuild(self) -> Rebuild: ...

    def stamps(self) -> Iterator[tuple[str, str]]:
        """Object and stamp of each entry."""

    def lock(self) -> AbstractContextManager[None]:
        """The writer lock; released when its process dies. Raises WriterBusy if another process holds it."""

    def check(self) -> None:
        """Raise EngineDown if it cannot search."""

    def size(self) -> tuple[int, int]:
        """Number of entries and of bytes."""

    def remove(self) -> None:
        """Delete the index."""
