"""Headers of all responses, invalid values in requests, and access to the Wagtail admin."""

import logging
import traceback
from collections.abc import Callable

from csp.constants import NONE, SELF, UNSAFE_INLINE
from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import DatabaseError, DataError, IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, get_resolver
from django.utils.cache import patch_cache_control
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.deprecation import MiddlewareMixin

from netzwerk.files.access import can_use_admin
from netzwerk.portal import access
from netzwerk.texts.fields import MAX_DIGITS

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
# Screens of pages, and the parameters that name one. Wagtail lets every editor choose and move pages by any id.
PAGE_NAMESPACES = ("wagtailadmin_pages", "wagtailadmin_api:pages")
PAGE_ROUTES = ("wagtailadmin_explore", "wagtailadmin_choose_page", "wagtailadmin_choose_external_link")
PAGE_KWARGS = ("page_id", "parent_page_id", "page_to_move_id", "destination_id", "pk")
PAGE_QUERIES = ("id", "target_pages[]", "parent_page_id")


class PermissionsPolicyMiddleware(MiddlewareMixin):
    """The Permissions-Policy header. Outermost, so that static files and errors have it too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        super().__init__(get_response)
        self.policy = ", ".join(f"{feature}=({' '.join(who)})" for feature, who in settings.PERMISSIONS_POLICY.items())

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        response["Permissions-Policy"] = self.policy
        return response


class AdminPolicyMiddleware(MiddlewareMixin):
    """A Content-Security-Policy for Wagtail's admin that allows its inline scripts."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if request.path.startswith(ADMIN_PREFIX):
            response._csp_replace = ADMIN_POLICY
        return response


class AdminAccessMiddleware(MiddlewareMixin):
    """403 for logged-in users who may not use the admin (Wagtail would redirect them to the login in a loop), 404 for pages
    that they may not see."""

    def process_view(self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict) -> None:
        inside = request.path.startswith(ADMIN_PREFIX) and not request.path.startswith(f"{ADMIN_PREFIX}log")
        if not inside or not request.user.is_authenticated:
            return
        if not can_use_admin(request.user):
            raise PermissionDenied
        if not access.may_work_with_pages(request.user, named_pages(request)):
            raise Http404


def named_pages(request: HttpRequest) -> set[int] | None:
    """Ids of the pages that a request to the admin names; None if it is for no screen of pages."""
    match = request.resolver_match
    if match.namespace not in PAGE_NAMESPACES and not (match.url_name or "").startswith(PAGE_ROUTES):
        return None
    named = {value for name, value in match.kwargs.items() if name in PAGE_KWARGS}
    named |= {value for name in PAGE_QUERIES for value in request.GET.getlist(name)}
    return {int(value) for value in named if str(value).isdecimal() and len(str(value)) <= MAX_DIGITS}


class PrivateResponsesMiddleware(MiddlewareMixin):
    """`Cache-Control: no-store` for what depends on the user: responses to logged-in users or with cookies, errors, redirects.

    Responses that are marked as public keep their header.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        cached = response.get("Cache-Control", "")
        if "no-store" not in cached and "public" not in cached and is_for_one_person(request, response):
            patch_cache_control(response, private=True, no_store=True)
        return response


def is_for_one_person(request: HttpRequest, response: HttpResponse) -> bool:
    # `user` last: error pages must work without session and database.
    refused = response.status_code >= 400 or response.status_code == 302
    return refused or bool(response.cookies) or request.user.is_authenticated


class InvalidValuesMiddleware(MiddlewareMixin):
    """404 for values in a URL that the database refuses (an id beyond 64 bits, an invalid date), 400 in a POST; 409 for a value
    that another request has taken since the form was checked.

    Our own forms validate their data; this is for ids in paths, for lists of the admin, which pass values to the
    database unchecked, and for forms of the admin that miss a field or name an object that is deleted.
    """

    def process_request(self, request: HttpRequest) -> None:
        # PostgreSQL refuses NUL, and the session is looked up by the value of its cookie.
        request.COOKIES = {name: value for name, value in request.COOKIES.items() if "\0" not in value}

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        taken = request.method == "POST" and is_taken(error)
        if not has_values(request) or not (taken or is_about_values(error)):
            return None
        frame = traceback.extract_tb(error.__traceback__)[-1]
        # Logs neither the value nor the error's message, which repeats it.
        logger.warning("an invalid value in a request was refused: %s in %s", type(error).__name__, frame.name)
        if taken:
            return render(request, "errors/409.html", status=409)
        status = 400 if request.method == "POST" else 404
        return get_resolver().resolve_error_handler(status)(request, exception=error)


def has_values(request: HttpRequest) -> bool:
    match = request.resolver_match
    return bool(request.GET or request.POST or (match and (match.args or match.kwargs)))


def is_taken(error: Exception) -> bool:
    """Whether a unique constraint refused the row: a double click, or somebody was faster. Services say so themselves."""
    return isinstance(error, IntegrityError) and "unique constraint" in str(error).lower()


def is_about_values(error: Exception) -> bool:
    """Whether an invalid value caused the error. Errors that our own code raises are bugs, and stay errors."""
    if isinstance(error, DataError | OverflowError) or "NUL (0x00)" in str(error):
        return True
    if isinstance(error, DatabaseError):  # SQLite: an offset beyond 64 bits; a quotation mark in the full-text search
        return any(words in str(error) for words in ("datatype mismatch", "fts5:", "unterminated string"))
    frames = [frame for frame, _line in traceback.walk_tb(error.__traceback__)]
    modules = [frame.f_globals.get("__name__", "") for frame in frames]
    if isinstance(error, MultiValueDictKeyError | ObjectDoesNotExist):
        caller = next((name for name in reversed(modules) if not name.startswith("django.")), "")
        return bool(caller) and not caller.startswith(OUR_CODE)
    if not isinstance(error, ValueError | ValidationError | NoReverseMatch | AttributeError):
        return False
    # Django's protocol for widgets: a package reads there what a form sent, also a form of ours.
    reads_a_form = any(frame.f_code.co_name == "value_from_datadict" for frame in frames)
    return not modules[-1].startswith(OUR_CODE) and (
        reads_a_form or not any(name.startswith(OUR_CODE) for name in modules)
    )
