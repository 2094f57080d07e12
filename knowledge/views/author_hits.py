"""People found by name, for the script of the authors' rows in the editor of a report."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from knowledge.access import can_maintain_library
from knowledge.models.author_form import AuthorField
from netzwerk.lists.picking import render_found
from netzwerk.members.forms.people import People
from netzwerk.members.models import User


@require_safe
def author_hits(request: HttpRequest) -> HttpResponse:
    if not can_maintain_library(request.user):
        raise PermissionDenied
    return render_found(request, People(User.objects.visible_to(request.user)), AuthorField(several=False).widget)
