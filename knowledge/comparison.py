"""Changes between two published versions, as readable text.

A budget limits the effort to less than a second: paragraphs beyond it are shown whole, old and new, instead of word by word.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import zip_longest

from knowledge.rich_nodes import lines_of
from knowledge.snapshot import Snapshot

MOST_LINES = 1_000  # on a page
# The effort of comparing word by word, for a pair of paragraphs and in all; tests/knowledge/test_comparing.py measures it.
MOST_EFFORT, MOST_EFFORT_IN_ALL = 8_000, 300_000


@dataclass(frozen=True)
class Segment:
    text: str
    kind: str = ""  # "ins" or "del"; empty if unchanged


@dataclass(frozen=True)
class Line:
    segments: list[Segment]


@dataclass(frozen=True)
class Change:
    title: str
    lines: list[Line]


@dataclass
class Comparison:
    changes: list[Change] = field(default_factory=list)
    left_out: int = 0  # changed lines beyond MOST_LINES


@dataclass
class Budget:
    """The remaining effort and lines of one comparison."""

    effort: int = MOST_EFFORT_IN_ALL
    lines: int = MOST_LINES

    def covers(self, old: list[str], new: list[str]) -> bool:
        """Whether there is budget for this pair; if so, it is spent. The effort grows with pairs of equal words, and length."""
        counts = Counter(new)
        effort = sum(counts[word] for word in old) + len(old) * len(new) // 50
        if effort > min(MOST_EFFORT, self.effort):
            return False
        self.effort -= effort
        return True


def changes_between(old: Snapshot, new: Snapshot) -> Comparison:
    """The parts that differ."""
    before, after = dict(_parts(old)), dict(_parts(new))
    comparison, budget = Comparison(), Budget()
    for title in dict.fromkeys([*after, *before]):
        if before.get(title, []) == after.get(title, []):
            continue
        lines = []
        for removed, added in compare(before.get(title, []), after.get(title, [])):
            if budget.lines:
                budget.lines -= 1
                lines.append(Line(list(_words(removed, added, budget))))
            else:
                comparison.left_out += 1
        comparison.changes.append(Change(title, lines))
    return comparison


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
    yield "Mehr dazu", [one["title"] for one in snapshot.get("references", [])]  # older versions have none


def _stage(one: dict) -> str:
    author = "" if one["author"] is None else f"Selbsteinschätzung Stufe {one['author']}"
    reviewer = "" if one["reviewer"] is None else f"Redaktion Stufe {one['reviewer']}"
    return f"{one['name']}: {', '.join(filter(None, [author, reviewer]))}"


def compare(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    """Pairs of paragraphs that differ; one of the two is empty if a paragraph was added or removed."""
    for tag, a, b, c, d in SequenceMatcher(None, old, new).get_opcodes():
        if tag != "equal":
            yield from zip_longest(old[a:b], new[c:d], fillvalue="")


def _words(before: str, after: str, budget: Budget) -> Iterator[Segment]:
    old, new = before.split(), after.split()
    if not old or not new or not budget.covers(old, new):
        if before:
            yield Segment(before, "del")
        if after:
            yield Segment(after, "ins")
        return
    for tag, a, b, c, d in SequenceMatcher(None, old, new).get_opcodes():
        if tag == "equal":
            yield Segment(" ".join(old[a:b]))
            continue
        if b > a:
            yield Segment(" ".join(old[a:b]), "del")
        if d > c:
            yield Segment(" ".join(new[c:d]), "ins")
