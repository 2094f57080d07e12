"""Jobs: certificates for guests, sent as PDF by mail. They may run twice; `mailed_at` says what is done."""

import logging

from django.db import transaction
from django.utils import timezone
from django_q.tasks import async_task

from netzwerk.hours.models import Certificate
from netzwerk.hours.paper import pdf_of
from netzwerk.pdf import PdfError
from netzwerk.post.attachments import Attachment
from netzwerk.post.services import send_letter

logger = logging.getLogger(__name__)
AT_ONCE = 20


def mail_certificate(pk: int) -> bool:
    """Sends the certificate to its guest unless that is done. Returns whether it did."""
    certificate = Certificate.objects.to_be_mailed().filter(pk=pk).first()
    if certificate is None:
        return False
    try:
        content = pdf_of(certificate)
    except PdfError:
        logger.exception("no PDF of certificate %s", pk)
        return False
    with transaction.atomic():
        locked = Certificate.objects.to_be_mailed().select_for_update().filter(pk=pk).first()
        if locked is None:  # sent, replaced or revoked meanwhile
            return False
        send_letter(
            "hours/mail/certificate.txt",
            to=locked.email,
            context={"certificate": locked, "url": locked.public_url},
            attachments=[Attachment(f"{locked.number}.pdf", content, "application/pdf")],
        )
        locked.mailed_at = timezone.now()
        locked.save(update_fields=["mailed_at"])
    return True


def queue_mail(pk: int) -> None:
    """With the commit."""
    transaction.on_commit(lambda: async_task("netzwerk.hours.tasks.mail_certificate", pk))


def queue_unsent() -> int:
    """For the clock: a job for each certificate that a lost or failed job left unsent. Returns how many."""
    pks = list(Certificate.objects.to_be_mailed().order_by("pk").values_list("pk", flat=True)[:AT_ONCE])
    for pk in pks:
        async_task("netzwerk.hours.tasks.mail_certificate", pk)
    return len(pks)
