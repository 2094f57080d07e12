"""What every engine can do, in words of no engine. Texts and questions arrive analysed; engines only count, sort and keep."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol

from netzwerk.search.analysis import Streams
from netzwerk.search.analysis.analyser import FILLER


class EngineDown(Exception):
    """The engine does not answer, has no index, or answers nonsense. Readers get a plain database search instead."""


class WriterBusy(Exception):
    """Somebody else is writing into the index now, and will also write what we wanted to."""


class Stream(StrEnum):
    """The searchable fields, named as in Streams."""

    TITLE = "title"
    STEMS = "stems"
    WORDS = "words"
    GRAMS = "grams"
    PAIRS = "pairs"
    BEGINS = "begins"


# Hits that can be reached by turning pages: Elasticsearch's `max_result_window`. tantivy takes memory for each of them.
FURTHEST = 10_000
# Where it matters how often a token stands there.
COUNTED_STREAMS = frozenset({Stream.TITLE, Stream.STEMS, Stream.WORDS})


class Order(StrEnum):
    RELEVANCE = "relevanz"
    NEWEST = "neueste"
    TITLE = "titel"
    APPEARED = "erschienen"  # when it went online, whatever day it is about; for feeds


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to be found, as an engine keeps it. `shown` comes back with each hit, as it is."""

    key: str  # "fragen:12:ab34", unique
    object: str  # "fragen:12"; several entries may share it
    kind: str
    audience_key: str
    stamp: str
    streams: Streams
    facets: Mapping[str, tuple[str, ...]]
    day: int  # ordinal; 0 where it has no date
    freshness: float  # its score is multiplied by this, which is between 1/16 and 1
    title_key: str  # sorts by title
    shown: Mapping[str, Any]
    appeared: int = 0  # seconds since 1970; 0 where it does not say

    def tokens(self, stream: Stream) -> str:
        """Never empty: Lucene leaves empty texts out when it takes averages, tantivy does not."""
        return getattr(self.streams, stream) or FILLER


@dataclass(frozen=True, slots=True)
class Clause:
    """A token in a stream, and how much it counts where it is found."""

    stream: Stream
    token: str
    weight: float


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to find a word of the question: its score is the sum of its clauses, of which at least `need` must be found."""

    clauses: tuple[Clause, ...]
    need: int = 1


Group = tuple[Alternative, ...]  # of which the best counts


@dataclass(frozen=True, slots=True)
class Plan:
    """What is asked. At least one of the groups must be found; boosts only raise what is found; no groups mean everything.

    Where there are several groups and a document has all of them, `all_found` is added to its score.
    """

    groups: tuple[Group, ...] = ()
    boosts: tuple[Clause, ...] = ()
    all_found: float = 0


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """A plan and its audience: only entries with one of the `audience_keys` are found, and none of the `hidden` objects.

    `chosen` values are OR inside a facet, AND across. For each facet in `counted` the answer counts all values under the
    *other* facets' choices.
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
        """Start and size of what is handed out. Nobody turns so many pages: further ones are empty, with true counts."""
        start = min(self.start, FURTHEST)
        return start, min(self.size, FURTHEST - start)


@dataclass(frozen=True, slots=True)
class Hit:
    key: str
    object: str
    kind: str
    score: float  # 0 where something else sorts
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
        """From now on readers see this one; the old one goes."""

    def drop(self) -> None:
        """Leave nothing behind."""


class Engine(Protocol):
    """Every method raises EngineDown where the engine cannot answer."""

    name: str

    def search(self, request: SearchRequest) -> SearchResponse: ...

    def scan(self, request: SearchRequest) -> Iterator[str]:
        """Objects of all entries that this finds, in its order and from one state of the index; start and size do not count.

        Beyond FURTHEST too, and never many at once in memory."""

    def write(self, entries: Iterable[Entry], objects: Iterable[str]) -> None:
        """Replace all entries of these objects by the given ones; when it returns, readers see it and no crash loses it."""

    def rebuild(self) -> Rebuild: ...

    def stamps(self) -> Iterator[tuple[str, str]]:
        """Object and stamp of every entry."""

    def lock(self) -> AbstractContextManager[None]:
        """Held while writing; freed by the death of its holder. Raises WriterBusy at once where somebody else holds it."""

    def check(self) -> None:
        """Whether it can be asked. Raises EngineDown."""
        ...

    def size(self) -> tuple[int, int]:
        """How many entries, how many bytes."""

    def remove(self) -> None:
        """Leave nothing behind."""
