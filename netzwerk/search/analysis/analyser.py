"""Turns a document into streams of tokens, separated by spaces, which an engine indexes as they are."""

import itertools
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from netzwerk.search.analysis.compounds import Splitter
from netzwerk.search.analysis.stems import stem
from netzwerk.search.analysis.stopwords import STOP_WORDS
from netzwerk.search.analysis.words import Token, clean_text, raw_words, tokens_of
from netzwerk.search.weights import WEIGHTS, Weights

GRAM = 4
GRAMS_PER_WORD = 6  # an average of German words
FILLER = "_"
LONGEST_PREFIX = 15
CACHE_SIZE = 300_000


@dataclass(frozen=True, slots=True)
class Forms:
    """An analysed word. `stems` holds its own stem and those of its parts, `grams` its 4-grams, both as a stream has them."""

    word: str
    stem: str
    parts: tuple[str, ...]
    stems: str
    grams: str
    is_joined: bool  # the joined form of a hyphenated word; the forms of its parts come before it

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


class _FormsCache(dict[str, tuple[Forms, ...]]):
    """A cache by raw word. Nearly every word of a text is in it, so a lookup must cost no more than that of a dict."""

    def __init__(self, make: Callable[[str], tuple[Forms, ...]]) -> None:
        self._make = make

    def __missing__(self, raw: str) -> tuple[Forms, ...]:
        if len(self) > CACHE_SIZE:
            self.clear()
        forms = self[raw] = self._make(raw)
        return forms


class Analyser:
    """`usual_length` is the mean number of words in a document of this index; the filler depends on it (weights.py)."""

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
        self._filler = f" {FILLER}" * self.filler
        self._by_token: dict[tuple[Token, bool], Forms] = {}
        self._by_raw = _FormsCache(self._forms_of)

    def analyse(self, text: str) -> list[Forms]:
        """The words of a text in their order, without stop words."""
        return list(itertools.chain.from_iterable(map(self._by_raw.__getitem__, raw_words(text))))

    def of_raw(self, raw: str) -> tuple[Forms, ...]:
        """The forms of one raw word; several where it has a hyphen, none where it is a stop word."""
        return self._by_raw[raw]

    def _forms_of(self, raw: str) -> tuple[Forms, ...]:
        tokens = tokens_of(raw)
        whole = len(tokens) > 1 and not tokens[0].exact
        kept = [token for token in tokens if token.text not in self.stop_words]
        return tuple(self.forms(token, is_joined=whole and token is tokens[-1]) for token in kept)

    def forms(self, token: Token, is_joined: bool = False) -> Forms:
        known = self._by_token.get((token, is_joined))
        if known is None:
            if len(self._by_token) > CACHE_SIZE:
                self._by_token.clear()
            known = self._by_token[token, is_joined] = self._make(token, is_joined)
        return known

    def _make(self, token: Token, is_joined: bool) -> Forms:
        word = token.text
        if token.exact:
            return Forms(word, word, (), word, "", is_joined)
        own = stem(word)
        parts = dict.fromkeys(stem(part) for part in self.splitter.parts(word))
        parts.pop(own, None)
        return Forms(word, own, tuple(parts), " ".join((own, *parts)), " ".join(grams_of(word)), is_joined)

    def streams(self, title: str, summary: str = "", headings: Iterable[str] = (), body: str = "") -> Streams:
        """Streams of a document; every argument may be empty."""
        title_forms = self.analyse(clean_text(title))
        parts = (
            (self.weights.title, title_forms),
            (self.weights.summary, self.analyse(clean_text(summary))),
            (self.weights.headings, self.analyse(clean_text("\n".join(headings)))),
            (self.weights.body, self.analyse(clean_text(body))),
        )
        stems: list[str] = []
        words: list[str] = []
        pairs: list[str] = []
        distinct: dict[str, Forms] = {}
        for times, forms in parts:
            stems += [form.stems for form in forms] * times
            words += [form.word for form in forms] * times
            pairs += pairs_of(forms)
            distinct.update([(form.word, form) for form in forms])
        return Streams(
            title=" ".join([*[form.stems for form in title_forms], *title_token(title_forms)]),
            stems=" ".join(stems) + self._filler,
            words=" ".join(words) + self._filler,
            grams=" ".join([form.grams for form in distinct.values()]) + self._filler * GRAMS_PER_WORD,
            pairs=" ".join(pairs),
            begins=" ".join(dict.fromkeys(prefix for form in title_forms for prefix in prefixes_of(form.word))),
        )


def grams_of(word: str) -> tuple[str, ...]:
    """The 4-grams of a word, each once; "_" marks its beginning and end."""
    marked = f"_{word}_"
    return tuple(dict.fromkeys([marked[start : start + GRAM] for start in range(max(len(marked) - GRAM, 0) + 1)]))


def pairs_of(forms: list[Forms]) -> list[str]:
    """Pairs of the stems of neighbouring words."""
    stems = [form.stem for form in forms if not form.is_joined]
    return [f"{one}+{other}" for one, other in itertools.pairwise(stems)]


def title_token(forms: Iterable[Forms]) -> tuple[str, ...]:
    """All words of a title as one token, so that a question can match an exact title; empty where there are no words."""
    stems = [form.stem for form in forms if not form.is_joined]
    return (f"={'+'.join(stems)}",) if stems else ()


def prefixes_of(word: str) -> list[str]:
    """The beginnings of a word, for suggestions while typing."""
    return [word[:end] for end in range(1, min(len(word), LONGEST_PREFIX) + 1)]
