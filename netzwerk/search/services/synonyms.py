"""Which expressions are searched for each other's sake: synonyms, everyday words, and words of explanations."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Self

from netzwerk.search.analysis.analyser import Analyser, Forms
from netzwerk.search.analysis.stopwords import QUESTION_WORDS
from netzwerk.search.analysis.words import clean_text
from netzwerk.search.corpus.lexicon import Lexicon
from netzwerk.surfaces.registry import SynonymEntry

Expression = tuple[Forms, ...]  # one word or several


class Synonyms:
    """Looks up expressions by the stems of their words."""

    def __init__(
        self,
        groups: Iterable[Sequence[str]],
        analyser: Analyser,
        *,
        explained: Iterable[SynonymEntry] = (),
        everyday: Iterable[tuple[Sequence[str], Sequence[str]]] = (),
    ) -> None:
        self._synonyms: dict[tuple[str, ...], list[Expression]] = {}
        self._analyser = analyser
        for group in groups:
            self._add(group, group)
        self._explanations: dict[tuple[str, ...], Expression] = {}
        for one in explained:
            first, *others = one.names
            self._add([first], others)
            self._add(others, [first])
            self._explain(one)
        for words, terms in everyday:
            self._add(words, terms)
        self._longest = max(map(len, (*self._synonyms, *self._explanations)), default=0)

    @classmethod
    def of_lexicon(cls, lexicon: Lexicon, analyser: Analyser) -> Self:
        return cls(lexicon.synonyms, analyser, explained=lexicon.explained, everyday=lexicon.everyday)

    def _add(self, words: Sequence[str], others: Sequence[str]) -> None:
        """A search for one of the words also finds the others."""
        targets = [target for one in others if (target := self._analyse(one))]
        for expression in filter(None, map(self._analyse, words)):
            known = self._synonyms.setdefault(_stems_of(expression), [])
            known += [target for target in targets if target != expression and target not in known]

    def _explain(self, one: SynonymEntry) -> None:
        explanation = tuple(form for form in self._analyse(one.explanation) if form.word not in QUESTION_WORDS)
        for expression in filter(None, map(self._analyse, one.names)):
            self._explanations[_stems_of(expression)] = explanation

    def _analyse(self, text: str) -> Expression:
        return tuple(form for form in self._analyser.analyse(clean_text(text)) if not form.is_joined)

    def of(self, stems: list[str]) -> list[Expression]:
        """The synonyms of an expression."""
        return self._synonyms.get(tuple(stems), [])

    def within(self, stems: list[str]) -> Iterator[tuple[int, int, list[Expression]]]:
        """Start and end of each expression with synonyms in a sequence of stems, and its synonyms."""
        for start, end in self._spans(stems):
            if others := self.of(stems[start:end]):
                yield start, end, others

    def explanation_words(self, stems: list[str]) -> Iterator[Forms]:
        """The words that explain the expressions in a sequence of stems."""
        for start, end in self._spans(stems):
            yield from self._explanations.get(tuple(stems[start:end]), ())

    def _spans(self, stems: list[str]) -> Iterator[tuple[int, int]]:
        for start in range(len(stems)):
            for end in range(start + 1, min(start + self._longest, len(stems)) + 1):
                yield start, end


def _stems_of(expression: Expression) -> tuple[str, ...]:
    return tuple(form.stem for form in expression)
