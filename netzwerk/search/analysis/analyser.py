"""What a document becomes: streams of tokens, parted by spaces, that an engine takes as they are."""

import itertools
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from netzwerk.search.analysis.compounds import Splitter
from netzwerk.search.analysis.stems import stem
from netzwerk.search.analysis.stopwords import STOP_WORDS
from netzwerk.search.analysis.words import Sign, plain, raw_words, signs_of
from netzwerk.search.weights import WEIGHTS, Weights

GRAM = 4
GRAMS_A_WORD = 6  # about, in German
FILLER_SIGN = "_"
LONGEST_BEGINNING = 15
MOST_REMEMBERED = 300_000


@dataclass(frozen=True, slots=True)
class Forms:
    """One word in all its forms. `stems` are its own stem and those of its parts, `grams` its letters in fours, as streams
    hold them."""

    word: str
    stem: str
    parts: tuple[str, ...]
    stems: str
    grams: str
    is_whole: bool  # the joined form of a word with a hyphen, whose parts stand before it

    @property
    def is_section(self) -> bool:
        return self.word.startswith("§")

    @property
    def is_law(self) -> bool:
        return not self.grams and self.word[0].isalpha()


@dataclass(frozen=True, slots=True)
class Streams:
    title: str
    stems: str
    words: str
    grams: str
    pairs: str
    begins: str


class _Remembered(dict[str, tuple[Forms, ...]]):
    """Works out what it has not met yet. Nearly every word of a text has been met before: that must cost next to nothing."""

    def __init__(self, make: Callable[[str], tuple[Forms, ...]]) -> None:
        self._make = make

    def __missing__(self, raw: str) -> tuple[Forms, ...]:
        if len(self) > MOST_REMEMBERED:
            self.clear()
        forms = self[raw] = self._make(raw)
        return forms


class Analyser:
    """`usual_length` is the usual number of words that a document of this index has; fillers are made of it."""

    def __init__(
        self,
        splitter: Splitter,
        usual_length: float = 0,
        *,
        weights: Weights = WEIGHTS,
        stop_words: frozenset[str] = STOP_WORDS,
    ) -> None:
        self.splitter = splitter
        self.weights = weights
        self.stop_words = stop_words
        self.filler = round(weights.filler * usual_length)
        self._filler = f" {FILLER_SIGN}" * self.filler
        self._by_sign: dict[tuple[Sign, bool], Forms] = {}
        self._by_raw = _Remembered(self._forms_of)

    def line(self, text: str) -> list[Forms]:
        """The words of a text that say something, in their order."""
        return list(itertools.chain.from_iterable(map(self._by_raw.__getitem__, raw_words(text))))

    def of_raw(self, raw: str) -> tuple[Forms, ...]:
        """All forms of a word as it stands in a text; several where it has a hyphen, none where it is a stop word."""
        return self._by_raw[raw]

    def _forms_of(self, raw: str) -> tuple[Forms, ...]:
        signs = signs_of(raw)
        whole = len(signs) > 1 and not signs[0].exact
        kept = [sign for sign in signs if sign.text not in self.stop_words]
        return tuple(self.forms(sign, is_whole=whole and sign is signs[-1]) for sign in kept)

    def forms(self, sign: Sign, is_whole: bool = False) -> Forms:
        known = self._by_sign.get((sign, is_whole))
        if known is None:
            if len(self._by_sign) > MOST_REMEMBERED:
                self._by_sign.clear()
            known = self._by_sign[sign, is_whole] = self._make(sign, is_whole)
        return known

    def _make(self, sign: Sign, is_whole: bool) -> Forms:
        word = sign.text
        if sign.exact:
            return Forms(word, word, (), word, "", is_whole)
        own = stem(word)
        parts = dict.fromkeys(stem(part) for part in self.splitter.parts(word))
        parts.pop(own, None)
        return Forms(word, own, tuple(parts), " ".join((own, *parts)), " ".join(grams_of(word)), is_whole)

    def streams(self, title: str, summary: str = "", headings: Iterable[str] = (), body: str = "") -> Streams:
        """Streams of a document; `summary` and the rest may be empty."""
        title_line = self.line(plain(title))
        lines = (
            (self.weights.title, title_line),
            (self.weights.summary, self.line(plain(summary))),
            (self.weights.headings, self.line(plain("\n".join(headings)))),
            (self.weights.body, self.line(plain(body))),
        )
        stems: list[str] = []
        words: list[str] = []
        pairs: list[str] = []
        distinct: dict[str, Forms] = {}
        for times, line in lines:
            stems += [form.stems for form in line] * times
            words += [form.word for form in line] * times
            pairs += pairs_of(line)
            distinct.update([(form.word, form) for form in line])
        return Streams(
            title=" ".join([*[form.stems for form in title_line], *name_of(title_line)]),
            stems=" ".join(stems) + self._filler,
            words=" ".join(words) + self._filler,
            grams=" ".join([form.grams for form in distinct.values()]) + self._filler * GRAMS_A_WORD,
            pairs=" ".join(pairs),
            begins=" ".join(dict.fromkeys(begin for form in title_line for begin in beginnings_of(form.word))),
        )


def grams_of(word: str) -> tuple[str, ...]:
    """Every four letters in a row, its ends marked; each once."""
    marked = f"_{word}_"
    return tuple(dict.fromkeys([marked[start : start + GRAM] for start in range(max(len(marked) - GRAM, 0) + 1)]))


def pairs_of(line: list[Forms]) -> list[str]:
    """Stems of words that stand beside each other."""
    apart = [form.stem for form in line if not form.is_whole]
    return [f"{one}+{other}" for one, other in itertools.pairwise(apart)]


def name_of(line: Iterable[Forms]) -> tuple[str, ...]:
    """All words of a title as one token, so that a question can ask for what is called exactly so; none of no words."""
    stems = [form.stem for form in line if not form.is_whole]
    return (f"={'+'.join(stems)}",) if stems else ()


def beginnings_of(word: str) -> list[str]:
    """What somebody may have typed of a word so far."""
    return [word[:end] for end in range(1, min(len(word), LONGEST_BEGINNING) + 1)]
