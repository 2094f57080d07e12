"""Versions of a report: recorded when it is published, withdrawn when they must not be read any more."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from knowledge import tasks
from knowledge.access import can_maintain_library
from knowledge.errors import LibraryError
from knowledge.models import PracticeReport, ReportVersion
from knowledge.snapshot import snapshot_of
from netzwerk.files.restrictions import audience_of

WITHDRAW_ACTION = "knowledge.withdraw_version"


@transaction.atomic
def record_version(report: PracticeReport) -> ReportVersion:
    """Stores a snapshot of the report that has just been published as its next version, and queues the job for its PDF.

    Checks no permission: publishing has done so. Runs in the transaction that publishes the report.
    """
    PracticeReport.objects.select_for_update().get(pk=report.pk)
    last = report.versions.order_by("-number").first()
    number = last.number + 1 if last else 1
    if last and report.change_note == last.note:
        report.change_note = ""  # unchanged since the last version: no note on this one (in memory only)
    moment = timezone.now()
    version = ReportVersion.objects.create(
        report=report,
        number=number,
        published_at=moment,
        note=report.change_note,
        audience=audience_of(report),
        document=snapshot_of(report, number=number, published_on=timezone.localdate(moment)),
    )
    transaction.on_commit(lambda: tasks.queue_pdf(version.pk), robust=True)
    return version


@transaction.atomic
def withdraw_version(version: ReportVersion, *, actor, reason: str) -> ReportVersion:
    """Clears content, note and PDF of the version; number, date, audience and reason remain. Cannot be undone.

    Raises PermissionDenied, and LibraryError for the version that is online or withdrawn already.
    """
    if not can_maintain_library(actor):
        raise PermissionDenied
    report = PracticeReport.objects.select_for_update().get(pk=version.report_id)  # as record_version does
    locked = ReportVersion.objects.select_for_update().get(pk=version.pk)  # as make_pdf does
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
    locked.full_clean(exclude=["document"])  # required by the model, cleared here
    locked.save()
    log(report, WITHDRAW_ACTION, user=actor, data={"version": locked.number, "reason": reason})
    if file:
        # If this fails, reconcile_files (pdf_files.py) deletes the file later.
        transaction.on_commit(lambda: storage.delete(file), robust=True)
    return locked
