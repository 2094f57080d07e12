"""What the words in the field for references find, for the script of the page editor."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from netzwerk.lists.fields import LONGEST_WORDS
from netzwerk.lists.picking import MOST_FOUND
from netzwerk.portal.models.reference_field import References, ReferencesWidget
from netzwerk.texts.cleaning import one_line


@require_safe
def reference_hits(request: HttpRequest) -> HttpResponse:
    words = one_line(request.GET.get("q", ""))[:LONGEST_WORDS]
    found = References(request.user).find(words)
    widget = {
        "name": one_line(request.GET.get("name", ""))[:LONGEST_WORDS],
        "several": True,
        "words": words,
        "found": found,
        "is_cut": len(found) >= MOST_FOUND,
        "nothing_found": ReferencesWidget.nothing_found,
    }
    return render(request, "components/picker_found.html", {"widget": widget})
