"""The library: its first page, the list of results, feed and export of the same search."""

from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from knowledge.export import csv_of, json_of
from knowledge.feeds import atom_of
from knowledge.forms import VOCABULARY_NAMES, LibraryForm
from knowledge.library import LibraryFinder
from knowledge.models import LibraryPage
from knowledge.services.counting import most_read
from knowledge.vocabularies import ReportVocabulary
from netzwerk.members.limits import too_often
from netzwerk.vocabulary.models import Tree
from netzwerk.vocabulary.slugs import with_current_slugs

NEWEST, OFTEN = 3, 6
FACET_VOCABULARIES = {name: name for name in VOCABULARY_NAMES}  # a facet is called as its vocabulary


def serve_library(page: LibraryPage, request: HttpRequest) -> HttpResponse:
    """The first page of the library, or the list of results if the request has a query or filters."""
    tree = Tree.load()
    if query := with_current_slugs(request.GET, FACET_VOCABULARIES, tree):
        return HttpResponseRedirect(f"{request.path}?{query.urlencode()}")
    finder = LibraryFinder(request.user, LibraryForm(request.GET, tree), request.GET.get("seite"), tree)
    if finder.is_narrowed and (refused := too_often(request, "search")):
        return refused
    found = finder.search()
    request.is_preview = False
    context = page.get_context(request) | {"finder": finder}
    if finder.is_narrowed:
        template = "knowledge/results.html" if found.total else "knowledge/no_results.html"
    else:
        template = "knowledge/library.html"
        context |= {
            "topics": finder.counts_of(ReportVocabulary.TOPIC),
            "phases": finder.counts_of(ReportVocabulary.PHASE),
            "newest": finder.first_cards(NEWEST),
            "often": most_read(request.user, OFTEN),
        }
    response = TemplateResponse(request, template, context)
    if request.user.is_authenticated:
        add_never_cache_headers(response)  # may contain restricted reports
    return response


def search_of(query: QueryDict, user) -> tuple[LibraryPage, LibraryFinder]:
    """Raises Http404 if the user may not see the library."""
    page = LibraryPage.of(user)
    if page is None:
        raise Http404
    tree = Tree.load()
    query = with_current_slugs(query, FACET_VOCABULARIES, tree) or query
    return page, LibraryFinder(user, LibraryForm(query, tree), None, tree)


def unavailable(request: HttpRequest) -> HttpResponse:
    """Answers feed and export while the search engine fails: the fallback has no filters, so its list would be wrong."""
    response = render(
        request, "knowledge/unavailable.html", {"title": "Die Suche arbeitet gerade eingeschränkt"}, status=503
    )
    response["Retry-After"] = "60"
    return response


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """Atom feed of the same search, newest first: public reports only, because feed readers do not log in, and none from the
    archive."""
    if refused := too_often(request, "search"):
        return refused
    query = request.GET.copy()
    query.pop("archiv", None)
    page, finder = search_of(query, AnonymousUser())
    if finder.search_part(per_page=1).is_fallback:
        return unavailable(request)
    return HttpResponse(atom_of(page, finder), content_type="application/atom+xml; charset=utf-8")


@require_safe
def export(request: HttpRequest, form: str) -> HttpResponse:
    """The whole list as CSV or JSON, streamed."""
    if refused := too_often(request, "export"):
        return refused
    _page, finder = search_of(request.GET, request.user)
    if finder.search_part(per_page=1).is_fallback:
        return unavailable(request)
    return csv_of(finder) if form == "csv" else json_of(finder)
