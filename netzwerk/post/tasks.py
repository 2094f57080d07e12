"""Effects: carry one mail out of the house. Ids in; safe to run twice, in two processes at once, and after a crash."""

import logging
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db.models import F
from django.utils import timezone

from netzwerk.post.models import Message

logger = logging.getLogger(__name__)

# 1, 4, 16, 64 minutes, then every four hours: a mail server may be away over a weekend.
MAX_ATTEMPTS = 24
FIRST_DELAY = timedelta(minutes=1)
LONGEST_DELAY = timedelta(hours=4)


def delay_after(attempts: int) -> timedelta:
    """How long to wait after this many attempts."""
    return min(FIRST_DELAY * 4 ** min(attempts - 1, 10), LONGEST_DELAY)


def claim(message_id: int) -> Message | None:
    """Mark the row as being sent, if it still waits. Exactly one caller gets it: the update is the lock.

    The attempt counts from here, so that a mail that kills its sender each time is given up at last.
    """
    now = timezone.now()
    waiting = Message.objects.due(now).filter(pk=message_id).order_by()
    taken = waiting.update(state=Message.State.SENDING, claimed_at=now, attempts=F("attempts") + 1)
    return Message.objects.get(pk=message_id) if taken else None


def build_mail(message: Message) -> EmailMultiAlternatives:
    """The mail of a row. Its Message-ID is stored, so a second delivery after a crash is recognisable as the same mail."""
    mail = EmailMultiAlternatives(
        subject=message.subject,
        body=message.text,
        from_email=message.sender,
        to=message.to,
        reply_to=message.reply_to,
        headers={**message.headers, "Message-ID": message.message_id},
    )
    if message.html:
        mail.attach_alternative(message.html, "text/html")
    return mail


def deliver(message_id: int) -> bool:
    """Send one waiting mail. Returns whether this call sent it; failures are written to the row for the sweeper."""
    message = claim(message_id)
    if message is None:
        return False
    try:
        connection = get_connection(settings.POST_TRANSPORT)
        connection.send_messages([build_mail(message)])
    except Exception as error:
        _note_failure(message, error)
        return False
    Message.objects.filter(pk=message.pk, state=Message.State.SENDING).update(
        state=Message.State.SENT, sent_at=timezone.now(), error=""
    )
    return True


def _note_failure(message: Message, error: Exception) -> None:
    given_up = message.attempts >= MAX_ATTEMPTS
    # The class of the error only: server answers repeat addresses, and logs carry no names.
    logger.warning("mail %s not sent (attempt %s): %s", message.pk, message.attempts, type(error).__name__)
    Message.objects.filter(pk=message.pk, state=Message.State.SENDING).update(
        state=Message.State.FAILED if given_up else Message.State.WAITING,
        error=type(error).__name__[:300],
        next_try_at=timezone.now() + delay_after(message.attempts),
    )
