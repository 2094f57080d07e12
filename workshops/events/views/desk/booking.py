"""One booking at the desk: answers, history, and what can be done with it. Each step has a page that says what it does."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.log_actions import registry as log_registry

from netzwerk.lists.timeline import TimelineEntry
from netzwerk.members.models import User
from netzwerk.members.views import form_methods
from netzwerk.seats.errors import SeatsError
from netzwerk.seats.models import Booking, Format, Pool
from netzwerk.seats.services import approval, by_hand, leaving
from netzwerk.seats.services.addresses import correct_guest_address
from netzwerk.texts.fields import posted
from workshops.events.forms import desk as desk_forms
from workshops.events.models import Workshop
from workshops.events.services import deciding, seats
from workshops.events.services.answers import answers_for
from workshops.events.services.booking import hand_over
from workshops.events.services.registrations import rows_of as list_rows
from workshops.events.services.registrations import undelivered
from workshops.events.views.desk import managed_booking, places_in, render_desk, rows_of
from workshops.events.views.managing import managed
from workshops.events.views.refusals import add_errors

State = Booking.State


@dataclass(frozen=True)
class Step:
    """`fits`: whether it can be done with a booking now; `form` gets request, workshop and booking."""

    title: str
    effect: str
    button: str
    done: str
    fits: Callable[[Workshop, Booking], bool]
    form: Callable[[HttpRequest, Booking], forms.Form]
    act: Callable[[Workshop, Booking, Any, dict], object]
    is_main: bool = False


def _confirm(request: HttpRequest, _booking: Booking) -> forms.Form:
    return desk_forms.ConfirmForm(posted(request))


def _reason(request: HttpRequest, _booking: Booking) -> forms.Form:
    return desk_forms.ReasonForm(posted(request))


def _formats(booking: Booking) -> list[Format]:
    return [one for one in booking.place.formats.all() if one.pk != booking.format_id]


def _pools(booking: Booking) -> list[Pool]:
    found = booking.format.pools.prefetch_related("organisations").order_by("-is_rest", "pk")
    return [one for one in found if one.pk != booking.pool_id and one.free and one.is_for(booking.organisation)]


def _colleagues(request: HttpRequest, booking: Booking) -> forms.Form:
    people = User.objects.visible_to(request.user).of_organisation(booking.organisation)
    people = people.exclude(pk=booking.person_id)
    return desk_forms.SubstituteForm(posted(request), people=people)


def _has_room(_workshop: Workshop, booking: Booking) -> bool:
    return booking.has_seat and not booking.place.is_cancelled and timezone.now() < booking.place.ends_at


STEPS = {
    "genehmigen": Step(
        "Anfrage genehmigen",
        "Ist ein Platz frei, ist die Person angemeldet; sonst kommt sie auf die Warteliste. Sie bekommt eine E-Mail.",
        "Genehmigen",
        "Genehmigt. Die Person bekommt eine E-Mail.",
        lambda _workshop, booking: booking.state == State.REQUESTED,
        _confirm,
        lambda _workshop, booking, actor, _data: approval.approve(booking, actor=actor),
        is_main=True,
    ),
    "ablehnen": Step(
        "Anfrage ablehnen",
        "Die Person bekommt eine E-Mail mit dem Grund.",
        "Ablehnen",
        "Abgelehnt. Die Person bekommt eine E-Mail.",
        lambda _workshop, booking: not deciding.why_not_decline(booking),
        _reason,
        lambda _workshop, booking, actor, data: approval.decline(booking, reason=data["reason"], actor=actor),
    ),
    "platz-mehr": Step(
        "Ein Platz mehr",
        "Sie erhöhen die Zahl der Plätze um eins, und diese Person bekommt ihn, auch wenn andere vor ihr warten.",
        "Platz mehr vergeben",
        "Die Person ist angemeldet; es gibt einen Platz mehr.",
        lambda _workshop, booking: booking.is_live and not booking.is_holding and not booking.place.is_cancelled,
        _confirm,
        lambda workshop, booking, actor, _data: seats.grant_extra_seat(workshop, booking, actor=actor),
    ),
    "kontingent": Step(
        "In ein anderes Kontingent umbuchen",
        "Der Platz der Person zählt danach dort; der bisherige wird frei.",
        "Umbuchen",
        "Umgebucht.",
        lambda workshop, booking: _has_room(workshop, booking) and bool(_pools(booking)),
        lambda request, booking: desk_forms.PoolForm(posted(request), pools=_pools(booking)),
        lambda _workshop, booking, actor, data: by_hand.move_to_pool(booking, pool=int(data["pool"]), actor=actor),
    ),
    "form": Step(
        "Form der Teilnahme wechseln",
        "Mit sicherem Platz geht das, wenn dort einer frei ist. Die Person bekommt eine E-Mail und eine neue Kalenderdatei.",
        "Wechseln",
        "Gewechselt. Die Person bekommt eine E-Mail.",
        lambda _workshop, booking: (
            booking.state in (State.CONFIRMED, State.WAITING)
            and timezone.now() < booking.place.starts_at
            and bool(_formats(booking))
        ),
        lambda request, booking: desk_forms.FormatForm(posted(request), formats=_formats(booking)),
        lambda _workshop, booking, actor, data: leaving.switch_format(
            booking, format=next(one for one in _formats(booking) if str(one.pk) == data["format"]), actor=actor
        ),
    ),
    "ersatz": Step(
        "Ersatzperson benennen",
        "Der Platz gehört der Organisation und geht an die Kollegin oder den Kollegen. Beide bekommen eine E-Mail.",
        "Platz übergeben",
        "Der Platz ist übergeben.",
        lambda workshop, booking: _has_room(workshop, booking) and booking.organisation is not None,
        _colleagues,
        lambda _workshop, booking, actor, data: hand_over(booking, person=data["person"], actor=actor),
    ),
    "adresse": Step(
        "Adresse berichtigen und noch einmal senden",
        "Die letzte E-Mail zu dieser Anmeldung geht noch einmal hinaus, an die Adresse, die Sie hier angeben.",
        "Speichern und senden",
        "Gespeichert. Die E-Mail ist unterwegs.",
        lambda _workshop, booking: booking.is_guest,
        lambda request, booking: desk_forms.AddressForm(posted(request), initial={"email": booking.email}),
        lambda _workshop, booking, actor, data: correct_guest_address(booking, email=data["email"], actor=actor),
    ),
    "stornieren": Step(
        "Anmeldung stornieren",
        "Die Anmeldung endet, ein freier Platz geht an die Warteliste. Die Person bekommt eine E-Mail mit dem Grund.",
        "Stornieren",
        "Storniert. Die Person bekommt eine E-Mail.",
        lambda _workshop, booking: (
            not deciding.why_not_cancel(booking) and not (booking.has_seat and timezone.now() >= booking.place.ends_at)
        ),
        _reason,
        lambda _workshop, booking, actor, data: leaving.cancel(booking, reason=data["reason"], actor=actor),
    ),
}


@require_safe
@never_cache
@login_required
def booking(request: HttpRequest, pk: int, booking_pk: int) -> HttpResponse:
    workshop = managed(request, pk)
    found = managed_booking(workshop, booking_pk)
    rows = rows_of(workshop)
    own = [row for row in rows if row.place_id == found.place_id]
    said = {one.date_id: one for one in found.attendances.all()}
    (line,) = list_rows([found.pk], with_needs=False)
    return render_desk(
        request,
        "events/desk/booking.html",
        workshop,
        "bookings",
        desk_rows=rows,
        booking=found,
        line=line,
        title=found.holder_name,
        answers=answers_for(request.user, [found]).get(found.pk, []),
        history=history_of(found),
        attendances=[(row, said.get(row.date_id)) for row in own],
        steps=[(key, step) for key, step in STEPS.items() if step.fits(workshop, found)],
        position=found.position(),
        with_dates=len(places_in(rows)) > 1,
        is_undelivered=bool(undelivered([found])),
        can_be_corrected=found.has_seat and any(row.is_closed for row in own),
    )


def history_of(found: Booking) -> list[TimelineEntry]:
    """From the log, the newest first. Two queries."""
    entries = log_registry.get_logs_for_instance(found).select_related("user")
    return [
        TimelineEntry(one.timestamp, str(one.message), one.data.get("why", ""), str(one.user) if one.user else "")
        for one in entries.order_by("-timestamp", "-pk")[:100]
    ]


@form_methods
@never_cache
@login_required
def step(request: HttpRequest, pk: int, booking_pk: int, key: str) -> HttpResponse:
    workshop = managed(request, pk)
    found = managed_booking(workshop, booking_pk)
    known = STEPS.get(key)
    if known is None:
        raise Http404
    if not known.fits(workshop, found):
        messages.error(request, f"Das geht nicht mehr. Der Stand ist: {found.get_state_display()}.")
        return redirect("workshop_desk:booking", pk, booking_pk)
    form = known.form(request, found)
    if request.method == "POST" and form.is_valid():
        try:
            known.act(workshop, found, request.user, form.cleaned_data)
        except (SeatsError, ValidationError) as error:
            add_errors(form, error)
        except PermissionDenied:
            form.add_error(None, "Das darf nur, wer für diese Organisation Plätze bucht.")
        else:
            messages.success(request, known.done)
            return redirect("workshop_desk:booking", pk, booking_pk)
    return render_desk(
        request,
        "events/desk/step.html",
        workshop,
        "bookings",
        status=422 if form.errors else 200,
        booking=found,
        step=known,
        form=form,
        title=known.title,
    )
