"""Seats and allotments: what another number would do is shown before it is saved."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from netzwerk.members.models import Organisation
from netzwerk.members.views import form_methods
from netzwerk.seats.errors import SeatsError
from netzwerk.seats.models import Pool
from netzwerk.seats.services.pools import add_allotment, preview_capacity, release_allotment
from netzwerk.texts.amounts import counted, sentence
from netzwerk.texts.fields import posted, submitted_values
from workshops.events.forms.desk_seats import AllotmentForm, CapacityForm
from workshops.events.models import Workshop, WorkshopDate
from workshops.events.services.seats import change_seats, pools_of
from workshops.events.views.desk import label_of, one_of, places_in, render_desk, rows_of
from workshops.events.views.managing import managed
from workshops.events.views.refusals import add_errors


@require_safe
@never_cache
@login_required
def seats(request: HttpRequest, pk: int) -> HttpResponse:
    workshop = managed(request, pk)
    rows = rows_of(workshop)
    places = places_in(rows)
    if not places:
        return render_desk(request, "events/desk/seats.html", workshop, "seats", desk_rows=rows, pools=[], place=None)
    place = one_of(places, request.GET.get("termin", ""))
    return render_desk(
        request,
        "events/desk/seats.html",
        workshop,
        "seats",
        desk_rows=rows,
        place=place,
        pools=pools_of(place),
        places=[(one, label_of(one), one == place) for one in places] if len(places) > 1 else [],
    )


def _pool(workshop: Workshop, rows: list[WorkshopDate], pool_pk: int) -> Pool:
    """A pool of this workshop. Raises Http404."""
    for place in places_in(rows):
        for pool in pools_of(place):
            if pool.pk == pool_pk:
                return pool
    raise Http404


def _back(workshop: Workshop, pool: Pool) -> str:
    return f"{reverse('workshop_desk:seats', args=[workshop.pk])}?termin={pool.format.place_id}"


@form_methods
@never_cache
@login_required
def capacity(request: HttpRequest, pk: int, pool_pk: int) -> HttpResponse:
    """First what the number would do; then, with the second button, it is saved."""
    workshop = managed(request, pk)
    rows = rows_of(workshop)
    pool = _pool(workshop, rows, pool_pk)
    if not pool.is_rest:
        raise Http404
    form = CapacityForm(posted(request), initial={"seats": pool.capacity})
    effect = None
    if request.method == "POST" and form.is_valid():
        effect = preview_capacity(pool, form.cleaned_data["seats"])
        if not effect.is_possible:
            form.add_error(
                "seats", f"{effect.taken} Plätze sind vergeben oder angeboten. Weniger geht erst, wenn jemand absagt."
            )
        elif "sure" in request.POST:
            try:
                moved = change_seats(workshop, pool, seats=form.cleaned_data["seats"], actor=request.user)
            except SeatsError as error:
                form.add_error("seats", str(error))
            else:
                more = (
                    f" {sentence(counted(len(moved), 'eine Person ist', 'Personen sind'))} nachgerückt oder gefragt."
                )
                messages.success(request, f"Gespeichert.{more if moved else ''}")
                return redirect(_back(workshop, pool))
    return render_desk(
        request,
        "events/desk/capacity.html",
        workshop,
        "seats",
        status=422 if form.errors else 200,
        desk_rows=rows,
        pool=pool,
        form=form,
        effect=effect if not form.errors else None,
        back_url=_back(workshop, pool),
        title=f"Plätze {pool.format}",
    )


@form_methods
@never_cache
@login_required
def allotment(request: HttpRequest, pk: int) -> HttpResponse:
    workshop = managed(request, pk)
    rows = rows_of(workshop)
    place = one_of(places_in(rows), request.GET.get("termin", ""))
    back_url = f"{reverse('workshop_desk:seats', args=[pk])}?termin={place.pk}"
    form = AllotmentForm(
        posted(request), place=place, organisations=Organisation.objects.visible_to(request.user).active()
    )
    if request.method == "POST" and form.is_valid() and "change" not in request.POST:
        data = form.cleaned_data
        formats = {str(one.pk): one for one in place.formats.all()}
        format = formats[data["format"]] if "format" in data else next(iter(formats.values()))
        if "sure" not in request.POST:
            return _review(request, workshop, form, format, back_url, rows)
        try:
            add_allotment(
                format,
                organisations=data["organisations"],
                kinds=data["kinds"],
                seats=data["seats"],
                release_at=form.release_at(),
                actor=request.user,
            )
        except (SeatsError, ValidationError) as error:
            add_errors(form, error)
        else:
            messages.success(request, "Das Kontingent ist angelegt.")
            return redirect(back_url)
    return render_desk(
        request,
        "events/desk/allotment.html",
        workshop,
        "seats",
        status=422 if form.errors else 200,
        desk_rows=rows,
        form=form,
        back_url=back_url,
        title="Kontingent anlegen",
    )


def _review(
    request: HttpRequest,
    workshop: Workshop,
    form: AllotmentForm,
    format: Any,
    back_url: str,
    rows: list[WorkshopDate],
) -> HttpResponse:
    data = form.cleaned_data
    kinds = dict(Organisation.Kind.choices)
    whom = [one.name for one in data["organisations"]] + [str(kinds[key]) for key in data["kinds"]]
    return render_desk(
        request,
        "events/desk/allotment_review.html",
        workshop,
        "seats",
        desk_rows=rows,
        whom=", ".join(whom),
        format=format,
        data=data,
        hidden_inputs=submitted_values(form),
        back_url=back_url,
        title="Kontingent prüfen",
    )


@form_methods
@never_cache
@login_required
def release(request: HttpRequest, pk: int, pool_pk: int) -> HttpResponse:
    workshop = managed(request, pk)
    rows = rows_of(workshop)
    pool = _pool(workshop, rows, pool_pk)
    if not pool.is_held:
        raise Http404
    if request.method == "POST":
        moved = release_allotment(pool, actor=request.user)
        more = f" {sentence(counted(len(moved), 'eine Person ist', 'Personen sind'))} nachgerückt oder gefragt."
        messages.success(request, f"Freigegeben.{more if moved else ''}")
        return redirect(_back(workshop, pool))
    return render_desk(
        request,
        "events/desk/release.html",
        workshop,
        "seats",
        desk_rows=rows,
        pool=pool,
        effect=preview_release(pool),
        back_url=_back(workshop, pool),
        title="Kontingent jetzt freigeben",
    )


def preview_release(pool: Pool) -> tuple[int, int]:
    """How many seats become free for everybody, and how many people who wait would move up."""
    rest = pool.format.pools.select_related("format__place").get(is_rest=True)
    return pool.free, preview_capacity(rest, rest.capacity + pool.free).promoted
