"""Streams and rich texts as plain text, headings apart from the body.

Reads the raw data of streams: their values would fetch every picture and document from the database.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from bs4 import BeautifulSoup, Comment, NavigableString, Tag
from django.db.models import Manager
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock
from wagtail.fields import StreamValue

from netzwerk.portal.blocks import NewsListBlock
from netzwerk.texts.cleaning import BREAKS

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
INSIDE_WORDS = ("a", "abbr", "b", "code", "del", "em", "i", "mark", "s", "small", "span", "strong", "sub", "sup", "u")
INVISIBLE = dict.fromkeys(map(ord, BREAKS))
OF_OTHERS = (NewsListBlock,)  # blocks that show texts of other pages


class TextPart(NamedTuple):
    """A heading, a paragraph or a cell."""

    text: str
    is_heading: bool = False


class PlainText(NamedTuple):
    headings: tuple[str, ...]
    body: str  # one part per line


def plain_text_of(parts: Iterable[TextPart]) -> PlainText:
    headings, body = [], []
    for part in parts:
        if text := collapse_spaces(part.text):
            (headings if part.is_heading else body).append(text)
    return PlainText(tuple(headings), "\n".join(body))


def collapse_spaces(text: str) -> str:
    """The text in one line, with single spaces and without soft hyphens and zero-width characters."""
    return " ".join(text.translate(INVISIBLE).split())


def has_content(value: Any) -> bool:
    """Whether a value of a page's field has text besides blanks and headings, or an object chosen."""
    if isinstance(value, StreamValue):
        return bool(plain_text_of(parts_of_stream(value)).body)
    if isinstance(value, str):
        return bool(collapse_spaces(value))
    if isinstance(value, Manager):
        return value.all().exists()
    return bool(value)


def parts_of_stream(stream: StreamValue) -> Iterator[TextPart]:
    return parts_of_block(stream.stream_block, stream.raw_data)


def parts_of_block(block: blocks.Block, stored: Any) -> Iterator[TextPart]:
    """The texts of a block, in their order; without choices and texts of other pages."""
    if not stored or isinstance(block, OF_OTHERS):
        return
    match block:
        case blocks.BaseStreamBlock():
            for child in stored:
                if child["type"] in block.child_blocks:
                    yield from parts_of_block(block.child_blocks[child["type"]], child["value"])
        case blocks.ListBlock():
            for _stored_id, value in items_of(stored):
                yield from parts_of_block(block.child_block, value)
        case blocks.BaseStructBlock():
            for name, child_block in block.child_blocks.items():
                is_heading = name == "title" and isinstance(child_block, blocks.CharBlock)
                for part in parts_of_block(child_block, stored.get(name)):
                    yield TextPart(part.text, is_heading) if is_heading else part
        case BaseTypedTableBlock():
            yield from _parts_of_table(stored)
        case blocks.RichTextBlock():
            yield from parts_of_html(stored)
        case blocks.CharBlock() | blocks.TextBlock():
            yield TextPart(stored)


def items_of(stored: list) -> Iterator[tuple[str, Any]]:
    """Id and value of each item of a stored list; the id is "" in lists that were not saved in the editor yet."""
    for item in stored:
        if isinstance(item, dict) and item.get("type") == "item" and "value" in item:
            yield item.get("id") or "", item["value"]
        else:
            yield "", item


def _parts_of_table(stored: dict) -> Iterator[TextPart]:
    yield TextPart(stored.get("caption") or "")
    yield from (TextPart(column["heading"]) for column in stored["columns"])
    for row in stored["rows"]:
        yield from (TextPart("" if cell is None else str(cell)) for cell in row["values"])


def parts_of_html(html: str) -> list[TextPart]:
    """The paragraphs, headings and list items of a stored rich text."""
    parts: list[TextPart] = []
    text, is_heading = "", False
    for item in [*_strings_and_blocks(BeautifulSoup(html, "html.parser")), ""]:
        if isinstance(item, NavigableString):
            text += item
            continue
        if text.strip():
            parts.append(TextPart(text, is_heading))
        text, is_heading = "", item in HEADINGS
    return parts


def _strings_and_blocks(tag: Tag) -> Iterator[str]:
    """The strings inside a tag, with the name of each block before its content and an empty str after it."""
    for child in tag.children:
        if isinstance(child, Tag):
            is_block = child.name not in INSIDE_WORDS
            if is_block:
                yield child.name
            yield from _strings_and_blocks(child)
            if is_block:
                yield ""
        elif not isinstance(child, Comment):
            yield child
