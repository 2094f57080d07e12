"""A report: its page, permanent link, citation and files."""

from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from knowledge import citing
from knowledge.models import Bookmark, MonthlyCount, PracticeReport, ReportVersion
from knowledge.report_view import ReportView, library_of
from knowledge.scales import criteria, explained
from knowledge.search_kinds import PracticeReports
from knowledge.services.counting import count_visit
from netzwerk.files.models import PortalDocument
from netzwerk.portal.plain_text import parts_of_stream, plain_text_of
from netzwerk.search.services.suggesting import Suggestion, similar

What = MonthlyCount.What
SCALES = (("evidence", "Evidenz"), ("cost", "Kostenrahmen"), ("effect", "Wirkung"))


def serve_report(page: PracticeReport, request: HttpRequest) -> HttpResponse:
    request.is_preview = False
    prefetch_related_objects([page], "authors", "organisations")
    count_request(request, page, What.VIEW)
    versions = list(page.versions.visible_to(request.user).not_withdrawn().defer("document")[:2])
    report_view = ReportView(page, request.user)
    context = page.get_context(request) | {
        "report_view": report_view,
        "version": versions[0] if versions else None,
        "has_versions": len(versions) > 1,
        "bookmark": Bookmark.objects.visible_to(request.user).filter(report=page.pk).first(),
        "cited": cited(page, versions[0] if versions else None),
        "alike": similar_pages(page, request.user, {one.url for one in report_view.references}),
    }
    response = TemplateResponse(request, page.get_template(request), context)
    if request.user.is_authenticated:
        add_never_cache_headers(response)  # contains the user's own note
    return response


def similar_pages(report: PracticeReport, user, shown: set[str]) -> list[Suggestion]:
    """Similar pages of the portal, without those that the page has `shown` already."""
    text = plain_text_of(piece for _section, stream in report.sections() for piece in parts_of_stream(stream)).body
    leave_out = {report.url, library_of(report), *shown}
    return similar(user, PracticeReports.key, report.pk, report.title, f"{report.lead}\n{text}", leave_out=leave_out)


def count_request(request: HttpRequest, report: PracticeReport, what: str) -> None:
    count_visit(report, what, method=request.method, headers=request.headers)


def get_report(request: HttpRequest, pk: int) -> PracticeReport:
    return get_object_or_404(PracticeReport.objects.visible_to(request.user), pk=pk)


def cited_version(version: ReportVersion | None, report: PracticeReport) -> dict:
    """Number and date of the version that is cited."""
    moment = version.published_at if version else report.first_published_at or timezone.now()
    return {"version": version.number if version else 1, "published_on": timezone.localdate(moment)}


def cited(report: PracticeReport, version: ReportVersion | None) -> str:
    return citing.cite(report, **cited_version(version, report))


@require_safe
def permalink(request: HttpRequest, pk: int) -> HttpResponse:
    """Redirects to the page. Reports that are hidden from the user and reports that do not exist get the same response, which
    offers to log in and come back."""
    report = PracticeReport.objects.visible_to(request.user).filter(pk=pk).first()
    if report is not None:
        return redirect(report.url)
    return render(request, "knowledge/not_found.html", {"title": "Dieser Bericht ist hier nicht zu lesen"}, status=404)


@require_safe
def citation(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    report = get_report(request, pk)
    newest = report.versions.visible_to(request.user).not_withdrawn().defer("document").first()
    of = cited_version(newest, report)
    if form == "bib":
        text, content_type = citing.bibtex(report, **of), "application/x-bibtex"
    else:
        text, content_type = citing.ris(report, **of), "application/x-research-info-systems"
    response = HttpResponse(text, content_type=f"{content_type}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="praxisbericht-{pk}.{form}"'
    return response


@require_safe
def file(request: HttpRequest, pk: int, document_pk: int) -> HttpResponse:
    """Counts the download and redirects to the file."""
    report = get_report(request, pk)
    row = get_object_or_404(report.files.all(), document_id=document_pk)
    document = PortalDocument.objects.visible_to(request.user).filter(pk=row.document_id).first()
    if document is None:
        raise Http404
    count_request(request, report, What.FILE)
    return redirect(document.url)


@require_safe
def quality(request: HttpRequest) -> HttpResponse:
    context = {
        "criteria": list(criteria().values()),
        "scales": [(label, list(explained(scale).values())) for scale, label in SCALES],
        "title": "Kriterien guter Praxis",
    }
    return render(request, "knowledge/quality.html", context)
