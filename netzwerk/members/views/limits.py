"""Rate limits of forms: the person is told in the form, and keeps what they typed."""

from allauth.core import ratelimit
from django.forms import Form
from django.http import HttpRequest


def within_limit(request: HttpRequest, form: Form, action: str) -> bool:
    """Count one more of this action (ACCOUNT_RATE_LIMITS); False, with words in the form, where it is too much."""
    if ratelimit.consume(request, action=action, user=request.user):
        return True
    form.add_error(
        None, "Das waren sehr viele in kurzer Zeit. Bitte warten Sie eine Stunde und versuchen Sie es dann wieder."
    )
    return False
