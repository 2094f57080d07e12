"""Who may do what with the portal's pages. The rule: what goes online, two people have seen."""

import hashlib
import json
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from wagtail.models import GroupPagePermission, Page, PagePermissionTester, TaskState
from wagtail.permissions import policy_registry

START_DEPTH = 2  # root, start page


def authors_of(task_state: TaskState) -> set[int]:
    """Ids of those who may not approve: who wrote the submitted version, and who asked for its release."""
    return {pk for pk in (task_state.revision.user_id, task_state.workflow_state.requested_by_id) if pk is not None}


def can_approve(user, task_state: TaskState) -> bool:
    """Whether this person may release the submitted version. Being a superuser changes nothing."""
    return bool(
        user
        and user.is_active
        and task_state.revision.user_id is not None  # a text of nobody cannot have been seen by two
        and user.pk not in authors_of(task_state)
        and task_state.workflow_state.content_object.specific.permissions_for_user(user).may_review()
    )


def may_review_somewhere(user) -> bool:
    """Whether this person reviews any part of the tree."""
    return user.is_active and (
        user.is_superuser
        or GroupPagePermission.objects.filter(group__user=user, permission__codename="publish_page").exists()
    )


def may_work_with_pages(user, named: set[int] | None) -> bool:
    """Whether this person works with each of these pages in the admin, or with any at all where none is named. None: no page
    is meant."""
    if named is None or user.is_superuser:
        return True
    policy = policy_registry.get_by_type(Page)
    root = policy.explorable_root_instance(user)
    if root is None:
        return False
    # Those above are where the way to one's own begins; of the tree's root there is nothing to read.
    explorable = policy.explorable_instances(user).filter(pk__in=named).values_list("pk", flat=True)
    above = root.get_ancestors().filter(pk__in=named).values_list("pk", flat=True) if named else []
    return named <= {*explorable, *above} if named else True


def checksum(content: dict[str, Any]) -> str:
    """Fingerprint of a revision's content, the same for the same text whatever the database's order of keys."""
    text = json.dumps(content, sort_keys=True, cls=DjangoJSONEncoder, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def can_see_style_page(user) -> bool:
    return bool(settings.DEMO)


class FourEyesPermissionTester(PagePermissionTester):
    """Wagtail's answers for one person and page, except that nobody publishes by themselves."""

    def _has(self, action: str) -> bool:
        return self.user.is_active and (self.user.is_superuser or action in self.permissions)

    def may_review(self) -> bool:
        return self._has("publish")

    def can_publish(self) -> bool:
        return False

    def can_publish_subpage(self) -> bool:
        """Would let a copy or an alias go online at once."""
        return False

    def can_set_view_restrictions(self) -> bool:
        """Opening a restricted page is publishing it; so privacy changes only where all below is offline."""
        return self._has("publish") and not self.page_is_root and not self.has_live_pages()

    def can_move_to(self, destination: Page) -> bool:
        """As Wagtail says, but what is online keeps its address and its readers. Its order among its neighbours may change."""
        return super().can_move_to(destination) and (self._stays_below(destination) or not self.has_live_pages())

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return not self._is_start() and super().can_delete(ignore_bulk)

    def can_unpublish(self) -> bool:
        return not self._is_start() and super().can_unpublish()

    def _is_start(self) -> bool:
        """The start page holds the whole portal: it is neither deleted nor taken offline."""
        return self.page.depth == START_DEPTH

    def has_live_pages(self) -> bool:
        return self.page.get_descendants(inclusive=True).live().exists()

    def _stays_below(self, destination: Page) -> bool:
        return self.page.path[: -self.page.steplen] == destination.path

    def can_unschedule(self) -> bool:
        return self._has("publish")
