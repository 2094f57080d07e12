"""Middleware that keeps groups in step with roles, and that enforces the second factor."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from netzwerk.autosave.services.kept import keep_posted, opened_form
from netzwerk.members.allauth_internals import logout
from netzwerk.members.reach import grants_of
from netzwerk.members.roles import ROLE_BY_KEY
from netzwerk.members.second_factor import state
from netzwerk.members.services.groups import set_groups

# URL names for a person who still has to enrol. Static files are served before this middleware.
ENROLMENT = {
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_list_webauthn",
    "account_reauthenticate",
    "account_logout",
}
LOGOUT = "account_logout"
SAFE_METHODS = ("GET", "HEAD")


class RolesMiddleware:
    """Two small queries for a logged-in person, none for visitors. Writes only where a role began or ended."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        user = request.user
        if user.is_authenticated:
            wanted = {ROLE_BY_KEY[grant.role].label for grant in grants_of(user) if grant.role in ROLE_BY_KEY}
            prefetch_related_objects([user], "groups")  # page restrictions read them too
            set_groups(user, wanted, {group.name for group in user.groups.all()})
        return self.get_response(request)


class SecondFactorMiddleware:
    """Two rules for people who are logged in, on every route except the logout.

    With a second factor, a person must have used it in this session; other sessions (opened before it was enrolled, or without
    allauth) end. A person whose role needs one and who has none may open the enrolment only.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict) -> HttpResponse | None:
        name = request.resolver_match.view_name
        if not request.user.is_authenticated or name == LOGOUT:
            return None
        if state.has_factor(request.user):
            return None if state.is_confirmed(request) else to_login(request)
        state.remember_none(request)
        if not state.is_required_of(request.user):
            return None
        request.must_enrol = True
        if name in ENROLMENT:
            return None
        if request.method in SAFE_METHODS:
            return redirect("mfa_index")
        raise PermissionDenied


def to_login(request: HttpRequest) -> HttpResponse:
    if request.method == "POST" and (opened := opened_form(request)):
        keep_posted(opened, request.POST)  # shown again in the form after the login
    logout(request, show_message=False)
    messages.warning(request, "Bitte melden Sie sich neu an: Ihr Konto ist jetzt mit einem zweiten Faktor gesichert.")
    back = f"?{urlencode({'next': request.get_full_path()})}" if request.method in SAFE_METHODS else ""
    return redirect(reverse("account_login") + back)
