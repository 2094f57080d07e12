"""Keeps the PDF files on disk consistent with the versions that refer to them."""

from contextlib import suppress
from datetime import timedelta

from django.core.cache import cache
from django.core.files.storage import Storage
from django.db.models.fields.files import FieldFile
from django.utils import timezone

from knowledge import tasks
from knowledge.models import ReportVersion
from knowledge.models.versions import PDF_FOLDER

LEFTOVER_AGE = timedelta(hours=1)  # a file is written before its row is committed
AT_ONCE = 20
CACHE_KEY, EVERY = "knowledge:pdf-files", timedelta(hours=1)


def has_pdf_file(version: ReportVersion) -> bool:
    """Whether the PDF can be sent. Queues the job again if its file is missing."""
    if version.pdf and not _is_pdf(version.pdf):
        _queue_again(version.pk, version.pdf.name)
        version.pdf = ""
    return bool(version.pdf)


def _is_pdf(file: FieldFile) -> bool:
    try:
        with file.storage.open(file.name, "rb") as source:
            return source.read(5) == b"%PDF-"
    except OSError:
        return False


def reconcile_files_hourly() -> int:
    """For the clock, which runs it every minute: lists all files only once an hour."""
    return reconcile_files() if cache.add(CACHE_KEY, True, EVERY.total_seconds()) else 0


def reconcile_files() -> int:
    """Deletes files without a version and queues missing ones again. Returns the number of both."""
    storage = ReportVersion._meta.get_field("pdf").storage
    files = _files(storage)  # before the query, so that a file made meanwhile does not look like a leftover
    named = dict(ReportVersion.objects.exclude(pdf="").values_list("pdf", "pk"))
    done = 0
    for name in files - named.keys():
        with suppress(FileNotFoundError):  # deleted by another process
            if timezone.now() - storage.get_modified_time(name) > LEFTOVER_AGE:
                storage.delete(name)
                done += 1
    lost = [name for name in sorted(named.keys() - files) if not storage.exists(name)][:AT_ONCE]
    for name in lost:
        _queue_again(named[name], name)
    return done + len(lost)


def _files(storage: Storage) -> set[str]:
    try:
        return {f"{PDF_FOLDER}/{name}" for name in storage.listdir(PDF_FOLDER)[1]}
    except FileNotFoundError:  # no PDF was made yet
        return set()


def _queue_again(version_pk: int, lost: str) -> None:
    """Does nothing if another process has done so already."""
    if ReportVersion.objects.filter(pk=version_pk, pdf=lost).update(pdf="", pdf_tries=0):
        tasks.queue_pdf(version_pk)
