"""Queueing mail, and the sweeper that finds what a lost bell or a crash left behind."""

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
from netzwerk.surfaces.addresses import DomainError, ascii_mailbox

STRANDED_AFTER = timedelta(minutes=10)  # far longer than EMAIL_TIMEOUT: a slow server is not a crash
SWEEP_SECONDS = 20  # of the minute that the clock has, and of a job's timeout
BACKLOG_LIMIT = timedelta(minutes=30)
FAILURES_SHOWN = timedelta(days=7)
SHOWN_AT_MOST = 10  # rows of a list that status prints
HEADER_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
# What the row says itself; a header that says it again would show people whom the row does not name.
OURS = {"message-id", "to", "cc", "bcc", "subject"}


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
) -> Message:
    """Write a mail into the outbox, in the caller's transaction; it leaves the house after the commit.

    Raises BadHeaderError for a line break in subject, address or header, ValueError for attachments that are too large.
    """
    mail = EmailMessage(
        subject,
        text,
        sender or None,
        [to] if to else [],
        reply_to=[reply_to] if reply_to else [],
        headers=dict(headers or {}),
    )
    return _queue(mail, html, pack(attachments))[0]


def queue_message(mail: EmailMessage, *, html: str = "") -> list[Message]:
    """Write Django's own mail object into the outbox: one row for each recipient, so that nobody sees the others.

    Raises BadHeaderError for a line break in a header or no recipient, ValueError for attachments that cannot be carried.
    """
    return _queue(mail, html, pack(of_mail(mail)))


def _queue(mail: EmailMessage, html: str, attachments: list[dict[str, str]]) -> list[Message]:
    if not mail.recipients():
        raise BadHeaderError("A mail needs at least one recipient.")
    addresses = [_in_ascii(address) for address in (*mail.recipients(), *mail.reply_to)]
    named = [("Subject", mail.subject), ("From", _in_ascii(mail.from_email)), *(("To", one) for one in addresses)]
    for name, value in [*named, *mail.extra_headers.items()]:
        if not HEADER_NAME.fullmatch(name):
            raise BadHeaderError("This is no name of a header.")
        forbid_multi_line_headers(name, str(value), "utf-8")
    # A mail without HTML of its own gets the layout of the house: allauth's, Wagtail's and the office's look alike.
    html = html or html_of(str(mail.body), str(mail.subject))
    return [_queue_for(recipient, mail, html, attachments) for recipient in mail.recipients()]


def _in_ascii(mailbox: str) -> str:
    """As it will leave. An address without a possible server is written down all the same: delivery says so in its row."""
    try:
        return ascii_mailbox(mailbox)
    except DomainError:
        return mailbox.encode("ascii", "replace").decode()


def _queue_for(recipient: str, mail: EmailMessage, html: str, attachments: list[dict[str, str]]) -> Message:
    message = Message(
        message_id=make_msgid(domain=_in_ascii(mail.from_email).rpartition("@")[2].strip("> ") or "localhost"),
        sender=mail.from_email,
        to=[recipient],
        reply_to=list(mail.reply_to),
        subject=str(mail.subject)[:300],
        text=mail.body,
        html=html,
        headers={name: str(value) for name, value in mail.extra_headers.items() if name.lower() not in OURS},
        attachments=attachments,
    )
    message.full_clean()
    message.save()
    transaction.on_commit(lambda: queue_delivery(message.pk), robust=True)  # a failure must not undo the row
    return message


def queue_delivery(message_id: int) -> None:
    """Tell a worker to look at this row. A bell that is not heard is no loss: the sweeper looks every minute."""
    async_task(tasks.deliver, message_id, cluster="post")


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
        if time.monotonic() - began > SWEEP_SECONDS or tasks.is_server_paused():
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
    if Message.objects.unsent().filter(created_at__lt=now - BACKLOG_LIMIT).exists():
        return "Post wartet seit mehr als dreißig Minuten."
    if Message.objects.given_up().filter(created_at__gt=now - FAILURES_SHOWN).exists():
        return "Post der letzten sieben Tage war nicht zustellbar."
    return ""


@dataclass(frozen=True)
class UnsentMail:
    """A mail that did not leave at once: its number, never its words or addresses."""

    pk: int
    attempts: int
    error: str
    next_try_at: datetime | None


@dataclass(frozen=True)
class Status:
    counts: dict[str, int]  # by the state's German word
    oldest_waiting: timedelta | None
    waiting: list[UnsentMail]  # tried at least once, by the next try
    failed: list[UnsentMail]  # newest first
    is_late: bool
    has_given_up: bool


def status() -> Status:
    """How the outbox stands, for those who run the portal."""
    now = timezone.now()
    counted = dict(Message.objects.order_by().values_list("state").annotate(Count("pk")))
    oldest = Message.objects.unsent().order_by("created_at").values_list("created_at", flat=True).first()
    tried = Message.objects.filter(state=Message.State.WAITING, attempts__gt=0).order_by("next_try_at")
    failed = Message.objects.filter(state=Message.State.FAILED)
    columns = ("pk", "attempts", "error", "next_try_at")
    return Status(
        counts={state.label: counted.get(state.value, 0) for state in Message.State},
        oldest_waiting=now - oldest if oldest else None,
        waiting=[UnsentMail(*row) for row in tried.values_list(*columns)[:SHOWN_AT_MOST]],
        failed=[UnsentMail(*row[:3], None) for row in failed.values_list(*columns)[:SHOWN_AT_MOST]],
        is_late=bool(oldest and now - oldest > BACKLOG_LIMIT),
        has_given_up=Message.objects.given_up().filter(created_at__gt=now - FAILURES_SHOWN).exists(),
    )


def retry(message_id: int | None = None) -> int:
    """Try mails again, with all attempts before them: every one that failed, or one that failed or waits for its next try.

    Returns how many. What is being sent, or was sent, stays as it is: nothing goes out twice.
    """
    states = [Message.State.FAILED] if message_id is None else [Message.State.FAILED, Message.State.WAITING]
    found = Message.objects.filter(state__in=states)
    if message_id is not None:
        found = found.filter(pk=message_id)
    with transaction.atomic():
        # The state stands in the update too: whoever was faster keeps the row.
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
