"""Converts any picture that Pillow can read to 8-bit sRGB, with or without transparency: mode RGB or RGBA."""

import io
import struct
from functools import cache

from PIL import Image, ImageChops, ImageCms

GREY_16 = ("I", "I;16", "I;16L", "I;16B", "I;16N")
# The colour space that a profile must have to apply to a picture of this mode.
SPACE_OF_PROFILE = {"L": "GRAY", **dict.fromkeys(GREY_16, "GRAY"), "RGB": "RGB", "CMYK": "CMYK"}
SRGB_GAMMA = 1 / 2.2  # as PNG stores it; a gamma within NEAR of it needs no conversion
NEAR = 0.02
DEPTH = "bits"  # in `info`


def to_srgb(picture: Image.Image) -> Image.Image:
    """Uses the picture's colour profile if it fits, else PNG's gamma. Raises ValueError for a mode of unknown range."""
    picture.load()
    alpha = _alpha_of(picture)
    colours = _without_alpha(picture)
    found = _by_profile(colours, picture.info.get("icc_profile")) or _by_gamma(colours, picture)
    result = found.convert("RGB")
    result.info = {}
    if alpha is not None and alpha.getextrema() != (255, 255):
        result.putalpha(alpha)
    return result


def _alpha_of(picture: Image.Image) -> Image.Image | None:
    if picture.mode == "La":
        return picture.convert("LA").getchannel("A")
    if picture.mode in ("RGBA", "LA", "PA", "RGBa"):
        return picture.convert("RGBA").getchannel("A")
    if picture.mode == "P":
        return picture.convert("RGBA").getchannel("A") if picture.has_transparency_data else None
    transparent = picture.info.get("transparency")
    if transparent is None:
        return None
    if picture.mode in GREY_16:
        return picture.convert("I").point([0 if value == transparent else 255 for value in range(65536)], "L")
    bands = picture.convert("L").split() if picture.mode == "1" else picture.split()
    values = transparent if isinstance(transparent, tuple) else (transparent,)
    alpha = Image.new("L", picture.size)
    for band, value in zip(bands, values, strict=True):
        wanted = value if picture.mode == "1" else _in_eight_bits(value, picture.info.get(DEPTH, 8))
        alpha = ImageChops.lighter(alpha, band.point([0 if shade == wanted else 255 for shade in range(256)]))
    return alpha


def note_depth(picture: Image.Image) -> None:
    """Stores the bits per channel of the file: Pillow scales pixels to 8 bits, but not a transparent colour.

    Must be called before the pixels are loaded, which discards this information.
    """
    layout = str(picture.tile[0].args) if picture.format == "PNG" and picture.tile else ""
    picture.info[DEPTH] = {"L;2": 2, "L;4": 4, "RGB;16B": 16}.get(layout, 8)


def _in_eight_bits(value: int, depth: int) -> int:
    if depth == 16:
        return value >> 8  # as Pillow reads the pixels
    return value * 255 // (2**depth - 1)


def _without_alpha(picture: Image.Image) -> Image.Image:
    match picture.mode:
        case "L" | "RGB" | "CMYK" | "LAB":
            return picture
        case "1":
            return picture.convert("L")
        case "LA":
            return picture.getchannel("L")
        case "La":
            return picture.convert("LA").getchannel("L")
        case "P" | "PA" | "RGBA" | "RGBa":
            return picture.convert("RGBA").convert("RGB")
        case "RGBX" | "YCbCr" | "HSV":
            return picture.convert("RGB")
        case mode if mode in GREY_16:
            return picture
        case _:
            raise ValueError(f"The range of {picture.mode} is unknown.")


@cache
def _srgb() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def _by_profile(colours: Image.Image, profile: bytes | None) -> Image.Image | None:
    """None without a profile, or if it is damaged or for another colour space: viewers ignore such profiles too."""
    try:
        if colours.mode == "LAB":
            source = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
        elif profile:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            if source.profile.xcolor_space.strip() != SPACE_OF_PROFILE.get(colours.mode):
                return None
        else:
            return None
        if colours.mode == "L" or colours.mode in GREY_16:
            return _grey_by_profile(colours, source)
        return ImageCms.profileToProfile(colours, source, _srgb(), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None


def _grey_by_profile(colours: Image.Image, source: ImageCms.ImageCmsProfile) -> Image.Image:
    """By a table of all values: the optimised conversion of the library is up to ten steps off in dark areas."""
    deep = colours.mode in GREY_16
    ramp = (
        Image.frombytes("I;16", (256, 256), struct.pack("<65536H", *range(65536)))
        if deep
        else Image.frombytes("L", (256, 1), bytes(range(256)))
    )
    exact = ImageCms.Flags.NOOPTIMIZE
    table = list(
        ImageCms.profileToProfile(ramp, source, _srgb(), outputMode="RGB", flags=exact).getchannel("G").tobytes()
    )
    return colours.convert("I").point(table, "L") if deep else colours.point(table)


def _by_gamma(colours: Image.Image, picture: Image.Image) -> Image.Image:
    gamma = picture.info.get("gamma")
    if not gamma or picture.info.get("srgb") is not None or abs(gamma - SRGB_GAMMA) < NEAR:
        gamma = None
    if colours.mode in GREY_16:
        table = [_shade(value / 65535, gamma) for value in range(65536)]
        return colours.convert("I").point(table, "L")
    if gamma and colours.mode in ("L", "RGB"):
        return colours.point([_shade(value / 255, gamma) for value in range(256)] * len(colours.getbands()))
    return colours


def _shade(part: float, gamma: float | None) -> int:
    """A value from 0 to 1 as an 8-bit value of sRGB."""
    if gamma:
        light = part ** (1 / gamma)
        part = 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return round(part * 255)
