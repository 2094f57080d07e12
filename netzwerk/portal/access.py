"""Permissions for pages. The four-eyes rule: a second person approves every version before it is published."""

import hashlib
import json
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.serializers.json import DjangoJSONEncoder
from django.urls import Resolver404, resolve
from wagtail.models import GroupPagePermission, Page, PagePermissionTester, TaskState
from wagtail.permissions import policy_registry

from netzwerk.members.models import User
from netzwerk.members.reach import roles_held

ADMIN_PERMISSION = "wagtailadmin.access_admin"
START_DEPTH, SECTION_DEPTH = 2, 3  # depth in the tree; the root has 1


def has_role_in_admin(user: User | AnonymousUser) -> bool:
    """May open the Wagtail admin. By role, which needs no query where the roles are known; the admin reads the groups."""
    if not user.is_active:
        return False
    return user.is_superuser or any(ADMIN_PERMISSION in role.permissions for role in roles_held(user))


def is_address_of_view(slug: str) -> bool:
    """Whether a view answers at /`slug`/, and not a page of the tree."""
    try:
        return resolve(f"/{slug}/").url_name != "wagtail_serve"
    except Resolver404:
        return False


def authors_of(task_state: TaskState) -> set[int]:
    """Ids of the users who may not approve: who wrote the submitted version, and who submitted it."""
    return {pk for pk in (task_state.revision.user_id, task_state.workflow_state.requested_by_id) if pk is not None}


def can_approve(user: User | AnonymousUser | None, task_state: TaskState) -> bool:
    """Whether this user may approve the submitted version. Superusers may not approve their own either."""
    return bool(
        user
        and user.is_active
        and task_state.revision.user_id is not None  # without an author, nobody can be the second person
        and user.pk not in authors_of(task_state)
        and task_state.workflow_state.content_object.specific.permissions_for_user(user).may_review()
    )


def may_review_somewhere(user: User | AnonymousUser) -> bool:
    """Whether this user reviews any part of the page tree."""
    return user.is_active and (
        user.is_superuser
        or GroupPagePermission.objects.filter(group__user=user, permission__codename="publish_page").exists()
    )


def may_work_with_pages(user: User | AnonymousUser, named: set[int] | None) -> bool:
    """Whether this user may see all of these pages in the admin (empty: any page at all; None: no page is meant)."""
    if named is None or user.is_superuser:
        return True
    policy = policy_registry.get_by_type(Page)
    root = policy.explorable_root_instance(user)
    if root is None:
        return False
    # The explorer leads through the ancestors to the user's own pages.
    explorable = policy.explorable_instances(user).filter(pk__in=named).values_list("pk", flat=True)
    above = root.get_ancestors().filter(pk__in=named).values_list("pk", flat=True) if named else []
    return named <= {*explorable, *above} if named else True


def checksum(content: dict[str, Any]) -> str:
    """SHA-256 of a revision's content, independent of the order of its keys."""
    text = json.dumps(content, sort_keys=True, cls=DjangoJSONEncoder, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def can_see_style_page(user: User | AnonymousUser) -> bool:
    return bool(settings.DEMO)


class FourEyesPermissionTester(PagePermissionTester):
    """Wagtail's permissions of one user for one page, except that nobody publishes directly."""

    def _has(self, action: str) -> bool:
        return self.user.is_active and (self.user.is_superuser or action in self.permissions)

    def may_review(self) -> bool:
        return self._has("publish")

    def can_publish(self) -> bool:
        return False

    def can_publish_subpage(self) -> bool:
        """A copy or an alias would be published at once."""
        return False

    def can_set_view_restrictions(self) -> bool:
        """Lifting a restriction publishes to more people, so privacy may change only while all pages below are offline."""
        return self._has("publish") and not self.page_is_root and not self.has_live_pages()

    def can_move_to(self, destination: Page) -> bool:
        """A move changes address and audience, so live pages may only change their order among their siblings. To an
        address of a view no page may move."""
        if self._stays_below(destination):
            return super().can_move_to(destination)
        is_taken = destination.depth == START_DEPTH and is_address_of_view(self.page.slug)
        return super().can_move_to(destination) and not is_taken and not self.has_live_pages()

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return not self._is_start() and super().can_delete(ignore_bulk)

    def can_unpublish(self) -> bool:
        return not self._is_start() and super().can_unpublish()

    def _is_start(self) -> bool:
        """The start page has all pages below it: it can be neither deleted nor unpublished."""
        return self.page.depth == START_DEPTH

    def has_live_pages(self) -> bool:
        return self.page.get_descendants(inclusive=True).live().exists()

    def _stays_below(self, destination: Page) -> bool:
        return self.page.path[: -self.page.steplen] == destination.path

    def can_unschedule(self) -> bool:
        return self._has("publish")
