""" "Mein Bereich": the personal start page, with cards from registry.my_area."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from netzwerk.surfaces import registry


@require_safe
@never_cache
@login_required
def my_area(request: HttpRequest) -> HttpResponse:
    cards = []
    for card in registry.my_area:
        context = card.context(request)
        if context is not None:
            cards.append({"card": card, "data": context})
    return render(request, "portal/my_area.html", {"cards": cards, "title": "Mein Bereich"})
