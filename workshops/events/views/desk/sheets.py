"""The attendance sheet as PDF."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from netzwerk.lists.tables import as_download
from netzwerk.members.limits import too_often
from netzwerk.pdf import PdfError
from netzwerk.texts.cleaning import address_part
from workshops.events.services.log import log_action
from workshops.events.sheet import sheet_of
from workshops.events.views.desk import as_key, rows_of
from workshops.events.views.managing import managed


@require_safe
@never_cache
@login_required
def sheet(request: HttpRequest, pk: int) -> HttpResponseBase:
    """For the date of the query, by default the first."""
    workshop = managed(request, pk)
    rows = [row for row in rows_of(workshop) if row.place_id and not row.date.is_cancelled]
    wanted = request.GET.get("termin")
    row = next((one for one in rows if not wanted or one.pk == as_key(wanted)), None)
    if row is None:
        raise Http404
    if refused := too_often(request, "export"):
        return refused
    try:
        content = sheet_of(row)
    except PdfError as error:
        messages.error(request, str(error))
        return redirect("workshop_desk:bookings", pk)
    if request.method == "GET":
        log_action("list_exported", workshop, actor=request.user, needs=False, sheet=row.date_id)
    name = f"anwesenheit-{address_part(workshop.title)[:60]}-{row.date.start_day:%Y-%m-%d}.pdf"
    return as_download(content, "application/pdf", name)
