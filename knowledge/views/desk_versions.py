"""Screens of the Wagtail admin: the published versions of a report, and withdrawing one."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from knowledge.access import can_maintain_library
from knowledge.errors import LibraryError
from knowledge.forms import WithdrawForm
from knowledge.models import ReportVersion
from knowledge.services.versions import withdraw_version
from netzwerk.texts.fields import posted


def versions_of(request: HttpRequest, report_pk: int) -> QuerySet:
    """Raises PermissionDenied."""
    if not can_maintain_library(request.user):
        raise PermissionDenied
    rows = ReportVersion.objects.manageable_by(request.user).filter(report=report_pk)
    return rows.select_related("report").defer("document")


@require_safe
def versions(request: HttpRequest, pk: int) -> HttpResponse:
    rows = list(versions_of(request, pk))
    if not rows:
        raise Http404
    return render(request, "knowledge/admin/versions.html", {"report": rows[0].report, "versions": rows})


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    version = get_object_or_404(versions_of(request, pk), number=number)
    form = WithdrawForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            withdraw_version(version, actor=request.user, reason=form.cleaned_data["reason"])
        except LibraryError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"{version} ist zurückgezogen. Text und PDF sind gelöscht.")
            return redirect("knowledge_versions", pk)
    context = {"report": version.report, "version": version, "form": form}
    return render(request, "knowledge/admin/withdraw.html", context, status=422 if form.errors else 200)
