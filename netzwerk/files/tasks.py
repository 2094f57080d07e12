"""Jobs that extract the texts of documents for the search. They may run twice; each row stores the hash of its file."""

import logging
from collections.abc import Callable

from django.db import transaction
from django_q.tasks import async_task

from netzwerk.files import extraction
from netzwerk.files.models import DocumentText, PortalDocument
from netzwerk.files.text_files import UnreadableFile, text_of_file
from netzwerk.texts.cleaning import plain_text

logger = logging.getLogger(__name__)

AT_ONCE = 20  # documents that the clock queues in a minute


def read_text(document_pk: int) -> bool:
    """Extracts the text of the current file unless that is done. Returns whether it succeeded."""
    document = PortalDocument.objects.without_text().filter(pk=document_pk).first()
    if document is None:
        return False
    text, error = "", ""
    try:
        text = text_of_file(document.file.path, document.file_extension.lower())
    except (UnreadableFile, OSError) as reason:
        error = (str(reason) if isinstance(reason, UnreadableFile) else type(reason).__name__)[:100]
        logger.warning("the text of document %s cannot be read: %s", document_pk, error)
    return _store(document, text, error)


@transaction.atomic
def _store(document: PortalDocument, text: str, error: str) -> bool:
    """Stores the result unless the document was deleted or got another file meanwhile."""
    current = PortalDocument.objects.select_for_update().filter(pk=document.pk, file_hash=document.file_hash)
    if not current.exists():
        return False
    row = DocumentText.objects.filter(document=document).first() or DocumentText(document=document)
    row.tries = row.tries + 1 if row.file_hash == document.file_hash else 1
    row.file_hash, row.text, row.error = document.file_hash, text, error
    row.save()
    return not error


def queue_unread_documents() -> int:
    """For the clock: queues a job for each document without a text. Returns how many."""
    pks = list(PortalDocument.objects.without_text().order_by("-pk").values_list("pk", flat=True)[:AT_ONCE])
    for pk in pks:
        async_task(read_text, pk)
    return len(pks)


def read_all_documents(say: Callable[[str], None]) -> None:
    """For the demo: reads trusted documents without a process for each."""
    done = 0
    for document in PortalDocument.objects.without_text():
        ending = document.file_extension.lower()
        done += _store(document, plain_text(extraction.text_of(ending, document.file.path)), "")
    say(f"Texte von {done} Dokumenten gelesen")
