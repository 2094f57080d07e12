"""The content of the map: regions with rounded outlines and names, and markers that differ by shape."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import log2

from netzwerk.directory.map.clusters import Cluster, cluster, reading_order
from netzwerk.directory.map.geometry import (
    WIDTH,
    Box,
    Projection,
    Spot,
    Xy,
    bounds_of,
    box_around,
    contains,
    hull,
    middle_of,
    overlap,
    path_of,
    size_of,
)
from netzwerk.members.area import Area
from netzwerk.texts.folding import fold

PILOT, MUNICIPALITY, CARRIER, OTHER, SEVERAL = "pilot", "municipality", "carrier", "other", "several"
MARKER_LABELS = {
    PILOT: "Pilotstandort",
    MUNICIPALITY: "Kommune",
    CARRIER: "Verband oder freier Träger",
    OTHER: "Jobcenter, Land oder Forschung",
    SEVERAL: "mehrere Organisationen",
}
SHAPES = {
    PILOT: "M0-11 11 0 0 11-11 0Z",
    MUNICIPALITY: "M-6.5 0a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0Z",
    CARRIER: "M-5.5-5.5h11v11h-11Z",
    OTHER: "M0-7.5 7.5 5.5h-15Z",
    SEVERAL: "M-10 0a10 10 0 1 0 20 0a10 10 0 1 0-20 0Z",
}
MARKER_OF_KIND = dict.fromkeys(("city", "town", "district", "union"), MUNICIPALITY) | {
    "welfare": CARRIER,
    "provider": CARRIER,
}
PREFIXES = ("Kreisfreie Stadt ", "Landkreis ", "Kreis ", "Stadt ")
LETTER, LINE = 7.2, 16.0  # width of a letter and height of a name in the font size of map.css
MAX_NAME_LENGTH = 44
PIN_SIZE = 24.0
MAX_NAMES = 24  # regions with a name, those with most organisations
REGION_REACH = 16.0  # about the width of the stroke of a region in map.css
ON_LAND = 24.0  # how far a name may stand beyond the outermost organisations
# Offsets of a region's name from its middle: the nearest first, beside it before above or below.
NAME_OFFSETS = sorted(
    ((across * 9.0, down * 7.0) for across in range(-7, 8) for down in range(-7, 8)),
    key=lambda step: (0.6 * step[0] ** 2 + step[1] ** 2, step),
)
NEARBY = 130.0


@dataclass(frozen=True)
class Region:
    name: str
    path: str
    label: str = ""  # "" if there is no room
    x: float = 0
    y: float = 0
    is_own: bool = False  # highlighted, on the map of one organisation


@dataclass(frozen=True)
class Pin:
    """A marker of one organisation (`slug`) or of several (`area` contains exactly these)."""

    x: float
    y: float
    marker: str
    name: str  # shown while the pointer is over it
    title: str
    count: int
    slug: str = ""
    area: Area | None = None
    url: str = ""  # of the list of several
    with_pilot: bool = False

    @property
    def shape(self) -> str:
        return SHAPES[self.marker]

    @property
    def badge(self) -> str:
        """A small pilot marker at the upper right of a marker of several organisations."""
        corner = self.radius * 0.72
        return f"M{corner:.1f} {-corner - 6:.1f}l6 6-6 6-6-6Z"

    @property
    def name_x(self) -> float:
        """The x of the name, moved so that the name stays within the picture."""
        half = len(self.name) * LETTER / 2 + 6
        return min(max(self.x, half), WIDTH - half) if half < WIDTH / 2 else WIDTH / 2

    @property
    def name_y(self) -> float:
        return self.y - 20 if self.y > 44 else self.y + 30

    @property
    def radius(self) -> float:
        return min(10 + log2(self.count), 16)


@dataclass(frozen=True)
class Drawing:
    height: float
    land: str  # path around everything
    regions: list[Region]
    pins: list[Pin]
    organisations: int  # with a marker
    places: int

    @property
    def width(self) -> float:
        return WIDTH

    @property
    def legend(self) -> list[tuple[str, str, str]]:
        """Key, label and shape of the kinds of markers on the map."""
        shown = {pin.marker for pin in self.pins} | {PILOT for pin in self.pins if pin.with_pilot}
        return [(marker, label, SHAPES[marker]) for marker, label in MARKER_LABELS.items() if marker in shown]

    @property
    def pins_by_title(self) -> list[Pin]:
        """The map as a list, sorted by title."""
        return sorted(self.pins, key=lambda pin: (pin.area is not None, fold(pin.title)))


@dataclass(frozen=True)
class BaseMap:
    """The part of the map below the markers."""

    project: Projection
    land: list[Xy]
    land_path: str
    shapes: dict[str, list[Xy]]  # by district, largest first, so that a town is drawn above its Kreis
    paths: dict[str, str]
    members: Counter[str]


@lru_cache(maxsize=2)
def base_map_of(places: tuple[tuple[float, float, str], ...]) -> BaseMap:
    """From latitude, longitude and district of every organisation. Cached, as these change rarely."""
    project = Projection.fitting([place[0] for place in places], [place[1] for place in places])
    points = [project(latitude, longitude) for latitude, longitude, _district in places]
    districts: dict[str, list[Xy]] = {}
    for (_latitude, _longitude, district), xy in zip(places, points, strict=True):
        if district:
            districts.setdefault(district, []).append(xy)
    hulls = {key: hull(members) for key, members in districts.items()}
    shapes = {key: hulls[key] for key in sorted(hulls, key=lambda key: (-size_of(hulls[key]), key))}
    land = hull(points)
    return BaseMap(
        project=project,
        land=land,
        land_path=path_of(land, 26),
        shapes=shapes,
        paths={key: path_of(shape) for key, shape in shapes.items()},
        members=Counter({key: len(members) for key, members in districts.items()}),
    )


def draw(spots: list[Spot], link: Callable[[Area], str] = str, own_district: str = "") -> Drawing | None:
    """The map of all these organisations, with markers for those that were found; None without any.

    `link` gives the URL of the list for an area; `own_district` is the key of a Kreis to highlight.
    """
    if not spots:
        return None
    base_map = base_map_of(tuple((one.latitude, one.longitude, one.district) for one in spots))
    found = [(spot, base_map.project(spot.latitude, spot.longitude)) for spot in spots if spot.is_found]
    pins = [_pin(one, link) for one in reading_order(cluster(found, base_map.project.height))]
    names = {spot.district: spot.district_name for spot in spots if spot.district}
    return Drawing(
        height=round(base_map.project.height),
        land=base_map.land_path,
        regions=_regions(base_map, names, pins, own_district),
        pins=pins,
        organisations=len(found),
        places=len({spot.place for spot, _xy in found}),
    )


def _pin(one: Cluster, link: Callable[[Area], str]) -> Pin:
    x, y = round(one.x, 1), round(one.y, 1)
    if len(one.spots) == 1:
        spot = one.spots[0]
        marker = marker_of(spot)
        return Pin(x, y, marker, _short(spot.name), f"{spot.name} ({MARKER_LABELS[marker]})", 1, slug=spot.slug)
    pilots = sum(spot.is_pilot for spot in one.spots)
    where = places_of(one.spots)
    title = f"{len(one.spots)} Organisationen in {where}"
    if pilots:
        title += f", davon {pilots} Pilotstandort{'e' if pilots > 1 else ''}"
    area = Area.around([spot.latitude for spot in one.spots], [spot.longitude for spot in one.spots])
    return Pin(x, y, SEVERAL, _short(where), title, len(one.spots), area=area, url=link(area), with_pilot=bool(pilots))


def _short(name: str) -> str:
    return name if len(name) <= MAX_NAME_LENGTH else f"{name[: MAX_NAME_LENGTH - 1].rstrip()}…"


def marker_of(spot: Spot) -> str:
    return PILOT if spot.is_pilot else MARKER_OF_KIND.get(spot.kind, OTHER)


def places_of(spots: Iterable[Spot]) -> str:
    """ "Auenrode", or for several places the one with most organisations and "und Umgebung"."""
    places = Counter(spot.place for spot in spots)
    first = min(places, key=lambda place: (-places[place], place))
    return first if len(places) == 1 else f"{first} und Umgebung"


def _regions(base_map: BaseMap, names: dict[str, str], pins: list[Pin], own: str) -> list[Region]:
    taken = [box_around(pin.x, pin.y, PIN_SIZE, PIN_SIZE) for pin in pins]
    labels: dict[str, Xy] = {}
    for key in sorted(base_map.shapes, key=lambda key: (key != own, -base_map.members[key], key))[:MAX_NAMES]:
        if place := _free_place_for(short_name(names[key]), base_map.shapes[key], taken, base_map.land):
            labels[key] = place
    return [
        Region(
            names[key],
            base_map.paths[key],
            short_name(names[key]) if key in labels else "",
            *(round(part, 1) for part in labels.get(key, (0, 0))),
            is_own=key == own,
        )
        for key in base_map.shapes
    ]


def short_name(name: str) -> str:
    prefix = next((one for one in PREFIXES if name.startswith(one)), "")
    return name.removeprefix(prefix)


def _free_place_for(text: str, shape: list[Xy], taken: list[Box], land: list[Xy]) -> Xy | None:
    """The nearest free place for the name that touches its region, or None. The place is added to `taken`."""
    width = len(text) * LETTER + 4
    x, y = middle_of(shape)
    own = bounds_of(shape, REGION_REACH)
    near = [box for box in taken if overlap(box, (x - NEARBY, y - NEARBY, x + NEARBY, y + NEARBY))]
    for across, down in NAME_OFFSETS:
        box = left, top, right, bottom = box_around(x + across, y + down, width, LINE)
        for one in near:
            if one[0] < right and left < one[2] and one[1] < bottom and top < one[3]:
                break
        else:
            if overlap(box, own) and contains(land, box, ON_LAND):
                taken.append(box)
                return x + across, y + down
    return None
