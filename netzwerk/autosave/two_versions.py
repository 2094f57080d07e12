"""Two versions of a text side by side: what is the same once, what differs with both sides, and the text that choices make."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

MOST_LINES = 2_000  # of both texts together; beyond, a comparison takes too long, and the texts are one difference
MOST_CHARACTERS = 5_000  # of a difference whose words are compared
WORDS = re.compile(r"\s+|\S+")


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
        return self._pieces()[0]

    @property
    def other_pieces(self) -> list[Piece]:
        return self._pieces()[1]

    def _pieces(self) -> tuple[list[Piece], list[Piece]]:
        """To look at, so without the empty lines around the paragraphs."""
        mine, other = self.mine.strip("\n"), self.other.strip("\n")
        if len(mine) + len(other) > MOST_CHARACTERS:
            return [Piece(mine)], [Piece(other)]
        ours, theirs = WORDS.findall(mine), WORDS.findall(other)
        left, right = [], []
        for operation, start, end, start_there, end_there in _operations(ours, theirs):
            is_marked = operation != "equal"
            left.append(Piece("".join(ours[start:end]), is_marked))
            right.append(Piece("".join(theirs[start_there:end_there]), is_marked))
        return _joined(left), _joined(right)


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Without empty pieces; equal space between two marked words belongs to the mark."""
    joined: list[Piece] = []
    for number, piece in enumerate(pieces):
        marked = piece.is_marked or (not piece.text.strip() and 0 < number < len(pieces) - 1)
        if joined and joined[-1].is_marked == marked:
            joined[-1] = Piece(joined[-1].text + piece.text, marked)
        else:
            joined.append(Piece(piece.text, marked))
    return [piece for piece in joined if piece.text]


def _operations(ours: list[str], theirs: list[str]) -> list[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()


def compare(mine: str, other: str) -> list[Part]:
    ours, theirs = mine.split("\n"), other.split("\n")
    if mine == other or len(ours) + len(theirs) > MOST_LINES:
        return [Part(tuple(ours), tuple(theirs), int(mine != other))]
    parts: list[Part] = []
    number = 0
    for operation, start, end, start_there, end_there in _operations(ours, theirs):
        differs = operation != "equal"
        number += differs
        parts.append(Part(tuple(ours[start:end]), tuple(theirs[start_there:end_there]), number if differs else 0))
    return parts


def compose(mine: str, other: str, choices: Mapping[int, Choice]) -> str:
    """The text that these choices make; `choices` by the number of the difference, the default where one is missing."""
    lines: list[str] = []
    for part in compare(mine, other):
        lines += part.chosen(choices.get(part.number, part.default)) if part.number else part.mine_lines
    return "\n".join(lines)
