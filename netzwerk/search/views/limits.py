"""Rate limits of views."""

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse

from netzwerk.members.allauth_internals import get_ip
from netzwerk.search.services.limits import may_ask


def too_often(request: HttpRequest, action: str) -> HttpResponse | None:
    """Count the request; a response with status 429 if this address exceeds the limit."""
    return None if may_ask(action, get_ip(request)) else ratelimit.respond_429(request)
