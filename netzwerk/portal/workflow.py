"""WAGTAIL_FINISH_WORKFLOW_ACTION. Wagtail imports it while its models are loading, so it must not import Wagtail."""

from typing import Any


def publish_approved_revision(workflow_state: Any, user: Any = None) -> None:
    """Publish (or schedule) the approved revision, not the latest one, inside the approval's transaction.

    PortalPage.publish checks the approval again.
    """
    state = workflow_state.task_states.filter(status="approved").order_by("-finished_at", "-pk").first()
    if state is not None:
        state.revision.publish(user=user)
