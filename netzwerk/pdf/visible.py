"""Text as it may stand in a document: every character has a glyph, or a visible mark stands in its place.

PDF/A-2a forbids the empty box that fonts draw for what they lack, and characters of private meaning. Typst puts a cluster (a
letter with its accents, an emoji of several parts) into one font, so what no single font has whole is taken apart here.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from netzwerk.pdf import fonts

MARK = "\N{REPLACEMENT CHARACTER}"
JOINER = "\N{ZERO WIDTH JOINER}"
LINE_ENDS = str.maketrans(
    {"\r": "\n", "\v": "\n", "\f": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n", "\t": " "}
)
# Steer how text is laid out and need no glyph.
STEERING = frozenset("\n\xad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069")
# Turn the order of all that follows, or mean nothing any more: they go without a trace.
DROPPED = frozenset(
    map(chr, (*range(0x202A, 0x202F), *range(0x206A, 0x2070), 0xFEFF, 0xE0001, *range(0xE0020, 0xE0080)))
)
SELECTORS = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
SKIN_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
FORBIDDEN = (
    "Cc",
    "Co",
    "Cs",
)  # control characters, private use, halves of a character; some fonts have glyphs for them


def clean(value: Any) -> Any:
    """The same data with every text made visible. Keys are ours and stay as they are."""
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, Mapping):
        return {key: clean(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [clean(item) for item in value]
    return value


def visible(text: str) -> str:
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").translate(LINE_ENDS))
    if all(sign in _alphabets()[0] or sign == "\n" for sign in text):
        return text
    return "".join(map(_shown, _clusters(sign for sign in text if sign not in DROPPED)))


def _clusters(signs: Iterator[str]) -> Iterator[str]:
    cluster = ""
    for sign in signs:
        if cluster and not (_leans(sign) or cluster[-1] == JOINER):
            yield cluster
            cluster = ""
        cluster += sign
    yield cluster


def _leans(sign: str) -> bool:
    """Whether it belongs to the character before it."""
    return sign == JOINER or sign in SKIN_TONES or unicodedata.category(sign) in ("Mn", "Mc", "Me")


def _shown(cluster: str) -> str:
    needed = {sign for sign in cluster if not _needs_no_glyph(sign)}
    if any(needed <= alphabet for alphabet in _alphabets()):
        return cluster
    return "".join(map(_alone, cluster))


def _alone(sign: str) -> str:
    """A character as it is, or in plainer letters (Ⅳ as IV), or the mark; accents only with their letter."""
    if _needs_no_glyph(sign):
        return sign
    for shown in (sign, unicodedata.normalize("NFKC", sign)):
        if not _leans(sign) and all(map(_has_glyph, shown)):
            return shown
    return MARK


def _needs_no_glyph(sign: str) -> bool:
    """Spaces too: a font that lacks a thin one draws its own, wider or narrower."""
    return sign in STEERING or sign in SELECTORS or unicodedata.category(sign) == "Zs"


def _has_glyph(sign: str) -> bool:
    return any(sign in alphabet for alphabet in _alphabets())


@cache
def _alphabets() -> list[frozenset[str]]:
    """The characters of each font that may stand in a document; Fira Sans first."""
    return [
        frozenset(sign for sign in map(chr, codes) if unicodedata.category(sign) not in FORBIDDEN) - DROPPED
        for codes in fonts.alphabets()
    ]
