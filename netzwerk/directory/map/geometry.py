"""Plane geometry of the map: projection to user units of the SVG, hulls with rounded corners, boxes."""

from dataclasses import dataclass
from math import cos, hypot, radians
from typing import NamedTuple

WIDTH = 400.0
MIN_HEIGHT, MAX_HEIGHT = 260.0, 500.0
MARGIN = 34.0
MIN_ROUNDED_SIZE = 60.0  # shapes smaller than this keep sharp corners
MIN_DEGREES = 0.15  # so that a single town does not fill the picture

Xy = tuple[float, float]
Box = tuple[float, float, float, float]  # left, top, right, bottom


class Spot(NamedTuple):
    """An organisation on the map. A tuple, to save memory: there may be thousands."""

    latitude: float
    longitude: float
    name: str
    slug: str
    place: str
    kind: str  # Organisation.Kind
    is_pilot: bool
    district: str = ""  # its key, "" for none
    district_name: str = ""
    is_found: bool = True  # matches the filters; the others still count for the outlines


@dataclass(frozen=True)
class Projection:
    """Equirectangular: degrees of longitude are scaled by the cosine of the middle latitude. Good enough for one country."""

    west: float
    north: float
    longitude_scale: float  # cosine of the middle latitude
    scale: float  # units for a degree of latitude
    left: float
    top: float
    height: float

    @classmethod
    def fitting(cls, latitudes: list[float], longitudes: list[float]) -> "Projection":
        """Fits the points into the width, unless the picture would be too tall; smaller content is centred."""
        south, north, west, east = min(latitudes), max(latitudes), min(longitudes), max(longitudes)
        longitude_scale = cos(radians((south + north) / 2))
        across = max((east - west) * longitude_scale, MIN_DEGREES)
        down = max(north - south, MIN_DEGREES)
        scale = min((WIDTH - 2 * MARGIN) / across, (MAX_HEIGHT - 2 * MARGIN) / down)
        height = max(MIN_HEIGHT, (north - south) * scale + 2 * MARGIN)
        left = (WIDTH - (east - west) * longitude_scale * scale) / 2
        top = (height - (north - south) * scale) / 2
        return cls(west, north, longitude_scale, scale, left, top, height)

    def __call__(self, latitude: float, longitude: float) -> Xy:
        x = self.left + (longitude - self.west) * self.longitude_scale * self.scale
        return x, self.top + (self.north - latitude) * self.scale


def hull(points: list[Xy]) -> list[Xy]:
    """The convex hull, clockwise in SVG, where y points down (Andrew's monotone chain). `contains` relies on it."""
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return ordered

    def half(points: list[Xy]) -> list[Xy]:
        chain: list[Xy] = []
        for x, y in points:
            while len(chain) > 1:
                (ax, ay), (bx, by) = chain[-2:]
                if (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0:  # _turn() inlined, for speed on large maps
                    break
                chain.pop()
            chain.append((x, y))
        return chain[:-1]

    return half(ordered) + half(ordered[::-1])


def _turn(a: Xy, b: Xy, c: Xy) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def size_of(corners: list[Xy]) -> float:
    """Twice the area of a convex shape, for two points their Manhattan distance; only to sort shapes by size."""
    if len(corners) < 3:
        return abs(corners[0][0] - corners[-1][0]) + abs(corners[0][1] - corners[-1][1])
    pairs = zip(corners, corners[1:] + corners[:1], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs))


def path_of(corners: list[Xy], rounding: float = 0) -> str:
    """The `d` of an SVG path with corners rounded over `rounding` units. A point is a tiny line: round caps make it a disc."""
    if len(corners) == 1:
        return f"M{_coordinates(corners[0])}h.01"
    if len(corners) == 2:
        return f"M{_coordinates(corners[0])}L{_coordinates(corners[1])}"
    # Small rounded shapes would have gaps under the wide stroke.
    if not rounding or max(hypot(x - corners[0][0], y - corners[0][1]) for x, y in corners) < MIN_ROUNDED_SIZE:
        return f"M{_coordinates(corners[0])}L{' '.join(_coordinates(corner) for corner in corners[1:])}Z"
    parts = []
    for before, corner, after in zip(corners[-1:] + corners, corners, corners[1:] + corners[:1], strict=False):
        arrival, departure = _point_towards(corner, before, rounding), _point_towards(corner, after, rounding)
        parts.append(
            f"{'L' if parts else 'M'}{_coordinates(arrival)}Q{_coordinates(corner)} {_coordinates(departure)}"
        )
    return f"{''.join(parts)}Z"


def _coordinates(point: Xy) -> str:
    return f"{point[0]:.1f} {point[1]:.1f}"


def _point_towards(start: Xy, end: Xy, distance: float) -> Xy:
    """The point at this distance from the start, at most halfway."""
    length = hypot(end[0] - start[0], end[1] - start[1])
    part = min(distance / length, 0.5) if length else 0
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def contains(corners: list[Xy], box: Box, reach: float) -> bool:
    """Whether a box is inside a convex shape widened by `reach` (False for a shape of one or two points)."""
    if len(corners) < 3:
        return False
    ends = [(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
    for a, b in zip(corners, corners[1:] + corners[:1], strict=True):
        length = hypot(b[0] - a[0], b[1] - a[1])
        if any(_turn(a, b, end) / length < -reach for end in ends):
            return False
    return True


def middle_of(corners: list[Xy]) -> Xy:
    return sum(x for x, _y in corners) / len(corners), sum(y for _x, y in corners) / len(corners)


def bounds_of(corners: list[Xy], reach: float) -> Box:
    """The box around a shape, widened by `reach`."""
    across, down = [x for x, _y in corners], [y for _x, y in corners]
    return min(across) - reach, min(down) - reach, max(across) + reach, max(down) + reach


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def box_around(x: float, y: float, width: float, height: float) -> Box:
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2
