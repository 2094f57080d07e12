"""Parses the demo's reports: a head in TOML, then ten sections in a subset of Markdown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from knowledge.sections import SECTIONS
from netzwerk.portal.demo.markdown import head_and_body, paragraph_html, paragraphs, table_cells

FOLDER = Path(__file__).parent / "reports"
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
    head, body = head_and_body(path.read_text(encoding="utf-8"))
    texts = dict(_parts(body))
    return ReportText(
        path.stem,
        head,
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
    for lines in paragraphs(text):
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
            blocks[-1] = ("text", blocks[-1][1] + paragraph_html(lines))
        else:
            blocks.append(("text", paragraph_html(lines)))
    return blocks


def _quotation(lines: list[str]) -> dict[str, str]:
    text_lines = [line.lstrip("> ").strip() for line in lines]
    person = next((line.lstrip("-– ").strip() for line in text_lines if line.startswith(("--", "–"))), "Ohne Namen")
    text = " ".join(line for line in text_lines if line and not line.startswith(("--", "–"))).strip('„“"')
    name, _, role = person.partition(", ")
    return {"text": text, "person": name, "role": role}


def _table(lines: list[str], caption: str) -> dict[str, Any]:
    """The stored form of PortalTableBlock. A column with numbers only is numeric."""
    head, *rows = table_cells(lines)
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
