"""The reviewer's page in the admin: read the submitted version as visitors will see it, then decide."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods
from wagtail.models import TaskState

from netzwerk.portal.forms import ReviewForm
from netzwerk.portal.services.review import RELEASE, decide
from netzwerk.surfaces.forms import posted


@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, state_id: int) -> HttpResponse:
    """Only what this person may release; for all others, and once it is decided or withdrawn, the page is missing."""
    state = get_object_or_404(TaskState.objects.reviewable_by(request.user), pk=state_id)
    page = state.workflow_state.content_object.specific
    form = ReviewForm(posted(request))
    if request.method == "POST" and form.is_valid():
        decision = form.cleaned_data["decision"]
        try:
            decide(state, actor=request.user, decision=decision, comment=form.cleaned_data["comment"])
        except PermissionDenied:
            messages.error(
                request, "Diese Fassung können Sie nicht freigeben, oder sie wurde inzwischen zurückgezogen."
            )
        else:
            done = "freigegeben" if decision == RELEASE else "mit der Bitte um Änderungen zurückgegeben"
            messages.success(request, f"„{state.revision.object_str}“ ist {done}.")
        return redirect("wagtailadmin_home")
    context = {
        "state": state,
        "page": page,
        "form": form,
        "revision": state.revision,
        "submitted": state.revision.as_object(),
    }
    return TemplateResponse(request, "portal/admin/review.html", context, status=422 if form.errors else 200)
