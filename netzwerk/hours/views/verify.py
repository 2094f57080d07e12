"""The page that verifies a certificate. Whoever has the link sees what the paper must say; without it nothing is found."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from netzwerk.hours.services.verification import certificate_of
from netzwerk.hours.views import SUM_HEADINGS
from netzwerk.members.limits import too_often


@require_safe
@never_cache
def verify(request: HttpRequest, token: str) -> HttpResponse:
    if refused := too_often(request, "verification"):
        return refused
    found = certificate_of(token)
    if found is None:
        raise Http404
    context = {
        "certificate": found,
        "paper": found.paper,
        "replacement": getattr(found, "replaced_by", None),
        "checked_at": timezone.now(),
        "office_email": settings.OFFICE_EMAIL,
        "sum_headings": SUM_HEADINGS,
        "title": "Bescheinigung prüfen",
    }
    response = render(request, "hours/verify.html", context)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
