"""Houses, trees and the other things of the scenes. Positions are the middle of the ground line, y is the ground."""

from __future__ import annotations

from collections.abc import Sequence

from . import colours as col
from .pen import HEIGHT, WIDTH, Pen, Point, arc, mix, smooth


def hill(pen: Pen, points: Sequence[Point], fill: str) -> None:
    """Land below a soft line from edge to edge of the picture."""
    pen.poly([*smooth(points), (WIDTH + 20, HEIGHT + 20), (-20, HEIGHT + 20)], fill)


def window(pen: Pen, x: float, y: float, w: float, h: float, light: str = col.WARM_PALE, bars: str = "") -> None:
    pen.rect(x, y, w, h, light, 2)
    if bars:
        pen.rect(x + w / 2 - 1.5, y, 3, h, bars)
        pen.rect(x, y + h * 0.42, w, 3, bars)


def house(
    pen: Pen,
    x: float,
    y: float,
    width: float,
    wall: str,
    roof: str,
    light: str = col.WARM_PALE,
    door: bool = True,
) -> None:
    """A small house with a gable and the strong roof line of the start page."""
    h, top = width * 0.62, width * 0.46
    line = width * 0.085
    pen.rect(x + width * 0.2, y - h - top * 0.85, width * 0.11, top * 0.6, wall)
    pen.poly(
        [(x - width / 2, y), (x - width / 2, y - h), (x, y - h - top), (x + width / 2, y - h), (x + width / 2, y)],
        wall,
    )
    edge = width * 0.58
    pen.line([(x - edge, y - h + line * 0.6), (x, y - h - top), (x + edge, y - h + line * 0.6)], line, roof)
    pen.circle(x, y - h - top * 0.22, width * 0.075, light)
    bars = wall if width > 150 else ""
    if door:
        window(pen, x - width * 0.36, y - h * 0.78, width * 0.24, h * 0.36, light, bars)
        pen.rect(x + width * 0.06, y - h * 0.72, width * 0.24, h * 0.72, roof, width * 0.02)
        pen.circle(x + width * 0.11, y - h * 0.34, max(2, width * 0.014), light)
    else:
        window(pen, x - width * 0.34, y - h * 0.72, width * 0.22, h * 0.38, light, bars)
        window(pen, x + width * 0.12, y - h * 0.72, width * 0.22, h * 0.38, light, bars)


def town_house(
    pen: Pen,
    x: float,
    y: float,
    width: float,
    floors: int,
    wall: str,
    roof: str,
    light: str = col.WARM_PALE,
    top: str = "gable",
) -> None:
    """A house of a street: several floors, gable, flat or hipped top. Some windows stay dark: not all are at home."""
    floor = width * 0.42
    h = floor * floors + width * 0.1
    left = x - width / 2
    if top == "gable":
        pen.poly([(left, y - h), (x, y - h - width * 0.36), (left + width, y - h)], wall)
        pen.line([(left - 4, y - h), (x, y - h - width * 0.38), (left + width + 4, y - h)], width * 0.06, roof)
        pen.circle(x, y - h - width * 0.1, width * 0.07, light)
    elif top == "hip":
        pen.poly(
            [
                (left - 6, y - h),
                (left + width * 0.16, y - h - width * 0.26),
                (left + width * 0.84, y - h - width * 0.26),
                (left + width + 6, y - h),
            ],
            roof,
        )
    pen.rect(left, y - h, width, h, wall)
    if top == "flat":
        pen.rect(left - 5, y - h - 5, width + 10, 10, roof, 4)
    dark = mix(wall, col.INK, 0.25)
    for level in range(floors):
        for place in range(3):
            wx, wy = left + width * (0.13 + 0.27 * place), y - h + floor * level + width * 0.13
            if level == floors - 1 and place == 1:
                pen.rect(wx - 2, wy, width * 0.2 + 4, y - wy, roof, 4)
            else:
                window(pen, wx, wy, width * 0.2, floor * 0.55, dark if (level * 2 + place) % 5 == 3 else light)


def tree(pen: Pen, x: float, y: float, size: float, crown: str = col.GREEN, kind: str = "round") -> None:
    """A tree; the small lighter arc says from where the light comes."""
    trunk = mix(crown, col.INK, 0.55)
    pen.rect(x - size * 0.04, y - size * 0.6, size * 0.08, size * 0.6, trunk, size * 0.03)
    lighter = mix(crown, col.PAPER, 0.16)
    if kind == "tall":
        pen.oval(x, y - size * 0.68, size * 0.2, size * 0.38, crown)
        pen.poly([*arc(x, y - size * 0.68, size * 0.2, size * 0.38, 90, 270)], lighter)
    elif kind == "fir":
        for level in range(3):
            w, base = size * (0.3 - 0.06 * level), y - size * (0.2 + 0.24 * level)
            pen.poly([(x - w, base), (x, base - size * 0.38), (x + w, base)], crown)
            pen.poly([(x - w, base), (x, base - size * 0.38), (x, base)], lighter)
    else:
        pen.circle(x, y - size * 0.68, size * 0.32, crown)
        pen.poly(arc(x, y - size * 0.68, size * 0.32, size * 0.32, 120, 300), lighter)
        pen.line([(x, y - size * 0.42), (x + size * 0.1, y - size * 0.56)], size * 0.04, trunk)


