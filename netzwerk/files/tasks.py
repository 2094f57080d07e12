"""Effects: the text of a document, read for the search. Safe to run twice; the row says of which file the text is."""

import logging
from collections.abc import Callable

from django.db import transaction
from django_q.tasks import async_task

from netzwerk.files import extraction
from netzwerk.files.models import DocumentText, PortalDocument
from netzwerk.files.text_files import UnreadableFile, text_of_file
from netzwerk.surfaces.texts import plain_text

logger = logging.getLogger(__name__)

AT_ONCE = 20  # documents that the clock queues in a minute


def read_text(document_pk: int) -> bool:
    """Read the text of the present file where that was not done; returns whether it was read now."""
    document = PortalDocument.objects.without_text().filter(pk=document_pk).first()
    if document is None:
        return False
    text, error = "", ""
    try:
        text = text_of_file(document.file.path, document.file_extension.lower())
    except (UnreadableFile, OSError) as reason:
        error = (str(reason) if isinstance(reason, UnreadableFile) else type(reason).__name__)[:100]
        logger.warning("the text of document %s cannot be read: %s", document_pk, error)
    return _keep(document, text, error)


@transaction.atomic
def _keep(document: PortalDocument, text: str, error: str) -> bool:
    """Unless the document went or got another file meanwhile."""
    present = PortalDocument.objects.select_for_update().filter(pk=document.pk, file_hash=document.file_hash)
    if not present.exists():
        return False
    row = DocumentText.objects.filter(document=document).first() or DocumentText(document=document)
    row.tries = row.tries + 1 if row.file_hash == document.file_hash else 1
    row.file_hash, row.text, row.error = document.file_hash, text, error
    row.save()
    return not error


def queue_unread_documents() -> int:
    """For the clock: a job for each document whose text nobody has read yet; returns how many."""
    pks = list(PortalDocument.objects.without_text().order_by("-pk").values_list("pk", flat=True)[:AT_ONCE])
    for pk in pks:
        async_task(read_text, pk)
    return len(pks)


def read_all_documents(say: Callable[[str], None]) -> None:
    """For the demo, whose few documents are our own: without a process for each."""
    done = 0
    for document in PortalDocument.objects.without_text():
        ending = document.file_extension.lower()
        done += _keep(document, plain_text(extraction.text_of(ending, document.file.path)), "")
    say(f"Texte von {done} Dokumenten gelesen")
