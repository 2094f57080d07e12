"""The four-eyes step of the publishing workflow. Wagtail's own approval task would let the author approve."""

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.db.models import Q
from wagtail.locks import WorkflowLock
from wagtail.models import Revision, Task, TaskState, TaskStateManager, TaskStateQuerySet

from netzwerk.portal import access, notices
from netzwerk.portal.models.seen import changed_since, seen_of


class FourEyesTaskStateQuerySet(TaskStateQuerySet):
    def pending(self) -> "FourEyesTaskStateQuerySet":
        """Before the reviewers, or released for a time that has not come: what will go online without another look."""
        scheduled = Q(status=TaskState.STATUS_APPROVED, revision__approved_go_live_at__isnull=False)
        return self.filter(Q(status=TaskState.STATUS_IN_PROGRESS) | scheduled).select_related(
            "revision", "workflow_state"
        )


FourEyesTaskStateManager = TaskStateManager.from_queryset(FourEyesTaskStateQuerySet)


class FourEyesTaskState(TaskState):
    # Wagtail's autosave may overwrite a revision in place; an approval holds only for the text that was approved.
    approved_checksum = models.CharField(max_length=64, blank=True, editable=False)
    # What was submitted, and with the approval what was approved: text, place, audience and files (seen.py).
    seen = models.JSONField(default=dict, editable=False)

    objects = FourEyesTaskStateManager()

    @transaction.atomic
    def approve(self, user=None, update=True, comment=""):
        """Release the submitted version; refused for its author and for whoever submitted it, whoever they are."""
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
        notices.forget_waiting(self)
        notices.tell_approved(self)
        return result

    @transaction.atomic
    def reject(self, user=None, update=True, comment=""):
        result = super().reject(user=user, update=update, comment=comment)
        notices.forget_waiting(self)
        notices.tell_sent_back(self)
        return result

    @transaction.atomic
    def cancel(self, user=None, resume=False, comment=""):
        result = super().cancel(user=user, resume=resume, comment=comment)
        notices.forget_waiting(self)
        return result


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

    @transaction.atomic
    def start(self, workflow_state, user=None) -> FourEyesTaskState:
        """Keep what was submitted, and tell those who may release it."""
        state = super().start(workflow_state, user=user)
        state.seen = seen_of(state.revision).parts
        state.save(update_fields=["seen"])
        notices.tell_reviewers(state)
        return state

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
    """Whether someone other than its author released exactly this version, as it would go online now."""
    stored = Revision.objects.get(pk=revision.pk)
    current = access.checksum(stored.content)
    for state in FourEyesTaskState.objects.filter(revision=stored, status=TaskState.STATUS_APPROVED):
        approver = state.finished_by_id
        if approver is None or approver in access.authors_of(state) or state.approved_checksum != current:
            continue
        if not changed_since(state.seen, stored):
            return True
    return False
