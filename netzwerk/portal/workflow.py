"""What Wagtail calls when a workflow has ended well (WAGTAIL_FINISH_WORKFLOW_ACTION).

Wagtail imports this while its models are still loading, so nothing of Wagtail may be imported here.
"""

from typing import Any


def publish_approved_revision(workflow_state: Any, user: Any = None) -> None:
    """Put the approved version online (or on schedule), inside the approval's transaction.

    Not the latest revision but the one that was approved; PortalPage.publish checks the approval again.
    """
    state = workflow_state.task_states.filter(status="approved").order_by("-finished_at", "-pk").first()
    if state is not None:
        state.revision.publish(user=user)
