"""The list of found reports as CSV and JSON, written while it is read: never more than a batch in memory."""

import csv
import json
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.http import StreamingHttpResponse

from knowledge.document import period_of, provider_of
from knowledge.library import Library, with_reports
from knowledge.models import PracticeReport
from knowledge.models.reports import TERM_FIELDS
from knowledge.sections import FIELDS
from netzwerk.search.engines.port import FURTHEST
from netzwerk.surfaces.forms import one_line

BATCH = 200
# A spreadsheet takes what begins with these for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
NAME = "praxisberichte"


def rows_of(library: Library) -> Iterator[dict[str, Any]]:
    """In the order of the list. What lies beyond the last page that one can turn to, is not in it."""
    for start in range(0, FURTHEST, BATCH):
        answer = library.ask(page=start // BATCH + 1, per_page=BATCH)
        pairs = with_reports(answer.results, library.user)
        pks = [report.pk for _result, report in pairs]
        full = (
            PracticeReport.objects.visible_to(library.user)
            .defer(*FIELDS)
            .prefetch_related("organisations", *TERM_FIELDS.values())
            .in_bulk(pks)
        )
        yield from (row_of(full[pk]) for pk in pks if pk in full)
        if start + BATCH >= answer.total:
            return


def row_of(report: PracticeReport) -> dict[str, Any]:
    return {
        "Titel": report.title,
        "Zusammenfassung": report.lead,
        "Adresse": f"{settings.BASE_URL}{report.permalink}",
        "Ort": report.place,
        "Träger": provider_of(report),
        "Zeitraum": period_of(report),
        "Stand": report.as_of.isoformat(),
        "Kosten": report.cost,
        "Kostenrahmen": report.get_cost_level_display(),
        "Evidenz": report.get_evidence_display(),
        "Wirkung": report.get_effect_display(),
        **{vocabulary.label: [term.name for term in terms] for vocabulary, terms in report.terms().items()},
        "archiviert": "ja" if report.is_archived else "nein",
    }


class Echo:
    """What csv writes into: hands each line on."""

    def write(self, line: str) -> str:
        return line


def cell(value: Any) -> str:
    text = "; ".join(value) if isinstance(value, list) else str(value)
    text = one_line(text)
    return f"'{text}" if text.startswith(FORMULA) else text


def csv_of(library: Library) -> StreamingHttpResponse:
    """As German office programs read it: semicolons, UTF-8 with a mark, no formulas."""

    def lines() -> Iterator[str]:
        writer = csv.writer(Echo(), delimiter=";", lineterminator="\r\n")
        header = False
        yield "\ufeff"
        for row in rows_of(library):
            if not header:
                yield writer.writerow(row)
                header = True
            yield writer.writerow([cell(value) for value in row.values()])

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
