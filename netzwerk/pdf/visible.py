"""Text without characters that our fonts lack: each of those is replaced by a visible replacement character.

PDF/A-2a forbids the empty box that fonts draw for a missing glyph, and characters of the private use area. Typst sets a cluster
(a letter with its accents, an emoji of several parts) in one font, so clusters that no single font has are split here.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from netzwerk.pdf import fonts

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
JOINER = "\N{ZERO WIDTH JOINER}"
LINE_ENDS = str.maketrans(
    {"\r": "\n", "\v": "\n", "\f": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n", "\t": " "}
)
# Control the layout of text and need no glyph.
INVISIBLE = frozenset("\n\xad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069")
# Override the direction of what follows, or are deprecated: removed without replacement.
DROPPED = frozenset(
    map(chr, (*range(0x202A, 0x202F), *range(0x206A, 0x2070), 0xFEFF, 0xE0001, *range(0xE0020, 0xE0080)))
)
SELECTORS = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
SKIN_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
FORBIDDEN = ("Cc", "Co", "Cs")  # control, private use, surrogate; some fonts have glyphs for them


def clean(value: Any) -> Any:
    """The same data with every string passed through `visible`; keys of mappings stay as they are."""
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, Mapping):
        return {key: clean(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [clean(item) for item in value]
    return value


def visible(text: str) -> str:
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").translate(LINE_ENDS))
    if all(char in _usable_characters()[0] or char == "\n" for char in text):
        return text
    return "".join(map(_shown, _clusters(char for char in text if char not in DROPPED)))


def _clusters(characters: Iterator[str]) -> Iterator[str]:
    cluster = ""
    for char in characters:
        if cluster and not (_is_combining(char) or cluster[-1] == JOINER):
            yield cluster
            cluster = ""
        cluster += char
    yield cluster


def _is_combining(char: str) -> bool:
    """Whether it forms a cluster with the character before it."""
    return char == JOINER or char in SKIN_TONES or unicodedata.category(char) in ("Mn", "Mc", "Me")


def _shown(cluster: str) -> str:
    needed = {char for char in cluster if not _needs_no_glyph(char)}
    if any(needed <= characters for characters in _usable_characters()):
        return cluster
    return "".join(map(_single, cluster))


def _single(char: str) -> str:
    """The character, or its compatibility form (Ⅳ as IV), or the replacement; accents are shown with their letter only."""
    if _needs_no_glyph(char):
        return char
    for shown in (char, unicodedata.normalize("NFKC", char)):
        if not _is_combining(char) and all(map(_has_glyph, shown)):
            return shown
    return REPLACEMENT


def _needs_no_glyph(char: str) -> bool:
    """True for spaces too: a font that lacks a thin space substitutes one of its own."""
    return char in INVISIBLE or char in SELECTORS or unicodedata.category(char) == "Zs"


def _has_glyph(char: str) -> bool:
    return any(char in characters for characters in _usable_characters())


@cache
def _usable_characters() -> list[frozenset[str]]:
    """The characters that PDF/A allows of each font, Fira Sans first."""
    return [
        frozenset(char for char in map(chr, codes) if unicodedata.category(char) not in FORBIDDEN) - DROPPED
        for codes in fonts.font_characters()
    ]
