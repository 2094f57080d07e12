"""Rate limit of a form that reports the limit as a form error, so that the input is not lost."""

from allauth.core import ratelimit
from django.forms import Form
from django.http import HttpRequest


def within_limit(request: HttpRequest, form: Form, action: str) -> bool:
    """Count one more of this action (ACCOUNT_RATE_LIMITS). False, with an error in the form, beyond the limit."""
    if ratelimit.consume(request, action=action, user=request.user):
        return True
    form.add_error(
        None, "Das waren sehr viele in kurzer Zeit. Bitte warten Sie eine Stunde und versuchen Sie es dann wieder."
    )
    return False
