"""The decision of a reviewer, and its withdrawal when what was approved has changed."""

import logging

from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Revision, TaskState

from netzwerk.files.fingerprints import files_shown_by, ids_of
from netzwerk.members.models import User
from netzwerk.portal import access, notices
from netzwerk.portal.models import FourEyesTaskState
from netzwerk.portal.models.seen import changed_since

RELEASE, ASK_FOR_CHANGES = "approve", "reject"
LAPSED = "portal.approval_lapsed"

logger = logging.getLogger(__name__)


def decide(state: TaskState, *, actor: User, decision: str, comment: str) -> None:
    """Approve the submitted version, or reject it with a comment.

    Raises PermissionDenied if `actor` may not approve it (author, submitter), or if it was withdrawn or changed meanwhile.
    """
    task = state.task.specific
    task.on_action(state.specific, actor, decision, comment=comment)


def was_decided_for(user: User, state_id: int) -> bool:
    """Whether this review has ended and this user could have decided it."""
    state = FourEyesTaskState.objects.filter(pk=state_id).select_related("revision", "workflow_state").first()
    return bool(
        state and state.status != TaskState.STATUS_IN_PROGRESS and user.is_active and access.can_approve(user, state)
    )


def withdraw_what_changed() -> int:
    """Withdraw submissions and scheduled approvals whose URL, audience, files or text have changed. Returns how many.

    Called every minute, and after changes in the admin that may affect them.
    """
    count = 0
    for state in FourEyesTaskState.objects.pending():
        try:
            count += withdraw_if_changed(state)
        except Exception:  # an error in one version must not stop the others
            logger.exception("review %s could not be compared with what was submitted", state.pk)
    return count


@transaction.atomic
def withdraw_if_changed(state: FourEyesTaskState) -> bool:
    """Withdraw it, log and notify, if something has changed; returns whether it has."""
    locked = FourEyesTaskState.objects.select_for_update(of=("self",)).pending().filter(pk=state.pk).first()
    changed = changed_since(locked.seen, locked.revision) if locked else []
    if not changed:
        return False
    was_approved = locked.status == TaskState.STATUS_APPROVED
    if was_approved:
        Revision.objects.filter(pk=locked.revision_id).update(approved_go_live_at=None)
    else:
        locked.workflow_state.cancel()
    page = locked.workflow_state.content_object.specific
    log(page, LAPSED, revision=locked.revision, data={"changed": changed, "was_approved": was_approved})
    notices.notify_lapsed(locked, changed, was_approved=was_approved)
    return True


def files_of_pending_versions(model: type) -> set[int]:
    """Ids of the files of this model that submitted or scheduled versions show."""
    found: set[int] = set()
    for state in FourEyesTaskState.objects.pending():
        found |= ids_of(files_shown_by(state.revision.as_object()), model)
    return found
