"""Reads the demo's content of the portal from `texts/`. Places, people and organisations are invented.

A page is a head in TOML and a body in Markdown (markdown.py). Its blocks other than text stand between lines of colons:

    :::accordion Title        also steps, facts, table, downloads, quotation, image, call_to_action, news_list
    …
    :::

Two texts side by side are separated by `:::`. Folders are sections, their first file the page above the others; files are read
in the order of their names.
"""

import csv
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from netzwerk.portal.demo.markdown import head_and_body, html_of, table_cells, text_lines

FOLDER = Path(__file__).parent / "texts"
COLONS = ":::"
SECTIONS = ("agency", "case_management", "steering", "network")
Block = tuple[str, Any]


def start() -> dict[str, Any]:
    return tomllib.loads(_read("start.toml")) | {"body": blocks_of(_read("start.md"))}


def sections() -> list[dict[str, Any]]:
    """The pages below the start page, with their `children`."""
    found = []
    for name in SECTIONS:
        first, *others = _pages_in(name)
        found.append(first | {"children": others})
    return [*found, *_pages_in("service")]


def news() -> list[dict[str, Any]]:
    """Oldest first."""
    return _pages_in("news")


def documents() -> list[dict[str, Any]]:
    """Name, title, kind and content: rows of a CSV file, or the paragraphs of a text as arguments for files.odt."""
    listed = tomllib.loads(_read("documents/index.toml"))["documents"]
    return [one | {"content": _document(one["name"], one["kind"])} for one in listed]


def page_of(text: str) -> dict[str, Any]:
    """Raises ValueError if the text has no head."""
    head, body = head_and_body(text)
    return head | {"body": blocks_of(body)}


def blocks_of(text: str) -> list[Block]:
    return list(_blocks(text))


def _read(path: str | Path) -> str:
    return (FOLDER / path).read_text(encoding="utf-8")


def _pages_in(folder: str) -> list[dict[str, Any]]:
    return [page_of(_read(path)) for path in sorted((FOLDER / folder).glob("*.md"))]


def _blocks(text: str) -> Iterator[Block]:
    lines, opening = [], ""
    for line in [*text.splitlines(), COLONS]:
        if not line.startswith(COLONS):
            lines.append(line)
            continue
        content = "\n".join(lines).strip()
        if opening:
            yield _block(*opening.partition(" ")[::2], content)
        elif content:
            yield "text", html_of(content)
        lines, opening = [], line.removeprefix(COLONS).strip()


def _block(kind: str, title: str, content: str) -> Block:
    match kind:
        case "accordion" | "steps":
            return kind, {"title": title, "items": list(_titled(content))}
        case "facts":
            rows = table_cells(content.splitlines())
            return kind, {"title": title, "items": [{"term": term, "value": value} for term, value in rows]}
        case "downloads":
            rows = table_cells(content.splitlines())
            return kind, {"title": title, "files": [{"document": name, "description": text} for name, text in rows]}
        case "table":
            columns, *rows = table_cells(content.splitlines())
            return kind, {"caption": title, "columns": columns, "rows": rows}
    return kind, tomllib.loads(content)


def _titled(content: str) -> Iterator[dict[str, str]]:
    for part in f"\n{content}".split("\n# ")[1:]:
        title, _, text = part.partition("\n")
        yield {"title": title.strip(), "text": html_of(text)}


def _document(name: str, kind: str) -> list:
    path = FOLDER / "documents" / name
    if kind == "csv":
        with path.with_suffix(".csv").open(newline="", encoding="utf-8") as file:
            return list(csv.reader(file, delimiter=";"))
    return text_lines(_read(path.with_suffix(".md")))
