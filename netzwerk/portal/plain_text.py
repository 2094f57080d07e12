"""What a reader sees of a page's streams as plain text, its headings apart from the rest.

Works on streams as they are stored: the values of a stream would fetch every picture and document that it shows.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from bs4 import BeautifulSoup, Comment, NavigableString, Tag
from django.db.models import Manager
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock
from wagtail.fields import StreamValue

from netzwerk.portal.blocks import NewsListBlock
from netzwerk.surfaces.texts import BREAKS

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
INSIDE_WORDS = ("a", "abbr", "b", "code", "del", "em", "i", "mark", "s", "small", "span", "strong", "sub", "sup", "u")
INVISIBLE = dict.fromkeys(map(ord, BREAKS))
OF_OTHERS = (NewsListBlock,)  # they show what other pages say


class TextPart(NamedTuple):
    """A heading, a paragraph, a cell: what stands by itself."""

    text: str
    is_heading: bool = False


class PlainText(NamedTuple):
    headings: tuple[str, ...]
    body: str  # a line for each piece


def plain_text_of(pieces: Iterable[TextPart]) -> PlainText:
    headings, body = [], []
    for piece in pieces:
        if text := collapse_spaces(piece.text):
            (headings if piece.is_heading else body).append(text)
    return PlainText(tuple(headings), "\n".join(body))


def collapse_spaces(text: str) -> str:
    """One line, one space between words, no signs that nobody sees."""
    return " ".join(text.translate(INVISIBLE).split())


def has_content(value: Any) -> bool:
    """Whether a field of a page holds what can be read: text that is more than blanks and headings, or something chosen."""
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
    """The texts of one block, in their order. What is chosen from a list or points elsewhere is no text of this page."""
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
                for piece in parts_of_block(child_block, stored.get(name)):
                    yield TextPart(piece.text, is_heading) if is_heading else piece
        case BaseTypedTableBlock():
            yield from _parts_of_table(stored)
        case blocks.RichTextBlock():
            yield from parts_of_html(stored)
        case blocks.CharBlock() | blocks.TextBlock():
            yield TextPart(stored)


def items_of(stored: list) -> Iterator[tuple[str, Any]]:
    """Id and value of each item of a stored list. Lists that no editor has saved yet have no ids: "" """
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
