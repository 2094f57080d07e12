""" "Plätze unserer Organisation": who of the house goes where, requests to release, and who may book for oneself."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from netzwerk.calendar.models import Date
from netzwerk.members.models import Organisation
from netzwerk.members.views import form_methods
from netzwerk.seats import words
from netzwerk.seats.access import books_for
from netzwerk.seats.errors import SeatsError
from netzwerk.seats.models import Booking
from netzwerk.seats.services import approval
from netzwerk.texts.fields import posted
from workshops.events.forms.booking_changes import CancelForm
from workshops.events.forms.booking_colleagues import RuleForm, WishForm
from workshops.events.views.refusals import words_of

PER_PAGE = 40
State = Booking.State


@require_safe
@never_cache
@login_required
def seats(request: HttpRequest) -> HttpResponse:
    houses = _houses(request)
    if not houses:
        raise Http404
    live = Booking.objects.visible_to(request.user).live().filter(organisation__in=houses)
    live = live.filter(place__ends_at__gt=timezone.now(), place__cancelled_at=None)
    live = live.for_lists().select_related("place")
    going = live.exclude(state=State.RELEASE).order_by("place__starts_at", "place", "pk")
    page = Paginator(going, PER_PAGE).get_page(request.GET.get("seite"))
    context = {
        "title": "Plätze unserer Organisation",
        "houses": [
            (one, RuleForm(initial={"needs_release": _needs_release(one)}, auto_id=f"rule{one.pk}_%s"))
            for one in houses
        ],
        "to_release": [_line(one) for one in live.filter(state=State.RELEASE).order_by("created_at")],
        "lines": [_line(one) for one in page.object_list],
        "page_obj": page,
        "has_several": len(houses) > 1,
    }
    return render(request, "events/booking/house.html", context)


def _line(booking: Booking) -> dict[str, Any]:
    looks = {State.CONFIRMED: "own", State.DECLINED: "late"}
    return {
        "booking": booking,
        "when": words.moment(booking.place.starts_at),
        "look": looks.get(State(booking.state), "soon"),
    }


def _needs_release(house: Organisation) -> bool:
    rule = getattr(house, "release_rule", None)
    return rule is not None and rule.needs_release


def _houses(request: HttpRequest) -> list[Organisation]:
    rows = Organisation.objects.visible_to(request.user).filter(pk__in=books_for(request.user))
    return list(rows.select_related("release_rule").order_by("name_key", "pk"))


@form_methods
@never_cache
@login_required
def release(request: HttpRequest, pk: int) -> HttpResponse:
    """Release a request, or decline it with a reason that the person reads."""
    rows = Booking.objects.visible_to(request.user).filter(organisation__in=books_for(request.user))
    booking = get_object_or_404(rows.select_related("person", "place", "format", "organisation"), pk=pk)
    if booking.state != State.RELEASE:
        messages.info(request, f"Darüber ist schon entschieden: {booking.get_state_display()}.")
        return redirect("house_seats:list")
    declines = request.method == "POST" and "decline" in request.POST
    form = CancelForm(request.POST if declines else None, needs_reason=True, reads=f"{booking.holder_name} liest ihn.")
    error = ""
    if request.method == "POST" and (not declines or form.is_valid()):
        try:
            if declines:
                approval.decline(booking, reason=form.cleaned_data["reason"], actor=request.user)
                said = "Die Anfrage ist abgelehnt."
            else:
                now = approval.give_release(booking, actor=request.user)
                said = f"Freigegeben. Stand jetzt: {now.get_state_display()}."
        except (SeatsError, ValidationError) as refusal:
            error = words_of(refusal)
        else:
            messages.success(request, said)
            return redirect("house_seats:list")
    context = {
        "title": "Anfrage freigeben",
        "booking": booking,
        "dates": Date.objects.visible_to(request.user).filter(places=booking.place).order_by("starts_at"),
        "form": form,
        "error": error,
        "error_title": bool(error),
    }
    return render(request, "events/booking/release.html", context, status=422 if form.errors or error else 200)


@require_POST
@never_cache
@login_required
def rule(request: HttpRequest, pk: int) -> HttpResponse:
    house = get_object_or_404(
        Organisation.objects.visible_to(request.user).filter(pk__in=books_for(request.user)), pk=pk
    )
    form = RuleForm(request.POST)
    if form.is_valid():
        approval.set_release_rule(house, needs_release=form.cleaned_data["needs_release"], actor=request.user)
        on = form.cleaned_data["needs_release"]
        messages.success(
            request, f"Gespeichert: Anmeldungen {'zählen erst mit Ihrer Freigabe' if on else 'zählen sofort'}."
        )
    return redirect("house_seats:list")


@form_methods
@never_cache
@login_required
def wish(request: HttpRequest) -> HttpResponse:
    """Whether the coordination may book for oneself."""
    known = getattr(request.user, "booking_wish", None)
    form = WishForm(posted(request), initial={"by_colleagues": known is None or known.by_colleagues})
    if request.method == "POST" and form.is_valid():
        approval.set_booking_wish(by_colleagues=form.cleaned_data["by_colleagues"], actor=request.user)
        messages.success(request, "Gespeichert.")
        return redirect("house_seats:wish")
    context = {"title": "Wer mich anmelden darf", "form": form, "area_key": "account"}
    return render(request, "events/booking/wish.html", context)
