"""Export and erasure of a person's notifications, mail choices and mails."""

from typing import Any

from django.utils import timezone

from netzwerk.post.models import MailChoice, Message, Notification
from netzwerk.surfaces import registry
from netzwerk.surfaces.registry import OwnData


def label_of(key: str) -> str:
    """The label of a kind, or its key if it is not registered (any more)."""
    kind = registry.notifications.get(key)
    return kind.label if kind else key


def _export(user: Any) -> list[dict[str, Any]]:
    # Without title and text, which may be about others.
    rows = Notification.objects.filter(person=user).order_by("-pk")
    notifications = [
        {
            "am": timezone.localtime(row.created_at),
            "Art": label_of(row.kind),
            "gelesen": row.read_at is not None,
        }
        for row in rows
    ]
    chosen = MailChoice.objects.filter(person=user)
    choices = [{"Art": label_of(choice.kind), "per E-Mail": choice.by_mail} for choice in chosen]
    sent = Message.objects.filter(to=[user.email]).order_by("-pk").values_list("created_at", "subject")
    mails = [{"E-Mail vom": timezone.localtime(at), "Betreff": subject} for at, subject in sent]
    return choices + notifications + mails


def _erase(user: Any) -> None:
    """Also deletes unsent mail."""
    Notification.objects.filter(person=user).delete()
    MailChoice.objects.filter(person=user).delete()
    Message.objects.filter(to=[user.email]).exclude(state=Message.State.SENDING).delete()


OWN_DATA = OwnData(
    "post",
    50,
    "Mitteilungen und E-Mails",
    _export,
    _erase,
    goes="Mitteilungen und E-Mails an Sie werden gelöscht.",
    stays="In Mitteilungen (bis zu 180 Tage) und E-Mails, die andere schon erhalten haben, steht Ihr Name noch.",
    models=("post.Notification", "post.MailChoice", "post.Message"),
)
