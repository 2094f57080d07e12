"""Queueing mail, and the sweeper that finds mail left behind by a lost job or a crash."""

import re
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import make_msgid

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.message import BadHeaderError, forbid_multi_line_headers
from django.db import transaction
from django.db.models import Count
from django.utils import timezone
from django_q.tasks import async_task

from netzwerk.post import tasks
from netzwerk.post.attachments import Attachment, of_mail, pack
from netzwerk.post.letters import html_of
from netzwerk.post.models import Message
from netzwerk.texts.addresses import DomainError, ascii_mailbox

STRANDED_AFTER = timedelta(
    minutes=10
)  # much longer than EMAIL_TIMEOUT, so that a slow server is not taken for a crash
SWEEP_SECONDS = 20  # less than the minute of the clock and the timeout of a job
BACKLOG_LIMIT = timedelta(minutes=30)
FAILURES_SHOWN = timedelta(days=7)
MAX_ROWS = 10  # rows of each list in status()
HEADER_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
# Set from the fields of the row: an extra header of that name could show further recipients.
RESERVED_HEADERS = {"message-id", "to", "cc", "bcc", "subject"}


def queue_mail(
    *,
    to: str,
    subject: str,
    text: str,
    html: str = "",
    sender: str = "",
    reply_to: str = "",
    attachments: Iterable[Attachment] = (),
    headers: Mapping[str, str] | None = None,
    about: str = "",
) -> Message:
    """Write a mail into the outbox, in the caller's transaction; it is sent after the commit.

    Raises BadHeaderError for a line break in subject, address or header, ValueError for too many or too large attachments.
    """
    mail = EmailMessage(
        subject,
        text,
        sender or None,
        [to] if to else [],
        reply_to=[reply_to] if reply_to else [],
        headers=dict(headers or {}),
    )
    return _queue(mail, html, pack(attachments), about)[0]


def queue_message(mail: EmailMessage, *, html: str = "") -> list[Message]:
    """Write a Django mail into the outbox: one row for each recipient, so that nobody sees the others.

    Raises BadHeaderError for a line break in a header or no recipient, ValueError for attachments (see attachments.pack).
    """
    return _queue(mail, html, pack(of_mail(mail)))


def _queue(mail: EmailMessage, html: str, attachments: list[dict[str, str]], about: str = "") -> list[Message]:
    if not mail.recipients():
        raise BadHeaderError("A mail needs at least one recipient.")
    addresses = [_in_ascii(address) for address in (*mail.recipients(), *mail.reply_to)]
    named = [("Subject", mail.subject), ("From", _in_ascii(mail.from_email)), *(("To", one) for one in addresses)]
    for name, value in [*named, *mail.extra_headers.items()]:
        if not HEADER_NAME.fullmatch(name):
            raise BadHeaderError("This is no name of a header.")
        forbid_multi_line_headers(name, str(value), "utf-8")
    # Mail of allauth and Wagtail has no HTML version and gets the layout of letters.
    html = html or html_of(str(mail.body), str(mail.subject))
    return [_queue_for(recipient, mail, html, attachments, about) for recipient in mail.recipients()]


def _in_ascii(mailbox: str) -> str:
    """The address as it will be sent. An invalid domain is no error here: the delivery stores it in the row."""
    try:
        return ascii_mailbox(mailbox)
    except DomainError:
        return mailbox.encode("ascii", "replace").decode()


def _queue_for(
    recipient: str, mail: EmailMessage, html: str, attachments: list[dict[str, str]], about: str
) -> Message:
    message = Message(
        message_id=make_msgid(domain=_in_ascii(mail.from_email).rpartition("@")[2].strip("> ") or "localhost"),
        sender=mail.from_email,
        to=[recipient],
        reply_to=list(mail.reply_to),
        subject=str(mail.subject)[:300],
        text=mail.body,
        html=html,
        headers={
            name: str(value) for name, value in mail.extra_headers.items() if name.lower() not in RESERVED_HEADERS
        },
        attachments=attachments,
        about=about,
    )
    message.full_clean()
    message.save()
    transaction.on_commit(lambda: queue_delivery(message.pk), robust=True)  # a failure must not undo the row
    return message


