"""Queueing mail, and the sweeper that finds what a lost bell or a crash left behind."""

import time
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
SWEEP_SECONDS = 20  # of the minute that the clock has, and of a job's timeout
BACKLOG_LIMIT = timedelta(minutes=30)
FAILURES_SHOWN = timedelta(days=7)


def queue_mail(*, to: str, subject: str, text: str, html: str = "", sender: str = "", reply_to: str = "") -> Message:
    """Write a mail into the outbox, in the caller's transaction; it leaves the house after the commit.

    Raises BadHeaderError for a line break in subject or address.
    """
    mail = EmailMessage(subject, text, sender or None, [to] if to else [], reply_to=[reply_to] if reply_to else [])
    return queue_message(mail, html=html)[0]


def queue_message(mail: EmailMessage, *, html: str = "") -> list[Message]:
    """Write Django's own mail object into the outbox: one row for each recipient, so that nobody sees the others.

    Raises BadHeaderError for a line break in a header or no recipient, ValueError for an attachment (not carried yet).
    """
    if mail.attachments:
        raise ValueError("The outbox carries no attachments.")
    if not mail.recipients():
        raise BadHeaderError("A mail needs at least one recipient.")
    addresses = [*mail.recipients(), *mail.reply_to]
    for name, value in [("Subject", mail.subject), ("From", mail.from_email), *(("To", one) for one in addresses)]:
        forbid_multi_line_headers(name, str(value), "utf-8")
    return [_queue_for(recipient, mail, html) for recipient in mail.recipients()]


def _queue_for(recipient: str, mail: EmailMessage, html: str) -> Message:
    message = Message(
        message_id=make_msgid(domain=mail.from_email.rpartition("@")[2].strip("> ") or "localhost"),
        sender=mail.from_email,
        to=[recipient],
        reply_to=list(mail.reply_to),
        subject=str(mail.subject)[:300],
        text=mail.body,
        html=html,
        headers={name: str(value) for name, value in mail.extra_headers.items() if name.lower() != "message-id"},
    )
    message.full_clean()
    message.save()
    transaction.on_commit(lambda: ring(message.pk), robust=True)  # a bell that fails must not undo what is written
    return message


def ring(message_id: int) -> None:
    """Tell a worker to look at this row. A bell that is not heard is no loss: the sweeper looks every minute."""
    async_task(tasks.deliver, message_id)


def sweep() -> int:
    """Take back mails of crashed senders, then deliver what is due, as far as the time reaches; returns how many left.

    A crash between sending and noting it costs at most one duplicate, with the same Message-ID.
    """
    now = timezone.now()
    stranded = Message.objects.stranded(now - STRANDED_AFTER)
    stranded.filter(attempts__gte=tasks.MAX_ATTEMPTS).update(state=Message.State.FAILED, error="crashed")
    stranded.update(state=Message.State.WAITING, next_try_at=now)
    began, sent = time.monotonic(), 0
    for pk in list(Message.objects.due(now).values_list("pk", flat=True)[:1000]):
        if time.monotonic() - began > SWEEP_SECONDS:
            break
        sent += tasks.deliver(pk)
    return sent


def forget_old_messages() -> int:
    """Delete mails that left long ago; they hold names, addresses and links."""
    limit = timezone.now() - timedelta(days=settings.POST_KEEP_DAYS)
    ended = [Message.State.SENT, Message.State.FAILED]
    return Message.objects.filter(state__in=ended, created_at__lt=limit).delete()[0]


def check_backlog() -> str:
    """For /gesund/: mail that has not left after half an hour, or was given up, needs a person to look."""
    now = timezone.now()
    unsent = Message.objects.filter(state__in=[Message.State.WAITING, Message.State.SENDING])
    if unsent.filter(created_at__lt=now - BACKLOG_LIMIT).exists():
        return "Post wartet seit mehr als dreißig Minuten."
    if Message.objects.filter(state=Message.State.FAILED, created_at__gt=now - FAILURES_SHOWN).exists():
        return "Post der letzten sieben Tage war nicht zustellbar."
    return ""


def send_letter(template, *, to, context, sender="", reply_to="", attachments=(), headers=None):
    from django.template.loader import render_to_string

    text = render_to_string(template, context)
    first, _, body = text.partition("\n")
    return queue_mail(to=to, subject=first.removeprefix("Betreff: "), text=body.strip(), reply_to=reply_to)


def notify(people, *, kind, title, text, url, letter_template=None, context=None):
    for one in people:
        queue_mail(to=one.email, subject=title, text=f"{text}\n\n{settings.BASE_URL}{url}")
