"""The list of bookings: figures, tabs, filters, one table, and the list as a file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from netzwerk.lists.bulk import BulkChoice
from netzwerk.lists.headings import Heading
from netzwerk.lists.tables import Column, csv_response, xlsx_response
from netzwerk.members.limits import too_often
from netzwerk.seats.models import Format
from netzwerk.texts.cleaning import address_part
from workshops.events.access import can_read_needs
from workshops.events.forms.desk import DeskFilter
from workshops.events.models import Question, Workshop, WorkshopDate
from workshops.events.services import registrations
from workshops.events.services.log import log_action
from workshops.events.services.registrations import Row
from workshops.events.views.desk import label_of, places_in, render_desk, rows_of
from workshops.events.views.desk.bulk import ACTIONS
from workshops.events.views.managing import managed

PER_PAGE = 50
BATCH = 500  # rows of a file that are read at once
TABLE = (
    Column("Name", lambda row: row.name, 30),
    Column("Organisation", lambda row: row.booking.from_where, 36),
    Column("E-Mail-Adresse", lambda row: row.booking.holder_email, 32),
    Column("Konto", lambda row: "Gast" if row.booking.is_guest else "Konto", 10),
    Column("Termin", lambda row: row.booking.place.starts_at, 18),
    Column("Form", lambda row: str(row.booking.format), 12),
    Column("Stand", lambda row: row.booking.get_state_display(), 20),
    Column("Platz aus", lambda row: row.seat_from, 30),
    Column("Seit", lambda row: row.booking.created_at, 18),
    Column("Grund", lambda row: row.booking.reason, 30),
)
NEEDS = Column("Bedarf", lambda row: row.needs, 40)


@dataclass(frozen=True)
class Tab:
    label: str
    url: str
    count: int
    current: bool


def filter_of(request: HttpRequest, workshop: Workshop, rows: list[WorkshopDate], *, reads_needs: bool) -> DeskFilter:
    needs = workshop.questions.filter(kind=Question.Kind.NEEDS) if reads_needs else ()
    seats = ((Format.Key.IN_PERSON, workshop.seats_in_person), (Format.Key.ONLINE, workshop.seats_online))
    return DeskFilter(
        request.GET,
        needs=[(str(one.pk), one.label) for one in needs],
        dates=[(str(one.pk), label_of(one)) for one in places_in(rows)],
        formats=[(str(key), str(key.label)) for key, number in seats if number],
    )


@require_safe
@never_cache
@login_required
def bookings(request: HttpRequest, pk: int) -> HttpResponseBase:
    workshop = managed(request, pk)
    rows, reads_needs = rows_of(workshop), can_read_needs(request.user, workshop)
    form = filter_of(request, workshop, rows, reads_needs=reads_needs)
    chosen = form.chosen()
    found = registrations.index(workshop, chosen)
    if request.GET.get("als") in ("csv", "xlsx"):
        if refused := too_often(request, "export"):
            return refused
        return _file(request, workshop, found.keys, reads_needs=reads_needs)
    page = Paginator(found.keys, PER_PAGE).get_page(request.GET.get("seite"))
    page.object_list = registrations.rows_of(page.object_list, with_needs=reads_needs)
    bulk = BulkChoice(reverse("workshop_desk:bulk", args=[pk]), ACTIONS)
    return render_desk(
        request,
        "events/desk/bookings.html",
        workshop,
        "bookings",
        desk_rows=rows,
        form=form,
        page_obj=page,
        figures=registrations.figures(workshop, found.counts),
        tabs=_tabs(request, found.counts, chosen.tab),
        bulk=bulk.on_page(request, page.number),
        headings=headings(rows, workshop, reads_needs=reads_needs),
        reads_needs=reads_needs,
        with_dates=len(places_in(rows)) > 1,
        with_formats=bool(workshop.seats_in_person and workshop.seats_online),
        has_needs="bedarf" in form.fields,
    )


def headings(rows: list[WorkshopDate], workshop: Workshop, *, reads_needs: bool) -> list[Heading | str]:
    found: list[Heading | str] = [Heading("Auswählen", is_hidden=True), "Name", "Stand"]
    if len(places_in(rows)) > 1:
        found.append("Termin")
    if workshop.seats_in_person and workshop.seats_online:
        found.append("Form")
    return [*found, "Platz aus", *(["Bedarf"] if reads_needs else []), "Seit"]


def _tabs(request: HttpRequest, counts: dict[str, int], current: str) -> list[Tab]:
    query = request.GET.copy()
    for name in ("seite", "auswahl"):
        query.pop(name, None)
    tabs = []
    for key, label, _states in registrations.TABS:
        if key == "adresse" and not counts[key] and current != key:
            continue
        query["stand"] = key
        tabs.append(Tab(label, f"?{query.urlencode()}", counts[key], key == current))
    return tabs


def _file(request: HttpRequest, workshop: Workshop, keys: Sequence[int], *, reads_needs: bool) -> HttpResponseBase:
    """All rows of the list as it is filtered. Needs only where somebody asks for them. Raises Http404 if they may not."""
    with_needs = request.GET.get("mit") == "bedarf"
    if with_needs and not reads_needs:
        raise Http404
    columns = (*TABLE, NEEDS) if with_needs else TABLE
    title = f"Anmeldungen {workshop.title}"
    name = f"{address_part(title)[:80]}-{timezone.localdate():%Y-%m-%d}"
    if request.method == "GET":
        log_action("list_exported", workshop, actor=request.user, needs=with_needs, rows=len(keys))
    rows = _all(keys, with_needs=with_needs)
    if request.GET["als"] == "csv":
        return csv_response(name, columns, rows)
    return xlsx_response(name, title, columns, rows, expected=len(keys))


def _all(keys: Sequence[int], *, with_needs: bool) -> Iterator[Row]:
    for start in range(0, len(keys), BATCH):
        yield from registrations.rows_of(keys[start : start + BATCH], with_needs=with_needs)
