"""The portal search: its page of results, what is suggested while somebody types, and its description for browsers."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from netzwerk.members.allauth_internals import get_ip
from netzwerk.search.forms import SearchForm
from netzwerk.search.results import Results
from netzwerk.search.services import suggesting
from netzwerk.search.services.questions import note_question
from netzwerk.search.views.limits import too_often


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    if refused := too_often(request, "search"):
        return refused
    asked = Results(request.user, SearchForm(request.GET), request.GET.get("seite"))
    if request.method == "GET" and asked.tells_what_is_missing:
        note_question(asked.words, found=asked.finding.total, asker=get_ip(request))
    answer = render(request, template_for(asked), {"title": "Suche", "finder": asked})
    if request.user.is_authenticated:
        add_never_cache_headers(answer)  # it may show what others may not see
    return answer


def template_for(asked: Results) -> str:
    if not asked.is_narrowed:
        return "search/start.html"
    if asked.says_nothing:
        return "search/says_nothing.html"
    return "search/results.html" if asked.finding.total else "search/nothing.html"


@require_safe
@never_cache
def suggestions(request: HttpRequest) -> HttpResponse:
    """Titles for what is typed so far. Kept nowhere: what is withdrawn must not come back from a cache."""
    if refused := too_often(request, "suggestions"):
        return refused
    found = suggesting.suggest(request.user, request.GET.get("q", ""), request.GET.get("art", ""))
    rows = [{"title": one.title, "url": one.url, "kind": one.kind_label} for one in found]
    return JsonResponse({"suggestions": rows})


@require_safe
def description(request: HttpRequest) -> HttpResponse:
    """OpenSearch: lets people search the portal from their browser's address line."""
    return render(request, "search/description.xml", content_type="application/opensearchdescription+xml")
