"""Roles hold from the next request on: before anything asks for a right, the person's groups follow from the grants."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from netzwerk.members.access import grants_of
from netzwerk.members.roles import ROLE_BY_KEY
from netzwerk.members.services.groups import set_groups


class RolesMiddleware:
    """Two small queries for a signed-in person, none for visitors. A write only where a role began, ended or was taken."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        user = request.user
        if user.is_authenticated:
            wanted = {ROLE_BY_KEY[grant.role].label for grant in grants_of(user) if grant.role in ROLE_BY_KEY}
            set_groups(user, wanted, set(user.groups.values_list("name", flat=True)))
        return self.get_response(request)
