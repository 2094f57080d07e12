"""The directory: what follows from the filters that a person chose. Reads only from members that the person may see."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page
from django.db.models import BooleanField, Case, Count, FloatField, Q, Value, When
from django.db.models.functions import Cast

from netzwerk.members.area import Area
from netzwerk.members.folding import german_order
from netzwerk.members.forms.directory import DirectoryForm
from netzwerk.members.map import Spot
from netzwerk.members.map.drawing import places_of
from netzwerk.members.models.organisations import SIZE_LIMITS, OrganisationQuerySet

FACETS = ("art", "kreis", "groesse", "thema", "pilot")
COLUMNS = {"art": "kind", "kreis": "district", "thema": "topics__slug"}
ORDERS = {
    "name": ("name_key", "pk"),
    "ort": (german_order("place"), "name_key", "pk"),
    "neueste": ("-joined_on", "name_key", "pk"),
}
NARROW: dict[str, Callable[[OrganisationQuerySet, Any], OrganisationQuerySet]] = {
    "q": lambda found, words: found.matching(words),
    "art": lambda found, kinds: found.filter(kind__in=kinds),
    "kreis": lambda found, keys: found.filter(district__in=keys),
    "groesse": lambda found, sizes: found.of_size(sizes),
    "thema": lambda found, slugs: found.about(slugs),
    "pilot": lambda found, _chosen: found.pilot_sites(),
    "ort": lambda found, area: found.within(area),
}
SHOWN_OPTIONS = 8  # of a facet; the rest folds away


@dataclass(frozen=True)
class Option:
    value: str
    label: str
    count: int
    checked: bool

    @property
    def is_off(self) -> bool:
        """A dead end. What is checked stays, so that it can be taken back."""
        return not self.count and not self.checked


@dataclass(frozen=True)
class Facet:
    name: str
    legend: str
    options: list[Option]

    @property
    def first(self) -> list[Option]:
        """What is shown at once: everything checked, then what finds most."""
        best = sorted(self.options, key=lambda one: (not one.checked, -one.count, one.label))[:SHOWN_OPTIONS]
        return [one for one in self.options if one in best or one.checked]

    @property
    def rest(self) -> list[Option]:
        return [one for one in self.options if one not in self.first]


@dataclass(frozen=True)
class Way:
    """A link to the directory with other filters, and how many it finds (0: not counted)."""

    label: str
    url: str
    count: int = 0


def choices_of(members: OrganisationQuerySet) -> dict[str, list[tuple[str, str]]]:
    """The Kreise and topics that there are."""
    rows = members.order_by(german_order("district__name"), "district")
    topics = members.order_by(german_order("topics__name"))
    return {
        "districts": list(rows.filter(district__isnull=False).values_list("district", "district__name").distinct()),
        "topics": list(topics.filter(topics__isnull=False).values_list("topics__slug", "topics__name").distinct()),
    }


def spots_of(members: OrganisationQuerySet, found: OrganisationQuerySet | None = None) -> list[Spot]:
    """Every organisation with coordinates, and whether it is among those found (without `found`: all are)."""
    is_found: Any = Value(True, BooleanField())
    if found is not None:
        is_found = Case(When(pk__in=found.order_by().values("pk"), then=True), default=False)
    rows = (
        members.on_the_map()
        .order_by("pk")
        .annotate(at=Cast("latitude", FloatField()), by=Cast("longitude", FloatField()), is_found=is_found)
        .values_list(
            *("at", "by", "name", "slug", "place", "kind", "pilot_site", "district", "district__name", "is_found")
        )
    )
    return [
        Spot(at, by, name, slug, place, kind, bool(site), district or "", district_name or "", bool(is_one))
        for at, by, name, slug, place, kind, site, district, district_name, is_one in rows
    ]


class Directory:
    """Answers of one request. `members` are those whom the person may see and who belong to the network now."""

    def __init__(self, members: OrganisationQuerySet, form: DirectoryForm) -> None:
        form.is_valid()  # its fields know no errors
        self.members, self.form = members, form
        self.chosen: dict[str, Any] = {name: value for name, value in form.cleaned_data.items() if value}

    @property
    def words(self) -> str:
        return self.chosen.get("q", "")

    @property
    def is_narrowed(self) -> bool:
        return any(name in self.chosen for name in NARROW)

    def found(self, *, without: str = "") -> OrganisationQuerySet:
        """Those that all filters let through, or all but one of them."""
        found = self.members
        for name, narrow in NARROW.items():
            if name in self.chosen and name != without:
                found = narrow(found, self.chosen[name])
        return found

    def listed(self) -> OrganisationQuerySet:
        """With what the list shows and nothing else."""
        fields = ("name", "slug", "kind", "place", "district__name", "pilot_site__id")
        found = self.found().select_related("district", "pilot_site").prefetch_related("topics").only(*fields)
        return found.order_by(*ORDERS[self.chosen["sortierung"]])

    def spots(self) -> list[Spot]:
        return spots_of(self.members, self.found() if self.is_narrowed else None)

    def address(self, **changes: Any) -> str:
        """Link with these values instead of the chosen ones; None takes one out. The page of results starts anew."""
        values = {**self.chosen, **changes}
        if values.get("sortierung") == "name":
            values.pop("sortierung")
        pairs = [(name, str(one) if isinstance(one, Area) else one) for name, one in values.items() if one]
        return f"?{urlencode(pairs, doseq=True)}"

    # Facets --------------------------------------------------------------------------------------------------------

    def facets(self) -> list[Facet]:
        """Each value with what it would find together with the other facets."""
        return [facet for facet in (self._facet(name) for name in FACETS) if facet.options]

    def _facet(self, name: str) -> Facet:
        counts = self._counts(name)
        chosen = self.chosen.get(name, [])
        field = self.form.fields[name]
        options = [Option(value, label, counts.get(value, 0), value in chosen) for value, label in field.choices]
        return Facet(name, field.label, options)

    def _counts(self, name: str) -> dict[str, int]:
        others = self.found(without=name).order_by()
        if name in COLUMNS:
            return dict(others.values_list(COLUMNS[name]).annotate(Count("pk")))
        if name == "groesse":
            return others.aggregate(
                **{size.value: Count("pk", filter=_of_size(*SIZE_LIMITS[size])) for size in SIZE_LIMITS}
            )
        return {"1": others.pilot_sites().count()}

    # Ways on -------------------------------------------------------------------------------------------------------

    def chips(self, spots: list[Spot]) -> list[Way]:
        """Every chosen value, with the link that takes it out."""
        chips = [Way(f"Suche: {self.words}", self.address(q=None))] if self.words else []
        for name in FACETS:
            labels = dict(self.form.fields[name].choices)
            for value in self.chosen.get(name, []):
                others = [one for one in self.chosen[name] if one != value]
                chips.append(Way(labels[value], self.address(**{name: others})))
        if area := self.chosen.get("ort"):
            chips.append(Way(f"Ort: {name_of(area, spots)}", self.address(ort=None)))
        return chips

    def unfiltered(self) -> str:
        """The same search without any filter."""
        return self.address(**dict.fromkeys((*FACETS, "ort"), None))

    def orders(self) -> list[tuple[str, str, bool]]:
        current = self.chosen["sortierung"]
        return [
            (label, self.address(sortierung=value), value == current)
            for value, label in self.form.fields["sortierung"].choices
        ]

    def ways_out(self) -> list[Way]:
        """Where nothing is found: each filter that alone stands in the way, with what is found without it. One query."""
        narrowing = [name for name in NARROW if name in self.chosen]
        counts = self.members.aggregate(
            **{
                name: Count("pk", filter=Q(pk__in=self.found(without=name).order_by().values("pk")))
                for name in narrowing
            }
        )
        ways = [(self._words_for(name), self.address(**{name: None}), counts[name]) for name in narrowing]
        return [Way(*way) for way in ways if way[2]]

    def _words_for(self, name: str) -> str:
        return f"die Suche nach „{self.words}“" if name == "q" else f"„{self.form.fields[name].label}“"


def _of_size(low: int, high: int | None) -> Q:
    return Q(inhabitants__gte=low) & (Q(inhabitants__lt=high) if high else Q())


def name_of(area: Area, spots: list[Spot]) -> str:
    """What people call a piece of the map: its places."""
    inside = [
        spot
        for spot in spots
        if float(area.south) <= spot.latitude <= float(area.north)
        and float(area.west) <= spot.longitude <= float(area.east)
    ]
    return places_of(inside) if inside else "Ausschnitt der Karte"


def headline(page: Page, words: str) -> str:
    """ "Ergebnisse 1–20 von 61 für „Linden“" """
    total = page.paginator.count
    if page.paginator.num_pages > 1:
        text = f"Ergebnisse {page.start_index()}–{page.end_index()} von {total}"
    else:
        text = f"{total or 'Keine'} Ergebnis{'se' if total != 1 else ''}"
    return f"{text} für „{words}“" if words else text
