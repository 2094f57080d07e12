"""The review screen in the admin: shows the submitted version, its URL and audience, and takes the decision."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods
from wagtail.models import TaskState

from netzwerk.portal.forms import ReviewForm
from netzwerk.portal.services.review import RELEASE, decide, was_decided_for, withdraw_if_changed
from netzwerk.portal.submitted import submitted_version
from netzwerk.texts.fields import posted


@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, state_id: int) -> HttpResponse:
    """404 for users who may not approve this version, and once it is decided or withdrawn."""
    state = TaskState.objects.reviewable_by(request.user).filter(pk=state_id).first()
    if state is None:
        return _nothing_to_review(request, state_id)
    form = ReviewForm(posted(request))
    if request.method == "POST" and form.is_valid():
        return _decide(request, state, form)
    context = {"state": state, "form": form, "revision": state.revision, "version": submitted_version(state.specific)}
    return TemplateResponse(request, "portal/admin/review.html", context, status=422 if form.errors else 200)


def _nothing_to_review(request: HttpRequest, state_id: int) -> HttpResponse:
    """A message for reviewers who follow the link of a mail after the decision; 404 for all others."""
    if request.method == "POST" or not was_decided_for(request.user, state_id):
        raise Http404
    messages.info(request, "Über diese Fassung ist schon entschieden, oder sie wurde zurückgezogen.")
    return redirect("wagtailadmin_home")


def _decide(request: HttpRequest, state: TaskState, form: ReviewForm) -> HttpResponse:
    decision, title = form.cleaned_data["decision"], state.revision.object_str
    try:
        decide(state, actor=request.user, decision=decision, comment=form.cleaned_data["comment"])
    except PermissionDenied as error:
        withdraw_if_changed(state.specific)
        messages.error(request, f"„{title}“ können Sie nicht freigeben. {error}".strip())
    else:
        done = "freigegeben" if decision == RELEASE else "mit der Bitte um Änderungen zurückgegeben"
        messages.success(request, f"„{title}“ ist {done}.")
    return redirect("wagtailadmin_home")
