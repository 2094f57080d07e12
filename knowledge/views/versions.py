"""The published versions of a report: their list, each compared with the one before, and each as PDF."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from knowledge.comparison import changes_between
from knowledge.models import MonthlyCount, PracticeReport, ReportVersion
from knowledge.services.pdf_files import has_pdf_file
from knowledge.views.reports import count_request, get_report
from netzwerk.files.sending import send_file
from netzwerk.members.limits import too_often


@require_safe
def versions(request: HttpRequest, pk: int) -> HttpResponse:
    report = get_report(request, pk)
    rows = list(report.versions.visible_to(request.user).defer("document"))
    first = next((one for one in reversed(rows) if not one.is_withdrawn), None)
    context = {"report": report, "versions": rows, "first": first, "title": f"Fassungen: {report.title}"}
    return render(request, "knowledge/versions.html", context)


@require_safe
def version(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """The changes since the previous version that is not withdrawn."""
    if refused := too_often(request, "search"):
        return refused
    report = get_report(request, pk)
    found = get_object_or_404(report.versions.visible_to(request.user), number=number)
    if found.is_withdrawn:
        return gone(request, report, found)
    readable = report.versions.visible_to(request.user).not_withdrawn()
    before = readable.filter(number__lt=number).first()
    context = {
        "report": report,
        "version": found,
        "before": before,
        "after": readable.defer("document").filter(number__gt=number).last(),
        "comparison": changes_between(before.document, found.document) if before else None,
        "title": f"{found}: {report.title}",
    }
    return render(request, "knowledge/version.html", context)


@require_safe
def pdf(request: HttpRequest, pk: int, number: int) -> HttpResponseBase:
    report = get_report(request, pk)
    found = get_object_or_404(report.versions.visible_to(request.user).defer("document"), number=number)
    if found.is_withdrawn:
        return gone(request, report, found)
    if not has_pdf_file(found):
        context = {"report": report, "version": found, "title": f"PDF in Arbeit, {found}: {report.title}"}
        response = render(request, "knowledge/no_pdf.html", context, status=404 if found.pdf_has_failed else 503)
        response["Retry-After"] = "10"
        return response
    response = send_file(
        request,
        found.pdf,
        content_type="application/pdf",
        filename=found.filename,
        inline=True,
        public=False,  # reports can be restricted and versions withdrawn at any time
        etag=f"{found.pk}-{found.number}",
    )
    if response.status_code == 200:  # not 304
        count_request(request, report, MonthlyCount.What.PDF)
    return response


def gone(request: HttpRequest, report: PracticeReport, found: ReportVersion) -> HttpResponse:
    context = {"report": report, "version": found, "title": f"{found} ist zurückgezogen: {report.title}"}
    return render(request, "knowledge/withdrawn.html", context, status=410)
