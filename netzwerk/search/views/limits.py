"""The answer to whoever asks too often."""

from allauth.core import ratelimit
from allauth.core.internal.ratelimit import get_ip  # as logins see it: one address for a whole IPv6 network
from django.http import HttpRequest, HttpResponse

from netzwerk.search.services.limits import may_ask


def too_often(request: HttpRequest, action: str) -> HttpResponse | None:
    """429 where this address has asked too often, else nothing. Counts the question."""
    return None if may_ask(action, get_ip(request)) else ratelimit.respond_429(request)
