"""The PDF files on disk and the rows that name them, kept in step."""

from contextlib import suppress
from datetime import timedelta

from django.core.cache import cache
from django.core.files.storage import Storage
from django.db.models.fields.files import FieldFile
from django.utils import timezone

from knowledge import tasks
from knowledge.models import ReportVersion
from knowledge.models.versions import PDF_FOLDER

LEFTOVER_AGE = timedelta(hours=1)  # a file stands there before its row is committed
AT_ONCE = 20
CACHE_KEY, EVERY = "knowledge:pdf-files", timedelta(hours=1)


def has_pdf_file(version: ReportVersion) -> bool:
    """Whether there is a PDF to hand out. One whose file was lost is made again."""
    if version.pdf and not _is_pdf(version.pdf):
        _make_again(version.pk, version.pdf.name)
        version.pdf = ""
    return bool(version.pdf)


def _is_pdf(file: FieldFile) -> bool:
    try:
        with file.storage.open(file.name, "rb") as source:
            return source.read(5) == b"%PDF-"
    except OSError:
        return False


def reconcile_files_hourly() -> int:
    """For the clock: once an hour, for it looks at every file."""
    return reconcile_files() if cache.add(CACHE_KEY, True, EVERY.total_seconds()) else 0


def reconcile_files() -> int:
    """Deletes files of versions that are gone, and has those made again whose file is lost."""
    storage = ReportVersion._meta.get_field("pdf").storage
    files = _files(storage)  # first, so that a file that is made meanwhile is not taken for a leftover
    named = dict(ReportVersion.objects.exclude(pdf="").values_list("pdf", "pk"))
    done = 0
    for name in files - named.keys():
        with suppress(FileNotFoundError):  # another was faster
            if timezone.now() - storage.get_modified_time(name) > LEFTOVER_AGE:
                storage.delete(name)
                done += 1
    lost = [name for name in sorted(named.keys() - files) if not storage.exists(name)][:AT_ONCE]
    for name in lost:
        _make_again(named[name], name)
    return done + len(lost)


def _files(storage: Storage) -> set[str]:
    try:
        return {f"{PDF_FOLDER}/{name}" for name in storage.listdir(PDF_FOLDER)[1]}
    except FileNotFoundError:  # none was made yet
        return set()


def _make_again(version_pk: int, lost: str) -> None:
    """Unless somebody was faster."""
    if ReportVersion.objects.filter(pk=version_pk, pdf=lost).update(pdf="", pdf_tries=0):
        tasks.queue_pdf(version_pk)
