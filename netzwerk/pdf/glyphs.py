"""The code points of a font file, from its `cmap` table in the two formats that Unicode fonts use (OpenType, chapter cmap)."""

from collections.abc import Iterator
from struct import unpack_from

UNICODE, WINDOWS = 0, 3
NO_CHARACTER = 0xFFFF


def code_points(font: bytes) -> frozenset[int]:
    start = _cmap(font)
    (count,) = unpack_from(">H", font, start + 2)
    found: set[int] = set()
    for number in range(count):
        platform, _encoding, offset = unpack_from(">HHI", font, start + 4 + 8 * number)
        if platform in (UNICODE, WINDOWS):
            found.update(_subtable(font, start + offset))
    return frozenset(found)


def _cmap(font: bytes) -> int:
    (count,) = unpack_from(">H", font, 4)
    for number in range(count):
        name, _checksum, offset, _length = unpack_from(">4sIII", font, 12 + 16 * number)
        if name == b"cmap":
            return offset
    raise ValueError("This font has no cmap table.")


def _subtable(font: bytes, start: int) -> Iterator[int]:
    (kind,) = unpack_from(">H", font, start)
    if kind == 4:
        yield from _segments(font, start)
    elif kind == 12:
        (groups,) = unpack_from(">I", font, start + 12)
        for number in range(groups):
            first, last, glyph = unpack_from(">III", font, start + 16 + 12 * number)
            yield from range(first if glyph else first + 1, last + 1)


def _segments(font: bytes, start: int) -> Iterator[int]:
    """Format 4: four parallel arrays. Glyph 0 is the empty box: code points mapped to it are not in the font."""
    (twice,) = unpack_from(">H", font, start + 6)
    ends, starts = start + 14, start + 16 + twice
    deltas, offsets = starts + twice, starts + 2 * twice
    for at in range(0, twice, 2):
        (last,), (first,) = unpack_from(">H", font, ends + at), unpack_from(">H", font, starts + at)
        (delta,), (offset,) = unpack_from(">H", font, deltas + at), unpack_from(">H", font, offsets + at)
        for code in range(first, last + 1):
            glyph = code
            if offset:
                (glyph,) = unpack_from(">H", font, offsets + at + offset + 2 * (code - first))
                if not glyph:
                    continue
            if (glyph + delta) & 0xFFFF and code != NO_CHARACTER:
                yield code
