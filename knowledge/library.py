"""The search of the library: practice reports by words and facets."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any, NamedTuple

from knowledge.forms import VOCABULARY_NAMES, LibraryForm
from knowledge.models import PracticeReport
from knowledge.search_kinds import FACETS, YEAR, PracticeReports, archive_keys_of
from knowledge.vocabularies import ReportVocabulary
from netzwerk.lists.filters import Facet, FilterLink
from netzwerk.search.corpus.entries import KIND_FACET
from netzwerk.search.engines.port import Order
from netzwerk.search.finders import SearchFinder
from netzwerk.search.services import searching
from netzwerk.search.services.searching import PER_PAGE, Result, ResultPage
from netzwerk.vocabulary.filters import as_tree
from netzwerk.vocabulary.models import FormerTerm, Tree

FACET_NAMES = tuple(facet.name for facet in FACETS)
ONLY_REPORTS = {KIND_FACET: (PracticeReports.key,)}


class ReportResult(NamedTuple):
    result: Result
    report: PracticeReport


class LibraryFinder(SearchFinder):
    """The search of one request, and its results."""

    form: LibraryForm
    facet_names = FACET_NAMES
    prefixes = {name: f"{label}: " for name, label in (("kosten", "Kosten"), ("wirkung", "Wirkung"))}

    def __init__(self, user: Any, form: LibraryForm, page: str | None, tree: Tree) -> None:
        super().__init__(user, form, page)
        self.tree = tree
        if not self.is_narrowed:
            self._page = 1  # the first page of the library is not paginated

    @property
    def is_narrowed(self) -> bool:
        """True for a sorted list too, which is not the first page of the library."""
        return super().is_narrowed or self.with_archive or self.order is not Order.RELEVANCE

    @property
    def with_archive(self) -> bool:
        return "archiv" in self.chosen

    @property
    def extra_audience_keys(self) -> frozenset[str]:
        return archive_keys_of(self.user) if self.with_archive else frozenset()

    # Until the index is updated after a term was renamed or merged, it has the former slug of the term.

    def narrowed_to(self, *, without: tuple[str, ...] = ()) -> dict[str, tuple[str, ...]]:
        chosen = super().narrowed_to(without=without)
        for name in chosen.keys() & VOCABULARY_NAMES:
            former = (slug for slug, present in self._former[name].items() if present in chosen[name])
            chosen[name] = (*chosen[name], *former)
        return {**chosen, **ONLY_REPORTS}

    def counts(self, name: str) -> Mapping[str, int]:
        counts = super().counts(name)
        unknown = counts.keys() - self.tree.slugs(name) if name in VOCABULARY_NAMES else ()
        if not unknown:
            return counts
        known = Counter({slug: count for slug, count in counts.items() if slug not in unknown})
        for slug in unknown & self._former[name].keys():
            known[self._former[name][slug]] += counts[slug]
        return known

    @cached_property
    def _former(self) -> Mapping[str, Mapping[str, str]]:
        """By vocabulary, former slugs with the current one. One query."""
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for row in FormerTerm.objects.visible_to(self.user).with_slug():
            if row.term_id in self.tree.by_pk:
                found[row.vocabulary][row.slug] = self.tree.by_pk[row.term_id].slug
        return found

    def _search_page(self, page: int) -> ResultPage:
        return self.search_part(page=page, per_page=PER_PAGE, counted=FACET_NAMES)

    def search_part(self, **options: Any) -> ResultPage:
        """Results of the same search with other options, without counts."""
        return searching.search(self.user, self.words, **{**self._search_options, "counted": (), **options})

    def all_pks(self) -> Iterator[int]:
        """Primary keys of the whole list, in order. Raises EngineDown."""
        return (pk for _kind, pk in searching.search_all(self.user, self.words, **self._search_options))

    @property
    def _search_options(self) -> dict[str, Any]:
        keys = self.extra_audience_keys
        return {"chosen": self.narrowed_to(), "order": self.order, "extra_audience_keys": keys}

    @cached_property
    def report_results(self) -> list[ReportResult]:
        return with_reports(self.result_page.results, self.user)

    # Facets --------------------------------------------------------------------------------------------------------

    def _facet(self, name: str) -> Facet:
        facet = super()._facet(name)
        if name == YEAR:
            return replace(facet, options=[one for one in facet.options if not one.is_off])
        if name not in VOCABULARY_NAMES:
            return facet
        return as_tree(facet, self.tree, name)

    def chips(self) -> list[FilterLink]:
        archive = [FilterLink("auch archivierte", self.address(archiv=None))] if self.with_archive else []
        return super().chips() + archive

    def archive_link(self) -> FilterLink | None:
        """Link to the same list with or without archived reports."""
        if self.with_archive:
            return FilterLink("Archivierte Berichte weglassen", self.address(archiv=None))
        return FilterLink("Auch archivierte Berichte zeigen", self.address(archiv=["1"]))

    def counts_of(self, vocabulary: ReportVocabulary) -> list[tuple[str, str, int]]:
        """Broad terms with the link to their reports and the number of these, for the library's first page."""
        counts = self.counts(vocabulary.value)
        return [
            (term.name, self.address(**{vocabulary.value: [term.slug]}), counts[term.slug])
            for term in self.tree.top(vocabulary.value)
            if counts.get(term.slug)
        ]

    def first_cards(self, most: int) -> list[PracticeReport]:
        """The first results as cards; the newest reports if there is no query."""
        pks = [pk_of(result) for result in self.result_page.results[:most]]
        reports = PracticeReport.objects.visible_to(self.user).for_cards().in_bulk(pks)
        return [reports[pk] for pk in pks if pk in reports]


def pk_of(result: Result) -> int:
    return int(result.object.partition(":")[2])


def with_reports(results: list[Result], user: Any) -> list[ReportResult]:
    """Each result with its report, if the user may see it. One query."""
    pks = [pk_of(result) for result in results]
    reports = PracticeReport.objects.visible_to(user).for_lists().in_bulk(pks)
    return [ReportResult(result, reports[pk]) for result, pk in zip(results, pks, strict=True) if pk in reports]
