"""Notifications: a row for each person, and a mail for those who want one."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from netzwerk.post import unsubscribing
from netzwerk.post.attachments import Attachment
from netzwerk.post.letters import one_line, plain_text
from netzwerk.post.models import MailChoice, Notification
from netzwerk.post.services.letters import send_letter
from netzwerk.surfaces import registry
from netzwerk.surfaces.registry import NotificationKind

TEMPLATE = "post/mail/notification.txt"
CALENDAR_METHODS = ("REQUEST", "CANCEL")
RETENTION = timedelta(days=180)


def is_inside(url: str) -> bool:
    """Whether a URL is a path in this portal."""
    return url.startswith("/") and url_has_allowed_host_and_scheme(url, allowed_hosts=None)


def notify(
    people: Iterable[Any],
    *,
    kind: str,
    title: str,
    text: str,
    url: str,
    letter_template: str | None = None,
    context: dict[str, Any] | None = None,
    attachments: Iterable[Attachment] = (),
    about: str = "",
    is_for_all: bool = False,
) -> list[Notification]:
    """Notify each of these people once, in the caller's transaction; returns the rows. Inactive people get nothing.

    `letter_template` gets `context` and: person, name, kind, title, text, url, unsubscribe_url. A mail that puts a date into a
    calendar or takes it out (an attachment with the method REQUEST or CANCEL) reaches also those who chose no mail for this
    kind: their calendar would be wrong without it; so does a mail `is_for_all`, which asks for an answer in time. `about` as
    for send_letter. Raises ValueError for an unregistered kind, for a URL outside the portal and
    for too many or too large attachments.
    """
    known = registry.notifications.get(kind)
    if known is None:
        raise ValueError(f"{kind!r} is no registered kind of notification")
    if not is_inside(url):
        raise ValueError("A notification leads to a path of this portal.")
    recipients = list({person.pk: person for person in people if person.is_active}.values())
    title, text = one_line(title)[:200], plain_text(text).strip()
    rows = [Notification(person=person, kind=kind, title=title, text=text, url=url) for person in recipients]
    for row in rows:
        row.clean_fields(exclude=["person"])
    with transaction.atomic():
        Notification.objects.bulk_create(rows)
        files = tuple(attachments)
        is_for_all = is_for_all or any(one.method in CALENDAR_METHODS for one in files)
        wanted = {person.pk for person in recipients} if is_for_all else _wanting_mail(recipients, known)
        for row in rows:
            if row.person_id in wanted:
                _mail(
                    row,
                    known,
                    letter_template or TEMPLATE,
                    {**(context or {}), "is_for_all": is_for_all},
                    files,
                    about,
                )
    return rows


def _wanting_mail(people: list[Any], kind: NotificationKind) -> set[int]:
    chosen = dict(MailChoice.objects.filter(person__in=people, kind=kind.key).values_list("person_id", "by_mail"))
    return {person.pk for person in people if chosen.get(person.pk, kind.by_mail)}


def _mail(
    row: Notification,
    kind: NotificationKind,
    template: str,
    context: dict[str, Any],
    files: Iterable[Attachment],
    about: str,
) -> None:
    person = row.person
    address = getattr(person, person.get_email_field_name())
    if not address:
        return
    unsubscribe_url = "" if context["is_for_all"] else unsubscribing.unsubscribe_url(person.pk, kind.key)
    own = {
        "person": person,
        "name": person.get_full_name(),
        "kind": kind,
        "title": row.title,
        "text": row.text,
        "url": settings.BASE_URL + row.url,
        "unsubscribe_url": unsubscribe_url,
    }
    headers = unsubscribing.headers_for(unsubscribe_url) if unsubscribe_url else {}
    send_letter(template, to=address, context={**context, **own}, headers=headers, attachments=files, about=about)


def delete_unread(*, kind: str, url: str) -> int:
    """Delete unread notifications of this kind and URL, as the matter is settled; returns how many."""
    return Notification.objects.unread().filter(kind=kind, url=url).delete()[0]


def unread_count(user: Any) -> int:
    """How many notifications this person has not read; counted once per request, as the user object lives as long."""
    if not hasattr(user, "_unread_notifications"):
        user._unread_notifications = Notification.objects.visible_to(user).unread().count()
    return user._unread_notifications


def mark_read(notification: Notification, *, actor: Any) -> Notification:
    """Store when the person first opened it. Raises PermissionDenied for another person."""
    if notification.person_id != actor.pk:
        raise PermissionDenied
    now = timezone.now()
    _forget_count(actor)
    if Notification.objects.filter(pk=notification.pk, read_at__isnull=True).update(read_at=now):
        notification.read_at = now
    return notification


def mark_all_read(*, actor: Any) -> int:
    """Mark all notifications of the person as read; returns how many were unread."""
    _forget_count(actor)
    return Notification.objects.visible_to(actor).unread().update(read_at=timezone.now())


def _forget_count(user: Any) -> None:
    if hasattr(user, "_unread_notifications"):
        del user._unread_notifications


def mail_choices(person_id: int) -> dict[str, bool]:
    """By registered kind, whether this person gets mail."""
    chosen = dict(MailChoice.objects.filter(person_id=person_id).values_list("kind", "by_mail"))
    return {kind.key: chosen.get(kind.key, kind.by_mail) for kind in registry.notifications}


def save_mail_choices(*, actor: Any, choices: Mapping[str, bool]) -> None:
    """Save a person's own choices, by kind."""
    with transaction.atomic():
        for kind, by_mail in choices.items():
            MailChoice.objects.update_or_create(person_id=actor.pk, kind=kind, defaults={"by_mail": by_mail})


def save_mail_choice(token: tuple[int, str], *, by_mail: bool) -> None:
    """Save the choice of the bearer of a token. Silent if the person is gone, so that nobody can find out."""
    person_id, kind = token
    with transaction.atomic():
        if get_user_model()._default_manager.filter(pk=person_id, is_active=True).exists():
            MailChoice.objects.update_or_create(person_id=person_id, kind=kind, defaults={"by_mail": by_mail})


def is_mail_on(token: tuple[int, str]) -> bool:
    """Whether the person of a token gets mail of its kind."""
    person_id, kind = token
    chosen = MailChoice.objects.filter(person_id=person_id, kind=kind).values_list("by_mail", flat=True).first()
    known = registry.notifications.get(kind)
    return chosen if chosen is not None else bool(known is None or known.by_mail)


def forget_old_notifications() -> int:
    """Delete notifications after the retention period, read or not; returns how many."""
    return Notification.objects.filter(created_at__lt=timezone.now() - RETENTION).delete()[0]
