"""The published versions of a report: their list, one beside the one before, and each as PDF."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from knowledge.comparison import changes_between
from knowledge.models import MonthlyCount, PracticeReport, ReportVersion
from knowledge.services.pdf_files import has_pdf_file
from knowledge.views.reports import note_visit, visible
from netzwerk.files.sending import send_file
from netzwerk.search.views.limits import too_often


@require_safe
def versions(request: HttpRequest, pk: int) -> HttpResponse:
    """All of them, newest first; what changed stands on a page for each."""
    report = visible(request, pk)
    rows = list(report.versions.visible_to(request.user).defer("document"))
    first = next((one for one in reversed(rows) if not one.is_withdrawn), None)
    context = {"report": report, "versions": rows, "first": first, "title": f"Fassungen: {report.title}"}
    return render(request, "knowledge/versions.html", context)


@require_safe
def version(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """What this version changed in the one before that still stands."""
    if refused := too_often(request, "search"):
        return refused
    report = visible(request, pk)
    found = get_object_or_404(report.versions.visible_to(request.user), number=number)
    if found.is_withdrawn:
        return gone(request, report, found)
    standing = report.versions.visible_to(request.user).not_withdrawn()
    before = standing.filter(number__lt=number).first()
    context = {
        "report": report,
        "version": found,
        "before": before,
        "after": standing.defer("document").filter(number__gt=number).last(),
        "comparison": changes_between(before.document, found.document) if before else None,
        "title": f"{found}: {report.title}",
    }
    return render(request, "knowledge/version.html", context)


@require_safe
def pdf(request: HttpRequest, pk: int, number: int) -> HttpResponseBase:
    report = visible(request, pk)
    found = get_object_or_404(report.versions.visible_to(request.user).defer("document"), number=number)
    if found.is_withdrawn:
        return gone(request, report, found)
    if not has_pdf_file(found):
        context = {"report": report, "version": found, "title": f"PDF in Arbeit, {found}: {report.title}"}
        answer = render(request, "knowledge/no_pdf.html", context, status=404 if found.has_no_pdf else 503)
        answer["Retry-After"] = "10"
        return answer
    answer = send_file(
        request,
        found.pdf,
        content_type="application/pdf",
        filename=found.filename,
        inline=True,
        public=False,  # a report may be closed or withdrawn at any time
        etag=f"{found.pk}-{found.number}",
    )
    if answer.status_code == 200:  # not where the browser has it already
        note_visit(request, report, MonthlyCount.What.PDF)
    return answer


def gone(request: HttpRequest, report: PracticeReport, found: ReportVersion) -> HttpResponse:
    context = {"report": report, "version": found, "title": f"{found} ist zurückgezogen: {report.title}"}
    return render(request, "knowledge/withdrawn.html", context, status=410)
