"""What we change in the Wagtail admin: menus that show only what a role needs, and a page for the second person."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem, WorkflowMenuItem

from netzwerk.portal import access
from netzwerk.portal.views.review import review

HIDDEN_FROM_MAIN = {"help", "reports"}
HIDDEN_FROM_SETTINGS = {"users", "groups", "sites", "locales", "workflows", "workflow-tasks"}


@hooks.register("construct_main_menu")
def tidy_main_menu(request: HttpRequest, menu_items: list) -> None:
    menu_items[:] = [item for item in menu_items if item.name not in HIDDEN_FROM_MAIN]


@hooks.register("construct_settings_menu")
def tidy_settings_menu(request: HttpRequest, menu_items: list) -> None:
    menu_items[:] = [item for item in menu_items if item.name not in HIDDEN_FROM_SETTINGS]


class ReviewMenuItem(ActionMenuItem):
    """First button below a page that waits for this person: leads to the reviewer's page."""

    name = "review"
    label = "Prüfen und freigeben"
    icon_name = "glasses"

    def is_shown(self, context: dict) -> bool:
        return True

    def get_url(self, parent_context: dict) -> str:
        return reverse("portal_review", args=[parent_context["page"].current_workflow_task_state.pk])


@hooks.register("register_admin_urls")
def register_review() -> list[URLPattern]:
    return [path("pruefung/<int:state_id>/", review, name="portal_review")]


@hooks.register("construct_page_action_menu")
def lead_reviewers_to_their_page(menu_items: list, request: HttpRequest, context: dict) -> None:
    """Wagtail's own buttons send the editor's whole form, which is locked while a version lies before the reviewers."""
    menu_items[:] = [item for item in menu_items if not isinstance(item, WorkflowMenuItem)]
    page = context.get("page")
    state = page.current_workflow_task_state if page else None
    if state and access.can_approve(request.user, state):
        menu_items.insert(0, ReviewMenuItem())
