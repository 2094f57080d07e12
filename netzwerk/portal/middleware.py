"""What holds for every answer, and two things for the whole Wagtail admin alone."""

from collections.abc import Callable

from csp.constants import NONE, SELF, UNSAFE_INLINE
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from netzwerk.files.access import can_use_admin

ADMIN_PREFIX = "/redaktion/"
ADMIN_POLICY = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
    "base-uri": [NONE],
}


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
