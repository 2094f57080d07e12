"""Two versions of a text side by side: what is the same once, what differs with both sides, and the text that choices make."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cached_property

MOST_STEPS = 10_000_000  # of a comparison, in the worst case: a tenth of a second. Beyond, all of it is one difference
WORDS = re.compile(r"(\S+)(\s*)")


class Choice(StrEnum):
    MINE = "meine"
    OTHER = "andere"
    BOTH = "beide"


@dataclass(frozen=True)
class Piece:
    text: str
    is_marked: bool = False  # stands on this side only


@dataclass(frozen=True)
class Part:
    """Lines that are the same in both versions (`number` 0), or a difference with its number from 1 on."""

    mine_lines: tuple[str, ...]
    other_lines: tuple[str, ...]
    number: int = 0

    @property
    def mine(self) -> str:
        return "\n".join(self.mine_lines)

    @property
    def other(self) -> str:
        return "\n".join(self.other_lines)

    @property
    def has_both(self) -> bool:
        return bool(self.mine.strip() and self.other.strip())

    @property
    def default(self) -> Choice:
        """Never the loss of a paragraph."""
        if self.has_both:
            return Choice.BOTH
        return Choice.MINE if self.mine.strip() else Choice.OTHER

    def chosen(self, choice: Choice) -> tuple[str, ...]:
        if choice == Choice.BOTH:
            if self.has_both:
                return (*self.mine_lines, "", *self.other_lines)
            choice = self.default
        return self.mine_lines if choice == Choice.MINE else self.other_lines

    @property
    def same(self) -> str:
        """What stands in both, without the empty lines around it."""
        return self.mine.strip("\n")

    @property
    def mine_pieces(self) -> list[Piece]:
        return self._pieces[0]

    @property
    def other_pieces(self) -> list[Piece]:
        return self._pieces[1]

    @cached_property
    def _pieces(self) -> tuple[list[Piece], list[Piece]]:
        """To look at, so without the empty lines around the paragraphs."""
        mine, other = self.mine.strip("\n"), self.other.strip("\n")
        ours, theirs = WORDS.findall(mine), WORDS.findall(other)
        found = _operations([word for word, _space in ours], [word for word, _space in theirs])
        if all(operation.is_equal for operation in found):  # the spaces differ
            return [Piece(mine, is_marked=True)], [Piece(other, is_marked=True)]
        left = [(ours[one.start : one.end], not one.is_equal) for one in found]
        right = [(theirs[one.start_there : one.end_there], not one.is_equal) for one in found]
        return _pieces_of(mine, left), _pieces_of(other, right)


def _pieces_of(text: str, words: Iterable[tuple[list[tuple[str, str]], bool]]) -> list[Piece]:
    """`words` are runs of words, each with the space after it, and whether a run is marked; the space behind it is not."""
    pieces = [Piece(text[: len(text) - len(text.lstrip())])]
    for run, is_marked in words:
        written = "".join(word + space for word, space in run)
        if is_marked:
            pieces += [Piece(written.rstrip(), is_marked=True), Piece(written[len(written.rstrip()) :])]
        else:
            pieces.append(Piece(written))
    return _joined(pieces)


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Without empty pieces, and neighbours of the same kind as one."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and joined[-1].is_marked == piece.is_marked:
            joined[-1] = Piece(joined[-1].text + piece.text, piece.is_marked)
        elif piece.text:
            joined.append(piece)
    return joined


@dataclass(frozen=True)
class _Operation:
    """A run of the one list and one of the other, which are equal or differ."""

    is_equal: bool
    start: int
    end: int
    start_there: int
    end_there: int


def _operations(ours: list[str], theirs: list[str]) -> list[_Operation]:
    """What begins and ends alike is taken off first, so that a small change to a very long text stays a small difference."""
    before = _alike(ours, theirs)
    after = _alike(ours[before:][::-1], theirs[before:][::-1])
    ends = len(ours) - after, len(theirs) - after
    found = [
        _Operation(name == "equal", start + before, end + before, start_there + before, end_there + before)
        for name, start, end, start_there, end_there in _differences(ours[before : ends[0]], theirs[before : ends[1]])
    ]
    first, last = _Operation(True, 0, before, 0, before), _Operation(True, ends[0], len(ours), ends[1], len(theirs))
    return [one for one in (first, *found, last) if one.end > one.start or one.end_there > one.start_there]


def _alike(ours: list[str], theirs: list[str]) -> int:
    """How many are equal from the start on."""
    pairs = enumerate(zip(ours, theirs, strict=False))
    return next((number for number, (one, other) in pairs if one != other), min(len(ours), len(theirs)))


def _differences(ours: list[str], theirs: list[str]) -> list[tuple[str, int, int, int, int]]:
    """SequenceMatcher goes through all equal pairs for each match that it finds, which takes minutes for a few thousand equal
    words among different ones."""
    there = Counter(theirs)
    pairs = sum(there[one] for one in ours)
    if (pairs + len(ours)) * min(len(ours), len(theirs)) > MOST_STEPS:
        return [("replace", 0, len(ours), 0, len(theirs))]
    return SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()


def compare(mine: str, other: str) -> list[Part]:
    ours, theirs = mine.split("\n"), other.split("\n")
    parts: list[Part] = []
    number = 0
    for one in _operations(ours, theirs):
        number += not one.is_equal
        lines = tuple(ours[one.start : one.end]), tuple(theirs[one.start_there : one.end_there])
        parts.append(Part(*lines, 0 if one.is_equal else number))
    return parts


def compose(parts: Iterable[Part], choices: Mapping[int, Choice]) -> str:
    """The text that these choices make; `choices` by the number of the difference, the default where one is missing."""
    lines: list[str] = []
    for part in parts:
        lines += part.chosen(choices.get(part.number, part.default)) if part.number else part.mine_lines
    return "\n".join(lines)
