"""The words of all documents: they split compounds and show what was probably meant. Counted at each rebuild.

It stands in the database, so that all processes and both engines have the same; each process keeps it until the version
changes.
"""

import logging
import zlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from math import log1p

from django.utils import timezone

from netzwerk.search.analysis import signs_of
from netzwerk.search.analysis.stems import stem
from netzwerk.search.analysis.stopwords import STOP_WORDS
from netzwerk.search.models import IndexState
from netzwerk.surfaces.ttl_cache import TtlCache

logger = logging.getLogger(__name__)
LONGEST = 40  # letters of a word worth keeping
MOST_WORDS = 300_000


@dataclass(frozen=True)
class Vocabulary:
    """Folded words with how often they stand in the documents; `written` has those that are not written as they are folded."""

    version: int = 0
    words: dict[str, int] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    usual_length: float = 0

    @cached_property
    def stems(self) -> Counter[str]:
        """How often each stem stands in the documents, in any form."""
        counts: Counter[str] = Counter()
        for word, count in self.words.items():
            counts[stem(word)] += count
        return counts

    @cached_property
    def documents(self) -> float:
        """About how many there are."""
        return sum(self.words.values()) / self.usual_length if self.usual_length else 0

    def rarity(self, stem: str) -> float:
        """How much a stem tells, as engines count it: the more, the fewer documents have it."""
        return log1p(1 + self.documents / max(self.stems.get(stem, 0), 1))

    @cached_property
    def by_length(self) -> dict[int, list[str]]:
        """For finding words that look alike: those of the same length, the most usual first."""
        found: dict[int, list[str]] = {}
        for word in sorted(self.words, key=lambda word: (-self.words[word], word)):
            found.setdefault(len(word), []).append(word)
        return found


class Counting:
    """Counts the words of documents as they go by; what they mean is worked out once for each word, at the end."""

    def __init__(self, stop_words: frozenset[str] = STOP_WORDS) -> None:
        self._stop_words = stop_words
        self._raw: Counter[str] = Counter()
        self._documents = 0

    def add(self, raw: Iterable[str]) -> None:
        """The raw words of a document."""
        self._raw.update(raw)
        self._documents += 1

    def vocabulary(self, version: int = 0) -> Vocabulary:
        words: Counter[str] = Counter()
        written: dict[str, str] = {}
        length = 0  # of all documents: their words that say something
        for raw, count in self._raw.most_common():
            signs = signs_of(raw)
            for sign in signs:
                length += count * (sign.text not in self._stop_words)
                if not sign.exact and len(sign.text) <= LONGEST:
                    words[sign.text] += count
                    if len(signs) == 1:
                        written.setdefault(sign.text, raw)
        kept = dict(words.most_common(MOST_WORDS))
        written = {word: raw for word, raw in written.items() if raw != word and word in kept}
        return Vocabulary(version, kept, written, length / self._documents if self._documents else 0)


def save(vocabulary: Vocabulary, *, engine: str, made_with: str) -> None:
    """From now on all processes use it."""
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
    look_again()


_kept, _kept_for = Vocabulary(), 0  # and the version that was asked for
KEPT_SECONDS = 2  # for so long after a rebuild a process may go on reading questions by the vocabulary before


def current_version() -> int:
    """0 where nothing was ever built. One query."""
    return IndexState.objects.values_list("version", flat=True).first() or 0


_version = TtlCache(current_version, seconds=KEPT_SECONDS)


def current() -> Vocabulary:
    """The vocabulary of the index in use; at most one query where this process has it already."""
    global _kept, _kept_for  # one for the process: it is large, and the same for everybody
    version = _version()
    if version != _kept_for:
        _kept, _kept_for = _load(), version
    return _kept


def look_again() -> None:
    """Whoever writes into the index must not be behind a rebuild even for seconds."""
    _version.clear()


def is_damaged() -> bool:
    """Whether what is stored cannot be read. Until the next rebuild the search does without."""
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
