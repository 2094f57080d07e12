"""A subset of Markdown, in which the demo's texts are written, as HTML of the rich text fields.

Paragraphs, headings of the second and third level, lists, **bold**, *italic* and [links](/url/). Headings, lists, quotations
and tables need no empty line before them. [[slug|text]] stays as it is: see streams.py.
"""

import re
import tomllib
from collections.abc import Iterator
from html import escape
from typing import Any

FENCE = "+++"
BOLD, ITALIC = re.compile(r"\*\*(.+?)\*\*"), re.compile(r"\*(.+?)\*")
LINK = re.compile(r"(?<!\[)\[([^\[\]]+)\]\(([^()\s]+)\)")
HEADING, BULLET, NUMBERED = re.compile(r"^(##|###) "), re.compile(r"^- "), re.compile(r"^\d+\. ")
KINDS = {
    "heading": HEADING,
    "quotation": re.compile(r"^>"),
    "table": re.compile(r"^\|"),
    "bullets": BULLET,
    "numbers": NUMBERED,
}


def head_and_body(text: str) -> tuple[dict[str, Any], str]:
    """A head in TOML between two fences, and the Markdown below it. Raises ValueError if there is no head."""
    _nothing, head, body = text.split(FENCE, 2)
    return tomllib.loads(head), body


def paragraphs(text: str) -> Iterator[list[str]]:
    """The lines of each paragraph, list, table or quotation; a heading comes with the lines below it."""
    for part in re.split(r"\n\s*\n", text.strip()):
        lines = [line.rstrip() for line in part.splitlines() if line.strip()]
        start = 0
        for number, line in enumerate(lines):
            if number > start and kind_of_line(line) not in ("", kind_of_line(lines[start])):
                yield lines[start:number]
                start = number
        if lines[start:]:
            yield lines[start:]


def kind_of_line(line: str) -> str:
    return next((kind for kind, begins in KINDS.items() if begins.match(line)), "")


def html_of(text: str) -> str:
    return "".join(map(paragraph_html, paragraphs(text)))


def paragraph_html(lines: list[str]) -> str:
    """HTML of what `paragraphs` yields, except for tables and quotations."""
    if heading := HEADING.match(lines[0]):
        level = len(heading[1])
        rest = paragraph_html(lines[1:]) if lines[1:] else ""
        return f"<h{level}>{inline_html(lines[0][level + 1 :])}</h{level}>{rest}"
    for tag, begins in (("ul", BULLET), ("ol", NUMBERED)):
        if begins.match(lines[0]):
            items: list[str] = []
            for line in lines:
                if begins.match(line):
                    items.append(begins.sub("", line))
                else:
                    items[-1] += f" {line.strip()}"
            return f"<{tag}>{''.join(f'<li>{inline_html(item)}</li>' for item in items)}</{tag}>"
    return f"<p>{inline_html(' '.join(lines))}</p>"


def inline_html(text: str) -> str:
    marked = ITALIC.sub(r"<i>\1</i>", BOLD.sub(r"<b>\1</b>", escape(text, quote=False)))
    return LINK.sub(r'<a href="\2">\1</a>', marked)


def table_cells(lines: list[str]) -> list[list[str]]:
    """The rows of a table, the head first, without the line that separates it."""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for number, row in enumerate(rows) if number != 1 or not all(set(cell) <= set("-: ") for cell in row)]


def text_lines(content: str) -> list[tuple[str, str]]:
    """The lines of a text with their kinds (h1, h2, li, p), as files.odt takes them."""
    found = []
    for line in filter(None, (line.strip() for line in content.splitlines())):
        kind, text = "p", line
        if line.startswith("#"):
            kind, text = "h1" if line.startswith("# ") else "h2", line.lstrip("# ")
        elif line.startswith("- "):
            kind, text = "li", line[2:]
        found.append((kind, text.replace("**", "")))
    return found
