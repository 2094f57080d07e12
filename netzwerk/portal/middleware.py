"""What holds for every answer and every address, and what holds for the Wagtail admin alone."""

import logging
import traceback
from collections.abc import Callable

from csp.constants import NONE, SELF, UNSAFE_INLINE
from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, DataError
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import NoReverseMatch, get_resolver
from django.utils.cache import patch_cache_control

from netzwerk.files.access import can_use_admin
from netzwerk.portal import access

logger = logging.getLogger(__name__)
OUR_CODE = ("netzwerk.", "knowledge.")

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


class PermissionsPolicyMiddleware:
    """Which functions of the browser pages may use. Outermost, so that files and errors carry it too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.policy = ", ".join(f"{feature}=({' '.join(who)})" for feature, who in settings.PERMISSIONS_POLICY.items())

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response["Permissions-Policy"] = self.policy
        return response


class AdminPolicyMiddleware:
    """The admin is third-party and writes inline scripts; it alone gets a policy that lets them run."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith(ADMIN_PREFIX):
            response._csp_replace = ADMIN_POLICY
        return response


class AdminAccessMiddleware:
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
    return {int(value) for value in named if str(value).isdecimal() and len(str(value)) < MAX_DIGITS}


class PrivateResponsesMiddleware:
    """What depends on who asks is kept in no cache, on the way or in the browser: every answer to a person who is logged in,
    every one that sets a cookie, and every refusal, which may hide what others see. Files that everybody may have say so.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        cached = response.get("Cache-Control", "")
        if "no-store" not in cached and "public" not in cached and is_for_one_person(request, response):
            patch_cache_control(response, private=True, no_store=True)
        return response


def is_for_one_person(request: HttpRequest, response: HttpResponse) -> bool:
    # In this order: the error page must stand when neither session nor database does.
    refused = response.status_code >= 400 or response.status_code == 302
    return refused or bool(response.cookies) or request.user.is_authenticated


class InvalidValuesMiddleware:
    """A value in an address that no database takes (an id beyond 64 bits, a date that is none) finds nothing: 404, or 400
    where it was sent by a form. Our own forms check what they are sent; this is for ids in paths, and for the admin's lists,
    which hand what they are given to the database as it is.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # PostgreSQL takes no NUL, and sessions are looked up by what the cookie says.
        request.COOKIES = {name: value for name, value in request.COOKIES.items() if "\0" not in value}
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not has_values(request) or not is_about_values(error):
            return None
        frame = traceback.extract_tb(error.__traceback__)[-1]
        # Neither the value nor the error's own words, which repeat it.
        logger.warning("a value of the address was refused: %s in %s", type(error).__name__, frame.name)
        status = 400 if request.method == "POST" else 404
        return get_resolver().resolve_error_handler(status)(request, exception=error)


def has_values(request: HttpRequest) -> bool:
    match = request.resolver_match
    return bool(request.GET or request.POST or (match and (match.args or match.kwargs)))


def is_about_values(error: Exception) -> bool:
    """Whether a value is what went wrong. What our own code makes of a value by itself is our fault, and stays an error."""
    if isinstance(error, DataError | OverflowError) or "NUL (0x00)" in str(error):
        return True
    if isinstance(error, DatabaseError):  # SQLite: an offset beyond 64 bits; a quotation mark in the full-text search
        return any(words in str(error) for words in ("datatype mismatch", "fts5:", "unterminated string"))
    if not isinstance(error, ValueError | ValidationError | NoReverseMatch | AttributeError):
        return False
    modules = {frame.f_globals.get("__name__", "") for frame, _line in traceback.walk_tb(error.__traceback__)}
    return not any(name.startswith(OUR_CODE) for name in modules)
