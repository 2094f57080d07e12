"""What one request asks of the search index: words, filters and page; its results, and the links on the page of results."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from django.core.paginator import Page, Paginator
from django.forms import Form

from netzwerk.lists.filters import Facet, FilterLink, ListFilters, headline
from netzwerk.search.corpus.entries import KIND_FACET
from netzwerk.search.engines.port import Order
from netzwerk.search.forms import SearchForm
from netzwerk.search.services import searching
from netzwerk.search.services.planning import Question
from netzwerk.search.services.searching import LAST_PAGE, PER_PAGE, ResultPage
from netzwerk.surfaces import registry

SHOWN_WORDS = 80  # characters of a question that a heading shows
NEWEST = 5


class ReachablePages(Paginator):
    """Engines sort only so far; the total is shown all the same."""

    @cached_property
    def num_pages(self) -> int:
        return min(super().num_pages, LAST_PAGE)


class SearchFinder(ListFilters):
    """A finder whose results come from the search index. Subclasses define what is searched.

    The view calls `search()` once, before anything that depends on the results: facets, counts, links.
    """

    extra_audience_keys: frozenset[str] = frozenset()

    def __init__(self, user: Any, form: Form, page: str | None) -> None:
        super().__init__(form)
        self.user = user
        self._page = max(int(page), 1) if page and page.isdecimal() and len(page) < 6 else 1
        self._result_page: ResultPage | None = None

    @property
    def has_filters(self) -> bool:
        return any(name in self.chosen for name in self.filter_names)

    @property
    def has_only_stop_words(self) -> bool:
        """Stop words and punctuation only. The fallback search does not analyse words."""
        return self.result_page.question.has_only_stop_words and not self.result_page.is_fallback

    @property
    def has_several_words(self) -> bool:
        return len(self.result_page.question.words) > 1

    @property
    def shown_words(self) -> str:
        return self.words if len(self.words) <= SHOWN_WORDS else f"{self.words[:SHOWN_WORDS].rstrip()} …"

    @property
    def order(self) -> Order:
        return Order(self.chosen["sortierung"])

    # Results -------------------------------------------------------------------------------------------------------

    def search(self) -> ResultPage:
        """Run the search; a page after the last one becomes the last."""
        found = self._search_page(self._page)
        last = ReachablePages(range(found.total), PER_PAGE).num_pages
        self._result_page = found if self._page <= last else self._search_page(last)
        return self._result_page

    @property
    def result_page(self) -> ResultPage:
        if self._result_page is None:
            raise RuntimeError("The view has not called search().")
        return self._result_page

    def _search_page(self, page: int) -> ResultPage:
        return searching.search(self.user, self.words, chosen=self.narrowed_to(), order=self.order, page=page)

    def _count(self, *, without: tuple[str, ...]) -> int:
        return searching.count(
            self.user, self._question(without), self.narrowed_to(without=without), self.extra_audience_keys
        )

    def _question(self, without: tuple[str, ...]) -> Question:
        """The analysed question, or an empty one where the words are left out."""
        return Question("") if self.words_field in without else self.result_page.question

    def narrowed_to(self, *, without: tuple[str, ...] = ()) -> dict[str, tuple[str, ...]]:
        """Chosen values by facet, including the kind."""
        chosen = {name: self.chosen[name] for name in self.filter_names if name in self.chosen and name not in without}
        return {name: (value,) if isinstance(value, str) else tuple(value) for name, value in chosen.items()}

    @cached_property
    def page(self) -> Page:
        """Page numbers only; the results themselves are in `result_page`."""
        return ReachablePages(range(self.result_page.total), PER_PAGE).get_page(self._page)

    @property
    def headline(self) -> str:
        return headline(self.page, self.shown_words)

    def counts(self, name: str) -> Mapping[str, int]:
        return self.result_page.counts.get(name, {})

    def facets(self) -> list[Facet]:
        """Those with a value that was found or chosen. The fallback search has none."""
        if self.result_page.is_fallback:
            return []
        return [one for one in super().facets() if any(not option.is_off for option in one.options)]

    # Links ---------------------------------------------------------------------------------------------------------

    def address(self, **changes: Any) -> str:
        """As in the base class; the default order is left out."""
        if changes.get("sortierung", self.order) == Order.RELEVANCE:
            changes["sortierung"] = None
        return super().address(**changes)

    def orders(self) -> list[tuple[str, str, bool]]:
        """Without words there is no relevance: the newest come first."""
        choices = self.form.fields["sortierung"].choices
        current = self.order
        if not self.words:
            choices = [(value, label) for value, label in choices if value != Order.RELEVANCE]
            current = Order.NEWEST if current is Order.RELEVANCE else current
        return [(label, self.address(sortierung=value), value == current) for value, label in choices]

    def hidden_inputs(self) -> list[tuple[str, str]]:
        """Hidden fields of the search form."""
        return [] if self.order is Order.RELEVANCE else [("sortierung", self.order.value)]

    def meant(self) -> FilterLink | None:
        meant = self.result_page.meant
        return FilterLink(meant, self.address(q=meant)) if meant else None

    # Nothing found -------------------------------------------------------------------------------------------------

    def removable_filters(self) -> list[FilterLink]:
        """Each filter without which something is found, and the words where filters are chosen."""
        names = [name for name in self.facet_names if name in self.chosen]
        if self.has_filters and self.words:
            names.append(self.words_field)
        counts = {name: self._count(without=(name,)) for name in names}
        return [
            FilterLink(self.name_of(name), self.address(**{name: None}), count)
            for name, count in counts.items()
            if count
        ]

    def link_without_filters(self) -> FilterLink | None:
        """Where something is found without all filters."""
        count = self._count(without=self.filter_names) if self.has_filters else 0
        return FilterLink("Alle Filter löschen", self.unfiltered(), count) if count else None


class PortalFinder(SearchFinder):
    """The portal search: all kinds of content or one."""

    form: SearchForm

    @cached_property
    def facet_names(self) -> tuple[str, ...]:
        return tuple(name for name in searching.facet_names() if name != KIND_FACET)

    @cached_property
    def prefixes(self) -> dict[str, str]:
        """Different facets have values with the same label."""
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
    def is_countable_question(self) -> bool:
        """Whether the number of results is that of the whole portal, counted once: no filter, first page, no fallback."""
        return bool(self.words) and not self.has_filters and self._page == 1 and not self.result_page.is_fallback

    def newest(self) -> ResultPage:
        """For the start page of the search."""
        return searching.search(self.user, "", chosen={}, order=Order.NEWEST, per_page=NEWEST)

    def hidden_inputs(self) -> list[tuple[str, str]]:
        return [*([(KIND_FACET, self.kind)] if self.kind else []), *super().hidden_inputs()]

    def tabs(self) -> list[dict[str, Any]]:
        """All kinds and each of them, with their number of results under the filters; the fallback search has no counts."""
        counts = self.counts(KIND_FACET)
        counts = {"": sum(counts.values()), **counts}
        choices = self.form.fields[KIND_FACET].choices
        offered = {"", self.kind, *(kind.key for kind in registry.search_kinds if kind.is_offered_to(self.user))}
        return [
            {
                "label": label,
                "url": self.address(**{KIND_FACET: value}),
                "count": None if self.result_page.is_fallback else counts.get(value, 0),
                "current": value == self.kind,
            }
            for value, label in choices
            if value in offered
        ]

    def other_kinds(self) -> list[FilterLink]:
        """Where the chosen kind has no results: those that have some."""
        counts = self.counts(KIND_FACET) if self.kind else {}
        choices = self.form.fields[KIND_FACET].choices
        return [
            FilterLink(label, self.address(**{KIND_FACET: value}), counts[value])
            for value, label in choices
            if counts.get(value)
        ]
