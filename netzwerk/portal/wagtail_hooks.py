"""What we change in Wagtail: restricted pages, forms on pages, and menus that show only what a role needs."""

from django.http import Http404, HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.models import Page

from netzwerk.portal.models import BarrierPage, ContactPage, PortalPage
from netzwerk.portal.views.office_forms import serve_form_page

HIDDEN_FROM_MAIN = {"help", "reports"}
HIDDEN_FROM_SETTINGS = {"users", "groups", "sites", "locales", "workflows", "workflow-tasks"}


@hooks.register("before_serve_page", order=-100)
def refuse_restricted_page(page: Page, request: HttpRequest, args: list, kwargs: dict) -> None:
    """A logged-in person without the right gets 404; Wagtail would send them to the login and back for ever."""
    if request.user.is_authenticated and not PortalPage.objects.visible_to(request.user).filter(pk=page.pk).exists():
        raise Http404


@hooks.register("before_serve_page", order=100)
def serve_office_form(page: Page, request: HttpRequest, args: list, kwargs: dict) -> HttpResponse | None:
    if isinstance(page, ContactPage | BarrierPage):
        return serve_form_page(page, request)
    return None


@hooks.register("construct_main_menu")
def tidy_main_menu(request: HttpRequest, menu_items: list) -> None:
    menu_items[:] = [item for item in menu_items if item.name not in HIDDEN_FROM_MAIN]


@hooks.register("construct_settings_menu")
def tidy_settings_menu(request: HttpRequest, menu_items: list) -> None:
    menu_items[:] = [item for item in menu_items if item.name not in HIDDEN_FROM_SETTINGS]
