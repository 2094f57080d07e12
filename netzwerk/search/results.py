"""A page of results: what was asked, what was found, and every link that follows from it."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from django.core.paginator import Page, Paginator
from django.forms import Form

from netzwerk.members.filters import Facet, FilterLink, ListFilters, headline
from netzwerk.search.corpus.entries import KIND_FACET
from netzwerk.search.engines.port import Order
from netzwerk.search.forms import SearchForm
from netzwerk.search.services import finding
from netzwerk.search.services.finding import LAST_PAGE, PER_PAGE, Finding
from netzwerk.search.services.planning import Question
from netzwerk.surfaces import registry

SHOWN_WORDS = 80  # signs of a question that stand in a heading
NEWEST = 5


class ReachablePages(Paginator):
    """Engines sort only so far; the total is still told."""

    @cached_property
    def num_pages(self) -> int:
        return min(super().num_pages, LAST_PAGE)


class Asked(ListFilters):
    """What one request asks of the search, and the answer. What is searched, its heirs say."""

    def __init__(self, user: Any, form: Form, page: str | None) -> None:
        super().__init__(form)
        self.user = user
        self._page = max(int(page), 1) if page and page.isdecimal() and len(page) < 6 else 1

    @property
    def has_filters(self) -> bool:
        return any(name in self.chosen for name in self.filter_names)

    @property
    def says_nothing(self) -> bool:
        """Stop words and signs only. A plain answer looks at no word so closely."""
        return self.finding.question.says_nothing and not self.finding.plain

    @property
    def has_several_words(self) -> bool:
        return len(self.finding.question.line) > 1

    @property
    def shown_words(self) -> str:
        return self.words if len(self.words) <= SHOWN_WORDS else f"{self.words[:SHOWN_WORDS].rstrip()} …"

    @property
    def order(self) -> Order:
        return Order(self.chosen["sortierung"])

    # Answer --------------------------------------------------------------------------------------------------------

    @cached_property
    def finding(self) -> Finding:
        found = self._find(self._page)
        last = ReachablePages(range(found.total), PER_PAGE).num_pages
        return found if self._page <= last else self._find(last)

    def _find(self, page: int) -> Finding:
        return finding.find(self.user, self.words, chosen=self.narrowed_to(), order=self.order, page=page)

    def _count(self, *, without: tuple[str, ...]) -> int:
        return finding.count(self.user, self._question(without), self.narrowed_to(without=without))

    def _question(self, without: tuple[str, ...]) -> Question:
        """As it was read, or none where the words do not count."""
        return Question("") if self.words_field in without else self.finding.question

    def narrowed_to(self, *, without: tuple[str, ...] = ()) -> dict[str, tuple[str, ...]]:
        """ListFilters values by facet, the kind among them."""
        chosen = {name: self.chosen[name] for name in self.filter_names if name in self.chosen and name not in without}
        return {name: (value,) if isinstance(value, str) else tuple(value) for name, value in chosen.items()}

    @cached_property
    def page(self) -> Page:
        """Only its numbers: what stands on it is in the finding."""
        return ReachablePages(range(self.finding.total), PER_PAGE).get_page(self._page)

    @property
    def headline(self) -> str:
        return headline(self.page, self.shown_words)

    def counts(self, name: str) -> Mapping[str, int]:
        return self.finding.counts.get(name, {})

    # Links ---------------------------------------------------------------------------------------------------------

    def address(self, **changes: Any) -> str:
        """As the finder's; the usual order stands in no address."""
        if changes.get("sortierung", self.order) == Order.RELEVANCE:
            changes["sortierung"] = None
        return super().address(**changes)

    def orders(self) -> list[tuple[str, str, bool]]:
        """Without words nothing is more relevant than the rest: then the newest come first."""
        choices = self.form.fields["sortierung"].choices
        current = self.order
        if not self.words:
            choices = [(value, label) for value, label in choices if value != Order.RELEVANCE]
            current = Order.NEWEST if current is Order.RELEVANCE else current
        return [(label, self.address(sortierung=value), value == current) for value, label in choices]

    def kept(self) -> list[tuple[str, str]]:
        """What a new search keeps although the form does not show it."""
        return [] if self.order is Order.RELEVANCE else [("sortierung", self.order.value)]

    def meant(self) -> FilterLink | None:
        meant = self.finding.meant
        return FilterLink(meant, self.address(q=meant)) if meant else None

    # Nothing found -------------------------------------------------------------------------------------------------

    def removable_filters(self) -> list[FilterLink]:
        """Each facet that alone stands in the way, with what is found without it, and the words where something else is
        chosen."""
        names = [name for name in self.facet_names if name in self.chosen]
        if self.has_filters and self.words:
            names.append(self.words_field)
        ways = [
            FilterLink(self.name_of(name), self.address(**{name: None}), self._count(without=(name,)))
            for name in names
        ]
        return [way for way in ways if way.count]

    def way_without_filters(self) -> FilterLink | None:
        """Where only several filters together stand in the way."""
        count = self._count(without=self.filter_names) if self.has_filters else 0
        return FilterLink("Alle Filter löschen", self.unfiltered(), count) if count else None


