"""Practice reports for tests."""

from itertools import count
from typing import Any

from wagtail.models import Orderable

from knowledge.models import LibraryPage, PracticeReport
from knowledge.models.reports import TERM_FIELDS
from knowledge.services.versions import record_version
from netzwerk.members.models import User
from netzwerk.vocabulary.models import Term

_numbers = count(1)


def practice_report(
    *, live: bool = True, author: User | None = None, terms: dict[str, list[Term]] | None = None, **fields: Any
) -> PracticeReport:
    """A report in the library, with a first revision and, if it is live, a first version. `terms` are by vocabulary."""
    number = next(_numbers)
    values = {
        "title": f"Testbericht {number}",
        "slug": f"testbericht-{number}",
        "lead": "Eine Zusammenfassung.",
        "situation": [("text", "<p>Es war einmal ein Anlass.</p>")],
        "place": "Lindenbrück",
    } | fields
    parts = {name: values.pop(name) for name in ("authors", "stages", "files", "organisations") if name in values}
    library = LibraryPage.objects.get()
    report = PracticeReport(live=live, owner=author, **values)
    library.add_child(instance=report)
    for name, rows in parts.items():
        for position, row in enumerate(rows):
            if isinstance(row, Orderable):  # numbered as the editors' form does; else PostgreSQL answers in any order
                row.sort_order = position
        getattr(report, name).set(rows)
    for vocabulary, found in (terms or {}).items():
        getattr(report, TERM_FIELDS[vocabulary]).set(found)
    report.save()
    revision = report.save_revision(user=author)
    if live:
        report.live_revision = revision
        report.save(update_fields=["live_revision"])
        record_version(report)
    return report
