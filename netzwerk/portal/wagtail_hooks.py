"""Changes of the Wagtail admin: shorter menus, the review screen, limits on moving live pages."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.action_menu import ActionMenuItem, WorkflowMenuItem
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import Page, WorkflowState
from wagtail.signals import workflow_approved, workflow_rejected

from netzwerk.portal import access
from netzwerk.portal.models import PortalPage
from netzwerk.portal.services.review import LAPSED, withdraw_what_changed
from netzwerk.portal.views.page_editor import PageCreateView, PageEditView, PagePrivacyView, PageRevertView
from netzwerk.portal.views.reference_hits import reference_hits
from netzwerk.portal.views.review import review

HIDDEN = {"help", "reports", "users", "groups", "sites", "locales", "workflows", "workflow-tasks"}


@hooks.register("construct_main_menu")
@hooks.register("construct_settings_menu")
def hide_menu_items(request: HttpRequest, menu_items: list) -> None:
    menu_items[:] = [item for item in menu_items if item.name not in HIDDEN]


class ReviewMenuItem(ActionMenuItem):
    """The first button below a page that this user may approve: opens the review screen."""

    name = "review"
    label = "Prüfen und freigeben"
    icon_name = "glasses"

    def is_shown(self, context: dict) -> bool:
        return True

    def get_url(self, parent_context: dict) -> str:
        return reverse("portal_review", args=[parent_context["page"].current_workflow_task_state.pk])


@hooks.register("register_admin_urls")
def register_screens() -> list[URLPattern]:
    return [
        path("pruefung/<int:state_id>/", review, name="portal_review"),
        path("verweise/", reference_hits, name="portal_reference_hits"),
    ]


@hooks.register("construct_page_action_menu")
def link_review_screen(menu_items: list, request: HttpRequest, context: dict) -> None:
    """Wagtail's own buttons submit the whole form of the editor, which is locked during a review."""
    menu_items[:] = [item for item in menu_items if not isinstance(item, WorkflowMenuItem)]
    page = context.get("page")
    state = page.current_workflow_task_state if page else None
    if state and access.can_approve(request.user, state):
        menu_items.insert(0, ReviewMenuItem())


# portal/notices.py sends our own notifications instead.
for signal, uid in ((workflow_approved, "approved"), (workflow_rejected, "rejected")):
    signal.disconnect(sender=WorkflowState, dispatch_uid=f"workflow_state_{uid}_email_notification")


class PortalPageViewSet(PageViewSet):
    model = PortalPage
    add_view_class = PageCreateView
    edit_view_class = PageEditView
    set_privacy_view_class = PagePrivacyView
    revisions_revert_view_class = PageRevertView


@hooks.register("register_admin_viewset")
def register_page_screens() -> PageViewSet:
    return PortalPageViewSet()


MAY_NOT_MOVE = (
    "Diese Seite oder eine darunter ist veröffentlicht. Mit ihrem Platz ändern sich ihre Adresse und vielleicht "
    "ihre Leser:innen, "
    "und das entscheidet niemand allein. Bitte nehmen Sie die Seite zuerst offline, verschieben Sie sie dann und "
    "reichen Sie sie neu zur Prüfung ein."
)


@hooks.register("before_move_page")
def explain_why_a_page_may_not_move(request: HttpRequest, page: Page, destination: Page) -> HttpResponse | None:
    may = page.permissions_for_user(request.user)
    if not may.can_move() or may.can_move_to(destination) or not may.has_live_pages():
        return None
    messages.error(request, MAY_NOT_MOVE)
    return redirect("wagtailadmin_explore", page.get_parent().pk)


@hooks.register("after_move_page")
@hooks.register("after_bulk_action")
def withdraw_outdated_approvals(*_arguments: Any) -> None:
    withdraw_what_changed()


@hooks.register("register_log_actions")
def register_lapsing(actions: LogActionRegistry) -> None:
    @actions.register_action(LAPSED)
    class LapsedFormatter(LogFormatter):
        label = "Freigabe erloschen"

        def format_message(self, log_entry) -> str:
            what = "Freigabe" if log_entry.data["was_approved"] else "Einreichung"
            return f"{what} gilt nicht mehr; geändert: {', '.join(log_entry.data['changed'])}"
