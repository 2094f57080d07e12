"""Taking a published version back: of what it said nothing stays, only that it was there and why it is gone."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from knowledge.access import can_keep_library
from knowledge.errors import LibraryError
from knowledge.models import PracticeReport, ReportVersion

ACTION = "knowledge.withdraw_version"


@transaction.atomic
def withdraw_version(version: ReportVersion, *, actor, reason: str) -> ReportVersion:
    """Empties the version and deletes its PDF. It cannot be undone; raises LibraryError for what readers see now."""
    if not can_keep_library(actor):
        raise PermissionDenied
    report = PracticeReport.objects.select_for_update().get(pk=version.report_id)  # as whoever publishes does
    locked = ReportVersion.objects.select_for_update().get(pk=version.pk)  # as whoever makes the PDF does
    if locked.is_withdrawn:
        raise LibraryError(f"{locked} ist schon zurückgezogen.")
    if report.live and not report.versions.filter(number__gt=locked.number).exists():
        raise LibraryError(
            f"{locked} steht gerade online. Veröffentlichen Sie zuerst eine neue Fassung, in der das fehlt, was "
            "verschwinden soll, oder nehmen Sie den Bericht offline."
        )
    storage, file = locked.pdf.storage, locked.pdf.name
    locked.withdrawn_at, locked.withdrawn_because = timezone.now(), reason
    locked.document, locked.note, locked.pdf, locked.pdf_error = {}, "", "", ""
    locked.full_clean(exclude=["document"])  # which is empty on purpose
    locked.save()
    log(report, ACTION, user=actor, data={"version": locked.number, "reason": reason})
    if file:
        # Should it fail, the clock finds a file without a row (services/pdf_files.py).
        transaction.on_commit(lambda: storage.delete(file), robust=True)
    return locked