def bush(pen: Pen, x: float, y: float, size: float, fill: str = col.GREEN_MID) -> None:
    pen.poly(
        [
            *arc(x - size * 0.35, y, size * 0.38, size * 0.4, 180, 330),
            *arc(x + size * 0.3, y, size * 0.45, size * 0.6, 210, 360),
        ],
        fill,
    )


def cloud(pen: Pen, x: float, y: float, size: float, fill: str) -> None:
    pen.rect(x - size, y - size * 0.3, size * 2, size * 0.6, fill, size * 0.3)
    pen.circle(x - size * 0.35, y - size * 0.3, size * 0.42, fill)
    pen.circle(x + size * 0.3, y - size * 0.2, size * 0.34, fill)


def sheet(pen: Pen, w: float, h: float, lines: int = 4, fill: str = col.PAPER, checks: int = 0) -> None:
    """A sheet of paper around (0, 0) with bars instead of words; ``checks`` of its lines carry a check mark."""
    pen.rect(-w / 2, -h / 2, w, h, fill, w * 0.04)
    pen.rect(-w * 0.38, -h * 0.41, w * 0.42, h * 0.05, col.BLUE, h * 0.025)
    gap = h * 0.74 / max(lines, 1)
    for i in range(lines):
        y = -h * 0.26 + gap * i
        if checks:
            box = gap * 0.42
            pen.rect(-w * 0.38, y, box, box, col.GREEN if i < checks else col.BLUE_PALE, box * 0.22)
            if i < checks:
                bx = -w * 0.38
                pen.line(
                    [
                        (bx + box * 0.22, y + box * 0.52),
                        (bx + box * 0.43, y + box * 0.74),
                        (bx + box * 0.8, y + box * 0.28),
                    ],
                    box * 0.13,
                    col.PAPER,
                )
            pen.rect(
                -w * 0.38 + box * 1.5, y + box * 0.05, w * (0.5 - 0.07 * (i % 2)), box * 0.3, col.STEEL, box * 0.15
            )
            pen.rect(
                -w * 0.38 + box * 1.5, y + box * 0.65, w * (0.34 + 0.08 * (i % 3)), box * 0.24, col.SILVER, box * 0.12
            )
        else:
            pen.rect(-w * 0.38, y, w * (0.76 - 0.14 * (i % 3)), gap * 0.22, col.SILVER, gap * 0.11)


def bubble(
    pen: Pen,
    x: float,
    y: float,
    w: float,
    h: float,
    fill: str,
    tail: Point,
    lines: Sequence[float] = (),
    ink: str = "",
) -> None:
    """A speech bubble with its tail towards ``tail``; bars stand for what is said."""
    pen.poly([(x - w * 0.12, y), (tail[0], tail[1]), (x + w * 0.12, y)], fill)
    pen.rect(x - w / 2, y - h / 2, w, h, fill, h * 0.36)
    for i, share in enumerate(lines):
        gap = h * 0.6 / len(lines)
        pen.rect(
            x - w * 0.36, y - h * 0.3 + gap * (i + 0.28), w * 0.72 * share, gap * 0.44, ink or col.PAPER, gap * 0.22
        )


def plant(pen: Pen, x: float, y: float, size: float, pot: str = col.WARM, leaf: str = col.GREEN) -> None:
    for dx, dy in ((-0.42, -0.75), (-0.2, -1.1), (0.1, -1.25), (0.34, -0.95), (0.5, -0.6)):
        tip = (x + dx * size, y - size * 0.45 + dy * size)
        pen.blob(
            [
                (x, y - size * 0.5),
                (x + dx * size * 0.7 - size * 0.1, (y - size * 0.45 + tip[1]) / 2),
                tip,
                (x + dx * size * 0.7 + size * 0.1, (y - size * 0.4 + tip[1]) / 2),
            ],
            leaf,
        )
    pen.poly(
        [
            (x - size * 0.32, y - size * 0.55),
            (x + size * 0.32, y - size * 0.55),
            (x + size * 0.22, y),
            (x - size * 0.22, y),
        ],
        pot,
    )
    pen.rect(x - size * 0.37, y - size * 0.62, size * 0.74, size * 0.14, mix(pot, col.INK, 0.15), 3)


def clock(pen: Pen, x: float, y: float, r: float, rim: str = col.BLUE) -> None:
    pen.circle(x, y, r, rim)
    pen.circle(x, y, r * 0.82, col.PAPER)
    pen.line([(x, y), (x, y - r * 0.58)], r * 0.13, rim)
    pen.line([(x, y), (x + r * 0.4, y + r * 0.16)], r * 0.13, rim)


def bench(pen: Pen, x: float, y: float, w: float, wood: str = col.WARM, iron: str = col.SLATE) -> None:
    for dx in (-0.38, 0.38):
        pen.line([(x + dx * w, y), (x + dx * w, y - w * 0.42)], w * 0.04, iron)
    for dy in (0.2, 0.32, 0.42):
        pen.rect(x - w / 2, y - w * dy - w * 0.03, w, w * 0.065, wood, w * 0.02)


def lamp(pen: Pen, x: float, y: float, h: float, iron: str = col.BLUE, light: str = col.WARM_SOFT) -> None:
    pen.line([(x, y), (x, y - h)], h * 0.03, iron)
    pen.circle(x, y - h * 1.04, h * 0.08, light)
    pen.poly([(x - h * 0.1, y - h * 1.04), (x, y - h * 1.16), (x + h * 0.1, y - h * 1.04)], iron)
