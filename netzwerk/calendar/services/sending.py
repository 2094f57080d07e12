"""Mails with calendar objects: REQUEST when a place is confirmed and when the date changes, CANCEL when it falls or when one
person withdraws. The letters say which of the two it is; none asks for an answer by calendar."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from netzwerk.calendar import ical, words
from netzwerk.calendar.models import Date
from netzwerk.post.attachments import Attachment
from netzwerk.post.services import notify, send_letter
from netzwerk.surfaces import registry
from netzwerk.surfaces.registry import Recipient
from netzwerk.texts.dates import long_date

KIND = "dates"
LETTERS = {name: f"calendar/mail/{name}.txt" for name in ("confirmed", "changed", "falls", "withdrawn")}
ROOM_LATER = "steht zwei Tage vorher auf der Seite des Termins"
LABELS = {"title": "Titel", "when": "Zeit", "where": "Ort", "room_online": "Online-Raum", "state": "Stand"}


def facts_of(date: Date) -> dict[str, str]:
    """What matters for a person's calendar, in words."""
    return {
        "title": date.title,
        "when": words.when(date),
        "where": words.where(date),
        "room_online": date.room_url or (ROOM_LATER if date.online_url else ""),
        "state": date.get_state_display(),
    }


def recipients_of(date: Date) -> list[Recipient]:
    """Everybody who takes part in the date or leads it, each once."""
    kind = registry.date_kinds.get(date.kind)
    found = [recipient for _key, recipient in kind.recipients([date.pk])] if kind else []
    return list({recipient.email.lower(): recipient for recipient in found}.values())


@dataclass(frozen=True)
class Words:
    """A feature's own letter instead of the calendar's, with its title and what its template gets besides. `about` names the
    matter, for mails that cannot be delivered; `is_mail_only` leaves out the notification, as another letter tells the same."""

    letter: str = ""
    title: str = ""
    about: str = ""
    is_mail_only: bool = False
    context: dict[str, Any] = field(default_factory=dict)


PLAIN = Words()


@transaction.atomic
def confirm_place(date: Date, recipients: Iterable[Recipient], *, kind: str = KIND, words: Words = PLAIN) -> None:
    """These people have a place (or lead): a REQUEST puts the date into their calendars. `kind` is the notification's."""
    locked = _raise_sequence(date)
    for recipient in recipients:
        _send(locked, recipient, "confirmed", ical.REQUEST, kind=kind, title=f"Ihr Termin: {locked.title}", own=words)


@transaction.atomic
def withdraw_place(date: Date, recipients: Iterable[Recipient], *, kind: str = KIND, words: Words = PLAIN) -> None:
    """These people withdrew, or lost their place: a CANCEL for each of them alone. The date itself takes place."""
    locked = _raise_sequence(date)
    for recipient in recipients:
        title = f"Teilnahme abgesagt: {locked.title}"
        _send(locked, recipient, "withdrawn", ical.CANCEL, kind=kind, title=title, is_withdrawn=True, own=words)


def tell_change(date: Date, before: dict[str, str]) -> None:
    """Everybody who takes part learns what changed. The caller has locked the row and raised SEQUENCE."""
    now = facts_of(date)
    changes = [
        {"label": LABELS[name], "before": before[name] or "noch offen", "now": now[name] or "noch offen"}
        for name in LABELS
        if before[name] != now[name]
    ]
    for recipient in recipients_of(date):
        title = f"Geändert: {date.title}"
        _send(date, recipient, "changed", ical.REQUEST, title=title, changes=changes)


def tell_cancellation(date: Date) -> None:
    """Everybody who takes part learns that the date falls. The caller has locked the row and raised SEQUENCE."""
    for recipient in recipients_of(date):
        _send(date, recipient, "falls", ical.CANCEL, title=f"Fällt aus: {date.title}")


def _raise_sequence(date: Date) -> Date:
    """The locked row with SEQUENCE raised by one."""
    locked = Date.objects.select_for_update(of=("self",)).select_related("venue").get(pk=date.pk)
    locked.sequence += 1
    locked.save(update_fields=["sequence"])
    date.sequence = locked.sequence
    return locked


def _send(
    date: Date,
    recipient: Recipient,
    letter: str,
    method: str,
    *,
    title: str,
    kind: str = KIND,
    is_withdrawn: bool = False,
    own: Words = PLAIN,
    **more: Any,
) -> None:
    content = ical.message(date, method=method, to=recipient, now=timezone.now(), is_withdrawn=is_withdrawn)
    attachments = [Attachment("termin.ics", content, f"text/calendar; method={method}")]
    context = {
        "date": date,
        "day": long_date(date.start_day),
        "when": words.when(date),
        "where": words.where(date) or "noch offen",
        "venue_url": f"{settings.BASE_URL}{date.venue.get_absolute_url()}" if date.venue else "",
        "room": date.room_url if method == ical.REQUEST else "",
        "is_leading": recipient.is_leading,
        "is_tentative": date.state == Date.State.TENTATIVE,
        "no_reply": ical.NO_REPLY_NEEDED,
        **more,
        **own.context,
    }
    path, template, title = recipient.path or date.path, own.letter or LETTERS[letter], own.title or title
    if recipient.person is not None and not own.is_mail_only:
        text = f"{words.when(date)}. {words.where(date)}".strip()
        options = {"kind": kind, "title": title, "text": text, "url": path, "about": own.about}
        notify([recipient.person], **options, letter_template=template, context=context, attachments=attachments)
    elif recipient.email:
        plain = {"name": recipient.name, "url": f"{settings.BASE_URL}{path}", "title": title}
        options = {"context": {**context, **plain}, "attachments": attachments, "about": own.about}
        send_letter(template, to=recipient.email, **options)
