"""Rate limits of views, by the address of the client and, for a form, by its person."""

from allauth.core import ratelimit
from django.forms import Form
from django.http import HttpRequest, HttpResponse

from netzwerk.limits.services import count_request
from netzwerk.members.allauth_internals import get_ip


def too_often(request: HttpRequest, action: str) -> HttpResponse | None:
    """Count the request; a response with status 429 if this address exceeds the limit (REQUEST_LIMITS)."""
    return None if count_request(action, get_ip(request)) else ratelimit.respond_429(request)


def within_limit(request: HttpRequest, form: Form, action: str) -> bool:
    """Count one more of this action (ACCOUNT_RATE_LIMITS). Beyond the limit False, with an error in the form, so that
    the input is not lost."""
    if ratelimit.consume(request, action=action, user=request.user):
        return True
    form.add_error(
        None, "Das waren sehr viele in kurzer Zeit. Bitte warten Sie eine Stunde und versuchen Sie es dann wieder."
    )
    return False
