"""The decision of the second person."""

from wagtail.models import TaskState

from netzwerk.members.models import User

RELEASE, ASK_FOR_CHANGES = "approve", "reject"


def decide(state: TaskState, *, actor: User, decision: str, comment: str) -> None:
    """Release the submitted version, or hand it back with words about what should change.

    Raises PermissionDenied where this person may not release it (author, submitter) or where it was withdrawn meanwhile.
    """
    task = state.task.specific
    task.on_action(state.specific, actor, decision, comment=comment)
