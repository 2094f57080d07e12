"""The list of found reports as CSV and JSON, streamed in batches so that memory use does not grow with the list.

The rows are those that were found when the export began, in the order of the list, without what was restricted, archived or
deleted before its batch was read. If the search engine fails meanwhile, the response breaks off: a truncated file that ended
properly would be taken for the whole.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from itertools import islice
from typing import Any, NamedTuple

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.http import StreamingHttpResponse

from knowledge.library import LibraryFinder
from knowledge.models import PracticeReport
from knowledge.models.reports import PracticeReportQuerySet
from knowledge.report_view import chosen_terms
from knowledge.snapshot import period_of, provider_of
from knowledge.vocabularies import ReportVocabulary
from netzwerk.files.restrictions import forget_restrictions
from netzwerk.lists.tables import CSV_TYPE, as_download, cell_text, csv_lines
from netzwerk.vocabulary.models import Term

BATCH = 200
NAME = "praxisberichte"
FIELDS = (
    *("title", "lead", "place", "provider", "started", "ended", "as_of"),
    *("cost", "cost_level", "evidence", "effect", "archived_on"),
)


class Row(NamedTuple):
    report: PracticeReport
    terms: dict[ReportVocabulary, list[Term]]
    organisations: list[str]


def _term_names(vocabulary: ReportVocabulary) -> Callable[[Row], list[str]]:
    return lambda row: [term.name for term in row.terms[vocabulary]]


COLUMNS: dict[str, Callable[[Row], Any]] = {
    "Titel": lambda row: row.report.title,
    "Zusammenfassung": lambda row: row.report.lead,
    "Adresse": lambda row: f"{settings.BASE_URL}{row.report.permalink}",
    "Ort": lambda row: row.report.place,
    "Träger": lambda row: provider_of(row.report, row.organisations),
    "Zeitraum": lambda row: period_of(row.report),
    "Stand": lambda row: row.report.as_of.isoformat(),
    "Kosten": lambda row: row.report.cost,
    "Kostenrahmen": lambda row: row.report.get_cost_level_display(),
    "Evidenz": lambda row: row.report.get_evidence_display(),
    "Wirkung": lambda row: row.report.get_effect_display(),
    **{vocabulary.label: _term_names(vocabulary) for vocabulary in ReportVocabulary},
    "archiviert": lambda row: "ja" if row.report.is_archived else "nein",
}


def rows_of(finder: LibraryFinder) -> Iterator[dict[str, Any]]:
    """The values of each row by the name of the column. Raises EngineDown."""
    found = finder.all_pks()
    while pks := list(islice(found, BATCH)):
        reports = still_visible(finder).in_bulk(pks)
        terms, organisations = chosen_terms(reports.keys(), finder.tree), organisations_of(reports.keys())
        for row in (Row(reports[pk], terms[pk], organisations[pk]) for pk in pks if pk in reports):
            yield {name: value(row) for name, value in COLUMNS.items()}


def still_visible(finder: LibraryFinder) -> PracticeReportQuerySet:
    """What this person may see now, not when the export began."""
    forget_restrictions(finder.user)
    reports = PracticeReport.objects.visible_to(finder.user)
    reports = reports if finder.with_archive else reports.current()
    return reports.only(*FIELDS)


def organisations_of(pks: Collection[int]) -> dict[int, list[str]]:
    """Names of the organisations of each report, in one query. The page's own field is slow here: it also handles drafts."""
    names = defaultdict(list)
    through = PracticeReport.organisations.through.objects.filter(practicereport__in=pks).order_by("pk")
    for pk, name in through.values_list("practicereport_id", "organisation__name"):
        names[pk].append(name)
    return names


def csv_of(finder: LibraryFinder) -> StreamingHttpResponse:
    rows = ([cell_text(value) for value in row.values()] for row in rows_of(finder))
    return as_download(csv_lines(list(COLUMNS), rows), CSV_TYPE, f"{NAME}.csv")


def json_of(finder: LibraryFinder) -> StreamingHttpResponse:
    def lines() -> Iterator[str]:
        yield "["
        for number, row in enumerate(rows_of(finder)):
            yield f"{',' if number else ''}\n{json.dumps(row, ensure_ascii=False, cls=DjangoJSONEncoder)}"
        yield "\n]\n"

    return as_download(lines(), "application/json; charset=utf-8", f"{NAME}.json")
