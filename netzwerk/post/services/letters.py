"""Queueing letters."""

from collections.abc import Iterable, Mapping
from typing import Any

from netzwerk.post.attachments import Attachment
from netzwerk.post.letters import render_letter
from netzwerk.post.models import Message
from netzwerk.post.services.outbox import queue_mail


def send_letter(
    template: str,
    *,
    to: str,
    context: dict[str, Any],
    sender: str = "",
    reply_to: str = "",
    attachments: Iterable[Attachment] = (),
    headers: Mapping[str, str] | None = None,
    about: str = "",
) -> Message:
    """Write a letter (see netzwerk.post.letters) into the outbox, in the caller's transaction. `about` names the matter, so
    that its feature finds
    mails that could not be delivered.

    Raises BadHeaderError for a line break in an address or header, ValueError for too many or too large attachments and for
    a template without subject.
    """
    letter = render_letter(template, context)
    return queue_mail(
        to=to,
        subject=letter.subject,
        text=letter.text,
        html=letter.html,
        sender=sender,
        reply_to=reply_to,
        attachments=attachments,
        headers=headers,
        about=about,
    )
