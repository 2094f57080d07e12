"""Kinds of notifications of this app, and to whom they go."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse

from netzwerk.members.models import User
from netzwerk.members.roles import May
from netzwerk.members.services.people import people_with_permission
from netzwerk.post.services import delete_unread, notify
from netzwerk.surfaces.registry import NotificationKind
from workshops.events.models import Workshop

REVIEWS, PLANNING = "workshop-reviews", "workshops"
KINDS = (
    NotificationKind(
        REVIEWS,
        28,
        "Workshops zu prüfen",
        "Kommt, wenn ein Workshop oder eine Änderung auf Sie als zweite Person wartet.",
    ),
    NotificationKind(
        PLANNING,
        29,
        "Workshops, die Sie planen",
        "Kommt, wenn jemand Ihren Workshop geprüft hat oder ihn mit Ihnen planen möchte.",
    ),
)


def review_url(workshop: Workshop) -> str:
    return reverse("my_workshops:review", args=[workshop.pk])


def reviewers_of(workshop: Workshop) -> QuerySet[User]:
    """Who may be the second person: organisers and the office, without those who wrote what waits."""
    planning = people_with_permission(May.PLAN_WORKSHOPS).filter(organised_workshops__workshop=workshop)
    office = people_with_permission(May.REVIEW_WORKSHOPS)
    found = User.objects.filter(Q(pk__in=planning.values("pk")) | Q(pk__in=office.values("pk")), is_active=True)
    return found.exclude(pk__in=[*workshop.writers, *([workshop.submitted_by_id] if workshop.submitted_by_id else [])])


def ask_for_review(workshop: Workshop) -> None:
    """Once for what waits: who has not read the last request gets no second one."""
    settle_review(workshop)
    is_new = workshop.state == Workshop.State.REVIEW
    notify(
        reviewers_of(workshop),
        kind=REVIEWS,
        title=f"{'Workshop' if is_new else 'Änderung'} zu prüfen: {workshop.title}",
        text="Bitte lesen Sie, was alle sehen werden, und entscheiden Sie als zweite Person.",
        url=review_url(workshop),
    )


def settle_review(workshop: Workshop) -> None:
    delete_unread(kind=REVIEWS, url=review_url(workshop))


def tell_writers(workshop: Workshop, keys: Iterable[int], title: str, text: str, url: str = "") -> None:
    notify(
        User.objects.filter(pk__in=list(keys), is_active=True),
        kind=PLANNING,
        title=f"{title}: {workshop.title}",
        text=text,
        url=url or reverse("my_workshops:edit", args=[workshop.pk]),
    )


def tell_new_organiser(workshop: Workshop, person: Any) -> None:
    tell_writers(
        workshop,
        [person.pk],
        "Sie planen mit",
        "Sie sind als Veranstalter:in eingetragen und können alles bearbeiten.",
    )


def tell_office_of_succession(workshop: Workshop) -> None:
    notify(
        people_with_permission(May.REVIEW_WORKSHOPS),
        kind=REVIEWS,
        title=f"Niemand plant mehr: {workshop.title}",
        text="Wer diesen Workshop geplant hat, darf es nicht mehr oder ist nicht mehr im Netzwerk. Bitte tragen Sie jemand "
        "anderen ein.",
        url=reverse("my_workshops:organisers", args=[workshop.pk]),
    )
