"""The sizes in which pictures are shown. Templates use no others.

The upload guard renders each of them before a picture is stored, so that none can fail when a page is read.
"""

WIDTHS = (400, 800, 1200, 1600)
SMALL_WIDTHS = WIDTHS[:2]
RATIOS = ("16x9",)
NAMED = {"shared": "fill-1200x630|format-webp", "poster": "fill-960x540|format-webp"}
# Used by the templates of Wagtail's admin, besides "original", which is the stored picture itself.
ADMIN = ("max-165x165", "max-150x150", "max-800x600", "fill-600x338")
WEBP_SIDE = 16_383  # pixels, the limit of the format


def by_width(width: int, ratio: str = "", *, small: bool = False) -> dict[int, str]:
    """Filter specs by width for a picture `width` pixels wide; no size is larger than the picture. Raises ValueError."""
    offered = [one for one in (SMALL_WIDTHS if small else WIDTHS) if one <= width] or [width]
    if not ratio:
        return {one: f"width-{one}|format-webp" for one in offered}
    if ratio not in RATIOS:
        raise ValueError(f"{ratio} is not in RATIOS.")
    return {one: f"fill-{one}x{height_in(one, ratio)}|format-webp" for one in offered}


def height_in(width: int, ratio: str) -> int:
    across, down = (int(part) for part in ratio.split("x"))
    return max(width * down // across, 1)


def all_for(width: int) -> list[str]:
    """All filter specs for a picture of this width, except "original"."""
    sizes = [by_width(width, ratio, small=small) for ratio in ("", *RATIOS) for small in (False, True)]
    return list(dict.fromkeys([*(spec for specs in sizes for spec in specs.values()), *NAMED.values(), *ADMIN]))
