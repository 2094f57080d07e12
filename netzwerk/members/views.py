"""Doors of the login that are not allauth's own pages."""

from allauth.account.utils import perform_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from netzwerk.members import demo
from netzwerk.members.models import User


@require_POST
@never_cache
def demo_login(request: HttpRequest, key: str) -> HttpResponse:
    """Log in as a persona of the demo, through allauth like every login. The route exists only in the demo."""
    persona = demo.persona(key)
    if persona is None:
        raise Http404
    user = get_object_or_404(User.objects.visible_to(request.user), email=persona.email)
    return perform_login(request, user, email_verification="none")
