""" "Meine Termine": what one takes part in or leads, and the secret address for one's own calendar."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from netzwerk.calendar.entries import by_month, entries_of
from netzwerk.calendar.ical import NO_REPLY_NEEDED
from netzwerk.calendar.models import Date, FeedToken
from netzwerk.calendar.services.feeds import renew_token, revoke_token

PER_PAGE = 40


@require_safe
@never_cache
@login_required
def dates(request: HttpRequest) -> HttpResponse:
    return render(request, "calendar/own.html", _context(request))


@require_POST
@never_cache
@login_required
def renew(request: HttpRequest) -> HttpResponse:
    """Answers with the page itself: the address is shown this once, and stands in no other URL and no session."""
    secret = renew_token(actor=request.user)
    address = f"{settings.BASE_URL}{reverse('dates:personal', args=[secret])}"
    return render(request, "calendar/own.html", {**_context(request), "address": address})


@require_POST
@never_cache
@login_required
def revoke(request: HttpRequest) -> HttpResponse:
    if revoke_token(actor=request.user):
        messages.success(
            request, "Die Adresse gilt nicht mehr. Kalender, die sie abonniert haben, bekommen nichts mehr."
        )
    return redirect("my_dates:list")


def _context(request: HttpRequest) -> dict[str, Any]:
    own = Date.objects.visible_to(request.user).of_person(request.user)
    is_past = request.GET.get("ansicht") == "vergangene"
    found = own.past() if is_past else own.upcoming()
    page = Paginator(found.for_lists(), PER_PAGE).get_page(request.GET.get("seite"))
    entries = entries_of(list(page.object_list), request.user, with_clashes=not is_past)
    url = reverse("my_dates:list")
    return {
        "title": "Meine Termine",
        "page_obj": page,
        "months": by_month(entries),
        "is_past": is_past,
        "view_tabs": [
            {"label": "Kommende", "url": url, "current": not is_past, "count": None},
            {"label": "Vergangene", "url": f"{url}?ansicht=vergangene", "current": is_past, "count": None},
        ],
        "token": FeedToken.objects.visible_to(request.user).first(),
        "no_reply": NO_REPLY_NEEDED,
    }
