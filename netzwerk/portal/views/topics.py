"""The topics of the network, and for each a page with everything on it that the visitor may see."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from netzwerk.lists.chips import Chip
from netzwerk.portal.topics import parts_of, successor_of, topic_at
from netzwerk.surfaces.registry import TOPICS
from netzwerk.vocabulary.models import Tree


@require_safe
def topics(request: HttpRequest) -> HttpResponse:
    tree = Tree.load(TOPICS)
    broad = [(term, [one for one in tree.below(term) if not one.is_proposed]) for term in tree.top(TOPICS)]
    rows = [(term, narrower) for term, narrower in broad if not term.is_proposed]
    return render(request, "portal/topics.html", {"title": "Themen", "rows": rows})


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """A former slug redirects."""
    tree = Tree.load(TOPICS)
    term = topic_at(slug, tree)
    if term is None:
        if now := successor_of(slug):
            return HttpResponsePermanentRedirect(reverse("portal:topic", args=[now.slug]))
        raise Http404
    parts = parts_of(request, term, tree)
    *broader, _self = tree.path(term)
    context = {
        "title": term.name,
        "term": term,
        "parts": parts,
        "chips": [Chip(part.counted, f"#{part.entry.key}") for part in parts],
        "main": [part for part in parts if not part.entry.is_aside],
        "aside": [part for part in parts if part.entry.is_aside],
        "broader": broader,
        "narrower": [one for one in tree.below(term) if not one.is_proposed],
    }
    answer = render(request, "portal/topic.html", context)
    if request.user.is_authenticated:
        add_never_cache_headers(answer)  # it shows people, who are visible to members only
    return answer
