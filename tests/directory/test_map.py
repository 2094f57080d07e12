"""Geometry of the map, without database and templates."""

import random
from itertools import combinations, pairwise
from math import cos, hypot, radians

import pytest

from netzwerk.directory.map import Spot, draw, places_of
from netzwerk.directory.map.clusters import MAX_MARKERS, MIN_DISTANCE
from netzwerk.directory.map.drawing import MARKER_LABELS, SHAPES, marker_of, short_name
from netzwerk.directory.map.geometry import MARGIN, MAX_HEIGHT, MIN_HEIGHT, WIDTH, Projection, contains, hull, path_of
from netzwerk.members.area import Area


def spot(latitude: float = 51.5, longitude: float = 7.5, **fields) -> Spot:
    values = {"name": "Stadt A", "slug": "stadt-a", "place": "A", "kind": "city", "is_pilot": False} | fields
    return Spot(latitude=round(latitude, 5), longitude=round(longitude, 5), **values)


def scattered(number: int, seed: int, spread: float = 1.0) -> list[Spot]:
    """Towns with one to four organisations each, somewhere in a Land."""
    dice, spots = random.Random(seed), []  # noqa: S311  the same land each time
    while len(spots) < number:
        latitude, longitude = 51.5 + dice.uniform(-1, 1) * spread, 7.5 + dice.uniform(-1.5, 1.5) * spread
        district = str(dice.randrange(9))
        for _ in range(dice.randint(1, 4)):
            name = f"Organisation {len(spots)}"
            town = f"Ort {len(spots) // 3}"
            kind = dice.choice(["city", "town", "provider", "research"])
            where = {"district": district, "district_name": f"Kreis {district}"}
            spots.append(spot(latitude, longitude, name=name, slug=f"o-{len(spots)}", place=town, kind=kind, **where))
    return spots[:number]


def test_degrees_of_longitude_are_scaled_by_the_latitude() -> None:
    project = Projection.fitting([51.0, 52.0], [7.0, 8.0])
    (x0, y0), (x1, y1) = project(51.0, 7.0), project(52.0, 8.0)
    assert x1 > x0
    assert y1 < y0  # north is up
    assert (x1 - x0) / (y0 - y1) == pytest.approx(cos(radians(51.5)))


@pytest.mark.parametrize(
    ("latitudes", "longitudes"),
    [([51.0], [7.0]), ([47.3, 55.0], [5.9, 15.0]), ([51.0, 51.0], [6.0, 14.0]), ([48.0, 54.0], [8.0, 8.0])],
)
def test_every_point_keeps_the_margin(latitudes: list[float], longitudes: list[float]) -> None:
    project = Projection.fitting(latitudes, longitudes)
    assert MIN_HEIGHT <= project.height <= MAX_HEIGHT + 1e-6
    for latitude in latitudes:
        for longitude in longitudes:
            x, y = project(latitude, longitude)
            assert MARGIN - 1e-6 <= x <= WIDTH - MARGIN + 1e-6
            assert MARGIN - 1e-6 <= y <= project.height - MARGIN + 1e-6


def test_the_hull_contains_every_point_and_has_no_extra_corner() -> None:
    dice = random.Random(1)  # noqa: S311  the same points each time
    points = [(dice.uniform(0, 100), dice.uniform(0, 100)) for _ in range(200)]
    corners = hull(points)
    assert len(corners) < 40
    assert all(contains(corners, (x, y, x, y), 1e-6) for x, y in points)
    assert not contains(corners, (150, 50, 150, 50), 10)
    assert hull([(0, 0), (10, 0), (10, 10), (0, 10), (5, 5), (5, 0)]) == [(0, 0), (10, 0), (10, 10), (0, 10)]


@pytest.mark.parametrize("points", [[(1, 1)], [(1, 1), (1, 1)], [(1, 1), (9, 9)], [(1, 1), (5, 5), (9, 9)]])
def test_points_in_a_line_have_a_shape_too(points: list) -> None:
    path = path_of(hull(points), 10)
    assert path.startswith("M1.0 1.0")
    assert "nan" not in path


def test_rounded_corners_stay_between_their_neighbours() -> None:
    assert path_of([(0, 0), (100, 0), (100, 100)], 500).count("Q") == 3
    assert "Q" not in path_of([(0, 0), (3, 0), (3, 3)], 10)  # too small to be rounded


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("number", [1, 2, 3, 60, 400])
def test_markers_are_few_and_apart_and_contain_every_organisation_once(number: int, seed: int) -> None:
    spots = scattered(number, seed)
    drawing = draw(spots)
    pins = drawing.pins
    assert 1 <= len(pins) <= MAX_MARKERS
    assert sum(pin.count for pin in pins) == number == drawing.organisations
    assert all(hypot(a.x - b.x, a.y - b.y) >= MIN_DISTANCE - 0.2 for a, b in combinations(pins, 2))
    assert all(0 < pin.x < WIDTH and 0 < pin.y < drawing.height for pin in pins)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("spread", [1.0, 0.1, 0.01, 0.0])
