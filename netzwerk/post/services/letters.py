"""Sending a letter: one template becomes text and HTML, and a row of the outbox."""

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
) -> Message:
    """Write a letter into the outbox, in the caller's transaction. For the template and its context see netzwerk.post.letters.

    Raises BadHeaderError for a line break in an address or header, ValueError for attachments that are too large.
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
    )
