"""Closing dates: who was there, hours, certificates; a review before anything happens; corrections with a reason afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache

from netzwerk.hours.counting import Amount
from netzwerk.hours.errors import HoursError
from netzwerk.lists.figures import Figure
from netzwerk.members.views import form_methods
from netzwerk.seats.errors import SeatsError
from netzwerk.seats.models import Attendance, Place
from netzwerk.texts.dates import long_date
from netzwerk.texts.fields import posted
from workshops.events.errors import EventsError
from workshops.events.forms.desk_closing import CLOSE_CHOICES, CorrectionForm, read_answer
from workshops.events.models import Workshop, WorkshopDate
from workshops.events.services import closing as services
from workshops.events.services.closing import Closing, Person
from workshops.events.services.credit import amount_of, minutes_of
from workshops.events.views.desk import label_of, managed_booking, one_of, places_in, render_desk, rows_of
from workshops.events.views.managing import managed

PER_PAGE = 50
Extent = Attendance.Extent


@dataclass(frozen=True)
class Cell:
    """What is said about one person and one date, as a field."""

    row: WorkshopDate
    name: str
    extent: str
    minutes: str
    error: str = ""

    is_fixed: bool = False  # the date is closed, or the person has given up the seat

    @property
    def asks_minutes(self) -> bool:
        return self.extent == Extent.MINUTES


@dataclass(frozen=True)
class PersonLine:
    person: Person
    cells: Sequence[Cell]
    amount: str
    paper: tuple[str, str]  # words, and look of the tag


def _place(request: HttpRequest, rows: list[WorkshopDate]) -> Place:
    return one_of(places_in(rows), request.GET.get("termin", ""))


def _address(name: str, workshop: Workshop, place: Place, places: list[Place], **more: str) -> str:
    query = ({"termin": str(place.pk)} if len(places) > 1 else {}) | {key: one for key, one in more.items() if one}
    address = reverse(f"workshop_desk:{name}", args=[workshop.pk])
    return f"{address}?{urlencode(query)}" if query else address


@form_methods
@never_cache
@login_required
def closing(request: HttpRequest, pk: int) -> HttpResponse:
    workshop = managed(request, pk)
    rows = rows_of(workshop)
    places = places_in(rows)
    if not places:
        return render_desk(request, "events/desk/closing_none.html", workshop, "closing", desk_rows=rows)
    place = _place(request, rows)
    state = services.closing_of(workshop, place)
    shows_all = request.GET.get("alle") == "1"
    number = request.GET.get("seite", "")
    shown = _page(state, number, shows_all=shows_all)
    errors: dict[str, str] = {}
    if request.method == "POST" and state.open_rows:
        errors = _save(request, state, shown.object_list)
        if errors:  # what was right is saved
            state = services.closing_of(workshop, place)
            shown = _page(state, number, shows_all=shows_all)
        else:
            if "weiter" in request.POST:
                return redirect(_address("closing_review", workshop, place, places))
            messages.success(request, "Gespeichert.")
            more = {"alle": "1" if shows_all else "", "seite": number}
            return redirect(_address("closing", workshop, place, places, **more))
    return render_desk(
        request,
        "events/desk/closing.html",
        workshop,
        "closing",
        status=422 if errors else 200,
        desk_rows=rows,
        state=state,
        page_obj=shown,
        lines=[_line(state, one, request, errors) for one in shown.object_list],
        choices=CLOSE_CHOICES,
        shows_all=shows_all,
        figures=_figures(state),
        places=[(one, label_of(one), one == place) for one in places] if len(places) > 1 else [],
        hours=_hours(state),
        error_title=bool(errors),
        review_url=_address("closing_review", workshop, place, places),
        all_url=_address("closing", workshop, place, places, alle="" if shows_all else "1"),
    )


def _page(state: Closing, number: str, *, shows_all: bool):
    people = state.people if shows_all else state.differing
    return Paginator(people, PER_PAGE).get_page(number)


def _save(request: HttpRequest, state: Closing, people: Sequence[Person]) -> dict[str, str]:
    """Note what was changed on the page; returns errors by field. What is right is saved, whatever else is wrong."""
    errors: dict[str, str] = {}
    for one in people:
        for row in state.open_rows:
            name = f"a-{one.booking.pk}-{row.pk}"
            if name not in request.POST:
                continue
            extent, minutes, error = read_answer(request.POST, name)
            known = one.known.get(row.date_id)
            if error:
                errors[name] = error
            elif extent and (extent, minutes) != (one.extent(row), known.minutes if known else None):
                try:
                    services.note(row, one.booking, extent=extent, minutes=minutes, actor=request.user)
                except (SeatsError, EventsError) as failure:
                    errors[name] = str(failure)
    return errors


def _line(state: Closing, person: Person, request: HttpRequest, errors: dict[str, str]) -> PersonLine:
    cells = []
    for row in state.rows:
        name = f"a-{person.booking.pk}-{row.pk}"
        extent, known = person.extent(row), person.known.get(row.date_id)
        minutes = str(known.minutes or "") if known else ""
        if name in errors:
            extent, minutes = request.POST.get(name, ""), request.POST.get(f"{name}-minuten", "")
        is_fixed = row.is_closed or not person.booking.has_seat
        cells.append(Cell(row, name, extent, minutes, errors.get(name, ""), is_fixed))
    return PersonLine(person, cells, _amount_in_words(state, person), _paper(state, person))


def _amount(state: Closing, person: Person) -> Amount:
    return amount_of(state.rows, {row.date_id: person.minutes(row) for row in state.rows})


def _whole(state: Closing, person: Person) -> Amount:
    key = person.booking.format.key
    return amount_of(state.rows, {row.date_id: minutes_of(row, key) for row in state.rows})


def _amount_in_words(state: Closing, person: Person) -> str:
    amount, whole = _amount(state, person), _whole(state, person)
    if person.is_missing:
        return f"bisher {amount}"
    return str(amount) if amount == whole or not amount else f"{amount} von {whole}"


def _paper(state: Closing, person: Person) -> tuple[str, str]:
    if person.is_missing:
        return "Angabe fehlt", "soon"
    if not person.days_there:
        return "keine", ""
    if not person.has_address:
        return "keine, ohne Adresse", ""
    return (f"über {_amount(state, person)}", "good") if state.is_last else ("nach dem letzten Termin", "")


def _figures(state: Closing) -> list[Figure]:
    days = len(state.rows)
    found = [Figure(len(state.people), "angemeldet")]
    for number in range(days, 0, -1):
        count = sum(one.days_there == number and not one.is_missing for one in state.people)
        label = _there_in_words(number, days)
        if count or number == days:
            found.append(Figure(count, label))
    found.append(Figure(sum(not one.days_there and not one.is_missing for one in state.people), "nicht da"))
    found.append(Figure(len(state.missing), "Angabe fehlt"))
    return found


def _there_in_words(number: int, days: int) -> str:
    if days == 1:
        return "da"
    if number == days:
        return "an beiden Tagen da" if days == 2 else f"an allen {days} Tagen da"
    return "an einem Tag da" if number == 1 else f"an {number} Tagen da"


@dataclass(frozen=True)
class Hours:
    days: Sequence[tuple[str, str]]  # the day, and what it counts
    people: int
    guests: int
    total: Amount
    papers: int
    without_address: int


def _hours(state: Closing) -> Hours:
    days = []
    formats = {one.booking.format.key for one in state.people}
    for row in state.rows:
        parts = []
        for key, words in (("in_person", "in Präsenz"), ("online", "online")):
            if key in formats:
                minutes = minutes_of(row, key)
                half = amount_of([row], {row.date_id: minutes // 2})
                parts.append(f"{amount_of([row], {row.date_id: minutes})} {words}, halber Tag {half}")
        days.append((long_date(row.date.start_day), "; ".join(parts)))
    there = [one for one in state.people if one.days_there]
    amounts = [_amount(state, one) for one in there if not one.booking.is_guest]
    minutes = sum(amount.units * amount.per_unit + amount.minutes for amount in amounts)
    papers = sum(one.has_address for one in there)
    return Hours(
        days,
        sum(bool(one) for one in amounts),
        sum(one.booking.is_guest for one in there),
        Amount.of(minutes),
        papers if state.is_last else 0,
        len(there) - papers,
    )


@form_methods
@never_cache
@login_required
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """What closing will do; the button does it. Pressed again, it continues."""
    workshop = managed(request, pk)
    rows = rows_of(workshop)
    place = _place(request, rows)
    places = places_in(rows)
    state = services.closing_of(workshop, place)
    back_url = _address("closing", workshop, place, places)
    if request.method == "POST":
        try:
            left = services.close_dates(workshop, place, actor=request.user)
        except (EventsError, SeatsError, HoursError) as error:
            messages.error(request, str(error))
        else:
            done = "Abgeschlossen. Die Stunden sind gutgeschrieben"
            done += ", die Bescheinigungen ausgestellt." if state.is_last else "."
            messages.success(
                request,
                f"Abgeschlossen. Für {left} weitere Personen läuft die Gutschrift in den nächsten Minuten."
                if left
                else done,
            )
        return redirect(back_url)
    if not state.rows or state.missing or (state.is_closed and not state.unfinished):
        return redirect(back_url)
    return render_desk(
        request,
        "events/desk/closing_review.html",
        workshop,
        "closing",
        desk_rows=rows,
        state=state,
        figures=_figures(state),
        hours=_hours(state),
        back_url=back_url,
        title="Abschluss prüfen",
    )


@form_methods
@never_cache
@login_required
def correct(request: HttpRequest, pk: int, booking_pk: int) -> HttpResponse:
    workshop = managed(request, pk)
    booking = managed_booking(workshop, booking_pk)
    closed = [row for row in services.dates_of(workshop, booking.place) if row.is_closed]
    if not closed or not booking.has_seat:
        raise Http404
    known = {one.date_id: one for one in booking.attendances.all()}
    form = CorrectionForm(posted(request), rows=closed, known=known)
    if request.method == "POST" and form.is_valid():
        try:
            changed = services.correct_attendance(
                booking, workshop, values=form.values(), reason=form.cleaned_data["reason"], actor=request.user
            )
        except (EventsError, SeatsError, HoursError) as error:
            form.add_error(None, str(error))
        else:
            done = (
                "Berichtigt. Stunden und Bescheinigung sind angepasst." if changed else "Es hat sich nichts geändert."
            )
            messages.success(request, done)
            return redirect("workshop_desk:booking", pk, booking_pk)
    return render_desk(
        request,
        "events/desk/correct.html",
        workshop,
        "closing",
        status=422 if form.errors else 200,
        booking=booking,
        form=form,
        title="Anwesenheit berichtigen",
    )
