"""Login views besides allauth's."""

from allauth.account.utils import perform_login
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from netzwerk.members.demo import personas


@require_POST
@never_cache
def demo_login(request: HttpRequest, key: str) -> HttpResponse:
    """Log in as a persona, through allauth like every login. The route exists in the demo only."""
    user = personas.person_of(key)
    if user is None:
        raise Http404
    return perform_login(request, user, email_verification="none")
