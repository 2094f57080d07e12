"""The job that sends one mail. Safe to run twice, in two processes at once, and after a crash."""

import logging
import smtplib
from datetime import timedelta

from django.conf import settings
from django.core.cache import cache
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db.models import F
from django.utils import timezone

from netzwerk.post.models import Message
from netzwerk.texts.addresses import DomainError, ascii_mailbox

FILE_TYPE = "application/ics"  # of a calendar object beside its alternative part
logger = logging.getLogger(__name__)

# 1, 4, 16, 64 minutes, then every four hours: a mail server may be away over a weekend.
MAX_ATTEMPTS = 24
FIRST_DELAY = timedelta(minutes=1)
LONGEST_DELAY = timedelta(hours=4)
# Pause after an error of the mail server, as the next mail would fail as well.
SERVER_PAUSE = timedelta(seconds=30)
SERVER_PAUSED_KEY = "post:server-rests"
SERVER_ERRORS = (
    smtplib.SMTPServerDisconnected,
    smtplib.SMTPConnectError,
    smtplib.SMTPHeloError,
    smtplib.SMTPAuthenticationError,
)


def delay_after(attempts: int) -> timedelta:
    """How long to wait after this many attempts."""
    return min(FIRST_DELAY * 4 ** min(attempts - 1, 10), LONGEST_DELAY)


def claim(message_id: int) -> Message | None:
    """Mark the row as being sent, if it is still due. The update is the lock: exactly one caller gets the row.

    The attempt is counted here, so that a mail that always crashes its process is given up in the end.
    """
    now = timezone.now()
    waiting = Message.objects.due(now).filter(pk=message_id).order_by()
    taken = waiting.update(state=Message.State.SENDING, claimed_at=now, attempts=F("attempts") + 1)
    return Message.objects.get(pk=message_id) if taken else None


def build_mail(message: Message) -> EmailMultiAlternatives:
    """The mail of a row. Its Message-ID is stored, so that a second delivery after a crash is recognisable as a duplicate.

    Domains are encoded by IDNA 2008: Django's IDNA 2003 can lead to another domain. Raises DomainError for an invalid one.
    """
    mail = EmailMultiAlternatives(
        subject=message.subject,
        body=message.text,
        from_email=ascii_mailbox(message.sender),
        to=[ascii_mailbox(address) for address in message.to],
        reply_to=[ascii_mailbox(address) for address in message.reply_to],
        headers={**message.headers, "Message-ID": message.message_id},
    )
    if message.html:
        mail.attach_alternative(message.html, "text/html")
    for attachment in message.files:
        if attachment.method:
            mail.attach_alternative(attachment.content.decode(), attachment.content_type)
        # The file carries no method: a second part with one would be shown as a second invitation.
        mail.attach(attachment.name, attachment.content, FILE_TYPE if attachment.method else attachment.content_type)
    return mail


def deliver(message_id: int) -> bool:
    """Send one due mail. Returns whether this call sent it; errors are written to the row for the sweeper.

    During a pause of the server, nothing is sent and no attempt is counted.
    """
    if is_server_paused():
        return False
    message = claim(message_id)
    if message is None:
        return False
    try:
        connection = get_connection(settings.POST_TRANSPORT)
        connection.send_messages([build_mail(message)])
    except Exception as error:
        if is_server_error(error):
            cache.set(SERVER_PAUSED_KEY, True, SERVER_PAUSE.total_seconds())
        _note_failure(message, error)
        return False
    Message.objects.filter(pk=message.pk, state=Message.State.SENDING).update(
        state=Message.State.SENT, sent_at=timezone.now(), error=""
    )
    return True


def is_server_paused() -> bool:
    return bool(cache.get(SERVER_PAUSED_KEY))


def is_server_error(error: Exception) -> bool:
    """Whether every other mail would fail too: no connection, timeout, no login."""
    if isinstance(error, smtplib.SMTPException):  # a subclass of OSError
        return isinstance(error, SERVER_ERRORS)
    return isinstance(error, OSError)


def is_permanent(error: Exception) -> bool:
    """Whether a retry is useless: the server refused every recipient (5xx), or an address has an invalid domain.

    All other errors are retried, also 5xx for the text, the sender or the login, which an operator of the server can fix.
    """
    if isinstance(error, DomainError):
        return True
    if not isinstance(error, smtplib.SMTPRecipientsRefused):
        return False
    codes = [code for code, _words in error.recipients.values()]
    return bool(codes) and all(500 <= code < 600 for code in codes)


def describe(error: Exception) -> str:
    """Class and SMTP code of the error. Its text may contain addresses, which must not be logged."""
    codes = {getattr(error, "smtp_code", None)}
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        codes = {code for code, _words in error.recipients.values()}
    numbers = " ".join(str(code) for code in sorted(code for code in codes if isinstance(code, int)))
    return f"{type(error).__name__} {numbers}".strip()[:300]


def _note_failure(message: Message, error: Exception) -> None:
    given_up = message.attempts >= MAX_ATTEMPTS or is_permanent(error)
    logger.warning("mail %s not sent (attempt %s): %s", message.pk, message.attempts, describe(error))
    Message.objects.filter(pk=message.pk, state=Message.State.SENDING).update(
        state=Message.State.FAILED if given_up else Message.State.WAITING,
        error=describe(error),
        next_try_at=timezone.now() + delay_after(message.attempts),
    )
