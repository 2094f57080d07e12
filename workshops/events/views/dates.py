"""The dates of a workshop: added, changed, cancelled, removed; series with a list before they are saved."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from netzwerk.calendar import words as date_words
from netzwerk.calendar.clashes import clashes_of
from netzwerk.calendar.preview import preview_of
from netzwerk.calendar.services.series import later_dates, left_alone
from netzwerk.members.views import form_methods
from netzwerk.seats.models import Booking
from netzwerk.texts.fields import posted
from workshops.events.forms.dates import DateForm, ReasonForm, SeriesForm
from workshops.events.models import Workshop, WorkshopDate
from workshops.events.services import dates
from workshops.events.views.managing import REFUSALS, desk_page, managed, managed_date, refuse, say
from workshops.events.views.refusals import add_errors

MOST_CLASHES = 8


@form_methods
@never_cache
@login_required
def add(request: HttpRequest, pk: int) -> HttpResponse:
    workshop = managed(request, pk)
    form = DateForm(posted(request), user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            row = dates.add_date(workshop, actor=request.user, **form.values())
        except REFUSALS as error:
            add_errors(form, error)
        else:
            say(request, "Der Termin ist gespeichert.")
            _hint_at_clashes(request, workshop, [row])
            return redirect("my_workshops:edit", pk)
    return desk_page(request, "events/date.html", workshop, "edit", "Termin hinzufügen", form=form)


@form_methods
@never_cache
@login_required
def add_series(request: HttpRequest, pk: int) -> HttpResponse:
    """The first answer shows the list of dates; "speichern" saves it."""
    workshop = managed(request, pk)
    form = SeriesForm(posted(request), user=request.user)
    preview = None
    if request.method == "POST" and form.is_valid():
        values = form.values()
        try:
            preview = preview_of(
                form.rule(),
                start_time=values["start_time"],
                end_time=values["end_time"],
                days=(values["end_day"] - values["start_day"]).days,
            )
            if "speichern" in request.POST and preview.is_possible:
                rows = dates.add_series(workshop, form.rule(), actor=request.user, **values)
                say(request, f"{len(rows)} Termine sind gespeichert.")
                _hint_at_clashes(request, workshop, rows)
                return redirect("my_workshops:edit", pk)
        except REFUSALS as error:
            add_errors(form, error)
            preview = None
    return desk_page(request, "events/series.html", workshop, "edit", "Terminreihe anlegen", form=form, series=preview)


@form_methods
@never_cache
@login_required
def edit(request: HttpRequest, pk: int, date_pk: int) -> HttpResponse:
    workshop, row = managed_date(request, pk, date_pk)
    form = DateForm(posted(request), user=request.user, row=row)
    if request.method == "POST" and form.is_valid():
        try:
            rows = dates.change_date_of(row, actor=request.user, with_later=form.with_all_later, **form.values())
        except REFUSALS as error:
            add_errors(form, error)
        else:
            many = f"{len(rows)} Termine sind geändert." if len(rows) > 1 else "Der Termin ist geändert."
            say(request, f"{many} Wer davon betroffen ist, bekommt Nachricht." if workshop.is_published else many)
            _hint_at_clashes(request, workshop, rows)
            return redirect("my_workshops:edit", pk)
    context: dict[str, Any] = {"form": form, "row": row, "has_bookings": dates.has_bookings(row)}
    if row.date.series_id is not None:
        context |= {"later": len(later_dates(row.date)) - 1, "left_alone": left_alone(row.date)}
    return desk_page(
        request, "events/date.html", workshop, "edit", f"Termin ändern: {row.date.start_day:%d.%m.%Y}", **context
    )


@form_methods
@never_cache
@login_required
def cancel(request: HttpRequest, pk: int, date_pk: int) -> HttpResponse:
    workshop, row = managed_date(request, pk, date_pk)
    form = ReasonForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            dates.cancel_date_of(row, actor=request.user, reason=form.cleaned_data["reason"])
        except REFUSALS as error:
            add_errors(form, error)
        else:
            say(request, "Der Termin ist abgesagt. Alle, die es betrifft, bekommen Nachricht.")
            return redirect("my_workshops:edit", pk)
    seated = Booking.objects.visible_to(request.user).filter(place=row.place_id).confirmed().count()
    return desk_page(
        request,
        "events/date_cancel.html",
        workshop,
        "edit",
        f"Termin absagen: {row.date.start_day:%d.%m.%Y}",
        form=form,
        row=row,
        seated=seated,
    )


@require_POST
@never_cache
@login_required
def remove(request: HttpRequest, pk: int, date_pk: int) -> HttpResponse:
    _workshop, row = managed_date(request, pk, date_pk)
    try:
        dates.remove_date(row, actor=request.user)
        say(request, "Der Termin ist entfernt.")
    except REFUSALS as error:
        refuse(request, error)
    return redirect("my_workshops:edit", pk)


def _hint_at_clashes(request: HttpRequest, workshop: Workshop, rows: list[WorkshopDate]) -> None:
    """Clashes are hints: what was saved stays."""
    leaders = [one.person for one in workshop.leaders.select_related("person") if one.person is not None]
    found: list[str] = []
    for row in rows:
        if len(found) >= MOST_CLASHES:
            break
        if row.date.is_past or row.date.is_cancelled:
            continue
        day = date_words.long_date(row.date.start_day)
        own = {one.date_id for one in rows}
        clashes = clashes_of(row.date, user=request.user, people=leaders)
        found += [f"{day}: {one.text}" for one in clashes if one.date is None or one.date.pk not in own]
    if found:
        messages.warning(request, f"Bitte prüfen Sie, ob das so geht. {' '.join(found[:MOST_CLASHES])}")
