"""Groups organisations into markers: few enough and far enough apart to be clicked, each for a part of the map of its own."""

from dataclasses import dataclass, field
from math import hypot

from netzwerk.directory.map.geometry import MARGIN, WIDTH, Box, Spot, Xy

MIN_DISTANCE = (
    26.0  # least distance of two markers: 24 px on a wide screen; on phones the list below has larger targets
)
MAX_MARKERS = 150
MAX_CELL_SIZE = 140.0
MAX_ROUNDS = 24


@dataclass(eq=False)
class Cluster:
    """Organisations that share a marker. Edges of clusters never overlap, so that a link to them finds exactly these."""

    spots: list[Spot]
    x: float
    y: float
    edges: Box = field(init=False)  # west, south, east, north in degrees

    def __post_init__(self) -> None:
        longitudes, latitudes = [one.longitude for one in self.spots], [one.latitude for one in self.spots]
        self.edges = min(longitudes), min(latitudes), max(longitudes), max(latitudes)


def cluster(found: list[tuple[Spot, Xy]], height: float) -> list[Cluster]:
    """Markers that do not touch. The grid's cells grow until there are few enough of them and each has room."""
    size = MIN_DISTANCE
    while True:
        clusters = _merge(_cells(found, size))
        apart = _push_apart(clusters, height)
        if (apart and len(clusters) <= MAX_MARKERS) or size > MAX_CELL_SIZE:
            return clusters
        size *= 1.25


def _cells(found: list[tuple[Spot, Xy]], size: float) -> list[Cluster]:
    cells: dict[tuple[int, int], list[tuple[Spot, Xy]]] = {}
    for spot, (x, y) in found:
        cells.setdefault((int(x // size), int(y // size)), []).append((spot, (x, y)))
    return [_of(members) for members in cells.values()]


def _of(members: list[tuple[Spot, Xy]]) -> Cluster:
    spots = [spot for spot, _xy in members]
    return Cluster(
        spots, sum(x for _s, (x, _y) in members) / len(spots), sum(y for _s, (_x, y) in members) / len(spots)
    )


def _close_pairs(clusters: list[Cluster], near: float) -> list[tuple[float, Cluster, Cluster]]:
    """Nearest first."""
    ordered = sorted(clusters, key=lambda one: one.x)
    pairs = []
    for number, one in enumerate(ordered):
        for other in ordered[number + 1 :]:
            if other.x - one.x >= near:
                break
            distance = hypot(other.x - one.x, other.y - one.y)
            if distance < near:
                pairs.append((distance, one, other))
    return sorted(pairs, key=lambda pair: pair[0])


def _merge(clusters: list[Cluster]) -> list[Cluster]:
    """Merge neighbours from two cells, unless the part of the map around both touches a third."""
    while True:
        gone: set[Cluster] = set()
        joined: list[Cluster] = []
        for _distance, one, other in _close_pairs(clusters, MIN_DISTANCE):
            if one in gone or other in gone:
                continue
            both = _union(one, other)
            near = (third for third in [*clusters, *joined] if _touch(both.edges, third.edges))
            if all(third in gone or third is one or third is other for third in near):
                gone |= {one, other}
                joined.append(both)
        if not joined:
            return clusters
        clusters = [one for one in clusters if one not in gone] + joined


def _union(one: Cluster, other: Cluster) -> Cluster:
    weights = len(one.spots), len(other.spots)
    total = sum(weights)
    x = (one.x * weights[0] + other.x * weights[1]) / total
    return Cluster(one.spots + other.spots, x, (one.y * weights[0] + other.y * weights[1]) / total)


def _touch(one: Box, other: Box) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _push_apart(clusters: list[Cluster], height: float) -> bool:
    """Push markers that are too close apart, step by step. Returns whether all have room in the end."""
    edge = MARGIN / 2
    for _round in range(MAX_ROUNDS):
        pairs = _close_pairs(clusters, MIN_DISTANCE)
        if not pairs:
            return True
        for distance, one, other in pairs:
            push = (MIN_DISTANCE - distance) / 2 + 0.1
            across, down = ((other.x - one.x) / distance, (other.y - one.y) / distance) if distance else (1.0, 0.0)
            for moved, step in ((one, -push), (other, push)):
                moved.x = min(max(moved.x + across * step, edge), WIDTH - edge)
                moved.y = min(max(moved.y + down * step, edge), height - edge)
    return not _close_pairs(clusters, MIN_DISTANCE)


def reading_order(clusters: list[Cluster], tall: float = MIN_DISTANCE) -> list[Cluster]:
    """Line by line, each from left to right. A marker lower than the beginning of the next line does not belong to the line."""
    left = sorted(clusters, key=lambda one: (one.y, one.x))
    ordered: list[Cluster] = []
    while left:
        line = sorted((one for one in left if one.y < left[0].y + tall * 0.8), key=lambda one: one.x)
        rest = [one for one in left if one not in line]
        while rest and len(line) > 1:
            start = min((one for one in rest if one.y < rest[0].y + tall * 0.8), key=lambda one: one.x)
            if line[-1].y <= start.y - tall or start.x > line[-1].x + tall:
                break
            rest = sorted([*rest, line.pop()], key=lambda one: (one.y, one.x))
        ordered += line
        left = rest
    return ordered
