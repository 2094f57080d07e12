"""Queueing mail, and the sweeper that finds what a lost bell or a crash left behind."""

from collections.abc import Sequence
from datetime import timedelta
from email.utils import make_msgid

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.message import BadHeaderError, forbid_multi_line_headers
from django.db import transaction
from django.utils import timezone
from django_q.tasks import async_task

from netzwerk.post import tasks
from netzwerk.post.models import Message

STRANDED_AFTER = timedelta(minutes=10)  # far longer than EMAIL_TIMEOUT: a slow server is not a crash
SWEEP_BATCH = 200
BACKLOG_LIMIT = timedelta(minutes=30)


def queue_mail(
    *, to: Sequence[str], subject: str, text: str, html: str = "", sender: str = "", reply_to: Sequence[str] = ()
) -> Message:
    """Write a mail into the outbox, in the caller's transaction; it leaves the house after the commit.

    Raises BadHeaderError for a line break in subject or address.
    """
    mail = EmailMessage(subject, text, sender or None, list(to), reply_to=list(reply_to))
    return queue_message(mail, html=html)


def queue_message(mail: EmailMessage, *, html: str = "") -> Message:
    """Write Django's own mail object into the outbox; recipients in cc and bcc become further rows' addressees."""
    addresses = [*mail.recipients(), *mail.reply_to]
    for name, value in [("Subject", mail.subject), ("From", mail.from_email), *(("To", one) for one in addresses)]:
        forbid_multi_line_headers(name, str(value), "utf-8")
    if not mail.recipients():
        raise BadHeaderError("A mail needs at least one recipient.")
    message = Message(
        message_id=make_msgid(domain=mail.from_email.rpartition("@")[2].strip("> ") or "localhost"),
        sender=mail.from_email,
        to=mail.recipients(),
        reply_to=list(mail.reply_to),
        subject=str(mail.subject)[:300],
        text=mail.body,
        html=html,
        headers={name: str(value) for name, value in mail.extra_headers.items() if name.lower() != "message-id"},
    )
    message.full_clean()
    message.save()
    transaction.on_commit(lambda: ring(message.pk))
    return message


def ring(message_id: int) -> None:
    """Tell a worker to look at this row. A bell that is not heard is no loss: the sweeper looks every minute."""
    async_task(tasks.deliver, message_id)


def sweep() -> int:
    """Take back mails of crashed senders, then deliver all that is due. Returns the number of mails sent.

    A crash between sending and noting it costs at most one duplicate, with the same Message-ID.
    """
    now = timezone.now()
    Message.objects.stranded(now - STRANDED_AFTER).update(state=Message.State.WAITING, next_try_at=now)
    due = list(Message.objects.due(now).values_list("pk", flat=True)[:SWEEP_BATCH])
    return sum(tasks.deliver(pk) for pk in due)


def forget_old_messages() -> int:
    """Delete mails that left long ago; they hold names, addresses and links."""
    limit = timezone.now() - timedelta(days=settings.POST_KEEP_DAYS)
    return Message.objects.filter(state__in=[Message.State.SENT, Message.State.FAILED], created_at__lt=limit).delete()[
        0
    ]


def check_backlog() -> str:
    """For /gesund/: mail that has waited too long means that the worker or the mail server is down."""
    if Message.objects.due(timezone.now() - BACKLOG_LIMIT).exists():
        return "Post wartet seit mehr als dreißig Minuten."
    return ""
