"""The library: its first page, the list of what was found, feed and export of the same question."""

from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from knowledge.export import csv_of, json_of
from knowledge.feeds import atom_of
from knowledge.forms import LibraryForm, with_present_terms
from knowledge.library import Library
from knowledge.models import LibraryPage, Tree, Vocabulary
from knowledge.services.counting import most_read
from netzwerk.search.views.limits import too_often

NEWEST, OFTEN = 3, 6


def serve_library(page: LibraryPage, request: HttpRequest) -> HttpResponse:
    """Invites where nothing was asked yet; else the list."""
    tree = Tree.load()
    if moved := with_present_terms(request.GET, tree):
        return HttpResponseRedirect(f"{request.path}?{moved.urlencode()}")
    library = Library(request.user, LibraryForm(request.GET, tree), request.GET.get("seite"), tree)
    if library.is_narrowed and (refused := too_often(request, "search")):
        return refused
    found = library.search()
    request.is_preview = False
    context = page.get_context(request) | {"finder": library}
    if library.is_narrowed:
        template = "knowledge/results.html" if found.total else "knowledge/nothing.html"
    else:
        template = "knowledge/library.html"
        context |= {
            "topics": library.counts_of(Vocabulary.TOPIC),
            "phases": library.counts_of(Vocabulary.PHASE),
            "newest": library.first_cards(NEWEST),
            "often": most_read(request.user, OFTEN),
        }
    answer = TemplateResponse(request, template, context)
    if request.user.is_authenticated:
        add_never_cache_headers(answer)  # it may show what others may not see
    return answer


def asked(query: QueryDict, user) -> tuple[LibraryPage, Library]:
    page = LibraryPage.of(user)
    if page is None:
        raise Http404
    tree = Tree.load()
    query = with_present_terms(query, tree) or query
    return page, Library(user, LibraryForm(query, tree), None, tree)


def later(request: HttpRequest) -> HttpResponse:
    """While the engine is away: a list without its filters would be taken for the whole."""
    answer = render(request, "knowledge/later.html", {"title": "Die Suche arbeitet gerade eingeschränkt"}, status=503)
    answer["Retry-After"] = "60"
    return answer


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """Atom of the same question, newest first. Feed readers do not log in: it shows what everybody may see. What is archived is
    no news."""
    if refused := too_often(request, "search"):
        return refused
    query = request.GET.copy()
    query.pop("archiv", None)
    page, library = asked(query, AnonymousUser())
    if library.search_part(per_page=1).is_fallback:
        return later(request)
    return HttpResponse(atom_of(page, library), content_type="application/atom+xml; charset=utf-8")


@require_safe
def export(request: HttpRequest, form: str) -> HttpResponse:
    """The whole list as CSV or JSON, while it is read."""
    if refused := too_often(request, "export"):
        return refused
    _page, library = asked(request.GET, request.user)
    if library.search_part(per_page=1).is_fallback:
        return later(request)
    return csv_of(library) if form == "csv" else json_of(library)
