"""The workflow task of the four-eyes rule. Wagtail's own task would let the author approve."""

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.db.models import Q
from wagtail.locks import WorkflowLock
from wagtail.models import Revision, Task, TaskState, TaskStateManager, TaskStateQuerySet

from netzwerk.portal import access, notices
from netzwerk.portal.models.seen import changed_since, seen_of


class FourEyesTaskStateQuerySet(TaskStateQuerySet):
    def pending(self) -> "FourEyesTaskStateQuerySet":
        """In review, or approved and scheduled: versions that will be published as they are."""
        scheduled = Q(status=TaskState.STATUS_APPROVED, revision__approved_go_live_at__isnull=False)
        return self.filter(Q(status=TaskState.STATUS_IN_PROGRESS) | scheduled).select_related(
            "revision", "workflow_state"
        )


FourEyesTaskStateManager = TaskStateManager.from_queryset(FourEyesTaskStateQuerySet)


class FourEyesTaskState(TaskState):
    # Wagtail's autosave may overwrite a revision in place; the checksum ties the approval to the text that was approved.
    approved_checksum = models.CharField(max_length=64, blank=True, editable=False)
    # What was submitted, and after the approval what was approved: text, URL, audience and files (seen.py).
    seen = models.JSONField(default=dict, editable=False)

    objects = FourEyesTaskStateManager()

    @transaction.atomic
    def approve(self, user=None, update=True, comment=""):
        """Approve and publish the submitted version.

        Raises PermissionDenied if this user may not approve it (see access.can_approve), or if it is incomplete or has changed.
        """
        locked = type(self).objects.select_for_update().get(pk=self.pk)
        if locked.status != self.STATUS_IN_PROGRESS or not access.can_approve(user, self):
            raise PermissionDenied("Diese Fassung muss eine zweite Person freigeben.")
        if locked.seen and (changed := changed_since(locked.seen, locked.revision)):
            raise PermissionDenied(f"Seit dem Einreichen hat sich geändert: {', '.join(changed)}.")
        if missing := locked.revision.as_object().missing_for_review():
            raise PermissionDenied(f"Es fehlt noch etwas. {' '.join(missing.values())}.")
        self.approved_checksum = access.checksum(locked.revision.content)
        self.seen = seen_of(locked.revision).parts
        result = super().approve(user=user, update=update, comment=comment)
        notices.delete_waiting(self)
        notices.notify_approved(self)
        return result

    @transaction.atomic
    def reject(self, user=None, update=True, comment=""):
        result = super().reject(user=user, update=update, comment=comment)
        notices.delete_waiting(self)
        notices.notify_rejected(self)
        return result

    @transaction.atomic
    def cancel(self, user=None, resume=False, comment=""):
        result = super().cancel(user=user, resume=resume, comment=comment)
        notices.delete_waiting(self)
        return result


class ReviewLock(WorkflowLock):
    """Wagtail's message would say that reviewers may edit; here nobody may."""

    def get_message(self, user) -> str:
        return (
            "Diese Fassung liegt zur Prüfung vor und kann gerade nicht geändert werden. Wer sie eingereicht hat, kann sie "
            "zurückziehen, ändern und neu einreichen."
        )


class FourEyesTask(Task):
    """Every reviewer of the page may decide, except its author and its submitter."""

    task_state_class = FourEyesTaskState

    class Meta:
        verbose_name = "Vier-Augen-Prüfung"
        verbose_name_plural = "Vier-Augen-Prüfungen"

    @classmethod
    def get_description(cls) -> str:
        return (
            "Eine zweite Person liest und gibt frei. Wer die Fassung geschrieben oder eingereicht hat, kann es nicht."
        )

    @transaction.atomic
    def start(self, workflow_state, user=None) -> FourEyesTaskState:
        """Store what was submitted, and notify the reviewers."""
        state = super().start(workflow_state, user=user)
        state.seen = seen_of(state.revision).parts
        state.save(update_fields=["seen"])
        notices.notify_reviewers(state)
        return state

    def locked_for_user(self, obj, user) -> bool:
        """Nobody may edit a version in review, so that exactly what was submitted is approved."""
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
        """For the list "Awaiting your review": only what this user may approve."""
        states = TaskState.objects.filter(task=self, status=TaskState.STATUS_IN_PROGRESS)
        if not access.may_review_somewhere(user):
            return states.none()
        return states.exclude(revision__user=user).exclude(workflow_state__requested_by=user)


def is_approved_by_second_person(revision: Revision) -> bool:
    """Whether somebody else than its author approved this version exactly as it would be published now."""
    stored = Revision.objects.get(pk=revision.pk)
    current = access.checksum(stored.content)
    for state in FourEyesTaskState.objects.filter(revision=stored, status=TaskState.STATUS_APPROVED):
        approver = state.finished_by_id
        if approver is None or approver in access.authors_of(state) or state.approved_checksum != current:
            continue
        if not changed_since(state.seen, stored):
            return True
    return False
