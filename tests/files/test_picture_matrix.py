"""Every mode x profile x size: the resulting colours differ by 2 of 255 at most.

The expected colours are computed here from the definitions of the colour spaces, the profiles are built here, and imagecodecs
decodes the results, so that the tests do not depend on the libraries under test.
"""

import io
import struct
import zlib
from collections.abc import Callable

import imagecodecs
import numpy
import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.test import Client
from PIL import Image, ImageDraw

from knowledge.tasks import picture_of
from netzwerk.files import guard
from netzwerk.files.models import PortalImage
from netzwerk.files.renditions import all_for
from netzwerk.files.services import store_image
from tests.factories.pages import content_page
from tests.files.colour_spaces import (
    ADOBE_RGB,
    DISPLAY_P3,
    SRGB,
    Triple,
    by_gamma,
    by_primaries,
    cmyk_profile,
    grey_profile,
    jfif,
    press,
    rgb_profile,
)

SIDE = 64
DECODERS: dict[str, Callable[[bytes], numpy.ndarray]] = {
    "png": imagecodecs.png_decode,
    "jpg": imagecodecs.jpeg_decode,
    "webp": imagecodecs.webp_decode,
}

# Pictures -----------------------------------------------------------------------------------------------------------


def saved(picture: Image.Image, kind: str, **options) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def plain(mode: str, colour, kind: str = "PNG", **options) -> bytes:
    return saved(Image.new(mode, (SIDE, SIDE), colour), kind, **options)


