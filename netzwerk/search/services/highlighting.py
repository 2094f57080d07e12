"""The part of a text that answers a question best, with the words that were found."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from netzwerk.search.analysis import Analyser
from netzwerk.search.analysis.words import word_matches
from netzwerk.search.engines.port import Plan, Stream

LENGTH = 240  # signs of an excerpt
LEAD = 60  # signs before the first word that was found
ENDINGS = ".:;!?…"
READ = 6_000  # characters of a text in which the best place is looked for
READ_OF_FILES = 20_000  # the same of a document, which is read only where nothing else answers


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text; `found` is one that the question asked for."""

    text: str
    found: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    token: str


def plan_tokens(plan: Plan) -> frozenset[str]:
    """Stems and words that the plan looks for, synonyms and parts included; letters alone mark nothing."""
    found: set[str] = set()
    for clause in (clause for group in plan.groups for way in group for clause in way.clauses):
        if clause.stream in (Stream.STEMS, Stream.WORDS):
            found.add(clause.token)
        elif clause.stream == Stream.PAIRS:
            found.update(clause.token.split("+"))
    return frozenset(found)


class Highlighter:
    """Marks what one question asked for."""

    def __init__(self, plan: Plan, analyser: Analyser) -> None:
        self._tokens = plan_tokens(plan)
        self._analyser = analyser
        self._stems: dict[str, str] = {}  # of words as they stand in texts; "" where a word is not marked

    def whole(self, text: str) -> list[Piece]:
        """A short text with its marks."""
        return _pieces(text, self._marks(text), 0, len(text))

    def excerpt(self, text: str, *, read: int = READ) -> list[Piece]:
        """About LENGTH signs around the place where most different words were found; the beginning where none were."""
        text = in_one_line(text[:read])
        marks = self._marks(text)
        start = _best_start(text, marks)
        end = len(text) if start + LENGTH >= len(text) else text.rfind(" ", start, start + LENGTH + 1)
        if end <= start:
            end = min(start + LENGTH, len(text))
        before = [Piece("… ")] if start else []
        after = [Piece(" …")] if end < len(text) else []
        return [*before, *_pieces(text, marks, start, end), *after]

    def _marks(self, text: str) -> list[_Mark]:
        if not self._tokens:
            return []
        marks = []
        for place in word_matches(text):
            raw = place[0]
            stem = self._stems.get(raw)
            if stem is None:
                stem = self._stems[raw] = self._stem_of(raw)
            if stem:
                marks.append(_Mark(place.start(), place.end(), stem))
        return marks

    def _stem_of(self, raw: str) -> str:
        """The stem under which a word is marked. Asked once for each word: texts repeat theirs, and results each other's."""
        for form in self._analyser.of_raw(raw):
            if form.word in self._tokens or form.stem in self._tokens or not self._tokens.isdisjoint(form.parts):
                return form.stem
        return ""


def in_one_line(text: str) -> str:
    """Paragraphs, headings and cells stand in lines of their own; a dot keeps apart what no full stop does."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    return "".join(
        line if place == 0 else f" {line}" if before[-1] in ENDINGS else f" · {line}"
        for place, (before, line) in enumerate(pairwise(["", *filter(None, lines)]))
    )


def _best_start(text: str, marks: list[_Mark]) -> int:
    """Where an excerpt begins: a little before the window with most different words."""
    best, most = 0, 0
    for place, mark in enumerate(marks):
        different = {one.token for one in marks[place:] if one.end <= mark.start + LENGTH - LEAD}
        if len(different) > most:
            best, most = mark.start, len(different)
    if best <= LEAD:
        return 0
    return text.find(" ", best - LEAD) + 1


def _pieces(text: str, marks: Iterable[_Mark], start: int, end: int) -> list[Piece]:
    pieces, place = [], start
    for mark in marks:
        if mark.start >= place and mark.end <= end:
            pieces += [Piece(text[place : mark.start]), Piece(text[mark.start : mark.end], found=True)]
            place = mark.end
    return [piece for piece in (*pieces, Piece(text[place:end])) if piece.text]
