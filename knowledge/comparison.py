"""What changed between two published versions, as readable text.

However long the versions are, comparing them takes less than a second: what would take longer is shown whole, old beside new.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import zip_longest

from knowledge.rich_nodes import lines_of
from knowledge.snapshot import Snapshot

MOST_LINES = 1_000  # that a page shows; nobody reads more
# The effort of comparing word by word, in two paragraphs and in all together; tests/knowledge/test_comparing.py measures it.
MOST_EFFORT, MOST_EFFORT_IN_ALL = 8_000, 300_000


@dataclass(frozen=True)
class Piece:
    text: str
    kind: str = ""  # "ins", "del" or the same


@dataclass(frozen=True)
class Line:
    pieces: list[Piece]


@dataclass(frozen=True)
class Change:
    title: str
    lines: list[Line]


@dataclass
class Comparison:
    changes: list[Change] = field(default_factory=list)
    left_out: int = 0  # changed lines beyond those that are shown


@dataclass
class Budget:
    """What one comparison may still spend."""

    effort: int = MOST_EFFORT_IN_ALL
    lines: int = MOST_LINES

    def pays_for(self, old: list[str], new: list[str]) -> bool:
        """What slows it down are pairs of equal words, and length."""
        there = Counter(new)
        effort = sum(there[word] for word in old) + len(old) * len(new) // 50
        if effort > min(MOST_EFFORT, self.effort):
            return False
        self.effort -= effort
        return True


def changes_between(old: Snapshot, new: Snapshot) -> Comparison:
    """Part by part, only what is different."""
    before, after = dict(_parts(old)), dict(_parts(new))
    found, budget = Comparison(), Budget()
    for title in dict.fromkeys([*after, *before]):
        if before.get(title, []) == after.get(title, []):
            continue
        lines = []
        for gone, come in compare(before.get(title, []), after.get(title, [])):
            if budget.lines:
                budget.lines -= 1
                lines.append(Line(list(_words(gone, come, budget))))
            else:
                found.left_out += 1
        found.changes.append(Change(title, lines))
    return found


def _parts(snapshot: Snapshot) -> Iterator[tuple[str, list[str]]]:
    yield "Titel", [snapshot["title"]]
    yield "Zusammenfassung", [snapshot["summary"]]
    yield "Angaben", [f"{name}: {value}" for name, value in snapshot["facts"]]
    yield "Autor:innen", snapshot["authors"]
    yield "Einordnung", [f"{label}: {', '.join(names)}" for label, names in snapshot["terms"]]
    for section in snapshot["sections"]:
        yield section["title"], lines_of(section["nodes"])
    yield "Kriterien", [_stage(one) for one in snapshot["criteria"]]
    yield "Skalen", [f"{name}: {value}" for name, value, _text in snapshot["scales"]]
    yield "Dateien", [one["title"] for one in snapshot["files"]]


def _stage(one: dict) -> str:
    own = "" if one["author"] is None else f"Selbsteinschätzung Stufe {one['author']}"
    others = "" if one["reviewer"] is None else f"Redaktion Stufe {one['reviewer']}"
    return f"{one['name']}: {', '.join(filter(None, [own, others]))}"


def compare(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    """Pairs of paragraphs that differ; one of the two is empty where a paragraph came or went."""
    for tag, a, b, c, d in SequenceMatcher(None, old, new).get_opcodes():
        if tag != "equal":
            yield from zip_longest(old[a:b], new[c:d], fillvalue="")


def _words(before: str, after: str, budget: Budget) -> Iterator[Piece]:
    old, new = before.split(), after.split()
    if not old or not new or not budget.pays_for(old, new):
        if before:
            yield Piece(before, "del")
        if after:
            yield Piece(after, "ins")
        return
    for tag, a, b, c, d in SequenceMatcher(None, old, new).get_opcodes():
        if tag == "equal":
            yield Piece(" ".join(old[a:b]))
            continue
        if b > a:
            yield Piece(" ".join(old[a:b]), "del")
        if d > c:
            yield Piece(" ".join(new[c:d]), "ins")