def raw_png(colour_type: int, depth: int, pixel: Triple, *, transparent: bytes = b"", gamma: int = 0) -> bytes:
    """Kinds of PNG that Pillow can read but not write."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack("!I", len(data)) + name + data + struct.pack("!I", zlib.crc32(name + data))

    if depth == 16:
        row = b"".join(struct.pack("!H", int(value)) for value in pixel) * SIDE
    elif depth == 8:
        row = bytes(int(value) for value in pixel) * SIDE
    else:
        per_byte = 8 // depth
        row = bytes([sum(int(pixel[0]) << depth * place for place in range(per_byte))]) * (SIDE // per_byte)
    parts = [chunk(b"IHDR", struct.pack("!IIBBBBB", SIDE, SIDE, depth, colour_type, 0, 0, 0))]
    if gamma:
        parts.append(chunk(b"gAMA", struct.pack("!I", gamma)))
    if transparent:
        parts.append(chunk(b"tRNS", transparent))
    parts += [chunk(b"IDAT", zlib.compress((b"\0" + row) * SIDE)), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def palette(**options) -> bytes:
    picture = Image.new("P", (SIDE, SIDE), 1)
    picture.putpalette([0, 0, 0, 200, 100, 50])
    return saved(picture, "PNG", **options)


ORANGE, TEAL = (200, 100, 50), (40, 140, 130)
GREY = (120, 120, 120)
CLEAR = None  # fully transparent


ADOBE, P3, LINEAR = rgb_profile(ADOBE_RGB, 563 / 256), rgb_profile(DISPLAY_P3, 2.0), rgb_profile(SRGB, 1.0)
# name: (ending, bytes, colour as red, green, blue and alpha; None if fully transparent)
MATRIX: dict[str, tuple[str, bytes, tuple | None]] = {
    # modes that PNG has
    "1, white": ("png", plain("1", 1), (255, 255, 255)),
    "1, black": ("png", plain("1", 0), (0, 0, 0)),
    "1, black is transparent": ("png", plain("1", 0, transparency=0), CLEAR),
    "1, black is transparent, white": ("png", plain("1", 1, transparency=0), (255, 255, 255)),
    "1, white is transparent": ("png", plain("1", 1, transparency=1), CLEAR),
    "L": ("png", plain("L", 120), GREY),
    "L, transparent": ("png", plain("L", 120, transparency=120), CLEAR),
    "L, another is transparent": ("png", plain("L", 120, transparency=7), GREY),
    "2 bits of grey": ("png", raw_png(0, 2, (2,)), (170, 170, 170)),
    "2 bits of grey, transparent": ("png", raw_png(0, 2, (2,), transparent=b"\0\2"), CLEAR),
    "4 bits of grey": ("png", raw_png(0, 4, (5,)), (85, 85, 85)),
    "4 bits of grey, transparent": ("png", raw_png(0, 4, (5,), transparent=b"\0\5"), CLEAR),
    "I;16": ("png", plain("I;16", 20_000), (78, 78, 78)),
    "I;16, dark": ("png", plain("I;16", 257), (1, 1, 1)),
    "I;16, white": ("png", plain("I;16", 65_535), (255, 255, 255)),
    "I;16, transparent": ("png", raw_png(0, 16, (20_000,), transparent=struct.pack("!H", 20_000)), CLEAR),
    "I;16, nearly transparent": (
        "png",
        raw_png(0, 16, (20_000,), transparent=struct.pack("!H", 20_001)),
        (78, 78, 78),
    ),
    "I;16B": ("png", plain("I;16B", 20_000), (78, 78, 78)),
    "LA": ("png", plain("LA", (120, 128)), (*GREY, 128)),
    "LA of 16 bits": ("png", raw_png(4, 16, (30_840, 32_896)), (*GREY, 128)),
    "LA, opaque": ("png", plain("LA", (120, 255)), GREY),
    "P": ("png", palette(), ORANGE),
    "P, transparent": ("png", palette(transparency=1), CLEAR),
    "P, half transparent": ("png", palette(transparency=bytes([255, 128])), (*ORANGE, 128)),
    "RGB": ("png", plain("RGB", ORANGE), ORANGE),
    "RGB, transparent": ("png", plain("RGB", ORANGE, transparency=ORANGE), CLEAR),
    "RGB, another is transparent": ("png", plain("RGB", ORANGE, transparency=(200, 100, 51)), ORANGE),
    "RGB of 16 bits": ("png", raw_png(2, 16, (51_400, 25_700, 12_850)), ORANGE),
    "RGB of 16 bits, transparent": (
        "png",
        raw_png(2, 16, (51_400, 25_700, 12_850), transparent=struct.pack("!3H", 51_400, 25_700, 12_850)),
        CLEAR,
    ),
    "RGBA": ("png", plain("RGBA", (*ORANGE, 128)), (*ORANGE, 128)),
    "RGBA of 16 bits": ("png", raw_png(6, 16, (51_400, 25_700, 12_850, 32_896)), (*ORANGE, 128)),
    "RGBA, nothing": ("png", plain("RGBA", (*ORANGE, 0)), CLEAR),
    # modes that JPEG has
    "JPEG L": ("jpg", plain("L", 120, "JPEG"), GREY),
    "JPEG RGB": ("jpg", plain("RGB", TEAL, "JPEG", quality=100, subsampling=0), TEAL),
    "JPEG YCbCr": ("jpg", plain("YCbCr", (110, 139, 78), "JPEG", quality=100), jfif(110, 139, 78)),
    "JPEG CMYK without a profile": ("jpg", plain("CMYK", (0, 128, 128, 0), "JPEG", quality=100), (255, 127, 127)),
    "JPEG CMYK, black": ("jpg", plain("CMYK", (0, 0, 0, 255), "JPEG", quality=100), (0, 0, 0)),
    # WebP
    "WebP RGB": ("webp", plain("RGB", TEAL, "WEBP", lossless=True), TEAL),
    "WebP with loss": ("webp", plain("RGB", GREY, "WEBP", quality=100), GREY),
    "WebP RGBA": ("webp", plain("RGBA", (*TEAL, 128), "WEBP", lossless=True), (*TEAL, 128)),
    # profiles
    "RGB, Adobe RGB": ("png", plain("RGB", TEAL, icc_profile=ADOBE), by_primaries(TEAL, ADOBE_RGB, 563 / 256)),
    "RGB, wide gamut, beyond sRGB": ("png", plain("RGB", (0, 255, 0), icc_profile=ADOBE), (0, 255, 0)),
    "RGB, Display P3": ("png", plain("RGB", TEAL, icc_profile=P3), by_primaries(TEAL, DISPLAY_P3, 2.0)),
    "RGB, linear": ("png", plain("RGB", GREY, icc_profile=LINEAR), by_gamma(120 / 255, 1.0)),
    "RGBA, Adobe RGB": (
        "png",
        plain("RGBA", (*TEAL, 128), icc_profile=ADOBE),
        (*by_primaries(TEAL, ADOBE_RGB, 563 / 256), 128),
    ),
    "P, Adobe RGB": ("png", palette(icc_profile=ADOBE), by_primaries(ORANGE, ADOBE_RGB, 563 / 256)),
    "JPEG RGB, Display P3": (
        "jpg",
        plain("RGB", TEAL, "JPEG", quality=100, subsampling=0, icc_profile=P3),
        by_primaries(TEAL, DISPLAY_P3, 2.0),
    ),
    "WebP RGB, Adobe RGB": (
        "webp",
        plain("RGB", TEAL, "WEBP", lossless=True, icc_profile=ADOBE),
        by_primaries(TEAL, ADOBE_RGB, 563 / 256),
    ),
    "L, linear": ("png", plain("L", 120, icc_profile=grey_profile(1.0)), by_gamma(120 / 255, 1.0)),
    "LA, gamma 1.8": ("png", plain("LA", (120, 128), icc_profile=grey_profile(1.8)), (*by_gamma(120 / 255, 1.8), 128)),
    "1, linear": ("png", plain("1", 1, icc_profile=grey_profile(1.0)), (255, 255, 255)),
    "I;16, linear": ("png", plain("I;16", 1_000, icc_profile=grey_profile(1.0)), by_gamma(1_000 / 65_535, 1.0)),
    "JPEG L, linear": (
        "jpg",
        plain("L", 120, "JPEG", quality=100, icc_profile=grey_profile(1.0)),
        by_gamma(120 / 255, 1.0),
    ),
    **{
        f"JPEG CMYK {cmyk}, a press": (
            "jpg",
            plain("CMYK", tuple(255 * one for one in cmyk), "JPEG", quality=100, icc_profile=cmyk_profile()),
            press(*cmyk),
        )
        for cmyk in ((0, 0, 0, 0), (1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (1, 0, 1, 0), (0, 0, 0, 1))
    },
    "RGB, a profile for grey": ("png", plain("RGB", TEAL, icc_profile=grey_profile(1.0)), TEAL),
    "L, a profile for RGB": ("png", plain("L", 120, icc_profile=LINEAR), GREY),
    "RGB, a damaged profile": ("png", plain("RGB", TEAL, icc_profile=LINEAR[:200]), TEAL),
    "RGB, no profile at all": ("png", plain("RGB", TEAL, icc_profile=b"x" * 300), TEAL),
    # PNG's gamma
    "L, gAMA 1.0": ("png", raw_png(0, 8, (120,), gamma=100_000), by_gamma(120 / 255, 1.0)),
    "RGB, gAMA 1.0": ("png", raw_png(2, 8, GREY, gamma=100_000), by_gamma(120 / 255, 1.0)),
    "I;16, gAMA 1.0": ("png", raw_png(0, 16, (1_000,), gamma=100_000), by_gamma(1_000 / 65_535, 1.0)),
    "RGB, gAMA as sRGB": ("png", raw_png(2, 8, TEAL, gamma=45_455), TEAL),
}


def middle_of(data: bytes, ending: str) -> tuple[int, ...]:
    """The middle pixel, with alpha."""
    pixels = DECODERS[ending](data)
    if pixels.ndim == 2:
        pixels = numpy.stack([pixels] * 3, axis=2)
    pixel = tuple(int(value) for value in pixels[pixels.shape[0] // 2, pixels.shape[1] // 2])
    return pixel if len(pixel) == 4 else (*pixel, 255)


def difference(found: tuple[int, ...], expected: tuple | None) -> int:
    if expected is None:
        return found[3]
    red, green, blue, alpha = expected if len(expected) == 4 else (*expected, 255)
    return max(abs(a - b) for a, b in zip(found, (red, green, blue, alpha), strict=True))


def on_white(expected: tuple | None) -> tuple[int, int, int]:
    red, green, blue, alpha = (*(expected or (0, 0, 0, 0)), 255)[:4]
    return tuple(round((value * alpha + 255 * (255 - alpha)) / 255) for value in (red, green, blue))


@pytest.mark.parametrize("case", MATRIX, ids=str)
def test_the_stored_picture_has_the_right_colours(case: str) -> None:
    ending, data, expected = MATRIX[case]
    stored = guard.guard_picture(ContentFile(data, name=f"bild.{ending}")).read()
    found = middle_of(stored, ending)
    assert difference(found, expected) <= 2, (found, expected)
    with Image.open(io.BytesIO(stored)) as picture:
        assert picture.mode in ("RGB", "RGBA")
        assert "icc_profile" not in picture.info


@pytest.mark.django_db
@pytest.mark.parametrize("case", MATRIX, ids=str)
def test_every_size_has_the_right_colours(case: str) -> None:
    ending, data, expected = MATRIX[case]
    image = store_image(ContentFile(data, name=f"bild.{ending}"), title=case)
    content_page(picture=image, picture_alt="Bild")
    wrong = {}
    for spec in [*all_for(image.width), "original"]:
        answer = Client().get(image.url_for(spec))
        assert answer.status_code == 200, spec
        found = middle_of(answer.getvalue(), answer["Content-Type"].partition("/")[2].replace("jpeg", "jpg"))
        if difference(found, expected) > 2:
            wrong[spec] = found
    printed = middle_of(picture_of(image.pk), "jpg")
    if difference(printed, on_white(expected)) > 2:
        wrong["PDF"] = printed
    assert wrong == {}, expected
    assert PortalImage.objects.get(pk=image.pk).width == SIDE


TURNS = {
    1: "abcd",
    2: "badc",
    3: "dcba",
    4: "cdab",
    5: "acbd",
    6: "cadb",
    7: "dbca",
    8: "bdac",
}  # by EXIF 2.32, table 6
CORNERS = {"a": (220, 40, 40), "b": (40, 160, 60), "c": (50, 60, 200), "d": (230, 200, 40)}


def quarters(orientation: int | None, kind: str) -> bytes:
    """Four colours with an EXIF orientation, which may be invalid."""
    picture = Image.new("RGB", (96, 64))
    draw = ImageDraw.Draw(picture)
    for place, name in enumerate("abcd"):
        left, top = place % 2 * 48, place // 2 * 32
        draw.rectangle((left, top, left + 47, top + 31), CORNERS[name])
    exif = Image.Exif()
    if orientation is not None:
        exif[0x0112] = orientation
    options = {"quality": 100, "subsampling": 0} if kind == "JPEG" else {"lossless": True} if kind == "WEBP" else {}
    return saved(picture, kind, exif=exif, **options)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("orientation", [None, 0, *TURNS, 9, 65_535])
def test_the_exif_orientation_is_applied(orientation: int | None, kind: str) -> None:
    ending = {"PNG": "png", "JPEG": "jpg", "WEBP": "webp"}[kind]
    stored = guard.guard_picture(ContentFile(quarters(orientation, kind), name=f"a.{ending}")).read()
    pixels = DECODERS[ending](stored)
    down, across = pixels.shape[:2]
    assert (across, down) == ((64, 96) if orientation in (5, 6, 7, 8) else (96, 64))
    spots = [
        (down // 4, across // 4),
        (down // 4, across * 3 // 4),
        (down * 3 // 4, across // 4),
        (down * 3 // 4, across * 3 // 4),
    ]
    for spot, name in zip(spots, TURNS.get(orientation, "abcd"), strict=True):
        assert max(abs(int(a) - b) for a, b in zip(pixels[spot], CORNERS[name], strict=False)) <= 3, (spot, name)


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_an_animation_is_refused_with_a_reason(kind: str) -> None:
    frames = [Image.new("RGB", (SIDE, SIDE), colour) for colour in ("red", "green")]
    data = saved(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)
    with pytest.raises(ValidationError, match="bewegt"):
        guard.guard_picture(ContentFile(data, name=f"a.{kind.lower()}"))


def test_the_second_picture_of_an_mpo_is_left_out() -> None:
    frames = [Image.new("RGB", (SIDE, SIDE), colour) for colour in (TEAL, ORANGE)]
    data = saved(frames[0], "MPO", save_all=True, append_images=frames[1:])
    stored = guard.guard_picture(ContentFile(data, name="a.jpg")).read()
    assert difference(middle_of(stored, "jpg"), TEAL) <= 3
    with Image.open(io.BytesIO(stored)) as picture:
        assert picture.format == "JPEG"
