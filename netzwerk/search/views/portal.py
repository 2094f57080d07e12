"""The portal search: results, suggestions while typing, and the OpenSearch description for browsers."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from netzwerk.members.allauth_internals import get_ip
from netzwerk.members.limits import too_often
from netzwerk.search.finders import PortalFinder
from netzwerk.search.forms import SearchForm
from netzwerk.search.services import suggesting
from netzwerk.search.services.questions import note_question


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    if refused := too_often(request, "search"):
        return refused
    finder = PortalFinder(request.user, SearchForm(request.GET), request.GET.get("seite"))
    template = "search/start.html"
    if finder.is_narrowed:
        found = finder.search()
        if request.method == "GET" and finder.is_countable_question:
            note_question(finder.words, found=found.total, asker=get_ip(request))
        template = template_for(finder)
    answer = render(request, template, {"title": "Suche", "finder": finder})
    if request.user.is_authenticated:
        add_never_cache_headers(answer)  # it may show what others may not see
    return answer


def template_for(finder: PortalFinder) -> str:
    if finder.has_only_stop_words:
        return "search/only_stop_words.html"
    return "search/results.html" if finder.result_page.total else "search/nothing.html"


@require_safe
@never_cache
def suggestions(request: HttpRequest) -> HttpResponse:
    """Titles for what is typed so far. Never cached: a withdrawn title must not come back."""
    if refused := too_often(request, "suggestions"):
        return refused
    found = suggesting.suggest(request.user, request.GET.get("q", ""), request.GET.get("art", ""))
    rows = [{"title": one.title, "url": one.url, "kind": one.kind_label} for one in found]
    return JsonResponse({"suggestions": rows})


@require_safe
def description(request: HttpRequest) -> HttpResponse:
    """OpenSearch: lets people search the portal from the address bar of their browser."""
    return render(request, "search/description.xml", content_type="application/opensearchdescription+xml")
