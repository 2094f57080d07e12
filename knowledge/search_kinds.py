"""The search kinds of the library: reports and the glossary."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Prefetch
from django.utils import timezone

from knowledge.models import GlossaryEntry, PracticeReport
from knowledge.models.glossary import GlossaryQuerySet
from knowledge.models.reports import EARLIEST, TERM_FIELDS, PracticeReportQuerySet
from knowledge.scales import Cost, Effect, Evidence
from knowledge.vocabularies import ReportVocabulary
from netzwerk.files.attached import ShowsDocuments
from netzwerk.files.restrictions import page_audience_keys, page_audience_keys_of
from netzwerk.portal.plain_text import TextPart, parts_of_html, parts_of_stream, plain_text_of
from netzwerk.surfaces.registry import SynonymEntry
from netzwerk.surfaces.search_kinds import PUBLIC, Link, SearchDocument, SearchFacet, SearchKind
from netzwerk.vocabulary.models import Term
from netzwerk.vocabulary.search_facets import names_by_slug

ARCHIVE = "archiv"  # prefix of the audience keys of archived reports
YEAR, COST, EVIDENCE, EFFECT = "jahr", "kosten", "evidenz", "wirkung"


def years() -> dict[str, str]:
    """From this year back to the earliest that a report may have."""
    return {str(year): str(year) for year in range(timezone.localdate().year, EARLIEST.year - 1, -1)}


FACETS = (
    *(SearchFacet(one.value, one.label, names_by_slug(one.value)) for one in ReportVocabulary),
    SearchFacet(COST, "Kostenrahmen", lambda: dict(Cost.choices)),
    SearchFacet(EVIDENCE, "Evidenz", lambda: dict(Evidence.choices)),
    SearchFacet(EFFECT, "Wirkung", lambda: dict(Effect.choices)),
    SearchFacet(YEAR, "Jahr", years),
)


class PracticeReports(ShowsDocuments):
    key, order, label = "praxis", 5, "Praxisberichte"
    model = "knowledge.PracticeReport"
    facets = FACETS
    stamp_fields = ("live_revision_id", "last_published_at", "url_path", "archived_on")
    fallback_fields = ("title", "lead")
    has_own_search_page = True

    def rows(self) -> PracticeReportQuerySet:
        with_broader = Term.objects.select_related("parent__parent")
        terms = [Prefetch(field, with_broader) for field in TERM_FIELDS.values()]
        return PracticeReport.objects.live().prefetch_related(*terms, "organisations", "authors")

    def visible_to(self, user: Any) -> PracticeReportQuerySet:
        return self.rows().visible_to(user)

    def rows_for_links(self, user: Any) -> PracticeReportQuerySet:
        return PracticeReport.objects.visible_to(user).only("title", "url_path")

    def link_to(self, row: PracticeReport) -> Link:
        return Link(row.title, row.url)

    def default_rows(self, user: Any) -> PracticeReportQuerySet:
        return self.visible_to(user).current()

    def audience_keys(self, rows: Sequence[PracticeReport]) -> dict[int, str]:
        """Archived reports have keys of their own, because only a search that asks for the archive finds them."""
        keys = page_audience_keys(rows)
        return keys | {row.pk: archive_key(keys.get(row.pk, PUBLIC)) for row in rows if row.is_archived}

    def audience_keys_of(self, user: Any) -> set[str]:
        return page_audience_keys_of(user)

    def describe(self, row: PracticeReport) -> Iterator[SearchDocument]:
        terms = row.terms()
        facets = {
            vocabulary.value: [one.slug for term in found for one in term.with_broader]
            for vocabulary, found in terms.items()
            if found
        }
        scales = {COST: row.cost_level, EVIDENCE: row.evidence, EFFECT: row.effect, YEAR: str(row.as_of.year)}
        text = plain_text_of(parts_of_report(row, [term for found in terms.values() for term in found]))
        yield SearchDocument(
            title=row.title,
            url=row.url,
            summary=row.teaser,
            headings=text.headings,
            body=text.body,
            date=row.as_of,
            appeared=row.first_published_at,
            facets=facets | {name: [value] for name, value in scales.items() if value},
        )


def archive_key(key: str) -> str:
    return f"{ARCHIVE}|{key}"


def archive_keys_of(user: Any) -> frozenset[str]:
    """Further audience keys for a search that includes archived reports."""
    return frozenset(archive_key(key) for key in {PUBLIC, *page_audience_keys_of(user)})


def parts_of_report(report: PracticeReport, terms: Sequence[Term]) -> Iterator[TextPart]:
    if report.lead != report.teaser:
        yield TextPart(report.lead)
    for _section, stream in report.sections():
        yield from parts_of_stream(stream)
    yield TextPart(". ".join(filter(None, [report.place, report.provider, report.cost])))
    yield TextPart(", ".join(one.name for one in report.organisations.all()))
    yield TextPart(", ".join(author.name for author in report.authors.all()))
    yield TextPart(", ".join(term.name for term in terms))


class GlossaryEntries(SearchKind):
    key, order, label = "glossar", 35, "Glossar"
    model = "knowledge.GlossaryEntry"
    stamp_fields = ("updated_at",)
    fallback_fields = ("term", "aliases")

    def rows(self) -> GlossaryQuerySet:
        return GlossaryEntry.objects.all()

    def visible_to(self, user: Any) -> GlossaryQuerySet:
        return self.rows().visible_to(user)

    def rows_for_links(self, user: Any) -> GlossaryQuerySet:
        return self.visible_to(user).only("term", "slug")

    def link_to(self, row: GlossaryEntry) -> Link:
        return Link(row.term, row.get_absolute_url())

    def describe(self, row: GlossaryEntry) -> Iterator[SearchDocument]:
        text = plain_text_of([*parts_of_html(row.text), *(TextPart(name, is_heading=True) for name in row.names[1:])])
        yield SearchDocument(row.term, row.get_absolute_url(), row.short, text.headings, text.body)


def glossary_words() -> Iterator[SynonymEntry]:
    """The public entries of the glossary, as synonyms for the search."""
    for entry in GlossaryEntry.objects.visible_to(AnonymousUser()).order_by("pk"):
        yield SynonymEntry(tuple(entry.names), entry.short)
