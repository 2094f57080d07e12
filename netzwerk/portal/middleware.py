"""Two things that hold for the whole Wagtail admin, and for nothing else."""

from collections.abc import Callable

from csp.constants import NONE, SELF, UNSAFE_INLINE
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse

from netzwerk.files.access import can_use_admin
from netzwerk.portal import access

ADMIN_PREFIX = "/redaktion/"
ADMIN_POLICY = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
    "base-uri": [NONE],
}
# Screens of pages, and where their addresses name one. Wagtail lets everybody in the admin choose and move by any id.
PAGE_NAMESPACES = ("wagtailadmin_pages", "wagtailadmin_api:pages")
PAGE_ROUTES = ("wagtailadmin_explore", "wagtailadmin_choose_page", "wagtailadmin_choose_external_link")
PAGE_KWARGS = ("page_id", "parent_page_id", "page_to_move_id", "destination_id", "pk")
PAGE_QUERIES = ("id", "target_pages[]", "parent_page_id")
MAX_DIGITS = 19  # of a number that a database holds


class AdminPolicyMiddleware:
    """The admin is third-party and writes inline scripts; it alone gets a policy that lets them run."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith(ADMIN_PREFIX):
            response._csp_replace = ADMIN_POLICY
        return response


class AdminDoorMiddleware:
    """A logged-in person without the right is told so; Wagtail would send them to the login and back for ever."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict) -> None:
        inside = request.path.startswith(ADMIN_PREFIX) and not request.path.startswith(f"{ADMIN_PREFIX}log")
        if inside and request.user.is_authenticated and not can_use_admin(request.user):
            raise PermissionDenied
        if (
            inside
            and request.user.is_authenticated
            and not access.may_work_with_pages(request.user, named_pages(request))
        ):
            raise Http404


def named_pages(request: HttpRequest) -> set[int] | None:
    """Ids of the pages that an address of the admin names; None where it is no screen of pages."""
    match = request.resolver_match
    if match.namespace not in PAGE_NAMESPACES and not (match.url_name or "").startswith(PAGE_ROUTES):
        return None
    named = {value for name, value in match.kwargs.items() if name in PAGE_KWARGS}
    named |= {value for name in PAGE_QUERIES for value in request.GET.getlist(name)}
    return {int(value) for value in named if str(value).isdigit() and len(str(value)) < MAX_DIGITS}
