"""The answer to whoever asks too often."""

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse

from netzwerk.members.allauth_internals import get_ip
from netzwerk.search.services.limits import may_ask


def too_often(request: HttpRequest, action: str) -> HttpResponse | None:
    """429 where this address has asked too often, else nothing. Counts the question."""
    return None if may_ask(action, get_ip(request)) else ratelimit.respond_429(request)
