"""A list narrowed by words and facets (OR inside a facet, AND between facets), and the links to change the filters."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.paginator import Page
from django.db.models import Count, Q, QuerySet

SHOWN_OPTIONS = 8  # of a facet; the rest is collapsed


@dataclass(frozen=True)
class Option:
    value: str
    label: str
    count: int
    checked: bool
    level: int = 0  # how many broader values are above it

    @property
    def is_off(self) -> bool:
        """It would find nothing. A checked option stays on, so that it can be unchecked."""
        return not self.count and not self.checked


@dataclass(frozen=True)
class Facet:
    name: str
    legend: str
    options: list[Option]

    @property
    def is_used(self) -> bool:
        """It has a checked option and is shown open; all others are collapsed, to keep the tab path to the results short."""
        return any(one.checked for one in self.options)

    @cached_property
    def first(self) -> list[Option]:
        """Options shown at once: all checked ones, then those with most hits. Two more than that are not worth collapsing."""
        if len(self.options) <= SHOWN_OPTIONS + 2:
            return self.options
        best = sorted(self.options, key=lambda one: (not one.checked, -one.count, one.label))[:SHOWN_OPTIONS]
        shown = {one.value for one in best}
        return [one for one in self.options if one.value in shown or one.checked]

    @cached_property
    def rest(self) -> list[Option]:
        shown = {one.value for one in self.first}
        return [one for one in self.options if one.value not in shown]


@dataclass(frozen=True)
class FilterLink:
    """A link to the same list with other filters, and how many it finds (0: not counted)."""

    label: str
    url: str
    count: int = 0


class ListFilters:
    """The filters that one request chose in a form with words and facets, and the links to change them. Holds no rows."""

    words_field = "q"
    facet_names: tuple[str, ...] = ()
    prefixes: dict[str, str] = {}  # of chips whose label alone would be ambiguous

    def __init__(self, form: forms.Form) -> None:
        form.is_valid()  # its fields ignore wrong values and raise no error
        self.form = form
        self.chosen: dict[str, Any] = {name: value for name, value in form.cleaned_data.items() if value}

    @property
    def filter_names(self) -> tuple[str, ...]:
        """All filters except the words."""
        return self.facet_names

    @property
    def words(self) -> str:
        return self.chosen.get(self.words_field, "")

    @property
    def is_narrowed(self) -> bool:
        return any(name in self.chosen for name in (self.words_field, *self.filter_names))

    def address(self, **changes: Any) -> str:
        """Query string with these values instead of the chosen ones; None removes one. It leads to the first page."""
        values = {**self.chosen, **changes}
        pairs = [(name, one if isinstance(one, list) else str(one)) for name, one in values.items() if one]
        return f"?{urlencode(pairs, doseq=True)}"

    def unfiltered(self) -> str:
        """The same search without any filter."""
        return self.address(**dict.fromkeys(self.filter_names))

    def counts(self, name: str) -> Mapping[str, int]:
        """Hits by value of a facet, together with all other filters."""
        raise NotImplementedError

    def facets(self) -> list[Facet]:
        return [facet for facet in (self._facet(name) for name in self.facet_names) if facet.options]

    def _facet(self, name: str) -> Facet:
        counts = self.counts(name)
        chosen = self.chosen.get(name, [])
        field = self.form.fields[name]
        options = [Option(value, label, counts.get(value, 0), value in chosen) for value, label in field.choices]
        return Facet(name, field.label, options)

    def chips(self) -> list[FilterLink]:
        """Every chosen value of a facet, with the link that removes it."""
        chips = []
        for name in self.facet_names:
            labels = dict(self.form.fields[name].choices)
            for value in self.chosen.get(name, []):
                others = [one for one in self.chosen[name] if one != value]
                label = f"{self.prefixes.get(name, '')}{labels[value]}"
                chips.append(FilterLink(label, self.address(**{name: others})))
        return chips

    def title_words(self) -> list[str]:
        """The chosen filters, for a page title of its own."""
        return [chip.label for chip in self.chips()]

    def name_of(self, name: str) -> str:
        """The German name of a filter."""
        return f"die Suche nach „{self.words}“" if name == self.words_field else f"„{self.form.fields[name].label}“"


class FilteredList(ListFilters):
    """A filtered queryset. `everything` holds only rows that the person may see."""

    narrow: dict[str, Callable[[Any, Any], QuerySet]] = {}  # by form field: the filter for its value
    columns: dict[str, str] = {}  # by facet: the column whose values are counted

    def __init__(self, everything: QuerySet, form: forms.Form) -> None:
        super().__init__(form)
        self.everything = everything

    @property
    def filter_names(self) -> tuple[str, ...]:
        return tuple(name for name in self.narrow if name != self.words_field)

    def found(self, *, without: str = "") -> Any:
        """Rows that match all filters, or all filters but one."""
        found = self.everything
        for name, narrow in self.narrow.items():
            if name in self.chosen and name != without:
                found = narrow(found, self.chosen[name])
        return found

    def counts(self, name: str) -> Mapping[str, int]:
        others = self.found(without=name).order_by()
        return dict(others.values_list(self.columns[name]).annotate(total=Count("pk")))

    def chips(self) -> list[FilterLink]:
        """With a chip for the words."""
        words = [FilterLink(f"Suche: {self.words}", self.address(**{self.words_field: None}))] if self.words else []
        return words + super().chips()

    def removable_filters(self) -> list[FilterLink]:
        """For an empty list: each filter whose removal alone gives hits, with their number. One query."""
        names = [name for name in self.narrow if name in self.chosen]
        without = {name: self.found(without=name).order_by().values("pk") for name in names}
        counts = self.everything.order_by().aggregate(
            **{name: Count("pk", filter=Q(pk__in=found)) for name, found in without.items()}
        )
        names = [name for name in names if counts[name]]
        return [FilterLink(self.name_of(name), self.address(**{name: None}), counts[name]) for name in names]


def headline(page: Page, words: str) -> str:
    """ "Ergebnisse 1–20 von 61 für „Linden“" """
    total = page.paginator.count
    if page.paginator.num_pages > 1:
        text = f"Ergebnisse {page.start_index()}–{page.end_index()} von {total}"
    else:
        text = f"{total or 'Keine'} Ergebnis{'se' if total != 1 else ''}"
    return f"{text} für „{words}“" if words else text
