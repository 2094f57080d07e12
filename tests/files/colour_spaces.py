"""Definitions of colour spaces, and ICC profiles built from them."""

import struct

import numpy

Triple = tuple[float, ...]
D50 = (0.9642, 1.0, 0.8249)
# XYZ of the primaries, adapted to D50, from the ICC profiles' own publications.
SRGB = ((0.4360747, 0.3850649, 0.1430804), (0.2225045, 0.7168786, 0.0606169), (0.0139322, 0.0971045, 0.7141733))
ADOBE_RGB = ((0.6097559, 0.2052401, 0.1492240), (0.3111242, 0.6256560, 0.0632197), (0.0194811, 0.0608902, 0.7448387))
DISPLAY_P3 = ((0.5151187, 0.2919778, 0.1571035), (0.2411892, 0.6922441, 0.0665668), (-0.0010505, 0.0418791, 0.7840713))


def times(matrix: tuple, vector: Triple) -> Triple:
    return tuple(sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)


def srgb_of(xyz: Triple) -> tuple[int, int, int]:
    linear = numpy.linalg.solve(numpy.array(SRGB), numpy.array(xyz))
    return tuple(shade(min(max(float(part), 0), 1)) for part in linear)


def shade(light: float) -> int:
    return round(255 * (12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055))


def s15(value: float) -> bytes:
    return struct.pack("!i", round(value * 65536))


def xyz_tag(xyz: Triple) -> bytes:
    return b"XYZ \0\0\0\0" + b"".join(map(s15, xyz))


def gamma_tag(gamma: float) -> bytes:
    return b"curv\0\0\0\0" + struct.pack("!IH", 1, round(gamma * 256)) + b"\0\0"


def profile(space: bytes, tags: dict[bytes, bytes], kind: bytes = b"mntr", pcs: bytes = b"XYZ ") -> bytes:
    """An ICC profile of version 2."""
    text = b"desc\0\0\0\0" + struct.pack("!I", 5) + b"Test\0" + b"\0" * 79
    tags = {b"desc": text, b"cprt": b"text\0\0\0\0free\0", b"wtpt": xyz_tag(D50)} | tags
    table, body, start = b"", b"", 128 + 4 + 12 * len(tags)
    for name, data in tags.items():
        table += name + struct.pack("!II", start + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    head = struct.pack("!I4s4s4s4s4s", 0, b"\0\0\0\0", b"\x02\x10\0\0", kind, space, pcs)
    head += struct.pack("!6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + b"\0" * 28 + b"".join(map(s15, D50))
    rest = head.ljust(128, b"\0") + struct.pack("!I", len(tags)) + table + body
    return struct.pack("!I", len(rest)) + rest[4:]


def rgb_profile(primaries: tuple, gamma: float) -> bytes:
    columns = zip(*primaries, strict=True)
    tags = {name: xyz_tag(column) for name, column in zip((b"rXYZ", b"gXYZ", b"bXYZ"), columns, strict=True)}
    return profile(b"RGB ", tags | {name: gamma_tag(gamma) for name in (b"rTRC", b"gTRC", b"bTRC")})


def grey_profile(gamma: float) -> bytes:
    return profile(b"GRAY", {b"kTRC": gamma_tag(gamma)})


INK = {
    (0, 0, 0): (1.0, 1.0, 1.0),
    (1, 0, 0): (0.1, 0.35, 0.7),
    (0, 1, 0): (0.6, 0.1, 0.3),
    (0, 0, 1): (0.8, 0.75, 0.15),
}


def ink_light(cmy: tuple[int, ...], black: int) -> Triple:
    """Linear sRGB of a fictitious printing press: inks multiply, black absorbs all light."""
    light = numpy.ones(3)
    for channel in range(3):
        if cmy[channel]:
            light *= INK[tuple(int(one == channel) for one in range(3))]
    return tuple(light * (1 - black))


def lab_of(xyz: Triple) -> Triple:
    def root(t: float) -> float:
        return t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116

    x, y, z = (root(value / white) for value, white in zip(xyz, D50, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def cmyk_profile() -> bytes:
    """A lookup table of the sixteen full tones."""
    corners = []
    for number in range(16):
        cmyk = [number >> bit & 1 for bit in (3, 2, 1, 0)]
        lightness, a, b = lab_of(times(SRGB, ink_light(tuple(cmyk[:3]), cmyk[3])))
        corners += [round(lightness / 100 * 65280), round((a + 128) * 256), round((b + 128) * 256)]
    ramp = struct.pack("!2H", 0, 65535)
    table = b"mft2\0\0\0\0" + bytes([4, 3, 2, 0]) + b"".join(s15(float(one in (0, 4, 8))) for one in range(9))
    table += struct.pack("!2H", 2, 2) + ramp * 4 + struct.pack(f"!{len(corners)}H", *corners) + ramp * 3
    return profile(b"CMYK", {b"A2B0": table}, kind=b"prtr", pcs=b"Lab ")


def by_gamma(value: float, gamma: float) -> tuple[int, int, int]:
    return (shade(value**gamma),) * 3


def jfif(y: int, cb: int, cr: int) -> tuple[int, int, int]:
    red, blue = y + 1.402 * (cr - 128), y + 1.772 * (cb - 128)
    return round(red), round((y - 0.299 * red - 0.114 * blue) / 0.587), round(blue)


def by_primaries(colour: tuple[int, ...], primaries: tuple, gamma: float) -> tuple[int, int, int]:
    return srgb_of(times(primaries, tuple((value / 255) ** gamma for value in colour)))


def press(*cmyk: int) -> tuple[int, int, int]:
    return tuple(shade(part) for part in ink_light(cmyk[:3], cmyk[3]))
