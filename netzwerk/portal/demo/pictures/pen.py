"""A pen for flat shapes: everything is a polygon, so that any shape can be turned, scaled and mirrored.

Pillow draws without smoothing; we therefore draw at twice the size and let ``Pen.png`` halve it. There is no
transparency (``mix`` gives the colour it would result in): a flat image with few colours stays small as a palette PNG.
"""

from __future__ import annotations

import io
import itertools
import math
from collections.abc import Iterable, Sequence

from PIL import Image, ImageDraw

WIDTH, HEIGHT, OVERSAMPLING = 1600, 900, 2
Point = tuple[float, float]


def mix(first: str, second: str, share: float) -> str:
    """The colour of ``second`` laid over ``first`` with the given share: stands in for transparency."""
    one, two = ([int(colour[i : i + 2], 16) for i in (1, 3, 5)] for colour in (first, second))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in zip(one, two, strict=True))


def smooth(points: Sequence[Point], closed: bool = False, steps: int = 14) -> list[Point]:
    """A soft curve through the points (Catmull-Rom), because hills and ways have no corners."""
    count = len(points)
    result: list[Point] = []
    for i in range(count if closed else count - 1):
        around = [points[(i + k) % count] if closed else points[min(max(i + k, 0), count - 1)] for k in (-1, 0, 1, 2)]
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = around
        for step in range(steps):
            t = step / steps
            weights = (-t + 2 * t**2 - t**3, 2 - 5 * t**2 + 3 * t**3, t + 4 * t**2 - 3 * t**3, -(t**2) + t**3)
            result.append(
                (
                    sum(w * v for w, v in zip(weights, (ax, bx, cx, dx), strict=True)) / 2,
                    sum(w * v for w, v in zip(weights, (ay, by, cy, dy), strict=True)) / 2,
                )
            )
    if not closed:
        result.append(points[-1])
    return result


def arc(x: float, y: float, rx: float, ry: float, start: float, end: float) -> list[Point]:
    """Points along an ellipse, angles in degrees, clockwise from three o'clock as on the screen."""
    steps = max(6, int(abs(end - start) / 5))
    angles = [math.radians(start + (end - start) * i / steps) for i in range(steps + 1)]
    return [(x + rx * math.cos(a), y + ry * math.sin(a)) for a in angles]


