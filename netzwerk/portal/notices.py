"""Notifications of the review: submitted, approved or rejected, approval lapsed."""

from collections.abc import Iterable

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.urls import reverse
from wagtail.models import Page, TaskState
from wagtail.permissions import policy_registry

from netzwerk.portal import access
from netzwerk.post.services import delete_unread, notify
from netzwerk.surfaces.registry import NotificationKind

WAITING = NotificationKind(
    key="review-waiting",
    order=58,
    label="Seiten zur Prüfung",
    explanation="Kommt, wenn eine Seite auf die Freigabe durch eine zweite Person wartet und Sie sie freigeben dürfen.",
)
OUTCOME = NotificationKind(
    key="review-outcome",
    order=59,
    label="Ergebnis der Prüfung",
    explanation="Kommt, wenn über eine Seite entschieden ist, die Sie geschrieben oder eingereicht haben, und wenn "
    "eine Freigabe nicht mehr gilt.",
)


def review_address(state: TaskState) -> str:
    return reverse("portal_review", args=[state.pk])


def edit_address(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def reviewers_of(state: TaskState) -> QuerySet:
    """Users other than the authors who may approve this submission; superusers only if there is nobody else."""
    policy = policy_registry.get_by_type(Page)
    page, authors = state.workflow_state.content_object, access.authors_of(state)
    with_role = policy.users_with_permission_for_instance("publish", page, include_superusers=False).exclude(
        pk__in=authors
    )
    if with_role.exists():
        return with_role
    return policy.users_with_permission_for_instance("publish", page).exclude(pk__in=authors)


def notify_reviewers(state: TaskState) -> None:
    who = state.workflow_state.requested_by
    by = f"{who.get_full_name()} hat" if who else "Jemand hat"
    text = f"{by} die Seite „{state.revision.object_str}“ zur Prüfung eingereicht. Bitte lesen Sie sie und entscheiden Sie."
    title = f"Zur Prüfung: {state.revision.object_str}"
    notify(reviewers_of(state), kind=WAITING.key, title=title, text=text, url=review_address(state))


def delete_waiting(state: TaskState) -> None:
    """Delete the notifications of reviewers once the version is decided or withdrawn."""
    delete_unread(kind=WAITING.key, url=review_address(state))


def notify_approved(state: TaskState) -> None:
    page = state.workflow_state.content_object.specific
    title = f"Freigegeben: {state.revision.object_str}"
    if page.live and page.live_revision_id == state.revision_id:
        done, url = "Die Fassung ist jetzt veröffentlicht.", page.get_url()
    else:
        done, url = "Die Fassung geht zu der Zeit online, die dafür eingetragen ist.", edit_address(page)
    text = f"{_decider(state)} hat „{state.revision.object_str}“ freigegeben. {done}{_comment(state)}"
    notify(_concerned(state), kind=OUTCOME.key, title=title, text=text, url=url or edit_address(page))


def notify_rejected(state: TaskState) -> None:
    text = (
        f"{_decider(state)} bittet um Änderungen an „{state.revision.object_str}“. "
        f"Bitte überarbeiten Sie die Seite und reichen Sie sie noch einmal ein.{_comment(state)}"
    )
    title = f"Bitte überarbeiten: {state.revision.object_str}"
    page = state.workflow_state.content_object
    notify(_concerned(state), kind=OUTCOME.key, title=title, text=text, url=edit_address(page))


def notify_lapsed(state: TaskState, changed: Iterable[str], *, was_approved: bool) -> None:
    """To the authors, and to whoever had approved it."""
    people = _concerned(state) | get_user_model()._default_manager.filter(pk=state.finished_by_id)
    title = f"Bitte neu einreichen: {state.revision.object_str}"
    what = "Die Freigabe" if was_approved else "Die Einreichung"
    text = (
        f"{what} von „{state.revision.object_str}“ gilt nicht mehr, denn seither hat sich geändert: {', '.join(changed)}. "
        "Nichts davon ist verloren. Bitte sehen Sie sich die Seite an und reichen Sie sie noch einmal ein."
    )
    page = state.workflow_state.content_object
    notify(people, kind=OUTCOME.key, title=title, text=text, url=edit_address(page))


def _concerned(state: TaskState) -> QuerySet:
    """Author and submitter, without whoever decided."""
    return get_user_model()._default_manager.filter(pk__in=access.authors_of(state) - {state.finished_by_id})


def _decider(state: TaskState) -> str:
    return (state.finished_by.get_full_name() if state.finished_by else "") or "Eine zweite Person"


def _comment(state: TaskState) -> str:
    return f"\n\nAnmerkung: {state.comment}" if state.comment.strip() else ""
