"""From a person's words to a plan that every engine carries out alike."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest
from math import ceil
from typing import Self

from netzwerk.members.folding import fold
from netzwerk.search.analysis.analyser import Analyser, Forms, pairs_of, title_token
from netzwerk.search.analysis.stopwords import ASKING_WORDS, VERB_ENDS
from netzwerk.search.analysis.words import Token, clean_text, raw_words
from netzwerk.search.corpus.lexicon import Lexicon
from netzwerk.search.corpus.vocabulary import Vocabulary
from netzwerk.search.engines.port import Alternative, Clause, Plan, Stream
from netzwerk.search.weights import Weights
from netzwerk.surfaces.registry import SynonymEntry

LONGEST_QUESTION = 300  # signs; what is longer is no question, and its end is not read
MOST_WORDS = 24
MOST_WAYS = 12  # to say one word of the question
MOST_JOINED = 4  # words of a question in which neighbours may be meant as one word
USUAL_GRAMS = 8  # of a German word
FEWEST_GRAMS = 3  # of words of two letters there is nothing to be loose about


@dataclass(frozen=True)
class Question:
    """What somebody typed, analysed. `line` are the words that say something; `plan` is empty where none does."""

    text: str
    line: tuple[Forms, ...] = ()
    plan: Plan = field(default_factory=Plan)

    @property
    def says_nothing(self) -> bool:
        """Stop words and signs only."""
        return bool(self.text) and not self.line


class Synonyms:
    """Other ways to say something, by the stems of the expression; expressions may have several words."""

    def __init__(
        self,
        groups: Iterable[Sequence[str]],
        analyser: Analyser,
        *,
        explained: Iterable[SynonymEntry] = (),
        everyday: Iterable[tuple[Sequence[str], Sequence[str]]] = (),
    ) -> None:
        self._others: dict[tuple[str, ...], list[tuple[Forms, ...]]] = {}
        self._analyser = analyser
        for group in groups:
            self._add(group, group)
        self._explanations: dict[tuple[str, ...], tuple[Forms, ...]] = {}
        for one in explained:
            first, *others = one.names
            self._add([first], others)
            self._add(others, [first])
            self._explain(one)
        for words, terms in everyday:
            self._add(words, terms)
        self._longest = max(map(len, (*self._others, *self._explanations)), default=0)

    @classmethod
    def of_lexicon(cls, lexicon: Lexicon, analyser: Analyser) -> Self:
        return cls(lexicon.synonyms, analyser, explained=lexicon.explained, everyday=lexicon.everyday)

    def _add(self, words: Sequence[str], others: Sequence[str]) -> None:
        """Who asks for one of the words also finds the others."""
        lines = [line for one in others if (line := self._line(one))]
        for line in filter(None, map(self._line, words)):
            known = self._others.setdefault(tuple(form.stem for form in line), [])
            known += [other for other in lines if other != line and other not in known]

    def _explain(self, one: SynonymEntry) -> None:
        told = tuple(form for form in self._line(one.explanation) if form.word not in ASKING_WORDS)
        for line in filter(None, map(self._line, one.names)):
            self._explanations[tuple(form.stem for form in line)] = told

    def _line(self, expression: str) -> tuple[Forms, ...]:
        return tuple(form for form in self._analyser.analyse(clean_text(expression)) if not form.is_joined)

    def of(self, stems: list[str]) -> list[tuple[Forms, ...]]:
        """What else an expression is called."""
        return self._others.get(tuple(stems), [])

    def told_of(self, stems: list[str]) -> Iterator[Forms]:
        """Words of the explanations of all that stands in a line of stems."""
        for start in range(len(stems)):
            for end in range(start + 1, min(start + self._longest, len(stems)) + 1):
                yield from self._explanations.get(tuple(stems[start:end]), ())

    def within(self, stems: list[str]) -> Iterator[tuple[int, int, list[tuple[Forms, ...]]]]:
        """From where to where in a line of stems an expression stands, and what else it is called."""
        for start in range(len(stems)):
            for end in range(start + 1, min(start + self._longest, len(stems)) + 1):
                if others := self.of(stems[start:end]):
                    yield start, end, others


def tidy(text: str) -> str:
    """A question as it is read, shown and kept in addresses: one line, without signs that nobody sees, not endless."""
    return " ".join(clean_text(text).split())[:LONGEST_QUESTION].strip()


def read(
    text: str,
    analyser: Analyser,
    synonyms: Synonyms | None = None,
    corrections: dict[str, tuple[str, ...]] | None = None,
    vocabulary: Vocabulary | None = None,
) -> Question:
    """The plan of a question, with the analyser's weights. `corrections` say, for words that no document has, which words
    were probably meant; `vocabulary` is that of the documents.
    """
    text, vocabulary = tidy(text), vocabulary or Vocabulary()
    line = list({form.word: form for form in analyser.analyse(text)}.values())[:MOST_WORDS]
    verbs = whole_verbs(text, line, analyser)
    shares = shares_of(text, line, verbs.keys(), vocabulary, analyser.weights)
    maker = _Maker(analyser, synonyms, corrections or {}, verbs, vocabulary, shares)
    return Question(text, tuple(form for form in line if not form.is_joined), maker.plan(line))


def whole_verbs(text: str, line: Iterable[Forms], analyser: Analyser) -> dict[str, Forms]:
    """Verbs whose beginning stands at the end, put together: "mitmacht" for "macht" in "Wer macht mit?"."""
    last = fold((raw_words(text) or [""])[-1])
    return {
        form.word: analyser.forms(Token(last + form.word))
        for form in line
        if last in VERB_ENDS and form.grams and analyser.splitter.knows(last + form.word)
    }


def shares_of(
    text: str, line: Iterable[Forms], verbs: Collection[str], vocabulary: Vocabulary, weights: Weights
) -> dict[str, float]:
    """How much each word tells of what is asked for, 1 where it is not named. Fillers and the verbs that go with everything
    tell little; where there are nouns, other words tell less than they."""
    apart = [form for form in line if not form.is_joined]
    fillers = {form.word for form in apart if form.word in ASKING_WORDS and form.word not in verbs}
    rest = [form for form in apart if form.word not in fillers]
    if not rest:
        return {}
    raws = raw_words(text)
    capitals = {fold(raw) for raw in raws[1:] if raw[0].isupper()}
    nouns = {form.word for form in rest if not form.grams or is_noun(form.word, capitals, vocabulary)}
    is_sentence = len(rest) < len(raws)
    others = {form.word for form in rest} - nouns if nouns and is_sentence else set()
    return dict.fromkeys(others, weights.no_noun) | dict.fromkeys(fillers, weights.asking)


def is_noun(word: str, capitals: Collection[str], vocabulary: Vocabulary) -> bool:
    """As it was typed within the question, or as the documents write it; a word that neither tells of may be one."""
    if word in vocabulary.words:
        return word in capitals or vocabulary.written.get(word, word)[0].isupper()
    return word in capitals or not capitals


class _Maker:
    def __init__(
        self,
        analyser: Analyser,
        synonyms: Synonyms | None,
        corrections: dict[str, tuple[str, ...]],
        verbs: dict[str, Forms],
        vocabulary: Vocabulary,
        shares: Mapping[str, float],
    ) -> None:
        self._analyser, self._synonyms, self._corrections, self._verbs = analyser, synonyms, corrections, verbs
        self._vocabulary, self._shares = vocabulary, shares
        self._weights = analyser.weights

    def plan(self, line: list[Forms]) -> Plan:
        apart = [form for form in line if not form.is_joined]
        further = self._further_ways(apart, [form for form in line if form.is_joined])
        groups = [
            (*self._as_typed(form, after), *further[place][: MOST_WAYS - 1], *self._loosely(form))
            for place, (form, after) in enumerate(zip_longest(apart, apart[1:]))
            if not self._is_filler(form)
        ]
        fillers = [
            clause for form in apart if self._is_filler(form) for clause in self._way(form, self._share(form)).clauses
        ]
        pairs = [Clause(Stream.PAIRS, pair, self._weights.pairs) for pair in dict.fromkeys(pairs_of(line))]
        names = [Clause(Stream.TITLE, name, weight) for name, weight in self._names(apart).items()]
        lifts = [
            clause for clause in (*names, *pairs, *fillers, *self._told(apart), *self._grams(apart)) if clause.weight
        ]
        return Plan(tuple(groups), tuple(lifts), self._weights.all_found)

    def _names(self, line: list[Forms]) -> dict[str, float]:
        """What the thing that is asked for may be called, exactly: as was typed, as was probably meant, by another name."""
        of = self._weights
        meant = [next(iter(self._meant(form)), form) for form in line]
        others = self._synonyms.of([form.stem for form in line]) if self._synonyms else []
        joined = [self._analyser.forms(Token("".join(form.word for form in line)))] if len(line) == 2 else []
        shares = [(joined, of.joined), *((other, of.synonym) for other in others), (meant, of.correction), (line, 1.0)]
        return {name: of.called * share for one, share in shares for name in title_token(one)}  # as typed counts last

    def _meant(self, form: Forms) -> list[Forms]:
        """What an unknown word was probably meant to be; nothing where it is known."""
        return [one for word in self._corrections.get(form.word, ()) for one in self._analyser.of_raw(word)]

    def _as_typed(self, form: Forms, after: Forms | None) -> list[Alternative]:
        """A section of a law counts only where that law is meant: "§ 12 SGB XII" does not find § 12 of another law."""
        if not (form.is_section and after and after.is_law):
            return self._ways(form, self._share(form))
        of = self._weights
        return [
            Alternative(
                (Clause(Stream.STEMS, form.stem, of.stems + of.words), Clause(Stream.STEMS, after.stem, 0)), need=2
            )
        ]

    def _share(self, form: Forms) -> float:
        return self._shares.get(form.word, 1.0)

    def _is_filler(self, form: Forms) -> bool:
        return self._share(form) == self._weights.asking

    def _way(self, form: Forms, share: float) -> Alternative:
        of = self._weights
        clauses = (
            Clause(Stream.STEMS, form.stem, of.stems * share),
            Clause(Stream.WORDS, form.word, of.words * share),
            Clause(Stream.TITLE, form.stem, of.in_title * share),
            *(Clause(Stream.STEMS, part, of.parts * share * even) for part, even in self._even(form).items()),
        )
        return Alternative(tuple(clause for clause in clauses if clause.weight))

    def _even(self, form: Forms) -> dict[str, float]:
        """How much each part of a compound that no document has may count by itself: a rare one no more than the most usual, or
        "Obergrenze" alone would decide what "Mietobergrenze" finds."""
        if form.stem in self._vocabulary.stems or len(form.parts) < 2:
            return dict.fromkeys(form.parts, 1.0)
        rarity = {part: self._vocabulary.rarity(part) for part in form.parts}
        return {part: min(rarity.values()) / rare for part, rare in rarity.items()}

    def _ways(self, form: Forms, share: float) -> list[Alternative]:
        """A word as it is; and a compound by all its parts together, which tell more than one of them alone."""
        of = self._weights
        ways = [self._way(form, share)]
        if len(form.parts) > 1 and of.parts:
            parts = tuple(Clause(Stream.STEMS, part, of.parts * share) for part in form.parts)
            ways.append(Alternative((*ways[0].clauses[:3], *parts), need=len(parts)))
        return ways

    def _further_ways(self, apart: list[Forms], wholes: list[Forms]) -> list[list[Alternative]]:
        """For each word, other ways to say it: as one word with its neighbour, by synonyms, as it was probably meant."""
        found: list[list[Alternative]] = [[] for _form in apart]
        for place, form in enumerate(apart):
            found[place] += [self._way(whole, 1.0) for whole in wholes if form.word in whole.word]
            found[place] += [self._way(meant, self._weights.correction) for meant in self._meant(form)]
            if apart_as := self._analyser.splitter.doubtful_parts(form.word):
                found[place].append(self._ends(apart_as, need=len(apart_as)))
            if form.word in self._verbs:
                found[place].append(self._way(self._verbs[form.word], 1.0))
            if form.word not in self._corrections and (ends := self._analyser.splitter.ends(form.word)):
                found[place].append(self._ends(ends))
        if len(apart) <= MOST_JOINED:
            for place, (one, other) in enumerate(pairwise(apart)):
                if one.grams and other.grams:  # not numbers, not references to the law
                    joined = self._way(self._analyser.forms(Token(one.word + other.word)), self._weights.joined)
                    found[place].append(joined)
                    found[place + 1].append(joined)
        if self._synonyms:
            for start, end, lines in self._synonyms.within([form.stem for form in apart]):
                for place in range(start, end):
                    found[place] += [self._expression(line) for line in lines]
        return found

    def _ends(self, words: tuple[str, ...], need: int = 1) -> Alternative:
        """What is known of an unknown compound."""
        stems = dict.fromkeys(stem for word in words for stem in self._analyser.forms(Token(word)).stems.split())
        return Alternative(tuple(Clause(Stream.STEMS, stem, self._weights.parts) for stem in stems), need)

    def _expression(self, line: tuple[Forms, ...]) -> Alternative:
        """Another expression: one word as a word; several as their pairs, since only together they mean the same."""
        if len(line) == 1:
            return self._way(line[0], self._weights.synonym)
        pairs = dict.fromkeys(pairs_of(list(line)))
        weight = self._weights.synonym * (self._weights.stems + self._weights.words)
        return Alternative(tuple(Clause(Stream.PAIRS, pair, weight) for pair in pairs), need=len(pairs))

    def _told(self, line: list[Forms]) -> list[Clause]:
        """Words that explain what is asked for: who asks for "AGH" rather means a text that speaks of work and of pay."""
        if not self._synonyms or not self._weights.told:
            return []
        told = dict.fromkeys(form.stem for form in self._synonyms.told_of([form.stem for form in line]))
        return [Clause(Stream.STEMS, stem, self._weights.told) for stem in told]

    def _stands(self, form: Forms) -> int:
        """How often documents have it, or what it was meant to be."""
        stems = [form.stem, *(meant.stem for meant in self._meant(form))]
        return max(self._vocabulary.stems.get(stem, 0) for stem in stems)

    def _letters(self, form: Forms) -> list[str]:
        return [] if self._stands(form) >= self._weights.familiar else form.grams.split()

    def _loosely(self, form: Forms) -> list[Alternative]:
        """Most of its letters: finds typing errors and compounds that nobody has split. What they are worth, the lifts say."""
        grams = [] if self._stands(form) >= self._weights.rare else form.grams.split()
        if len(grams) < FEWEST_GRAMS or self._is_filler(form) or not self._weights.grams:
            return []
        return [
            Alternative(
                tuple(Clause(Stream.GRAMS, gram, 0) for gram in grams), ceil(len(grams) * self._weights.loosely)
            )
        ]

    def _grams(self, line: Iterable[Forms]) -> list[Clause]:
        best: dict[str, float] = {}
        for form in line:
            grams = self._letters(form)
            for gram in grams:
                weight = (
                    self._share(form)
                    * (self._weights.of_compound if len(form.parts) > 1 else 1)
                    * self._weights.grams
                    * (USUAL_GRAMS / len(grams)) ** self._weights.letters
                )
                best[gram] = max(best.get(gram, 0), weight)
        return [Clause(Stream.GRAMS, gram, weight) for gram, weight in best.items()]
