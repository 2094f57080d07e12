"""Check-in at the door: a list with one large button for each person, walk-ins, and the code on the page of a booking."""

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from netzwerk.lists.fields import LONGEST_WORDS
from netzwerk.members.views import form_methods
from netzwerk.seats.errors import SeatsError
from netzwerk.seats.models import Booking
from netzwerk.texts.cleaning import one_line
from netzwerk.texts.fields import posted
from netzwerk.texts.folding import fold
from workshops.events.errors import EventsError
from workshops.events.forms.desk import WalkInForm, formats_of
from workshops.events.models import Workshop, WorkshopDate
from workshops.events.services import check_in as services
from workshops.events.services.check_in import Guestbook, Line
from workshops.events.views.desk import as_key, managed_booking, render_desk, rows_of
from workshops.events.views.managing import managed
from workshops.events.views.refusals import add_errors

TABS = (("", "Alle"), ("fehlt", "Fehlen noch"), ("da", "Da"))


@require_safe
@never_cache
@login_required
def check_in(request: HttpRequest, pk: int) -> HttpResponse:
    """The dates, of which one is chosen; with only one, or one today, its list at once."""
    workshop = managed(request, pk)
    rows = rows_of(workshop)
    usable = [row for row in rows if row.place_id and not row.date.is_cancelled]
    today = [row for row in usable if row.date.start_day <= timezone.localdate() <= row.date.end_day]
    if len(usable) == 1 or len(today) == 1:
        return redirect("workshop_desk:door", pk, (today or usable)[0].pk)
    return render_desk(
        request, "events/desk/check_in_dates.html", workshop, "check_in", desk_rows=rows, usable=usable, today=today
    )


def _row(workshop: Workshop, date_pk: int) -> WorkshopDate:
    """A date of this workshop that has seats and takes place. Raises Http404."""
    row = next((one for one in rows_of(workshop) if one.pk == date_pk), None)
    if row is None or row.place is None or row.date.is_cancelled:
        raise Http404
    return row


@form_methods
@never_cache
@login_required
def door(request: HttpRequest, pk: int, date_pk: int) -> HttpResponse:
    workshop = managed(request, pk)
    row = _row(workshop, date_pk)
    words = one_line(request.GET.get("q", ""))[:LONGEST_WORDS]
    state = request.GET.get("stand", "")
    query = urlencode({name: value for name, value in (("q", words), ("stand", state)) if value})
    if request.method == "POST":
        return _tap(request, workshop, row, query)
    book = services.guestbook(row)
    return render(
        request,
        "events/desk/door.html",
        {
            "workshop": workshop,
            "row": row,
            "book": book,
            "lines": _narrowed(book, words, state),
            "words": words,
            "state": state,
            "query": query,
            "tabs": _tabs(book, words, state),
            "title": "Einlass",
        },
    )


def _tap(request: HttpRequest, workshop: Workshop, row: WorkshopDate, query: str) -> HttpResponse:
    """The button says what is wanted, so that two people at two doors do not undo each other."""
    wanted = "da" if "da" in request.POST else "nicht"
    key = as_key(request.POST.get(wanted))
    booking = managed_booking(workshop, key)
    try:
        if wanted == "da":
            services.let_in(row, booking, actor=request.user)
        else:
            services.take_back(row, booking, actor=request.user)
    except (SeatsError, EventsError) as error:
        messages.error(request, str(error))
    address = reverse("workshop_desk:door", args=[workshop.pk, row.pk])
    return redirect(f"{address}{'?' + query if query else ''}#platz-{key}")


def _narrowed(book: Guestbook, words: str, state: str) -> list[Line]:
    lines = book.lines
    if state == "da":
        lines = [line for line in lines if line.is_here]
    elif state == "fehlt":
        lines = [line for line in lines if not line.is_here]
    for word in words.split()[:8]:
        lines = [line for line in lines if fold(word) in fold(f"{line.name} {line.from_where}")]
    return lines


@dataclass(frozen=True)
class Tab:
    label: str
    url: str
    count: int
    current: bool


def _tabs(book: Guestbook, words: str, state: str) -> list[Tab]:
    counts = {"": len(book.lines), "fehlt": book.missing, "da": book.here}
    return [Tab(label, f"?{urlencode({'q': words, 'stand': key})}", counts[key], state == key) for key, label in TABS]


@form_methods
@never_cache
@login_required
def walk_in(request: HttpRequest, pk: int, date_pk: int) -> HttpResponse:
    workshop = managed(request, pk)
    row = _row(workshop, date_pk)
    formats = formats_of(row.place)
    form = WalkInForm(posted(request), formats=formats)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        format = row.place.formats.get(key=data.get("format") or formats[0][0])
        try:
            booking = services.let_in_without_booking(
                row, guest=form.guest(), format=format, one_more=data["one_more"], actor=request.user
            )
        except (SeatsError, EventsError, ValidationError) as error:
            add_errors(form, error)
        else:
            messages.success(request, f"{booking.holder_name} ist da.")
            return redirect("workshop_desk:door", pk, date_pk)
    context = {"workshop": workshop, "row": row, "form": form, "title": "Ohne Anmeldung"}
    return render(request, "events/desk/walk_in.html", context, status=422 if form.errors else 200)


@form_methods
@never_cache
@login_required
def code(request: HttpRequest, code: str) -> HttpResponse:
    """What a camera opens: the person, and a button for each date that is not over. Only for those who manage the workshop."""
    key = services.read_check_in_code(code)
    workshop = Workshop.objects.manageable_by(request.user).filter(dates__place__bookings=key).first() if key else None
    if workshop is None:
        raise Http404
    workshop = managed(request, workshop.pk)
    booking = managed_booking(workshop, key)
    if request.method == "POST":
        return _by_code(request, workshop, booking, code)
    rows = [one for one in rows_of(workshop) if one.place_id == booking.place_id and not one.date.is_cancelled]
    today = timezone.localdate()
    rows.sort(key=lambda one: not one.date.start_day <= today <= one.date.end_day)
    said = {one.date_id: one for one in booking.attendances.all()}
    context = {
        "workshop": workshop,
        "booking": booking,
        "dates": [(one, said.get(one.date_id)) for one in rows if not one.is_closed],
        "today": today,
        "title": f"Einlass: {booking.holder_name}",
    }
    return render(request, "events/desk/code.html", context)


def _by_code(request: HttpRequest, workshop: Workshop, booking: Booking, code: str) -> HttpResponse:
    row = _row(workshop, as_key(request.POST.get("termin")))
    try:
        services.let_in(row, booking, actor=request.user)
    except (SeatsError, EventsError) as error:
        messages.error(request, str(error))
    else:
        messages.success(request, f"{booking.holder_name} ist da.")
    return redirect("workshop_desk:code", code)
