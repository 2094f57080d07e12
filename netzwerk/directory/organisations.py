"""The directory of organisations, narrowed by filters. Its rows are the members that the person may see."""

from typing import Any

from django.db.models import Case, Count, FloatField, Value, When
from django.db.models.functions import Cast

from netzwerk.directory.map import Spot, places_of
from netzwerk.directory.topics import TopicsFacet
from netzwerk.lists.filters import FilteredList, FilterLink
from netzwerk.members.area import Area
from netzwerk.members.models.organisations import OrganisationQuerySet, SizeClass, has_size
from netzwerk.texts.folding import german_order, in_german_order

ORDERS = {
    "name": ("name_key", "pk"),
    "ort": (german_order("place"), "name_key", "pk"),
    "neueste": ("-joined_on", "name_key", "pk"),
}


def districts_of(members: OrganisationQuerySet) -> list[tuple[str, str]]:
    """Key and name of the Kreise of these organisations."""
    districts = members.filter(district__isnull=False).order_by().values_list("district", "district__name")
    return in_german_order(districts.distinct())


def spots_of(members: OrganisationQuerySet, found: OrganisationQuerySet | None = None) -> list[Spot]:
    """Every organisation with coordinates, and whether it is in `found` (None: all are)."""
    is_found: Any = Value(1)
    if found is not None:
        is_found = Case(When(pk__in=found.order_by().values("pk"), then=1), default=0)
    columns = ("at", "by", "name", "slug", "place", "kind", "pilot_site", "district", "district__name", "is_found")
    rows = (
        members.on_the_map()
        .order_by("pk")
        .annotate(at=Cast("latitude", FloatField()), by=Cast("longitude", FloatField()), is_found=is_found)
        .values_list(*columns)
        .iterator(chunk_size=5000)
    )
    return [
        Spot(at, by, name, slug, place, kind, site is not None, district or "", district_name or "", bool(is_one))
        for at, by, name, slug, place, kind, site, district, district_name, is_one in rows
    ]


class Directory(TopicsFacet, FilteredList):
    """`everything` are the current members of the network that the person may see."""

    facet_names = ("art", "kreis", "groesse", "thema", "pilot")
    narrow = {
        "q": lambda found, words: found.matching(words),
        "art": lambda found, kinds: found.filter(kind__in=kinds),
        "kreis": lambda found, keys: found.filter(district__in=keys),
        "groesse": lambda found, sizes: found.of_size(sizes),
        "thema": lambda found, slugs: found.about(slugs),
        "pilot": lambda found, _chosen: found.pilot_sites(),
        "ort": lambda found, area: found.within(area),
    }
    columns = {"art": "kind", "kreis": "district"}
    prefixes = {"art": "Art: ", "groesse": "Größe: "}

    def counts(self, name: str) -> dict[str, int]:
        others = self.found(without=name).order_by()
        if name == "groesse":
            sizes = {size.value: Count("pk", filter=has_size(size)) for size in SizeClass}
            return others.aggregate(**sizes)
        return {"1": others.pilot_sites().count()} if name == "pilot" else super().counts(name)

    def listed(self) -> OrganisationQuerySet:
        """With only the columns that the list shows."""
        fields = ("name", "slug", "kind", "place", "district__name", "pilot_site__id")
        found = self.found().select_related("district", "pilot_site").prefetch_related("topics").only(*fields)
        return found.order_by(*ORDERS[self.chosen["sortierung"]])

    def spots(self) -> list[Spot]:
        return spots_of(self.everything, self.found() if self.is_narrowed else None)

    def address(self, **changes: Any) -> str:
        """Without the default order, which needs no query parameter."""
        if changes.get("sortierung", self.chosen["sortierung"]) == "name":
            changes["sortierung"] = None
        return super().address(**changes)

    def hidden_inputs(self) -> list[tuple[str, str]]:
        """Filters that a new search keeps although its form does not show them."""
        hidden = {"ort": str(self.chosen.get("ort", "")), "sortierung": self.chosen["sortierung"]}
        return [(name, value) for name, value in hidden.items() if value and value != "name"]

    def chips_with_place(self, spots: list[Spot]) -> list[FilterLink]:
        area = self.chosen.get("ort")
        place = [FilterLink(f"Ort: {name_of(area, spots)}", self.address(ort=None))] if area else []
        return self.chips() + place

    def orders(self) -> list[tuple[str, str, bool]]:
        current = self.chosen["sortierung"]
        choices = self.form.fields["sortierung"].choices
        return [(label, self.address(sortierung=value), value == current) for value, label in choices]


def name_of(area: Area, spots: list[Spot]) -> str:
    """The name of a part of the map: its places."""
    south, west, north, east = (float(edge) for edge in (area.south, area.west, area.north, area.east))
    inside = [spot for spot in spots if south <= spot.latitude <= north and west <= spot.longitude <= east]
    return places_of(inside) if inside else "Ausschnitt der Karte"
