"""Turns a question into a query plan that both engines execute alike."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest
from math import ceil

from netzwerk.search.analysis.analyser import Analyser, Forms, pairs_of, title_token
from netzwerk.search.analysis.stopwords import QUESTION_WORDS, VERB_PREFIXES
from netzwerk.search.analysis.words import Token, clean_text, raw_words
from netzwerk.search.corpus.vocabulary import Vocabulary
from netzwerk.search.engines.port import Alternative, Clause, Plan, Stream
from netzwerk.search.services.synonyms import Expression, Synonyms
from netzwerk.search.weights import Weights
from netzwerk.texts.folding import fold

LONGEST_QUESTION = 300  # characters; the rest is ignored
MOST_WORDS = 24
MOST_ALTERNATIVES = 12  # of one word of the question
MOST_JOINED = 4  # words of a question in which two neighbours may be one compound
USUAL_GRAMS = 8  # of a German word
FEWEST_GRAMS = 3  # shorter words are not searched by their 4-grams


@dataclass(frozen=True)
class Question:
    """An analysed question. `words` are without stop words; the plan is empty if there are none."""

    text: str
    words: tuple[Forms, ...] = ()
    plan: Plan = field(default_factory=Plan)

    @property
    def has_only_stop_words(self) -> bool:
        """Stop words and punctuation."""
        return bool(self.text) and not self.words


def clean_question(text: str) -> str:
    """A question as it is analysed, shown and put into addresses: one line, no invisible characters, at most
    LONGEST_QUESTION characters."""
    return " ".join(clean_text(text).split())[:LONGEST_QUESTION].strip()


def analyse_question(
    text: str,
    analyser: Analyser,
    synonyms: Synonyms | None = None,
    corrections: dict[str, tuple[str, ...]] | None = None,
    vocabulary: Vocabulary | None = None,
) -> Question:
    """A question with its plan, by the analyser's weights. `corrections`: for unknown words, the words that were probably
    meant; `vocabulary`: that of the documents.
    """
    text, vocabulary = clean_question(text), vocabulary or Vocabulary()
    forms = list({form.word: form for form in analyser.analyse(text)}.values())[:MOST_WORDS]
    verbs = separable_verbs(text, forms, analyser)
    factors = word_factors(text, forms, verbs.keys(), vocabulary, analyser.weights)
    builder = _PlanBuilder(analyser, synonyms, corrections or {}, verbs, vocabulary, factors)
    return Question(text, tuple(form for form in forms if not form.is_joined), builder.plan(forms))


def separable_verbs(text: str, forms: Iterable[Forms], analyser: Analyser) -> dict[str, Forms]:
    """Verbs put together with their prefix at the end of the question: "mitmacht" for "macht" in "Wer macht mit?"."""
    last = fold((raw_words(text) or [""])[-1])
    return {
        form.word: analyser.forms(Token(last + form.word))
        for form in forms
        if last in VERB_PREFIXES and form.grams and analyser.splitter.is_known(last + form.word)
    }


def word_factors(
    text: str, forms: Iterable[Forms], verbs: Collection[str], vocabulary: Vocabulary, weights: Weights
) -> dict[str, float]:
    """Factors below 1 for words that say little about what is searched: fillers and common verbs, and, beside nouns, all other
    words."""
    single = [form for form in forms if not form.is_joined]
    fillers = {form.word for form in single if form.word in QUESTION_WORDS and form.word not in verbs}
    rest = [form for form in single if form.word not in fillers]
    if not rest:
        return {}
    raws = raw_words(text)
    capitals = {fold(raw) for raw in raws[1:] if raw[0].isupper()}
    nouns = {form.word for form in rest if not form.grams or is_noun(form.word, capitals, vocabulary)}
    is_sentence = len(rest) < len(raws)
    others = {form.word for form in rest} - nouns if nouns and is_sentence else set()
    return dict.fromkeys(others, weights.no_noun) | dict.fromkeys(fillers, weights.question_words)


def is_noun(word: str, capitals: Collection[str], vocabulary: Vocabulary) -> bool:
    """By its capital letter in the question or in the documents; in a question without capitals, unknown words count too."""
    if word in vocabulary.words:
        return word in capitals or vocabulary.written.get(word, word)[0].isupper()
    return word in capitals or not capitals


class _PlanBuilder:
    def __init__(
        self,
        analyser: Analyser,
        synonyms: Synonyms | None,
        corrections: dict[str, tuple[str, ...]],
        verbs: dict[str, Forms],
        vocabulary: Vocabulary,
        factors: Mapping[str, float],
    ) -> None:
        self._analyser, self._synonyms, self._corrections, self._verbs = analyser, synonyms, corrections, verbs
        self._vocabulary, self._factors = vocabulary, factors
        self._weights = analyser.weights

    def plan(self, forms: list[Forms]) -> Plan:
        single = [form for form in forms if not form.is_joined]
        further = self._further_alternatives(single, [form for form in forms if form.is_joined])
        groups = [
            (*self._as_typed(form, after), *further[place][: MOST_ALTERNATIVES - 1], *self._by_grams(form))
            for place, (form, after) in enumerate(zip_longest(single, single[1:]))
            if not self._is_filler(form)
        ]
        fillers = [
            clause
            for form in single
            if self._is_filler(form)
            for clause in self._word(form, self._factor(form)).clauses
        ]
        pairs = [Clause(Stream.PAIRS, pair, self._weights.pairs) for pair in dict.fromkeys(pairs_of(forms))]
        titles = [Clause(Stream.TITLE, token, weight) for token, weight in self._titles(single).items()]
        boosts = (*titles, *pairs, *fillers, *self._explanations(single), *self._grams(single))
        return Plan(tuple(groups), tuple(clause for clause in boosts if clause.weight), self._weights.all_found)

    def _titles(self, forms: list[Forms]) -> dict[str, float]:
        """Exact titles: the question as typed, as corrected, joined to one word, and its synonyms."""
        of = self._weights
        corrected = [next(iter(self._corrected(form)), form) for form in forms]
        others = self._synonyms.of([form.stem for form in forms]) if self._synonyms else []
        joined = [self._analyser.forms(Token("".join(form.word for form in forms)))] if len(forms) == 2 else []
        factors = [(joined, of.joined), *((other, of.synonym) for other in others)]
        factors += [(corrected, of.correction), (forms, 1.0)]  # the last one wins
        return {token: of.exact_title * factor for one, factor in factors for token in title_token(one)}

    def _corrected(self, form: Forms) -> list[Forms]:
        """What an unknown word was probably meant to be; empty for known words."""
        return [one for word in self._corrections.get(form.word, ()) for one in self._analyser.of_raw(word)]

    def _as_typed(self, form: Forms, after: Forms | None) -> list[Alternative]:
        """A section needs its law: "§ 12 SGB XII" does not find § 12 of another law."""
        if not (form.is_section and after and after.is_law):
            return self._whole_and_parts(form, self._factor(form))
        of = self._weights
        clauses = Clause(Stream.STEMS, form.stem, of.stems + of.words), Clause(Stream.STEMS, after.stem, 0)
        return [Alternative(clauses, need=2)]

    def _factor(self, form: Forms) -> float:
        return self._factors.get(form.word, 1.0)

    def _is_filler(self, form: Forms) -> bool:
        return self._factor(form) == self._weights.question_words

    def _word(self, form: Forms, factor: float) -> Alternative:
        of = self._weights
        clauses = (
            Clause(Stream.STEMS, form.stem, of.stems * factor),
            Clause(Stream.WORDS, form.word, of.words * factor),
            Clause(Stream.TITLE, form.stem, of.in_title * factor),
            *(Clause(Stream.STEMS, part, of.parts * factor * even) for part, even in self._part_factors(form).items()),
        )
        return Alternative(tuple(clause for clause in clauses if clause.weight))

    def _part_factors(self, form: Forms) -> dict[str, float]:
        """In a compound that no document has, a rare part counts no more than the most frequent one: otherwise "Obergrenze"
        alone would decide what "Mietobergrenze" finds."""
        if form.stem in self._vocabulary.stems or len(form.parts) < 2:
            return dict.fromkeys(form.parts, 1.0)
        rarity = {part: self._vocabulary.rarity(part) for part in form.parts}
        return {part: min(rarity.values()) / rare for part, rare in rarity.items()}

    def _whole_and_parts(self, form: Forms, factor: float) -> list[Alternative]:
        """A word; and a compound by all its parts together, which say more than one of them alone."""
        of = self._weights
        alternatives = [self._word(form, factor)]
        if len(form.parts) > 1 and of.parts:
            parts = tuple(Clause(Stream.STEMS, part, of.parts * factor) for part in form.parts)
            alternatives.append(Alternative((*alternatives[0].clauses[:3], *parts), need=len(parts)))
        return alternatives

    def _further_alternatives(self, single: list[Forms], joined: list[Forms]) -> list[list[Alternative]]:
        """For each word: joined with its neighbour, corrected, by its parts, by synonyms."""
        found: list[list[Alternative]] = [[] for _form in single]
        splitter = self._analyser.splitter
        for place, form in enumerate(single):
            found[place] += [self._word(one, 1.0) for one in joined if form.word in one.word]
            found[place] += [self._word(one, self._weights.correction) for one in self._corrected(form)]
            if parts := splitter.doubtful_parts(form.word):
                found[place].append(self._parts(parts, need=len(parts)))
            if form.word in self._verbs:
                found[place].append(self._word(self._verbs[form.word], 1.0))
            if form.word not in self._corrections and (ends := splitter.known_ends(form.word)):
                found[place].append(self._parts(ends))
        if len(single) <= MOST_JOINED:
            for place, (one, other) in enumerate(pairwise(single)):
                if one.grams and other.grams:  # no numbers, no references to laws
                    compound = self._word(self._analyser.forms(Token(one.word + other.word)), self._weights.joined)
                    found[place].append(compound)
                    found[place + 1].append(compound)
        if self._synonyms:
            for start, end, expressions in self._synonyms.within([form.stem for form in single]):
                for place in range(start, end):
                    found[place] += [self._synonym(one) for one in expressions]
        return found

    def _parts(self, words: tuple[str, ...], need: int = 1) -> Alternative:
        """The known parts of an unknown compound."""
        stems = dict.fromkeys(stem for word in words for stem in self._analyser.forms(Token(word)).stems.split())
        return Alternative(tuple(Clause(Stream.STEMS, stem, self._weights.parts) for stem in stems), need)

    def _synonym(self, expression: Expression) -> Alternative:
        """Several words as their pairs, since only together they have the meaning."""
        if len(expression) == 1:
            return self._word(expression[0], self._weights.synonym)
        pairs = dict.fromkeys(pairs_of(list(expression)))
        weight = self._weights.synonym * (self._weights.stems + self._weights.words)
        return Alternative(tuple(Clause(Stream.PAIRS, pair, weight) for pair in pairs), need=len(pairs))

    def _explanations(self, forms: list[Forms]) -> list[Clause]:
        """Words of the glossary's explanation: a search for "AGH" prefers texts about work and pay."""
        if not self._synonyms or not self._weights.explanation:
            return []
        words = self._synonyms.explanation_words([form.stem for form in forms])
        return [
            Clause(Stream.STEMS, stem, self._weights.explanation)
            for stem in dict.fromkeys(form.stem for form in words)
        ]

    def _frequency(self, form: Forms) -> int:
        """In the documents, of the word or its corrections."""
        stems = [form.stem, *(one.stem for one in self._corrected(form))]
        return max(self._vocabulary.stems.get(stem, 0) for stem in stems)

    def _by_grams(self, form: Forms) -> list[Alternative]:
        """A share of its 4-grams: finds typing errors and unsplit compounds. Their weight comes from the boosts."""
        grams = [] if self._frequency(form) >= self._weights.rare else form.grams.split()
        if len(grams) < FEWEST_GRAMS or self._is_filler(form) or not self._weights.grams:
            return []
        need = ceil(len(grams) * self._weights.gram_share)
        return [Alternative(tuple(Clause(Stream.GRAMS, gram, 0) for gram in grams), need)]

    def _grams(self, forms: Iterable[Forms]) -> list[Clause]:
        best: dict[str, float] = {}
        for form in forms:
            grams = [] if self._frequency(form) >= self._weights.common else form.grams.split()
            for gram in grams:
                weight = (
                    self._factor(form)
                    * (self._weights.compound_grams if len(form.parts) > 1 else 1)
                    * self._weights.grams
                    * (USUAL_GRAMS / len(grams)) ** self._weights.gram_exponent
                )
                best[gram] = max(best.get(gram, 0), weight)
        return [Clause(Stream.GRAMS, gram, weight) for gram, weight in best.items()]
