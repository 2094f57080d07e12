"""Reads PDF files back: text, bookmarks, tags."""

import io
import re
from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

ZERO_WIDTH_SPACE = re.compile("[\u200b]")


def opened(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content))


def text_of(content: bytes) -> str:
    """All text, lines joined, without zero-width spaces."""
    return ZERO_WIDTH_SPACE.sub("", " ".join(" ".join(page.extract_text().split()) for page in opened(content).pages))


def bookmarks(content: bytes) -> list[str]:
    return [entry.title for entry in opened(content).outline if not isinstance(entry, list)]


def tags(content: bytes) -> list[DictionaryObject]:
    """The structure elements in reading order."""
    return list(_walk(opened(content).trailer["/Root"]["/StructTreeRoot"]))


def kinds(content: bytes) -> list[str]:
    return [tag["/S"] for tag in tags(content)]


def _walk(node: object) -> Iterator[DictionaryObject]:
    node = node.get_object() if isinstance(node, IndirectObject) else node
    if isinstance(node, list):
        for child in node:
            yield from _walk(child)
    elif isinstance(node, DictionaryObject):
        if "/S" in node:
            yield node
        yield from _walk(node.get("/K"))
