"""The fonts of all documents: files of our npm packages, no fonts of the system.

Typst looks for a glyph that Fira Sans lacks in the next family; templates/layout.typ sets their order.
"""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.core.checks import CheckMessage, Error

from netzwerk.pdf.glyphs import code_points

FOLDERS = (
    *(f"fira-sans/{face}" for face in ("400Regular", "400Regular_Italic", "600SemiBold", "600SemiBold_Italic")),
    *("noto-sans/400Regular", "noto-sans/600SemiBold"),
    *("noto-sans-arabic/400Regular", "noto-sans-arabic/600SemiBold"),
    *("noto-sans-hebrew/400Regular", "noto-sans-hebrew/600SemiBold"),
    *("noto-sans-symbols-2/400Regular", "noto-sans-math/400Regular", "noto-emoji/400Regular"),
)


def folders() -> list[Path]:
    return [Path(settings.PDF_FONTS_DIR) / folder for folder in FOLDERS]


@cache
def font_characters() -> tuple[frozenset[int], ...]:
    """The code points of each font."""
    return tuple(code_points(file.read_bytes()) for folder in folders() for file in sorted(folder.glob("*.ttf")))


def check_fonts(**kwargs: object) -> list[CheckMessage]:
    """System check: without it missing fonts would show with the first PDF only."""
    missing = [folder for folder in folders() if not any(folder.glob("*.ttf"))]
    hint = "Install the npm packages: python scripts/npm.py ci --omit=dev --ignore-scripts"
    return [Error(f"Fonts for PDF are missing: {missing[0]}", hint=hint, id="pdf.E001")] if missing else []
