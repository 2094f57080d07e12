"""Kreise, organisations and pilot sites with invented names, spread over Germany."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import count, cycle, islice, product
from math import cos, sin, sqrt
from random import Random

from django.utils.text import slugify

from netzwerk.members.demo.history import day
from netzwerk.members.demo.land import PLACE
from netzwerk.members.models import District, Organisation, PilotSite
from netzwerk.texts.folding import fold
from netzwerk.vocabulary.models import Term
from tests.bench.generated.randomness import seeded_random

# Land, number of its Kreise and kreisfreie Städte, latitude and longitude of its centre, radius in degrees.
LANDS = (
    ("01", 15, 54.2, 9.8, 0.6),
    ("02", 1, 53.55, 10.0, 0.1),
    ("03", 45, 52.8, 9.2, 0.9),
    ("04", 2, 53.1, 8.8, 0.1),
    ("05", 53, 51.5, 7.5, 0.9),
    ("06", 26, 50.6, 9.0, 0.8),
    ("07", 36, 49.9, 7.3, 0.7),
    ("08", 44, 48.6, 9.0, 0.8),
    ("09", 96, 48.9, 11.5, 1.2),
    ("10", 6, 49.4, 7.0, 0.2),
    ("11", 1, 52.5, 13.4, 0.1),
    ("12", 18, 52.4, 13.5, 0.8),
    ("13", 8, 53.7, 12.5, 0.6),
    ("14", 13, 51.0, 13.3, 0.6),
    ("15", 14, 51.9, 11.8, 0.6),
    ("16", 22, 50.9, 11.0, 0.6),
)
GOLDEN_ANGLE = 2.399963  # points at its multiples fill a disc evenly
BEFORE = ("", "Bad ", "Neu", "Ober", "Nieder", "Alt")
FIRST = "Ahorn Bach Birken Brach Buchen Dorn Eber Eichen Erlen Eschen Falken Farn Fuchs Ginster Habicht Hasel"
LAST = "au bach berg brück burg dorf feld furt hausen heim hagen hofen loh moor rode see stedt tal walde werder"
CARRIERS = {
    Organisation.Kind.WELFARE: ("Wohlfahrtswerk", "Sozialwerk", "Nachbarschaftshilfe"),
    Organisation.Kind.PROVIDER: ("Wegweiser", "Die Brücke", "Perspektive", "Haus am Markt", "Neue Wege", "Lotsenhaus"),
    Organisation.Kind.RESEARCH: ("Institut für Sozialforschung", "Hochschule für Soziale Arbeit"),
}
KINDS_OF_CARRIERS = cycle(
    [Organisation.Kind.PROVIDER] * 5 + [Organisation.Kind.WELFARE] * 3 + [Organisation.Kind.RESEARCH]
)
TOWNS = 3  # per Kreis
WORDS = (
    "Wir beraten aus einer Hand: Wer zu uns kommt, erzählt einmal, was los ist, und behält eine Ansprechperson.",
    "Im Netzwerk möchten wir hören, wie andere Zugang und Fallmanagement verbinden, und zeigen, was bei uns gelingt.",
)


@dataclass(frozen=True)
class Spot:
    """A Kreis: its position and the prefix of its keys."""

    key: str
    name: str
    is_city: bool
    latitude: float
    longitude: float


def add_organisations(total: int) -> None:
    """As many as are missing: the seat of every Kreis, towns, then carriers, over and over."""
    chance = seeded_random(1)
    spots = list(_districts())
    District.objects.bulk_create(District(key=one.key, name=one.name) for one in spots)
    missing = total - Organisation.objects.active().count()
    made = [_organisation(chance, number, *one) for number, one in enumerate(islice(_wanted(spots), missing))]
    Organisation.objects.bulk_create(made)
    topics = list(Term.objects.topics().values_list("pk", flat=True))
    rows = Organisation.topics.through
    rows.objects.bulk_create(
        rows(organisation_id=one.pk, term_id=topic) for one in made for topic in chance.sample(topics, 1 + one.pk % 4)
    )


def add_sites(total: int) -> None:
    chance = seeded_random(2)
    without = Organisation.objects.active().filter(kind__in=Organisation.MUNICIPAL, pilot_site__isnull=True)
    chosen = list(without.order_by("pk"))
    for organisation in chance.sample(chosen, total - PilotSite.objects.count()):
        PilotSite.objects.create(
            organisation=organisation,
            goal_avoid=True,
            goal_leave=chance.random() < 0.5,
            payment=chance.choice(PilotSite.Payment.values),
            background=chance.choice(PilotSite.Background.values),
            started_on=day(chance.randrange(30, 900)),
            full_time_posts=Decimal(chance.randrange(4, 40)) / 4,
            profile="\n\n".join(WORDS),
        )


def place_names() -> Iterator[str]:
    for before, last, first in product(BEFORE, LAST.split(), FIRST.split()):
        name = f"{before}{first.lower() if before and before[-1] != ' ' else first}{last}"
        if name not in PLACE:
            yield name


def _districts() -> Iterator[Spot]:
    names = place_names()
    for land, districts, latitude, longitude, reach in LANDS:
        for number in range(districts):
            away, angle = reach * sqrt((number + 0.5) / districts), number * GOLDEN_ANGLE
            is_city = number % 4 == 0
            name = next(names)
            yield Spot(
                f"{land}{number // 50}{number % 50 + 1:02}",
                f"Stadt {name}" if is_city else f"Kreis {name}",
                is_city,
                latitude + away * sin(angle),
                longitude + away * cos(angle) * 1.5,
            )


def _wanted(spots: list[Spot]) -> Iterator[tuple[str, str, str, Spot]]:
    """Kind, name, place and Kreis of one organisation after the other."""
    for spot in spots:
        name = spot.name.split(" ", 1)[1]
        yield (Organisation.Kind.CITY if spot.is_city else Organisation.Kind.DISTRICT), spot.name, name, spot
    towns = islice(place_names(), len(spots), None)
    seats = {spot.key: [spot.name.split(" ", 1)[1]] for spot in spots}
    for spot in spots:
        for _number in range(0 if spot.is_city else TOWNS):
            seats[spot.key].append(name := next(towns))
            yield Organisation.Kind.TOWN, f"Gemeinde {name}", name, spot
    for turn in count():
        for spot in spots:
            kind, place = next(KINDS_OF_CARRIERS), seats[spot.key][turn % len(seats[spot.key])]
            name = CARRIERS[kind][turn % len(CARRIERS[kind])]
            yield kind, f"{name} {place}{f' {turn}' if turn else ''}", place, spot


def _organisation(chance: Random, number: int, kind: str, name: str, place: str, spot: Spot) -> Organisation:
    ags = f"{spot.key}000" if kind in (Organisation.Kind.CITY, Organisation.Kind.DISTRICT) else ""
    if kind == Organisation.Kind.TOWN:
        ags = f"{spot.key}{number % 999 + 1:03}"
    close = 0.01 if spot.is_city else 0.12
    made = Organisation(
        name=name,
        slug=f"{slugify(fold(name))[:70]}-{number}",
        kind=kind,
        ags=ags,
        district_id=spot.key,
        street=f"Hauptstraße {number % 90 + 1}",
        postcode=f"{int(spot.key[:2]) * 6:02}{number % 999 + 1:03}",
        place=place,
        inhabitants=chance.choice((8, 15, 35, 70, 130, 210, 340)) * 1000 + number if ags else None,
        latitude=Decimal(f"{spot.latitude + chance.uniform(-close, close):.5f}"),
        longitude=Decimal(f"{spot.longitude + chance.uniform(-close, close):.5f}"),
        description="\n\n".join(WORDS),
        contact_name="Andrea Wegener",
        email=f"info@haus{number}.example",
        phone="0000 123456",
        website=f"https://haus{number}.example",
        joined_on=day(chance.randrange(1, 1000)),
        name_key=fold(f"{name} {place}"),
    )
    made.folded = fold(f"{name} {place} {made.postcode} {spot.name}")[:700]
    return made
