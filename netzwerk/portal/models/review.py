"""The four-eyes step of the publishing workflow. Wagtail's own approval task would let the author approve."""

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from wagtail.locks import WorkflowLock
from wagtail.models import Revision, Task, TaskState

from netzwerk.portal import access


class FourEyesTaskState(TaskState):
    # Wagtail's autosave may overwrite a revision in place; an approval holds only for the text that was approved.
    approved_checksum = models.CharField(max_length=64, blank=True, editable=False)

    @transaction.atomic
    def approve(self, user=None, update=True, comment=""):
        """Release the submitted version; refused for its author and for whoever submitted it, whoever they are."""
        locked = type(self).objects.select_for_update().select_related("revision").get(pk=self.pk)
        if locked.status != self.STATUS_IN_PROGRESS or not access.can_approve(user, self):
            raise PermissionDenied("Diese Fassung muss eine zweite Person freigeben.")
        self.approved_checksum = access.checksum(locked.revision.content)
        return super().approve(user=user, update=update, comment=comment)


class ReviewLock(WorkflowLock):
    """Wagtail's message would say that reviewers may edit; here nobody does until it is decided."""

    def get_message(self, user) -> str:
        return (
            "Diese Fassung liegt zur Prüfung vor und kann gerade nicht geändert werden. Wer sie eingereicht hat, kann sie "
            "zurückziehen, ändern und neu einreichen."
        )


class FourEyesTask(Task):
    """Anyone who may review pages decides, except who wrote or submitted the version."""

    task_state_class = FourEyesTaskState

    class Meta:
        verbose_name = "Vier-Augen-Prüfung"
        verbose_name_plural = "Vier-Augen-Prüfungen"

    @classmethod
    def get_description(cls) -> str:
        return (
            "Eine zweite Person liest und gibt frei. Wer die Fassung geschrieben oder eingereicht hat, kann es nicht."
        )

    def locked_for_user(self, obj, user) -> bool:
        """Nobody edits what lies before the reviewers: what is approved is exactly what was submitted."""
        return True

    def user_can_access_editor(self, obj, user) -> bool:
        return obj.permissions_for_user(user).may_review()

    def get_actions(self, obj, user) -> list[tuple[str, str, bool]]:
        state = obj.current_workflow_task_state
        if state is None or not obj.permissions_for_user(user).may_review():
            return []
        actions = [("reject", "Änderungen erbitten", True)]
        if access.can_approve(user, state):
            actions += [("approve", "Freigeben", False), ("approve", "Freigeben mit Anmerkung", True)]
        return actions

    def get_task_states_user_can_moderate(self, user, **kwargs):
        """For the list "Awaiting your review": only what this person may really release."""
        states = TaskState.objects.filter(task=self, status=TaskState.STATUS_IN_PROGRESS)
        if not access.may_review_somewhere(user):
            return states.none()
        return states.exclude(revision__user=user).exclude(workflow_state__requested_by=user)


def is_approved_by_second_person(revision: Revision) -> bool:
    """Whether someone other than its author released exactly this text through the four-eyes task."""
    stored = Revision.objects.get(pk=revision.pk)
    current = access.checksum(stored.content)
    for state in FourEyesTaskState.objects.filter(revision=stored, status=TaskState.STATUS_APPROVED):
        approver = state.finished_by_id
        if approver is not None and approver not in access.authors_of(state) and state.approved_checksum == current:
            return True
    return False
