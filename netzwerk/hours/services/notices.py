"""Kinds of notifications of this app, and to whom they go."""

from django.urls import reverse

from netzwerk.hours.models import Certificate, Credit
from netzwerk.members.roles import May
from netzwerk.members.services.people import people_with_permission
from netzwerk.post.services import delete_unread, notify
from netzwerk.surfaces.registry import NotificationKind

HOURS = "hours"
CREDITS = "credits"

KINDS = (
    NotificationKind(
        HOURS,
        30,
        "Meine Stunden",
        "Kommt, wenn über Ihren Antrag auf Anrechnung entschieden ist, dazu eine Frage offen ist oder sich Stunden oder eine "
        "Bescheinigung ändern.",
    ),
    NotificationKind(CREDITS, 31, "Anträge auf Anrechnung", "Kommt, wenn ein Antrag auf Ihre Entscheidung wartet."),
)


def tell_applicant(credit: Credit, title: str, text: str) -> None:
    notify([credit.person], kind=HOURS, title=title, text=text, url=reverse("hours:credit", args=[credit.pk]))


def tell_office(credit: Credit, title: str, text: str) -> None:
    """All who may decide on it; not the applicant, who may work in the office too."""
    deciding = people_with_permission(May.DECIDE_CREDITS).exclude(pk=credit.person_id)
    notify(deciding, kind=CREDITS, title=title, text=text, url=_desk_url(credit))


def settle_office(credit: Credit) -> None:
    """Nothing waits any more: delete what nobody has read."""
    delete_unread(kind=CREDITS, url=_desk_url(credit))


def tell_holder(certificate: Certificate, title: str, text: str) -> None:
    if certificate.person is not None:
        notify([certificate.person], kind=HOURS, title=title, text=text, url=reverse("hours:account"))


def _desk_url(credit: Credit) -> str:
    return reverse("desk_hours:credit", args=[credit.pk])
