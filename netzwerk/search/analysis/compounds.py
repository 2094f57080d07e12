"""Splitting German compounds: "Hilfeplangespräch" is also a Hilfe, a Plan and a Gespräch.

The parts must be words of the corpus or words that editors have listed. Short words would split too much ("Rat" in "Beratung"),
so those under four letters count only if editors list them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from math import log

from netzwerk.search.analysis.stems import stem
from netzwerk.search.analysis.stopwords import STOP_WORDS

SHORTEST_PART, SHORTEST_LISTED = 4, 3
SHORTEST_WORD, LONGEST_WORD = 7, 60
ONLY_NO_LINK = ("",)
LINKS_BY_END = {
    "s": ("", "s", "es"),
    "n": ("", "n", "en"),
    "r": ("", "er"),
    "e": ("", "e"),
}  # linking letters between two parts
MOST_PARTS = 5
KNOWN_SHARE = 1 / 3  # of the letters of a compound with unknown parts that its known parts must have
PART_PENALTY = 1.0  # per part, on the scale of log frequencies: prefers splits into few parts
LISTED_COUNT = 50  # the frequency that a listed word counts with, however rare it is
CACHE_SIZE = 500_000
# Endings that are also words: "bedeutende" contains no "Ende", "spanische" no "Sche".
_ENDINGS = """
ende enden ender endes endem endere enderen enderes sche schen scher sches schem chen lich liche lichen licher enge
erin innen ische ischen ischer heit keit haft barkeit schaft mann sten stem erer eren erung erungen igen iger iges
ierung losen lose loser unge ungen ling erte erten
"""
NO_PARTS = frozenset(_ENDINGS.split())


class Splitter:
    """Splits compounds by the words of a corpus and their frequency.

    `listed`: words that count as parts although short or rare; `splits`: words whose parts editors have defined.
    """

    def __init__(
        self,
        words: Mapping[str, int] | None = None,
        listed: Iterable[str] = (),
        splits: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self._listed = frozenset(listed)
        self._splits = dict(splits or {})
        self._cache: dict[str, tuple[str, ...]] = {}
        heads: Counter[str] = Counter()  # by word, and by the word without a final e: "Schul", "Sprach"
        tails: Counter[str] = Counter()  # by stem, because the last part is inflected
        for word, count in (words or {}).items():
            if len(word) >= SHORTEST_PART and word.isalpha() and word not in STOP_WORDS:
                heads[word] += count
                heads[word.removesuffix("e")] += count * word.endswith("e")
                tails[stem(word)] += count
        self._exact_forms = self._listed | {word for word in words or () if word.isalpha() and _is_part(word)}
        self._words_and_endings = NO_PARTS & heads.keys()
        self._heads = {word: count for word, count in heads.items() if _is_part(word)}
        for word, count in tails.items():  # "Sozialraum", if the corpus has only "Sozialräume"
            if _is_part(word):
                self._heads.setdefault(word, count)
        self._heads |= dict.fromkeys(self._listed, LISTED_COUNT)
        self._tails = dict(tails)

    def parts(self, word: str) -> tuple[str, ...]:
        """The folded parts of a folded word; empty if it is no compound of known words."""
        cached = self._cache.get(word)
        if cached is None:
            if len(self._cache) > CACHE_SIZE:
                self._cache.clear()
            cached = self._cache[word] = self._splits.get(word) or self._split(word)
        return cached

    def is_known(self, word: str) -> bool:
        """Whether the corpus has it in any inflected form, or editors have listed it."""
        return self._tail_count(word) > 0 or word in self._heads

    def known_ends(self, word: str) -> tuple[str, ...]:
        """The longest known words at the beginning and the end of a compound with unknown parts.

        Empty if they are a small part of it; an end must be a word in this form: "Pfefferminzhausen" is a name, no "Haus".
        """
        if not self._may_be_compound(word) or self.is_known(word) or self.parts(word):
            return ()
        head_end = next((end for end in range(len(word) - 1, SHORTEST_PART - 1, -1) if self._head(word[:end])), 0)
        tail_starts = range(head_end or 1, len(word) - SHORTEST_PART + 1)
        tail_start = next((start for start in tail_starts if word[start:] in self._exact_forms), len(word))
        if head_end and tail_start - head_end < SHORTEST_LISTED:
            tail_start = len(word)  # no word fits between them: one of the two is there by chance
        known = head_end + len(word) - tail_start
        return (
            tuple(filter(None, (self._head(word[:head_end]), word[tail_start:])))
            if known >= KNOWN_SHARE * len(word)
            else ()
        )

    def doubtful_parts(self, word: str) -> tuple[str, ...]:
        """Two words of the corpus, the second of which is also an ending: "Fallende" may be "Fall" and "Ende".

        Too doubtful for splitting the words of documents, but a question with such a word has no typing error.
        """
        if not self._may_be_compound(word) or self.is_known(word) or self.parts(word):
            return ()
        for end in range(SHORTEST_PART, len(word) - SHORTEST_LISTED):
            head, tail = self._head(word[:end]), word[end:]
            if head and tail in self._words_and_endings:
                return head, tail
        return ()

    def _may_be_compound(self, word: str) -> bool:
        return SHORTEST_WORD <= len(word) <= LONGEST_WORD and word.isalpha()

    def _split(self, word: str) -> tuple[str, ...]:
        if not self._may_be_compound(word):
            return ()
        return max(self._candidates(word, MOST_PARTS), key=self._likelihood, default=())

    def _candidates(self, rest: str, most: int) -> Iterator[tuple[str, ...]]:
        """Every split of `rest` into two to `most` words."""
        for end in range(SHORTEST_LISTED, len(rest) - SHORTEST_LISTED + 1):
            if head := self._head(rest[:end]):
                tail = rest[end:]
                if self._tail_count(tail):
                    yield head, tail
                elif most > 2:
                    for parts in self._candidates(tail, most - 1):
                        yield head, *parts

    def _head(self, text: str) -> str:
        """The most frequent word that `text` is with or without linking letters."""
        best, most = "", 0
        for link in LINKS_BY_END.get(text[-1:], ONLY_NO_LINK):
            if text.endswith(link):
                word = text[: len(text) - len(link)]
                count = self._heads.get(word, 0)
                if count > most:
                    best, most = word, count
        return best

    def _likelihood(self, parts: tuple[str, ...]) -> tuple[float, int]:
        """Prefers few and frequent parts (geometric mean of their frequencies)."""
        counts = [*map(self._heads.__getitem__, parts[:-1]), self._tail_count(parts[-1])]
        frequency = sum(map(log, counts)) / len(counts)
        return frequency - PART_PENALTY * len(parts), min(map(len, parts))

    def _tail_count(self, word: str) -> int:
        if word in self._listed:
            return LISTED_COUNT
        return self._tails.get(stem(word), 0) if _is_part(word) else 0


def _is_part(word: str) -> bool:
    return len(word) >= SHORTEST_PART and word not in NO_PARTS and word not in STOP_WORDS
