"""The words of all documents and their frequency, counted at each rebuild. They split compounds and correct typing errors.

Stored in the database, so that all processes and both engines use the same; each process caches it until its version changes.
"""

import logging
import zlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from math import log1p

from django.utils import timezone

from netzwerk.search.analysis import tokens_of
from netzwerk.search.analysis.stems import stem
from netzwerk.search.analysis.stopwords import STOP_WORDS
from netzwerk.search.models import IndexState
from netzwerk.surfaces.ttl_cache import TtlCache

logger = logging.getLogger(__name__)
LONGEST = 40  # letters; longer words are dropped
MOST_WORDS = 300_000


@dataclass(frozen=True)
class Vocabulary:
    """Folded words with their frequency; `written` has the usual spelling of those that differ from it."""

    version: int = 0
    words: dict[str, int] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    usual_length: float = 0

    @cached_property
    def stems(self) -> Counter[str]:
        """Frequency of each stem, in any inflected form."""
        counts: Counter[str] = Counter()
        for word, count in self.words.items():
            counts[stem(word)] += count
        return counts

    @cached_property
    def documents(self) -> float:
        """Estimated number of documents."""
        return sum(self.words.values()) / self.usual_length if self.usual_length else 0

    def rarity(self, stem: str) -> float:
        """How rare a stem is, like the inverse document frequency of the engines."""
        return log1p(1 + self.documents / max(self.stems.get(stem, 0), 1))

    @cached_property
    def by_length(self) -> dict[int, list[str]]:
        """Words by their length, the most frequent first; for finding similar words."""
        found: dict[int, list[str]] = {}
        for word in sorted(self.words, key=lambda word: (-self.words[word], word)):
            found.setdefault(len(word), []).append(word)
        return found


class VocabularyBuilder:
    """Counts the raw words of documents one by one; each distinct word is analysed once, at the end."""

    def __init__(self, stop_words: frozenset[str] = STOP_WORDS) -> None:
        self._stop_words = stop_words
        self._raw: Counter[str] = Counter()
        self._documents = 0

    def add(self, raw: Iterable[str]) -> None:
        """The raw words of a document."""
        self._raw.update(raw)
        self._documents += 1

    def build(self, version: int = 0) -> Vocabulary:
        words: Counter[str] = Counter()
        written: dict[str, str] = {}
        length = 0  # of all documents, without stop words
        for raw, count in self._raw.most_common():
            tokens = tokens_of(raw)
            for token in tokens:
                length += count * (token.text not in self._stop_words)
                if not token.exact and len(token.text) <= LONGEST:
                    words[token.text] += count
                    if len(tokens) == 1:
                        written.setdefault(token.text, raw)
        frequent = dict(words.most_common(MOST_WORDS))
        written = {word: raw for word, raw in written.items() if raw != word and word in frequent}
        return Vocabulary(version, frequent, written, length / self._documents if self._documents else 0)


def save(vocabulary: Vocabulary, *, engine: str, made_with: str) -> None:
    """Store it; all processes use it from now on."""
    text = "\n".join(
        f"{word} {count} {vocabulary.written.get(word, '')}".rstrip() for word, count in vocabulary.words.items()
    )
    IndexState.objects.update_or_create(
        pk=IndexState.THE_ONE,
        defaults={
            "version": vocabulary.version,
            "engine": engine,
            "built_at": timezone.now(),
            "usual_length": vocabulary.usual_length,
            "vocabulary": zlib.compress(text.encode()),
            "made_with": made_with,
        },
    )
    forget_version()


_cached, _cached_version = Vocabulary(), 0
CACHE_SECONDS = 2  # after a rebuild, in which a process may still analyse questions by the old vocabulary


def current_version() -> int:
    """0 before the first rebuild. One query."""
    return IndexState.objects.values_list("version", flat=True).first() or 0


_version = TtlCache(current_version, seconds=CACHE_SECONDS)


def current() -> Vocabulary:
    """The vocabulary of the index in use; at most one query if this process has it cached."""
    global _cached, _cached_version  # one per process: it is large
    version = _version()
    if version != _cached_version:
        _cached, _cached_version = _load(), version
    return _cached


def forget_version() -> None:
    """For writers of the index, which must never use the vocabulary of before a rebuild."""
    _version.clear()


def is_damaged() -> bool:
    """Whether the stored vocabulary cannot be read. The search then works without one until the next rebuild."""
    state = IndexState.objects.first()
    return state is not None and _read(state) is None


def _load() -> Vocabulary:
    state = IndexState.objects.first()
    if state is None:
        return Vocabulary()
    found = _read(state)
    if found is None:
        logger.error("the vocabulary of the search is damaged")
        return Vocabulary(state.version)
    return found


def _read(state: IndexState) -> Vocabulary | None:
    try:
        lines = zlib.decompress(bytes(state.vocabulary)).decode().splitlines() if state.vocabulary else []
        rows = [line.split(" ") for line in lines]
        words = {row[0]: int(row[1]) for row in rows}
    except (zlib.error, ValueError, IndexError):
        return None
    return Vocabulary(state.version, words, {row[0]: row[2] for row in rows if len(row) > 2}, state.usual_length)
