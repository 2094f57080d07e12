from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from knowledge.models import GlossaryEntry
from netzwerk.portal.links import LinkTargets
from netzwerk.texts.folding import german_order


@require_safe
def glossary(request: HttpRequest) -> HttpResponse:
    rows = GlossaryEntry.objects.visible_to(request.user).order_by(german_order("term"))
    letters = [(letter, list(entries)) for letter, entries in groupby(rows, key=lambda entry: entry.initial)]
    return render(request, "knowledge/glossary.html", {"letters": letters, "title": "Glossar"})


@require_safe
def entry(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(GlossaryEntry.objects.visible_to(request.user), slug=slug)
    others = found.see_also.visible_to(request.user).order_by("term")
    links = LinkTargets.of([found.text], request)
    return render(
        request, "knowledge/entry.html", {"entry": found, "others": others, "links": links, "title": found.term}
    )
