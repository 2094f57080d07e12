"""Extracts the text of one file, in a process of its own. `text_files` runs this file as a script; it does not import Django.

The limits of the process stop hostile files that would need endless memory or time.

    extraction.py EXTENSION FILE       writes the text to standard output, in UTF-8
"""

import os
import re
import resource
import sys
import zipfile
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

import pypdf
from defusedxml.ElementTree import iterparse

MOST_SECONDS, MOST_MEMORY = 20, 1024**3
MOST_TEXT = 200_000  # characters, about 70 pages; the search does not find what comes after
MOST_PAGES = 500
MOST_XML = 60 * 1024 * 1024  # bytes of one part, unpacked

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
OPEN_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OPEN_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
# Comments and deleted text: stored in the file, but not meant for readers.
LEFT_OUT = {f"{OPEN_OFFICE}annotation", f"{OPEN_TEXT}tracked-changes", f"{WORD}del", f"{WORD}moveFrom"}
PARAGRAPHS = {f"{WORD}p", f"{DRAWING}p", f"{OPEN_TEXT}p", f"{OPEN_TEXT}h"}
SPACES = {f"{WORD}tab", f"{WORD}br", f"{DRAWING}br", f"{OPEN_TEXT}s", f"{OPEN_TEXT}tab", f"{OPEN_TEXT}line-break"}
RUNS = {f"{WORD}t", f"{DRAWING}t"}  # the text of Office Open XML; in OpenDocument paragraphs contain it


class TooMuch(Exception):
    """A part of the file is too large to read."""


def text_of_pdf(path: str) -> Iterator[str]:
    reader = pypdf.PdfReader(path)
    if reader.is_encrypted:
        reader.decrypt("")  # readable without a password; only printing or copying is restricted
    for page in reader.pages[:MOST_PAGES]:
        yield page.extract_text()


def text_of_parts(wanted: str) -> Callable[[str], Iterator[str]]:
    """A reader for the parts of a zipped document whose names match the regular expression."""

    def read(path: str) -> Iterator[str]:
        with zipfile.ZipFile(path) as archive:
            names = [name for name in archive.namelist() if re.fullmatch(wanted, name)]
            for name in sorted(names, key=lambda one: (len(one), one)):  # slide2 before slide10
                if archive.getinfo(name).file_size > MOST_XML:
                    raise TooMuch
                with archive.open(name) as part:
                    yield from paragraphs_of(part)

    return read


def paragraphs_of(part) -> Iterator[str]:
    """A line for each paragraph. Raises the errors of defusedxml for entities and broken XML."""
    left_out = 0
    words: list[str] = []
    for event, element in iterparse(part, events=("start", "end")):
        if event == "start":
            left_out += element.tag in LEFT_OUT
            continue
        if element.tag in LEFT_OUT:
            left_out -= 1
        elif not left_out:
            words += own_text(element)
        if element.tag in PARAGRAPHS and words and not left_out:
            yield "".join(words)
            words = []
        element.clear()


def own_text(element: Element) -> Iterator[str]:
    if element.tag in SPACES:
        yield " "
    elif element.tag in RUNS:
        yield element.text or ""


def text_of_open_document(path: str) -> Iterator[str]:
    """Reads whole paragraphs at once, because OpenDocument mixes text with elements inside them."""
    with zipfile.ZipFile(path) as archive:
        if archive.getinfo("content.xml").file_size > MOST_XML:
            raise TooMuch
        with archive.open("content.xml") as part:
            left_out = depth = 0
            for event, element in iterparse(part, events=("start", "end")):
                step = 1 if event == "start" else -1
                left_out += step * (element.tag in LEFT_OUT)
                depth += step * (element.tag in PARAGRAPHS)
                if event == "end" and element.tag in PARAGRAPHS and not depth and not left_out:
                    yield "".join(shown_in(element))
                    element.clear()


def shown_in(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag in SPACES:
            yield " "
        elif child.tag not in LEFT_OUT:
            yield from shown_in(child)
            if child.tag in PARAGRAPHS:
                yield " "
        yield child.tail or ""


def text_of_plain(path: str) -> Iterator[str]:
    with open(path, encoding="utf-8-sig", errors="replace") as file:  # noqa: PTH123  a small script
        yield file.read(MOST_TEXT)


READERS: dict[str, Callable[[str], Iterator[str]]] = {
    "pdf": text_of_pdf,
    "docx": text_of_parts(r"word/(document|footnotes|endnotes)\.xml"),
    "pptx": text_of_parts(r"ppt/slides/slide\d+\.xml"),
    "odt": text_of_open_document,
    "odp": text_of_open_document,
    "txt": text_of_plain,
}


def text_of(ending: str, path: str) -> str:
    """At most the first MOST_TEXT characters, with words joined that were hyphenated at the end of a line."""
    lines, length = [], 0
    try:
        for line in READERS[ending](path):
            lines.append(line)
            length += len(line) + 1
            if length > MOST_TEXT:
                break
    except TooMuch:
        pass
    text = "\n".join(lines).replace("\u00ad\n", "").replace("\u00ad", "")
    return re.sub(r"(?<=[^\W\d_])-\n(?=[a-zäöüß])", "", text)[:MOST_TEXT]


def main(ending: str, path: str) -> int:
    os.nice(10)  # requests for pages have priority
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    sys.stdout.buffer.write(text_of(ending, path).encode("utf-8", "replace"))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
