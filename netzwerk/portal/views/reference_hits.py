"""What the words in the field for references find, for the script of the page editor."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from netzwerk.lists.picking import render_found
from netzwerk.portal.models.reference_field import References, ReferencesWidget


@require_safe
def reference_hits(request: HttpRequest) -> HttpResponse:
    return render_found(request, References(request.user), ReferencesWidget())