class Results(Asked):
    """The portal search: all kinds or one. Of the kinds where the chosen one has nothing, `other_kinds` tells."""

    form: SearchForm

    @cached_property
    def facet_names(self) -> tuple[str, ...]:
        return tuple(name for name in finding.facet_names() if name != KIND_FACET)

    @cached_property
    def prefixes(self) -> dict[str, str]:
        """Different facets have values of the same name."""
        return {name: f"{self.form.fields[name].label}: " for name in self.facet_names}

    @property
    def filter_names(self) -> tuple[str, ...]:
        return (KIND_FACET, *self.facet_names)

    @property
    def kind(self) -> str:
        return self.chosen.get(KIND_FACET, "")

    @property
    def kind_label(self) -> str:
        return dict(self.form.fields[KIND_FACET].choices)[self.kind] if self.kind else ""

    @property
    def tells_what_is_missing(self) -> bool:
        """Whether the answer says what the whole portal has on these words: asked once, of everything, well answered."""
        return bool(self.words) and not self.has_filters and self._page == 1 and not self.finding.plain

    def newest(self) -> Finding:
        """For people who have not asked yet."""
        return finding.find(self.user, "", chosen={}, order=Order.NEWEST, per_page=NEWEST)

    def kept(self) -> list[tuple[str, str]]:
        return [*([(KIND_FACET, self.kind)] if self.kind else []), *super().kept()]

    def facets(self) -> list[Facet]:
        """Those that say something about what was found, or were chosen. A plain answer knows none."""
        if self.finding.plain:
            return []
        return [one for one in super().facets() if any(not option.is_off for option in one.options)]

    def tabs(self) -> list[dict[str, Any]]:
        """All kinds and each, with what they find under the filters; a plain answer counts nothing."""
        counts = self.counts(KIND_FACET)
        choices = self.form.fields[KIND_FACET].choices
        offered = {"", self.kind, *(kind.key for kind in registry.search_kinds if kind.is_offered_to(self.user))}
        return [
            {
                "label": label,
                "url": self.address(**{KIND_FACET: value}),
                "count": None if self.finding.plain else counts.get(value, 0) if value else sum(counts.values()),
                "current": value == self.kind,
            }
            for value, label in choices
            if value in offered
        ]

    def other_kinds(self) -> list[FilterLink]:
        """Where the chosen kind has nothing: those that have something."""
        counts = self.counts(KIND_FACET) if self.kind else {}
        choices = self.form.fields[KIND_FACET].choices
        return [
            FilterLink(label, self.address(**{KIND_FACET: value}), counts[value])
            for value, label in choices
            if counts.get(value)
        ]