def queue_delivery(message_id: int) -> None:
    """Queue the delivery of this row. A lost job is harmless, as the sweeper runs every minute."""
    async_task(tasks.deliver, message_id, cluster="post")


def sweep() -> int:
    """Release mails of crashed processes, then deliver due mails within SWEEP_SECONDS; returns how many were sent.

    A crash after sending, but before the row says so, leads to at most one duplicate with the same Message-ID.
    """
    now = timezone.now()
    stranded = Message.objects.stranded(now - STRANDED_AFTER)
    stranded.filter(attempts__gte=tasks.MAX_ATTEMPTS).update(state=Message.State.FAILED, error="crashed")
    stranded.update(state=Message.State.WAITING, next_try_at=now)
    began, sent = time.monotonic(), 0
    for pk in list(Message.objects.due(now).values_list("pk", flat=True)[:1000]):
        if time.monotonic() - began > SWEEP_SECONDS or tasks.is_server_paused():
            break
        sent += tasks.deliver(pk)
    return sent


def forget_old_messages() -> int:
    """Delete old mails, as they contain names, addresses and links; returns how many."""
    limit = timezone.now() - timedelta(days=settings.POST_KEEP_DAYS)
    ended = [Message.State.SENT, Message.State.FAILED]
    return Message.objects.filter(state__in=ended, created_at__lt=limit).delete()[0]


def check_backlog() -> str:
    """For /gesund/: an error text if mail has waited for half an hour or was given up, else ""."""
    now = timezone.now()
    if Message.objects.unsent().filter(created_at__lt=now - BACKLOG_LIMIT).exists():
        return "Post wartet seit mehr als dreißig Minuten."
    if Message.objects.given_up().filter(created_at__gt=now - FAILURES_SHOWN).exists():
        return "Post der letzten sieben Tage war nicht zustellbar."
    return ""


@dataclass(frozen=True)
class UnsentMail:
    """A mail that was not sent at the first attempt, without its text and addresses."""

    pk: int
    attempts: int
    error: str
    next_try_at: datetime | None


@dataclass(frozen=True)
class Status:
    counts: dict[str, int]  # by the German label of the state
    oldest_waiting: timedelta | None
    waiting: list[UnsentMail]  # tried at least once, sorted by next try
    failed: list[UnsentMail]  # newest first
    is_late: bool
    has_given_up: bool


def status() -> Status:
    """The state of the outbox, for operators."""
    now = timezone.now()
    counted = dict(Message.objects.order_by().values_list("state").annotate(Count("pk")))
    oldest = Message.objects.unsent().order_by("created_at").values_list("created_at", flat=True).first()
    tried = Message.objects.filter(state=Message.State.WAITING, attempts__gt=0).order_by("next_try_at")
    failed = Message.objects.filter(state=Message.State.FAILED)
    columns = ("pk", "attempts", "error", "next_try_at")
    return Status(
        counts={state.label: counted.get(state.value, 0) for state in Message.State},
        oldest_waiting=now - oldest if oldest else None,
        waiting=[UnsentMail(*row) for row in tried.values_list(*columns)[:MAX_ROWS]],
        failed=[UnsentMail(*row[:3], None) for row in failed.values_list(*columns)[:MAX_ROWS]],
        is_late=bool(oldest and now - oldest > BACKLOG_LIMIT),
        has_given_up=Message.objects.given_up().filter(created_at__gt=now - FAILURES_SHOWN).exists(),
    )


def retry(message_id: int | None = None) -> int:
    """Queue all failed mails again, or the given one if it failed or waits, with a new count of attempts.

    Returns how many. A mail that is being sent, or was sent, is never sent again.
    """
    states = [Message.State.FAILED] if message_id is None else [Message.State.FAILED, Message.State.WAITING]
    found = Message.objects.filter(state__in=states)
    if message_id is not None:
        found = found.filter(pk=message_id)
    with transaction.atomic():
        # The update checks the state again, as another process may have claimed the row.
        again = [
            pk
            for pk in found.order_by("pk").values_list("pk", flat=True)
            if Message.objects.filter(pk=pk, state__in=states).update(
                state=Message.State.WAITING, attempts=0, next_try_at=timezone.now()
            )
        ]
        for pk in again:
            transaction.on_commit(lambda pk=pk: queue_delivery(pk), robust=True)
    return len(again)
