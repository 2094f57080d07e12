"""What changed between two published versions, as readable text."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from knowledge.document import Document
from knowledge.rich_nodes import lines_of

MOST_WORDS = 2_000  # of two paragraphs that are compared word by word; longer ones are shown whole


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


def changes_between(old: Document, new: Document) -> list[Change]:
    """Part by part, only what is different."""
    before, after = dict(_parts(old)), dict(_parts(new))
    titles = dict.fromkeys([*after, *before])
    return [
        Change(title, list(compare(before.get(title, []), after.get(title, []))))
        for title in titles
        if before.get(title, []) != after.get(title, [])
    ]


def _parts(document: Document) -> Iterator[tuple[str, list[str]]]:
    yield "Titel", [document["title"]]
    yield "Zusammenfassung", [document["summary"]]
    yield "Angaben", [f"{name}: {value}" for name, value in document["facts"]]
    yield "Autor:innen", document["authors"]
    yield "Einordnung", [f"{label}: {', '.join(names)}" for label, names in document["terms"]]
    for section in document["sections"]:
        yield section["title"], lines_of(section["nodes"])
    yield "Kriterien", [_stage(one) for one in document["criteria"]]
    yield "Skalen", [f"{name}: {value}" for name, value, _text in document["scales"]]
    yield "Dateien", [one["title"] for one in document["files"]]


def _stage(one: dict) -> str:
    own = "" if one["author"] is None else f"Selbsteinschätzung Stufe {one['author']}"
    others = "" if one["reviewer"] is None else f"Redaktion Stufe {one['reviewer']}"
    return f"{one['name']}: {', '.join(filter(None, [own, others]))}"


def compare(old: list[str], new: list[str]) -> Iterator[Line]:
    """Paragraph by paragraph; within a changed one word by word. Equal paragraphs are left out."""
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        gone, come = old[a:b], new[c:d]
        for number in range(max(len(gone), len(come))):
            before = gone[number] if number < len(gone) else ""
            after = come[number] if number < len(come) else ""
            yield Line(list(_words(before, after)))


def _words(before: str, after: str) -> Iterator[Piece]:
    old, new = before.split(), after.split()
    if not old or not new or len(old) + len(new) > MOST_WORDS:
        if before:
            yield Piece(before, "del")
        if after:
            yield Piece(after, "ins")
        return
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Piece(" ".join(old[a:b]))
            continue
        if b > a:
            yield Piece(" ".join(old[a:b]), "del")
        if d > c:
            yield Piece(" ".join(new[c:d]), "ins")
