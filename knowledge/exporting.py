"""The list of found reports as CSV and JSON, written while it is read: all of it, and never more than a batch in memory.

The rows stand in the order of the list. They are those that were found when the export began, without what was closed,
archived or deleted before its turn came. Where the engine falls away meanwhile, the answer breaks off: half a file that ends
as a whole one would be taken for it.
"""

import csv
import json
from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import islice
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.http import StreamingHttpResponse

from knowledge.document import period_of, provider_of
from knowledge.library import Library
from knowledge.models import PracticeReport, Term, Vocabulary
from knowledge.models.reports import PracticeReportQuerySet
from knowledge.reading import chosen_terms
from netzwerk.files.restrictions import forget_answers
from netzwerk.surfaces.spreadsheets import no_formula
from netzwerk.surfaces.texts import one_line

BATCH = 200
NAME = "praxisberichte"
READ = (
    *("title", "lead", "place", "provider", "started", "ended", "as_of"),
    *("cost", "cost_level", "evidence", "effect", "archived_on"),
)
COLUMNS = (
    *("Titel", "Zusammenfassung", "Adresse", "Ort", "Träger", "Zeitraum", "Stand"),
    *("Kosten", "Kostenrahmen", "Evidenz", "Wirkung"),
    *Vocabulary.labels,
    "archiviert",
)


def rows_of(library: Library) -> Iterator[dict[str, Any]]:
    found = library.all_pks()
    while pks := list(islice(found, BATCH)):
        reports = still_visible(library).in_bulk(pks)
        terms, providers = chosen_terms(reports.keys(), library.tree), providers_of(reports.keys())
        yield from (row_of(reports[pk], terms[pk], providers[pk]) for pk in pks if pk in reports)


def still_visible(library: Library) -> PracticeReportQuerySet:
    """As it is now, not as it was when the export began."""
    forget_answers(library.user)
    reports = PracticeReport.objects.visible_to(library.user)
    reports = reports if library.with_archive else reports.current()
    return reports.only(*READ)


def providers_of(pks: Collection[int]) -> dict[int, list[str]]:
    """Names of the organisations of each report. One query, past the page's own fields, which count in drafts and cost most
    of a row's time."""
    names = defaultdict(list)
    through = PracticeReport.organisations.through.objects.filter(practicereport__in=pks).order_by("pk")
    for pk, name in through.values_list("practicereport_id", "organisation__name"):
        names[pk].append(name)
    return names


def row_of(report: PracticeReport, terms: dict[Vocabulary, list[Term]], organisations: list[str]) -> dict[str, Any]:
    return {
        "Titel": report.title,
        "Zusammenfassung": report.lead,
        "Adresse": f"{settings.BASE_URL}{report.permalink}",
        "Ort": report.place,
        "Träger": provider_of(report, organisations),
        "Zeitraum": period_of(report),
        "Stand": report.as_of.isoformat(),
        "Kosten": report.cost,
        "Kostenrahmen": report.get_cost_level_display(),
        "Evidenz": report.get_evidence_display(),
        "Wirkung": report.get_effect_display(),
        **{vocabulary.label: [term.name for term in found] for vocabulary, found in terms.items()},
        "archiviert": "ja" if report.is_archived else "nein",
    }


class Echo:
    """What csv writes into: hands each line on."""

    def write(self, line: str) -> str:
        return line


def cell(value: Any) -> str:
    text = "; ".join(value) if isinstance(value, list) else str(value)
    return no_formula(one_line(text))


def csv_of(library: Library) -> StreamingHttpResponse:
    """As German office programs read it: semicolons, UTF-8 with a mark, no formulas."""

    def lines() -> Iterator[str]:
        writer = csv.DictWriter(Echo(), COLUMNS, delimiter=";", lineterminator="\r\n")
        yield "\ufeff"
        yield writer.writeheader()
        for row in rows_of(library):
            yield writer.writerow({name: cell(value) for name, value in row.items()})

    return _answer(lines(), "text/csv; charset=utf-8", "csv")


def json_of(library: Library) -> StreamingHttpResponse:
    def lines() -> Iterator[str]:
        yield "["
        for number, row in enumerate(rows_of(library)):
            yield f"{',' if number else ''}\n{json.dumps(row, ensure_ascii=False, cls=DjangoJSONEncoder)}"
        yield "\n]\n"

    return _answer(lines(), "application/json; charset=utf-8", "json")


def _answer(lines: Iterator[str], content_type: str, ending: str) -> StreamingHttpResponse:
    response = StreamingHttpResponse(lines, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{NAME}.{ending}"'
    response["Cache-Control"] = "private, no-store"
    response["X-Accel-Buffering"] = "no"
    return response
