"""Renders data and a Typst template to an accessible PDF for archives (PDF/UA-1 and PDF/A-2a).

User input is passed as JSON only and never becomes markup. Typst can read the templates, the data and the pictures of this one
document, all in memory; no network, no fonts of the system. The same data gives the same bytes if it contains the date of
the document.
"""

import json
import logging
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from netzwerk.pdf.errors import PdfError
from netzwerk.pdf.fonts import folders
from netzwerk.pdf.visible import clean

logger = logging.getLogger(__name__)

TEMPLATES = Path(__file__).parent / "templates"
TYPESETTER = Path(__file__).parent / "typesetter.py"
MOST_TEXT = 3 * 1024 * 1024  # bytes of data: about 1,000 pages
MOST_PICTURES = 200
FIRST_PICTURE = 100  # file descriptor in the typesetter
MOST_SECONDS = 45  # a job times out after 60
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
    "image format",
)


def render(template: Path, data: Mapping[str, Any], files: Mapping[str, bytes] | None = None) -> bytes:
    """The PDF of a feature's template, which may import those of `templates/`. `files` are pictures (PNG, JPEG, WebP) by the
    names used in the data. Nothing is written to a disk: a killed process leaves no data of people behind.

    Raises PdfError.
    """
    files = files or {}
    pictures = {
        name: {"path": f"/{FIRST_PICTURE + number}", "format": _picture_format(content)}
        for number, (name, content) in enumerate(files.items())
    }
    text = json.dumps({"data": clean(data), "pictures": pictures}, ensure_ascii=False).encode()
    if len(text) > MOST_TEXT or len(files) > MOST_PICTURES:
        raise PdfError(TOO_MUCH)
    return _typeset(template, [text, *files.values()])


def _picture_format(content: bytes) -> str:
    """From the content, not the name. Other formats (SVG, PDF) could contain text, fonts or links. Raises PdfError."""
    for beginning, kind in PICTURE_FORMATS.items():
        if content.startswith(beginning):
            return kind
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "webp"
    raise PdfError(NO_PICTURE)


def _typeset(template: Path, parts: list[bytes]) -> bytes:
    command = [sys.executable, "-I", TYPESETTER, TEMPLATES, template, *folders()]
    given = b"".join([json.dumps([len(part) for part in parts]).encode(), b"\n", *parts])
    try:
        ended = subprocess.run(  # noqa: S603  all ours
            command, env={}, input=given, capture_output=True, timeout=MOST_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        logger.error("The PDF of %s took more than %s seconds.", template.name, MOST_SECONDS)
        raise PdfError(TOO_MUCH) from error
    if ended.returncode == 0:
        return ended.stdout
    try:
        trouble = json.loads(ended.stdout)
    except ValueError:
        trouble = {"message": f"exit code {ended.returncode}", "places": []}
    logger.error(
        "The PDF of %s failed at %s: %s", template.name, trouble["places"], _without_quotes(trouble["message"])
    )
    raise PdfError(NO_PICTURE if any(words in trouble["message"] for words in PICTURE_TROUBLES) else FAILED)


def _without_quotes(message: str) -> str:
    """Typst may quote user input, which must not get into logs."""
    return re.sub(r"`.*`|\".*\"", "…", message, flags=re.DOTALL)
