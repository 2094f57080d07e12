"""The list of dates with its filters: its rows are dates that the person may see."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, Max, Q
from django.http import QueryDict

from netzwerk.calendar.forms import DatesForm
from netzwerk.calendar.models import Date
from netzwerk.calendar.models.dates import DateQuerySet
from netzwerk.directory.topics import TOPIC, TopicsFacet
from netzwerk.lists.filters import FilteredList
from netzwerk.surfaces import registry
from netzwerk.surfaces.registry import TOPICS
from netzwerk.texts.folding import in_german_order
from netzwerk.vocabulary.models import Term, Tree

IN_FORMAT = {
    "ort": Q(venue__isnull=False, is_online=False),
    "online": Q(venue__isnull=True, is_online=True),
    "beides": Q(venue__isnull=False, is_online=True),
}


def of_format(found: DateQuerySet, formats: list[str]) -> DateQuerySet:
    condition = Q()
    for one in formats:
        condition |= IN_FORMAT[one]
    return found.filter(condition)


def about(found: DateQuerySet, slugs: list[str]) -> DateQuerySet:
    return found.about(Term.objects.topics().under(slugs).values("pk"))


class Agenda(TopicsFacet, FilteredList):
    """`everything` are dates that the person may see. Filters of features come between those for whom and of which kind."""

    columns = {"fuer": "audience", "art": "kind", "kreis": "venue__district"}

    def __init__(self, everything: DateQuerySet, query: QueryDict, user: Any, tree: Tree) -> None:
        self.user = user
        self.extra = {one.key: one for one in registry.date_filters}
        self.facet_names = ("fuer", *self.extra, "art", "wie", TOPIC, "kreis")
        self.narrow = {
            "fuer": lambda found, audiences: found.filter(audience__in=audiences),
            "art": lambda found, kinds: found.filter(kind__in=kinds),
            "wie": of_format,
            TOPIC: about,
            "kreis": lambda found, keys: found.filter(venue__district__in=keys),
            **{key: self._narrow_by(one) for key, one in self.extra.items()},
        }
        form = DatesForm(
            query,
            topics=tree.choices(TOPICS),
            districts=districts_of(everything),
            has_members=user.is_authenticated,
        )
        super().__init__(everything, form, tree)

    def _narrow_by(self, one: registry.DateFilter) -> Any:
        return lambda found, values: one.narrow(found, values, self.user)

    def counts(self, name: str) -> Mapping[str, int]:
        others = self.found(without=name).order_by()
        if name == "wie":
            return others.aggregate(**{key: Count("pk", filter=condition) for key, condition in IN_FORMAT.items()})
        if name in self.extra:
            one = self.extra[name]
            numbers = {
                f"choice_{number}": Count(
                    "pk", filter=Q(pk__in=one.narrow(self.everything, [value], self.user).order_by().values("pk"))
                )
                for number, (value, _label) in enumerate(one.choices)
            }
            found = others.aggregate(**numbers)
            return {value: found[f"choice_{number}"] for number, (value, _label) in enumerate(one.choices)}
        return super().counts(name)

    def months(self, found: DateQuerySet) -> dict[tuple[int, int], int]:
        """How many of these begin in each year and month."""
        rows = found.order_by().values_list("start_day__year", "start_day__month").annotate(total=Count("pk"))
        return {(year, month): total for year, month, total in rows}

    @cached_property
    def summary(self) -> dict[str, Any]:
        """Of everything, whatever is filtered: how many, how many for everybody, and the last day."""
        return self.everything.order_by().aggregate(
            total=Count("pk"), public=Count("pk", filter=Q(audience=Date.Audience.PUBLIC)), last=Max("start_day")
        )


def districts_of(dates: DateQuerySet) -> list[tuple[str, str]]:
    """Key and name of the Kreise in which these dates are."""
    known = dates.filter(venue__district__isnull=False).order_by()
    return in_german_order(known.values_list("venue__district", "venue__district__name").distinct())


def public_agenda(query: QueryDict, everything: DateQuerySet, tree: Tree) -> Agenda:
    """For feeds, whose readers do not log in. `everything` holds public dates."""
    return Agenda(everything, query, AnonymousUser(), tree)
