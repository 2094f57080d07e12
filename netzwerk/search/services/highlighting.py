"""Excerpts of texts, with the found words marked."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from netzwerk.search.analysis import Analyser
from netzwerk.search.analysis.words import word_matches
from netzwerk.search.engines.port import Plan, Stream

LENGTH = 240  # characters of an excerpt
LEAD = 60  # characters before the first found word
ENDINGS = ".:;!?…"
READ = 6_000  # characters in which the best excerpt is searched
READ_OF_FILES = 20_000  # the same for documents, which are read only if nothing else contains a found word


@dataclass(frozen=True, slots=True)
class Fragment:
    """A part of a text; a match is a word that was searched."""

    text: str
    is_match: bool = False


@dataclass(frozen=True, slots=True)
class _Match:
    start: int
    end: int
    token: str


def plan_tokens(plan: Plan) -> frozenset[str]:
    """Stems and words of the plan, including synonyms and parts of compounds, but no 4-grams."""
    found: set[str] = set()
    for clause in (clause for group in plan.groups for alternative in group for clause in alternative.clauses):
        if clause.stream in (Stream.STEMS, Stream.WORDS):
            found.add(clause.token)
        elif clause.stream == Stream.PAIRS:
            found.update(clause.token.split("+"))
    return frozenset(found)


class Highlighter:
    """Marks the words of one question."""

    def __init__(self, plan: Plan, analyser: Analyser) -> None:
        self._tokens = plan_tokens(plan)
        self._analyser = analyser
        self._stems: dict[str, str] = {}  # by raw word; "" if it is not marked

    def whole(self, text: str) -> list[Fragment]:
        """A short text, whole."""
        return _fragments(text, self._matches(text), 0, len(text))

    def excerpt(self, text: str, *, read: int = READ) -> list[Fragment]:
        """About LENGTH characters where most distinct words match; the beginning if none do."""
        text = in_one_line(text[:read])
        matches = self._matches(text)
        start = _best_start(text, matches)
        end = len(text) if start + LENGTH >= len(text) else text.rfind(" ", start, start + LENGTH + 1)
        if end <= start:
            end = min(start + LENGTH, len(text))
        before = [Fragment("… ")] if start else []
        after = [Fragment(" …")] if end < len(text) else []
        return [*before, *_fragments(text, matches, start, end), *after]

    def _matches(self, text: str) -> list[_Match]:
        if not self._tokens:
            return []
        matches = []
        for found in word_matches(text):
            raw = found[0]
            stem = self._stems.get(raw)
            if stem is None:
                stem = self._stems[raw] = self._stem_of(raw)
            if stem:
                matches.append(_Match(found.start(), found.end(), stem))
        return matches

    def _stem_of(self, raw: str) -> str:
        """The stem of a raw word to be marked, else "". Called once per word, the result is cached."""
        for form in self._analyser.of_raw(raw):
            if form.word in self._tokens or form.stem in self._tokens or not self._tokens.isdisjoint(form.parts):
                return form.stem
        return ""


def in_one_line(text: str) -> str:
    """Joins paragraphs, headings and table cells, with a dot between them where no punctuation ends the line."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    return "".join(
        line if place == 0 else f" {line}" if before[-1] in ENDINGS else f" · {line}"
        for place, (before, line) in enumerate(pairwise(["", *filter(None, lines)]))
    )


def _best_start(text: str, matches: list[_Match]) -> int:
    """Start of the excerpt: LEAD characters before the window with most distinct matches."""
    best, most = 0, 0
    for place, match in enumerate(matches):
        distinct = {one.token for one in matches[place:] if one.end <= match.start + LENGTH - LEAD}
        if len(distinct) > most:
            best, most = match.start, len(distinct)
    if best <= LEAD:
        return 0
    return text.find(" ", best - LEAD) + 1


def _fragments(text: str, matches: Iterable[_Match], start: int, end: int) -> list[Fragment]:
    fragments, place = [], start
    for match in matches:
        if match.start >= place and match.end <= end:
            fragments += [Fragment(text[place : match.start]), Fragment(text[match.start : match.end], is_match=True)]
            place = match.end
    return [one for one in (*fragments, Fragment(text[place:end])) if one.text]
