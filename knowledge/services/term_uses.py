"""What reports do when a term of theirs is renamed, moved or merged."""

from collections.abc import Iterator

from django.db.models import QuerySet

from knowledge.models.reports import TERM_FIELDS
from knowledge.search_kinds import PracticeReports
from netzwerk.search.services.marking import mark
from netzwerk.surfaces.registry import TermUse


def mark_reports(reports: QuerySet) -> None:
    """Marks those that are live for indexing."""
    mark(PracticeReports(), reports.live().order_by().values_list("pk", flat=True), changes_audience=False)


def term_uses() -> Iterator[TermUse]:
    for vocabulary, field in TERM_FIELDS.items():
        yield TermUse(
            f"knowledge.PracticeReport.{field}", vocabulary.value, "Praxisbericht", "Praxisberichte", mark_reports
        )
