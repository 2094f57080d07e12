"""Parses the demo's reports: a head in TOML, then ten sections in a subset of Markdown."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from knowledge.sections import SECTIONS

FOLDER = Path(__file__).parent / "reports"
FENCE = "+++"
BOLD, ITALIC = re.compile(r"\*\*(.+?)\*\*"), re.compile(r"\*(.+?)\*")
POINT, NUMBERED = re.compile(r"^- "), re.compile(r"^\d+\. ")
NUMBER = re.compile(r"^-?\d+(?:,\d+)?$")
TABLE_TITLE = "Tabelle:"
Blocks = list[tuple[str, Any]]


@dataclass(frozen=True)
class ReportText:
    slug: str
    head: dict[str, Any]
    sections: dict[str, Blocks]  # by field of PracticeReport


def all_reports() -> list[ReportText]:
    """Sorted by date, oldest first, so that newer reports get higher ids."""
    found = [read(path) for path in sorted(FOLDER.glob("*.md"))]
    return sorted(found, key=lambda one: (one.head["as_of"], one.slug))


def read(path: Path) -> ReportText:
    _nothing, head, body = path.read_text(encoding="utf-8").split(FENCE, 2)
    texts = dict(_parts(body))
    return ReportText(
        path.stem,
        tomllib.loads(head),
        {section.field: blocks_of(texts.get(section.title, "")) for section in SECTIONS},
    )


def _parts(body: str) -> Iterator[tuple[str, str]]:
    for part in re.split(r"^## ", body, flags=re.MULTILINE)[1:]:
        title, _, text = part.partition("\n")
        yield title.strip(), text


def blocks_of(text: str) -> Blocks:
    """Blocks for a StreamField; adjacent paragraphs become one text block."""
    blocks: Blocks = []
    caption = ""
    for lines in _paragraphs(text):
        if lines[0].startswith(TABLE_TITLE):
            caption = lines[0].removeprefix(TABLE_TITLE).strip()
            lines = lines[1:]
            if not lines:
                continue
        if lines[0].startswith(">"):
            blocks.append(("quotation", _quotation(lines)))
        elif lines[0].startswith("|"):
            blocks.append(("table", _table(lines, caption)))
        elif blocks and blocks[-1][0] == "text":
            blocks[-1] = ("text", blocks[-1][1] + _html(lines))
        else:
            blocks.append(("text", _html(lines)))
    return blocks


def _paragraphs(text: str) -> Iterator[list[str]]:
    for part in re.split(r"\n\s*\n", text.strip()):
        lines = [line.rstrip() for line in part.splitlines() if line.strip()]
        start = 0
        for number, line in enumerate(lines):
            # Headings, lists and tables need no empty line before them.
            if number > start and _kind(line) != _kind(lines[number - 1]) and "" not in (_kind(line),):
                yield lines[start:number]
                start = number
        if lines[start:]:
            yield lines[start:]


def _kind(line: str) -> str:
    for kind, begins in (("heading", "### "), ("quote", ">"), ("table", "|"), ("point", "- "), ("title", TABLE_TITLE)):
        if line.startswith(begins):
            return kind
    return "number" if NUMBERED.match(line) else ""


def _inline(text: str) -> str:
    return ITALIC.sub(r"<i>\1</i>", BOLD.sub(r"<b>\1</b>", escape(text, quote=False)))


def _html(lines: list[str]) -> str:
    if lines[0].startswith("### "):
        rest = _html(lines[1:]) if lines[1:] else ""
        return f"<h3>{_inline(lines[0][4:])}</h3>{rest}"
    for tag, begins in (("ul", POINT), ("ol", NUMBERED)):
        if begins.match(lines[0]):
            items: list[str] = []
            for line in lines:
                if begins.match(line):
                    items.append(begins.sub("", line))
                else:
                    items[-1] += f" {line.strip()}"
            return f"<{tag}>{''.join(f'<li>{_inline(item)}</li>' for item in items)}</{tag}>"
    return f"<p>{_inline(' '.join(lines))}</p>"


def _quotation(lines: list[str]) -> dict[str, str]:
    text_lines = [line.lstrip("> ").strip() for line in lines]
    person = next((line.lstrip("-– ").strip() for line in text_lines if line.startswith(("--", "–"))), "Ohne Namen")
    text = " ".join(line for line in text_lines if line and not line.startswith(("--", "–"))).strip('„“"')
    name, _, role = person.partition(", ")
    return {"text": text, "person": name, "role": role}


def _table(lines: list[str], caption: str) -> dict[str, Any]:
    """The stored form of PortalTableBlock. A column with numbers only is numeric."""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    head, rows = rows[0], [row for row in rows[1:] if not all(set(cell) <= set("-: ") for cell in row)]
    rows = [(row + [""] * len(head))[: len(head)] for row in rows]
    kinds = ["number" if all(NUMBER.match(row[n]) for row in rows) else "text" for n in range(len(head))]
    values = [
        [cell.replace(",", ".") if kinds[n] == "number" else cell.replace("**", "") for n, cell in enumerate(row)]
        for row in rows
    ]
    return {
        "caption": caption or head[0],
        "columns": [{"type": kind, "heading": name or "Angabe"} for kind, name in zip(kinds, head, strict=True)],
        "rows": [{"values": row} for row in values],
    }


def file_lines(content: str) -> list[tuple[str, str]]:
    """The text of an attachment as arguments for portal.demo.files.odt."""
    found = []
    for line in filter(None, (line.strip() for line in content.splitlines())):
        kind, text = "p", line
        if line.startswith("#"):
            kind, text = "h1" if line.startswith("# ") else "h2", line.lstrip("# ")
        elif POINT.match(line):
            kind, text = "li", line[2:]
        found.append((kind, text.replace("**", "")))
    return found
