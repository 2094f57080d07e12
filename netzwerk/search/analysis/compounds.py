"""Splitting German compounds: "Hilfeplangespräch" is also a Hilfe, a Plan and a Gespräch.

The parts must be words that the corpus itself uses, or words that editors have listed. Short words split too much
("Rat" in "Beratung"), so those under four letters count only where editors list them.
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
}  # letters between two words
MOST_PARTS = 5
MOSTLY = 1 / 3  # of its letters must be known of a compound that has unknown parts
EACH_PART = 1.0  # on the scale of logarithms of counts: a further part must be so much more usual
LISTED_COUNT = 50  # a word that editors list is at home in the field, however rare it is in the corpus
CACHE_SIZE = 500_000
# Endings that are words as well: "bedeutende" has no "Ende", "spanische" no "Sche".
_ENDINGS = """
ende enden ender endes endem endere enderen enderes sche schen scher sches schem chen lich liche lichen licher enge
erin innen ische ischen ischer heit keit haft barkeit schaft mann sten stem erer eren erung erungen igen iger iges
ierung losen lose loser unge ungen ling erte erten
"""
NO_PARTS = frozenset(_ENDINGS.split())


class Splitter:
    """Knows the words of a corpus and how often it uses them.

    `listed` are words that count as parts although short or rare; `splits` are words whose parts editors have said themselves.
    """

    def __init__(
        self,
        words: Mapping[str, int] | None = None,
        listed: Iterable[str] = (),
        splits: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self._listed = frozenset(listed)
        self._splits = dict(splits or {})
        self._known: dict[str, tuple[str, ...]] = {}
        heads: Counter[str] = Counter()  # by the word as it is, and without its e: "Schul" and "Sprach" lose it
        tails: Counter[str] = Counter()  # by stem: a compound's last word is inflected
        for word, count in (words or {}).items():
            if len(word) >= SHORTEST_PART and word.isalpha() and word not in STOP_WORDS:
                heads[word] += count
                heads[word.removesuffix("e")] += count * word.endswith("e")
                tails[stem(word)] += count
        self._written = self._listed | {word for word in words or () if word.isalpha() and _is_part(word)}
        self._endings = NO_PARTS & heads.keys()
        self._heads = {word: count for word, count in heads.items() if _is_part(word)}
        for word, count in tails.items():  # "Sozialraum", where the corpus has only "Sozialräume"
            if _is_part(word):
                self._heads.setdefault(word, count)
        self._heads |= dict.fromkeys(self._listed, LISTED_COUNT)
        self._tails = dict(tails)

    def parts(self, word: str) -> tuple[str, ...]:
        """The folded parts of a folded word, none where it is no compound of known words."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) > CACHE_SIZE:
                self._known.clear()
            known = self._known[word] = self._splits.get(word) or self._split(word)
        return known

    def knows(self, word: str) -> bool:
        """In some form it stands in the corpus, or in the editors' list."""
        return self._tail_count(word) > 0 or word in self._heads

    def ends(self, word: str) -> tuple[str, ...]:
        """The longest known words at the beginning and at the end of a compound that is not known in all its parts. None where
        they are a small part of it, or the end is no word as it stands: "Pfefferminzhausen" is a name, no house."""
        if not self._may_be_compound(word) or self.knows(word) or self.parts(word):
            return ()
        head_end = next((end for end in range(len(word) - 1, SHORTEST_PART - 1, -1) if self._head(word[:end])), 0)
        tail_starts = range(head_end or 1, len(word) - SHORTEST_PART + 1)
        tail_start = next((start for start in tail_starts if self._is_written(word[start:])), len(word))
        if head_end and tail_start - head_end < SHORTEST_LISTED:
            tail_start = len(word)  # between them stands no word: one of the two is found by chance
        known = head_end + len(word) - tail_start
        return (
            tuple(filter(None, (self._head(word[:head_end]), word[tail_start:])))
            if known >= MOSTLY * len(word)
            else ()
        )

    def doubtful_parts(self, word: str) -> tuple[str, ...]:
        """Two words of the corpus, of which the second is an ending as well: "Fallende" may be the end of a case. Too doubtful
        to cut a document's words by, but whoever types it has probably made no error."""
        if not self._may_be_compound(word) or self.knows(word) or self.parts(word):
            return ()
        for end in range(SHORTEST_PART, len(word) - SHORTEST_LISTED):
            head, tail = self._head(word[:end]), word[end:]
            if head and self._is_written_ending(tail):
                return head, tail
        return ()

    def _is_written_ending(self, word: str) -> bool:
        return word in self._endings

    def _may_be_compound(self, word: str) -> bool:
        return SHORTEST_WORD <= len(word) <= LONGEST_WORD and word.isalpha()

    def _is_written(self, word: str) -> bool:
        """In exactly this form."""
        return word in self._written

    def _split(self, word: str) -> tuple[str, ...]:
        if not self._may_be_compound(word):
            return ()
        ways = list(self._ways(word, MOST_PARTS))
        return max(ways, key=self._likeliness) if ways else ()

    def _ways(self, rest: str, most: int) -> Iterator[tuple[str, ...]]:
        """Every way to read `rest` as two or more words."""
        for end in range(SHORTEST_LISTED, len(rest) - SHORTEST_LISTED + 1):
            if head := self._head(rest[:end]):
                tail = rest[end:]
                if self._tail_count(tail):
                    yield head, tail
                elif most > 2:
                    for parts in self._ways(tail, most - 1):
                        yield head, *parts

    def _head(self, text: str) -> str:
        """The word at a compound's beginning, without the letters that link it to the next; the most usual one."""
        best, most = "", 0
        for link in LINKS_BY_END.get(text[-1:], ONLY_NO_LINK):
            if text.endswith(link):
                word = text[: len(text) - len(link)]
                count = self._heads.get(word, 0)
                if count > most:
                    best, most = word, count
        return best

    def _likeliness(self, parts: tuple[str, ...]) -> tuple[float, int]:
        """Few parts, and such as the corpus uses often (the geometric mean of their counts)."""
        counts = [*map(self._heads.__getitem__, parts[:-1]), self._tail_count(parts[-1])]
        often = sum(map(log, counts)) / len(counts)
        return often - EACH_PART * len(parts), min(map(len, parts))

    def _tail_count(self, word: str) -> int:
        if word in self._listed:
            return LISTED_COUNT
        return self._tails.get(stem(word), 0) if _is_part(word) else 0


def _is_part(word: str) -> bool:
    return len(word) >= SHORTEST_PART and word not in NO_PARTS and word not in STOP_WORDS