def test_the_area_of_a_marker_contains_exactly_its_organisations(seed: int, spread: float) -> None:
    spots = scattered(150, seed, spread)
    for pin in draw(spots).pins:
        if pin.area is None:
            continue
        area = [float(edge) for edge in (pin.area.south, pin.area.west, pin.area.north, pin.area.east)]
        inside = [one for one in spots if area[0] <= one.latitude <= area[2] and area[1] <= one.longitude <= area[3]]
        assert len(inside) == pin.count


def test_two_thousand_organisations_have_few_markers() -> None:
    drawing = draw(scattered(2000, 5))
    assert len(drawing.pins) <= MAX_MARKERS
    assert drawing.organisations == 2000


def goes_back(before, after, size: float = 24) -> bool:
    """The rule of the keyboard test: above and not to the right, or to the left in the same line."""
    down, across = after.y - before.y, after.x - before.x
    if abs(down) < size - 4:
        return across <= -size + 1
    return down <= -size + 1 and across < size - 1


@pytest.mark.parametrize("seed", range(8))
def test_markers_come_in_reading_order(seed: int) -> None:
    pins = draw(scattered(80, seed)).pins
    backwards = [(a.title, b.title) for a, b in pairwise(pins) if goes_back(a, b)]
    assert backwards == []


def test_regions_are_sorted_by_size_and_names_do_not_overlap() -> None:
    drawing = draw(scattered(80, 3))
    assert {region.name for region in drawing.regions} == {f"Kreis {number}" for number in range(9)}
    labelled = [region for region in drawing.regions if region.label]
    assert labelled
    boxes = [(one.x - len(one.label) * 3.7, one.y - 9, one.x + len(one.label) * 3.7, one.y + 9) for one in labelled]
    for a, b in combinations(boxes, 2):
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
    for left, top, right, bottom in boxes:
        assert not any(left < pin.x < right and top < pin.y < bottom for pin in drawing.pins)


def test_the_land_does_not_depend_on_the_filter() -> None:
    everyone = scattered(60, 2)
    some = [
        spot(one.latitude, one.longitude, district=one.district, is_found=number < 5)
        for number, one in enumerate(everyone)
    ]
    before, after = draw(everyone), draw(some)
    assert (before.land, before.height) == (after.land, after.height)
    assert [region.path for region in before.regions] == [region.path for region in after.regions]
    assert after.organisations == 5 == sum(pin.count for pin in after.pins)


def test_without_hits_the_land_is_drawn_and_without_places_nothing() -> None:
    drawing = draw([spot(is_found=False)])
    assert drawing.pins == []
    assert drawing.regions == []
    assert drawing.legend == []
    assert draw([]) is None


def test_markers_differ_by_shape() -> None:
    assert len(set(SHAPES.values())) == len(SHAPES) == len(MARKER_LABELS)
    assert marker_of(spot(kind="city", is_pilot=True)) == "pilot"
    assert [
        marker_of(spot(kind=kind)) for kind in ("town", "district", "welfare", "provider", "research", "land")
    ] == [*("municipality", "municipality", "carrier", "carrier", "other", "other")]


def test_titles_and_links_of_markers() -> None:
    alone = draw([spot(name="Stadt A", is_pilot=True)]).pins[0]
    assert (alone.slug, alone.title, alone.area) == ("stadt-a", "Stadt A (Pilotstandort)", None)
    several = draw([spot(), spot(is_pilot=True), spot(51.501, place="B")], link=lambda area: f"?ort={area}").pins[0]
    assert several.title == "3 Organisationen in A und Umgebung, davon 1 Pilotstandort"
    assert several.url == "?ort=51.50000,7.50000,51.50100,7.50000"
    assert several.with_pilot
    assert draw([spot(name="x" * 300)]).pins[0].name.endswith("…")


def test_the_name_at_a_marker_stays_in_the_picture() -> None:
    for pin in draw(scattered(80, 4)).pins:
        half = len(pin.name) * 7.4 / 2
        assert pin.name_x - half >= 0
        assert pin.name_x + half <= WIDTH
        assert pin.name_y > 0


def test_names_of_places_and_districts() -> None:
    assert places_of([spot(), spot()]) == "A"
    assert places_of([spot(), spot(place="B"), spot(place="B")]) == "B und Umgebung"
    assert [short_name(name) for name in ("Kreis Auenrode", "Stadt B", "Städteregion C")] == [
        "Auenrode",
        "B",
        "Städteregion C",
    ]


@pytest.mark.parametrize(
    "text",
    [
        *("", "x", "51.5,7.5,51.6,7.6", "51.50000,7.50000,51.60000", "51.60000,7.50000,51.50000,7.60000"),
        *("01.00000,7.00000,02.00000,8.00000", "51.50000,7.50000,51.60000,99.00000", "nan,nan,nan,nan"),
        "51.50000,7.50000,51.60000,7.60000'; DROP TABLE x",
        "٥١.50000,7.50000,51.60000,7.60000",
    ],
)
def test_an_invalid_area_is_none(text: str) -> None:
    assert Area.parse(text) is None


def test_an_area_is_parsed_as_it_is_written() -> None:
    area = Area.around([51.5, 51.61234], [7.25, 7.1])
    assert str(area) == "51.50000,7.10000,51.61234,7.25000"
    assert Area.parse(str(area)) == area
