"""One's own account: sums, entries, certificates, and the files to take along."""

from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from netzwerk.hours.account import account_of, for_account
from netzwerk.hours.errors import HoursError
from netzwerk.hours.models import Certificate, Credit, Entry
from netzwerk.hours.services.statements import issue_statement
from netzwerk.hours.views import SUM_HEADINGS, certificate_response
from netzwerk.lists.headings import Heading
from netzwerk.lists.tables import Column, TooManyRows, csv_response, xlsx_response
from netzwerk.pdf import PdfError

PER_PAGE = 25
TABLE = (
    Column("Datum", lambda row: row.day, 12),
    Column("Wofür", lambda row: row.title, 50),
    Column("Art", lambda row: row.category.label, 30),
    Column("Form", lambda row: row.get_presence_display(), 12),
    Column("Minuten", lambda row: row.minutes, 10),
    Column("Fassung", lambda row: row.revision, 10),
    Column("Gegenbuchung", lambda row: row.is_counter, 14),
    Column("Grund der Berichtigung", lambda row: row.reason, 40),
    Column("Gutgeschrieben", lambda row: row.credited_at, 18),
)


@require_safe
@never_cache
@login_required
def show(request: HttpRequest) -> HttpResponseBase:
    entries = for_account(Entry.objects.visible_to(request.user))
    if request.GET.get("als") in ("csv", "xlsx"):
        return _file(request, entries)
    rows = list(entries)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("seite"))
    own = Credit.objects.visible_to(request.user).filter(person=request.user)
    certificates = Certificate.objects.visible_to(request.user).filter(person=request.user)
    account = account_of(rows)
    context = {
        "account": account,
        "years": [(str(year), f"Stunden im Jahr {year}", sums) for year, sums in account.years],
        "page_obj": page,
        "credits": own.select_related("category"),
        "certificates": certificates,
        "sum_headings": SUM_HEADINGS,
        "entry_headings": ("Datum", "Wofür", "Art", Heading("Minuten", is_numeric=True)),
        "title": "Meine Stunden",
    }
    return render(request, "hours/account.html", context)


def _file(request: HttpRequest, entries) -> HttpResponseBase:
    name = f"meine-stunden-{timezone.localdate():%Y-%m-%d}"
    if request.GET["als"] == "csv":
        return csv_response(name, TABLE, entries.iterator(chunk_size=500))
    try:
        return xlsx_response(name, "Meine Stunden", TABLE, entries, expected=entries.count())
    except TooManyRows:
        messages.error(request, "Für eine Excel-Datei sind es zu viele Zeilen. Bitte nehmen Sie CSV.")
        return redirect("hours:account")


@require_POST
@never_cache
@login_required
def statement(request: HttpRequest) -> HttpResponseBase:
    """Issue the statement of the account, and send it as PDF."""
    if not ratelimit.consume(request, action="hours_statement", user=request.user):
        messages.error(
            request, "Das waren sehr viele Nachweise in kurzer Zeit. Bitte versuchen Sie es in einer Stunde wieder."
        )
        return redirect("hours:account")
    try:
        issued = issue_statement(actor=request.user)
        return certificate_response(issued)
    except (HoursError, PdfError) as error:
        messages.error(request, str(error))
        return redirect("hours:account")


@require_safe
@never_cache
@login_required
def certificate(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The paper of the holder; the office has the same at its desk."""
    found = get_object_or_404(Certificate.objects.visible_to(request.user), pk=pk)
    try:
        return certificate_response(found)
    except PdfError as error:
        messages.error(request, str(error))
        return redirect("hours:account")
