"""Mails to those who booked: one each, through the outbox, with answers to the contact of the workshop."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from netzwerk.post.services import send_letter
from netzwerk.seats.models import Booking
from netzwerk.seats.writing import about
from netzwerk.surfaces import registry
from netzwerk.surfaces.registry import OwnData
from workshops.events.access import can_manage
from workshops.events.errors import EventsError
from workshops.events.models import GroupMessage, Workshop
from workshops.events.services.log import log_action
from workshops.events.services.registrations import bookings_of

State = Booking.State
# Key, words in "An alle, die … sind", and states.
GROUPS: dict[str, tuple[str, tuple[str, ...]]] = {
    "angemeldet": ("Angemeldete", (State.CONFIRMED,)),
    "warteliste": ("Personen auf der Warteliste", (State.WAITING, State.OFFERED)),
    "anfragen": ("Personen, deren Anfrage noch offen ist", Booking.UNDECIDED),
}


@dataclass(frozen=True)
class Recipients:
    bookings: Sequence[Booking]
    without_address: int
    words: str  # to whom, for the log

    @property
    def number(self) -> int:
        return len(self.bookings)


def recipients(workshop: Workshop, *, group: str = "", format: str = "", chosen: Sequence[int] = ()) -> Recipients:
    """Whom a message goes to: a group, all of it or of one format; or the chosen bookings. An address gets it once."""
    rows = bookings_of(workshop).select_related("person", "place", "format").order_by("pk")
    if chosen:
        found, words = list(rows.filter(pk__in=chosen)), "ausgewählte Personen"
    else:
        label, states = GROUPS[group]
        rows = rows.filter(state__in=states)
        found, words = list(rows.filter(format__key=format) if format else rows), label
        if format and found:
            words = f"{label}, {found[0].format}"
    by_address: dict[str, Booking] = {}
    for booking in found:
        active = booking.person is None or booking.person.is_active
        if booking.holder_email and active:
            by_address.setdefault(booking.holder_email, booking)
    without = sum(not one.holder_email or (one.person is not None and not one.person.is_active) for one in found)
    return Recipients(list(by_address.values()), without, words)


@transaction.atomic
def send_group_message(
    workshop: Workshop, *, to: Recipients, subject: str, text: str, form_key: str, actor: Any
) -> GroupMessage:
    """One mail for each of the recipients. The same `form_key` again returns the message that was sent.

    Raises PermissionDenied, EventsError without recipients, ValidationError.
    """
    if not can_manage(actor, workshop):
        raise PermissionDenied
    Workshop.objects.select_for_update(no_key=True).get(pk=workshop.pk)
    known = GroupMessage.objects.filter(workshop=workshop, form_key=form_key).first()
    if known is not None:
        return known
    if not to.number:
        raise EventsError("Niemand von ihnen hat eine E-Mail-Adresse. Es wurde nichts gesendet.")
    message = GroupMessage(
        workshop=workshop,
        subject=subject,
        text=text,
        audience=to.words,
        recipients=to.number,
        sent_by=actor,
        sent_at=timezone.now(),
        form_key=form_key,
    )
    message.full_clean(exclude=["workshop", "sent_by"])
    message.save(force_insert=True)
    for booking in to.bookings:
        send_letter(
            "events/mail/group_message.txt",
            to=booking.holder_email,
            context=letter_context(workshop, booking, subject=subject, text=text, sender=actor),
            reply_to=workshop.contact_email,
            about=about(booking),
        )
    log_action("group_message_sent", workshop, actor=actor, recipients=to.number)
    return message


def letter_context(workshop: Workshop, booking: Booking, *, subject: str, text: str, sender: Any) -> dict[str, Any]:
    kind = registry.place_kinds.get(booking.place.kind)
    path = kind.booking_url(booking) if kind is not None else workshop.get_absolute_url()
    return {
        "workshop": workshop,
        "subject": subject,
        "text": text,
        "name": booking.holder_name,
        "sender": sender.get_full_name(),
        "contact": workshop.contact_email,
        "url": f"{settings.BASE_URL}{path}",
    }


def _sent(user: Any) -> list[dict[str, Any]]:
    rows = GroupMessage.objects.filter(sent_by=user).select_related("workshop")
    return [
        {
            "Workshop": row.workshop.title,
            "Betreff": row.subject,
            "Text": row.text,
            "An": f"{row.audience} ({row.recipients})",
            "gesendet": timezone.localtime(row.sent_at),
        }
        for row in rows
    ]


def _forget_sender(user: Any) -> None:
    GroupMessage.objects.filter(sent_by=user).update(sent_by=None)


OWN_DATA = OwnData(
    "group-messages",
    64,
    "Nachrichten an Angemeldete",
    _sent,
    _forget_sender,
    goes="Ihr Name an Nachrichten, die Sie an Angemeldete geschrieben haben; die Nachrichten bleiben beim Workshop",
    models=("events.GroupMessage",),
)
