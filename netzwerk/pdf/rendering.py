"""Data and a Typst template in, a PDF out that everybody can read and that archives take (PDF/UA-1 and PDF/A-2a).

What people wrote goes in as JSON only and never becomes markup. Typst gets a world of a few files: the templates and the data
in memory, the pictures by number in a folder of this one call (in memory it takes only text). Their names are always the same:
it never forgets a name in the life of a process, and has room for 65,535. No network and no fonts of the machine. The same data
gives the same bytes, if it says the date of the document.
"""

import json
import logging
import re
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from netzwerk.pdf.errors import PdfError
from netzwerk.pdf.fonts import loaded
from netzwerk.pdf.visible import clean

logger = logging.getLogger(__name__)

TEMPLATES = Path(__file__).parent / "templates"
STANDARDS = ["a-2a", "ua-1"]
MOST_TEXT = (
    3 * 1024 * 1024
)  # bytes of data: about 1,000 pages. Typst cannot be interrupted, so a limit stands before it
MOST_PICTURES = 200
PICTURE_FORMATS = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg"}

FAILED = "Das PDF ließ sich nicht erstellen. Bitte versuchen Sie es noch einmal oder wenden Sie sich an die Geschäftsstelle."
TOO_MUCH = "Das Dokument ist zu umfangreich für ein PDF. Bitte kürzen Sie den Text oder teilen Sie ihn auf."
NO_PICTURE = (
    "Ein Bild fehlt oder lässt sich nicht lesen. Bitte laden Sie es neu hoch und versuchen Sie es noch einmal."
)
PICTURE_TROUBLES = (
    "picture is missing",
    "failed to decode",
    "failed to process image",
    "failed to load",
    "unknown image format",
)


def render(template: str, data: Mapping[str, Any], files: Mapping[str, bytes] | None = None) -> bytes:
    """The PDF of a template in `templates/`. `files` are pictures (PNG, JPEG, WebP) by the names that the data calls them.

    Raises PdfError with a sentence to act on.
    """
    pictures = {name: _Picture(number, content) for number, (name, content) in enumerate((files or {}).items())}
    known = {name: {"path": f"/{picture.path}", "format": picture.format} for name, picture in pictures.items()}
    text = json.dumps({"data": clean(data), "pictures": known}, ensure_ascii=False).encode()
    if len(text) > MOST_TEXT or len(pictures) > MOST_PICTURES:
        raise PdfError(TOO_MUCH)
    with tempfile.TemporaryDirectory() as folder:
        for picture in pictures.values():
            Path(folder, picture.path).write_bytes(picture.content)
        return _compile(template, text, Path(folder))


def _compile(template: str, data: bytes, root: Path) -> bytes:
    import typst

    world = {**_sources(), "main.typ": _sources()[template], "data.json": data}
    compiler = typst.Compiler(input=world, root=root, font_paths=loaded())
    try:
        return compiler.compile(format="pdf", pdf_standards=STANDARDS, timestamp=int(time.time()))
    except typst.TypstError as error:
        places = re.findall(r"\w+\.typ:\d+", error.diagnostic)
        logger.error("The PDF of %s failed at %s: %s", template, places, _without_quotes(error.message))
        trouble = any(words in error.message for words in PICTURE_TROUBLES)
        raise PdfError(NO_PICTURE if trouble else FAILED) from error


@dataclass(frozen=True)
class _Picture:
    number: int
    content: bytes

    @property
    def path(self) -> str:
        return f"picture-{self.number}"

    @property
    def format(self) -> str:
        """By what it is, not by its name. Others (SVG, PDF) could bring text, fonts or links of their own."""
        for beginning, kind in PICTURE_FORMATS.items():
            if self.content.startswith(beginning):
                return kind
        if self.content[:4] == b"RIFF" and self.content[8:12] == b"WEBP":
            return "webp"
        raise PdfError(NO_PICTURE)


@cache
def _sources() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(TEMPLATES.glob("*.typ"))}


def _without_quotes(message: str) -> str:
    """What Typst quotes may be what a person wrote; logs hold none of it."""
    return re.sub(r"`.*`|\".*\"", "…", message, flags=re.DOTALL)
