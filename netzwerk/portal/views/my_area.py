""" "Mein Bereich": the personal start page, with cards from registry.my_area."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from netzwerk.surfaces import registry

NOTHING = "Zurzeit wartet nichts auf Sie."


@require_safe
@never_cache
@login_required
def my_area(request: HttpRequest) -> HttpResponse:
    cards, sentences = [], []
    for card in registry.my_area:
        context = card.context(request)
        if context is not None:
            more = (card.more[0], reverse(card.more[1])) if card.more else None
            cards.append({"card": card, "data": context, "more": more})
            sentences.append(card.sentence(context))
    lead = " ".join(filter(None, sentences)) or NOTHING
    return render(request, "portal/my_area.html", {"cards": cards, "lead": lead, "title": "Mein Bereich"})