class Pen:
    """Draws in its own coordinates; ``at`` gives a pen for a thing that stands elsewhere, turned or mirrored."""

    def __init__(self, image: Image.Image, matrix: tuple[float, ...] = (1, 0, 0, 0, 1, 0)) -> None:
        self.image = image
        self.matrix = matrix
        self.draw = ImageDraw.Draw(image)

    @classmethod
    def sheet(cls, colour: str) -> Pen:
        """A fresh picture, filled to the edges: the card below it may be white or black."""
        scale = OVERSAMPLING
        image = Image.new("RGB", (WIDTH * scale, HEIGHT * scale), colour)
        return cls(image, (scale, 0, 0, 0, scale, 0))

    def at(self, x: float, y: float, scale: float = 1, angle: float = 0, flip: bool = False) -> Pen:
        a, b, c, d, e, f = self.matrix
        cos, sin = math.cos(math.radians(angle)) * scale, math.sin(math.radians(angle)) * scale
        side = -1 if flip else 1
        inner = (cos * side, -sin, sin * side, cos)
        return Pen(
            self.image,
            (
                a * inner[0] + b * inner[2],
                a * inner[1] + b * inner[3],
                a * x + b * y + c,
                d * inner[0] + e * inner[2],
                d * inner[1] + e * inner[3],
                d * x + e * y + f,
            ),
        )

    def poly(self, points: Iterable[Point], fill: str) -> None:
        a, b, c, d, e, f = self.matrix
        self.draw.polygon([(a * x + b * y + c, d * x + e * y + f) for x, y in points], fill=fill)

    def blob(self, points: Sequence[Point], fill: str) -> None:
        self.poly(smooth(points, closed=True), fill)

    def oval(self, x: float, y: float, rx: float, ry: float, fill: str) -> None:
        self.poly(arc(x, y, rx, ry, 0, 360), fill)

    def circle(self, x: float, y: float, radius: float, fill: str) -> None:
        self.oval(x, y, radius, radius, fill)

    def ring(self, x: float, y: float, radius: float, width: float, fill: str) -> None:
        """A ring of real lines, so that what lies behind stays visible."""
        self.line(arc(x, y, radius, radius, 0, 360), width, fill)

    def chord(self, x: float, y: float, radius: float, start: float, end: float, fill: str) -> None:
        self.poly(arc(x, y, radius, radius, start, end), fill)

    def rect(self, x: float, y: float, width: float, height: float, fill: str, radius: float = 0) -> None:
        """A rectangle from its upper left corner; ``radius`` rounds all four corners."""
        r = min(radius, width / 2, height / 2)
        if r <= 0:
            self.poly([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], fill)
            return
        corners = [
            arc(x + r, y + r, r, r, 180, 270),
            arc(x + width - r, y + r, r, r, 270, 360),
            arc(x + width - r, y + height - r, r, r, 0, 90),
            arc(x + r, y + height - r, r, r, 90, 180),
        ]
        self.poly([point for corner in corners for point in corner], fill)

    def line(self, points: Sequence[Point], width: float, fill: str) -> None:
        """A line with round ends and joints, as in the icons of the portal."""
        half = width / 2
        for (x1, y1), (x2, y2) in itertools.pairwise(points):
            length = math.hypot(x2 - x1, y2 - y1)
            if length:
                nx, ny = -(y2 - y1) / length * half, (x2 - x1) / length * half
                self.poly([(x1 + nx, y1 + ny), (x2 + nx, y2 + ny), (x2 - nx, y2 - ny), (x1 - nx, y1 - ny)], fill)
        for x, y in points:
            self.circle(x, y, half, fill)

    def curve(self, points: Sequence[Point], width: float, fill: str) -> None:
        self.line(smooth(points), width, fill)

    def dots(self, points: Sequence[Point], radius: float, gap: float, fill: str) -> None:
        """A dotted line along a soft curve: the ways of the network."""
        way, rest = smooth(points, steps=30), 0.0
        for (x1, y1), (x2, y2) in itertools.pairwise(way):
            length = math.hypot(x2 - x1, y2 - y1)
            while rest <= length and length:
                self.circle(x1 + (x2 - x1) * rest / length, y1 + (y2 - y1) * rest / length, radius, fill)
                rest += gap
            rest -= length

    def ribbon(self, points: Sequence[tuple[float, float, float]], fill: str) -> None:
        """A way through points (x, y, width): wide in front, narrow far away, which alone gives depth."""
        flat = smooth([(x, y) for x, y, _ in points])
        widths = [w for w, _ in smooth([(w, 0.0) for _, _, w in points])]
        left: list[Point] = []
        right: list[Point] = []
        for i, (x, y) in enumerate(flat):
            (x1, y1), (x2, y2) = flat[max(i - 1, 0)], flat[min(i + 1, len(flat) - 1)]
            length = math.hypot(x2 - x1, y2 - y1) or 1
            nx, ny = -(y2 - y1) / length * widths[i] / 2, (x2 - x1) / length * widths[i] / 2
            left.append((x + nx, y + ny))
            right.append((x - nx, y - ny))
        self.poly(left + right[::-1], fill)

    def limb(self, start: Point, end: Point, bones: Point, width: float, fill: str, bend: int = 1) -> Point:
        """An arm or leg with a joint: the joint follows from the two lengths; returns where the limb really ends."""
        (x1, y1), (x2, y2), (upper, lower) = start, end, bones
        reach = math.hypot(x2 - x1, y2 - y1) or 0.01
        limit = min(reach, (upper + lower) * 0.999)
        x2, y2 = x1 + (x2 - x1) * limit / reach, y1 + (y2 - y1) * limit / reach
        along = (upper**2 - lower**2 + limit**2) / (2 * limit)
        aside = math.sqrt(max(upper**2 - along**2, 0)) * bend
        ux, uy = (x2 - x1) / limit, (y2 - y1) / limit
        joint = (x1 + ux * along - uy * aside, y1 + uy * along + ux * aside)
        self.line([start, joint, (x2, y2)], width, fill)
        return (x2, y2)

    def png(self) -> bytes:
        """The finished picture: halved for smooth edges, then a palette, which suits flat colour."""
        small = self.image.reduce(OVERSAMPLING)
        # The most frequent colours stay exact; only the blends at the edges move to their neighbours.
        found = sorted(small.getcolors(small.width * small.height), key=lambda entry: (-entry[0], entry[1]))[:240]
        palette = Image.new("P", (1, 1))
        palette.putpalette([part for _, colour in found for part in colour] + list(found[0][1]) * (256 - len(found)))
        out = io.BytesIO()
        small.quantize(palette=palette, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
        return out.getvalue()
