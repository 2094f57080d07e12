"""What one does with a booking: cancel, answer an offer, switch the format, name a substitute, change answers, choose how to
move up. A page with what follows from it, then a button; links in mails only open the pages."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from netzwerk.members.views import form_methods
from netzwerk.seats import words
from netzwerk.seats.errors import SeatsError
from netzwerk.seats.models import Booking
from netzwerk.seats.services import leaving
from netzwerk.texts.dates import long_date
from netzwerk.texts.fields import posted
from workshops.events.errors import EventsError
from workshops.events.forms.booking import QuestionsForm
from workshops.events.forms.booking_changes import CancelForm, Colleagues, HandOverForm, PromotionForm, SwitchForm
from workshops.events.services.answers import answers_of, change_answers, may_change_answers
from workshops.events.services.booking import hand_over as give_to_colleague
from workshops.events.views.bookings.doors import Holder
from workshops.events.views.bookings.offers import at_once_until, find_offer_of, who_reads
from workshops.events.views.bookings.own import show
from workshops.events.views.refusals import add_errors

State = Booking.State


@form_methods
def cancel(request: HttpRequest, holder: Holder) -> HttpResponse:
    """Give up a seat, an offer, a request, or the place on the waiting list."""
    booking, place = holder.booking, holder.booking.place
    if not booking.is_live:
        return redirect(holder.back_url)
    is_late = booking.has_seat and timezone.now() >= place.cancels_until
    form = CancelForm(posted(request), needs_reason=is_late)
    if request.method == "POST" and form.is_valid():
        try:
            leaving.cancel(booking, actor=holder.actor, reason=form.cleaned_data["reason"])
        except (SeatsError, ValidationError) as error:
            add_errors(form, error)
        else:
            messages.success(request, _cancelled(holder))
            return redirect(holder.back_url)
    context = {
        **_frame(holder),
        "title": "Teilnahme absagen" if booking.has_seat else WORDS[State(booking.state)],
        "form": form,
        "is_late": is_late,
        "cancels_until": words.moment(place.cancels_until),
    }
    return _page(request, "cancel", context, form)


WORDS = {
    State.RELEASE: "Anfrage zurückziehen",
    State.REQUESTED: "Anfrage zurückziehen",
    State.WAITING: "Warteliste verlassen",
    State.OFFERED: "Angebot nicht annehmen",
}


def _cancelled(holder: Holder) -> str:
    whose = "Ihre" if holder.is_own else f"Die von {holder.booking.holder_name} gehaltene"
    if holder.booking.has_seat:
        return "Die Teilnahme ist abgesagt. Der Platz geht an die Warteliste oder ist wieder frei."
    return f"{whose} Anmeldung ist zurückgezogen."


@form_methods
def offer(request: HttpRequest, holder: Holder) -> HttpResponse:
    """Take the offered seat. GET leads to the page with the button."""
    if request.method == "POST":
        try:
            leaving.accept_offer(holder.booking, actor=holder.actor)
        except SeatsError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, "Der Platz ist angenommen.")
    return redirect(holder.back_url)


@form_methods
def promotion(request: HttpRequest, holder: Holder) -> HttpResponse:
    """Whether a seat of the waiting list is confirmed at once."""
    booking, until = holder.booking, at_once_until(holder.booking.place)
    if booking.state != State.WAITING or not until or request.method != "POST":
        return redirect(holder.url())
    form = PromotionForm(request.POST, at_once_until=until, at_once=booking.promote_at_once)
    if not form.is_valid():
        return show(request, holder, promotion_form=form, status=422)
    leaving.set_promotion_choice(booking, at_once=form.at_once, actor=holder.actor)
    messages.success(request, "Gespeichert.")
    return redirect(holder.url())


@form_methods
def switch(request: HttpRequest, holder: Holder) -> HttpResponse:
    booking = holder.booking
    if booking.state not in (State.CONFIRMED, State.WAITING):
        return redirect(holder.back_url)
    offered = find_offer_of(booking)
    houses = [booking.organisation] if booking.organisation else []
    form = SwitchForm(posted(request), formats=offered.choices(houses), current=booking.format)
    if request.method == "POST" and form.is_valid():
        try:
            now = leaving.switch_format(booking, format=form.chosen, actor=holder.actor)
        except (SeatsError, ValidationError) as error:
            add_errors(form, error)
        else:
            messages.success(request, f"Gespeichert: {now.format}.")
            return redirect(holder.back_url)
    return _page(request, "switch", {**_frame(holder), "title": "Form der Teilnahme wechseln", "form": form}, form)


@form_methods
def hand_over(request: HttpRequest, holder: Holder) -> HttpResponse:
    """The seat stays with the organisation: name a substitute, review, button."""
    booking = holder.booking
    if not booking.has_seat or booking.organisation is None:
        return redirect(holder.back_url)
    colleagues = Colleagues(booking.organisation, holder.actor, booking.person)
    form = HandOverForm(posted(request), colleagues=colleagues)
    chosen = None
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data["person"]
        if "sure" in request.POST:
            try:
                give_to_colleague(booking, person=chosen, actor=holder.actor)
            except (SeatsError, ValidationError) as error:
                chosen = None
                add_errors(form, error)
            else:
                messages.success(request, f"{chosen.get_full_name()} nimmt teil und bekommt eine E-Mail.")
                return redirect("portal:my_area" if holder.is_own else holder.back_url)
    if "change" in request.POST:
        chosen = None
    context = {**_frame(holder), "title": "Ersatzperson benennen", "form": form, "chosen": chosen}
    if chosen is not None:
        context["picked"] = form.data.getlist("person")
    return _page(request, "hand_over", context, form)


@form_methods
def answers(request: HttpRequest, holder: Holder) -> HttpResponse:
    booking, workshop = holder.booking, holder.workshop
    questions = list(workshop.questions.all()) if workshop else []
    if not questions:
        raise Http404
    if not booking.is_live or not may_change_answers(booking.place):
        return redirect(holder.url())
    form = QuestionsForm(
        posted(request),
        questions=questions,
        who_reads=who_reads(workshop, booking.place, questions),
        initial=QuestionsForm.initial_of(answers_of(booking), questions),
    )
    if request.method == "POST" and form.is_valid():
        try:
            change_answers(booking, form.answers(), actor=holder.actor)
        except EventsError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "Ihre Antworten sind gespeichert.")
            return redirect(holder.url())
    context = {**_frame(holder), "title": "Antworten ändern", "form": form}
    return _page(request, "answers", context, form)


def _frame(holder: Holder) -> dict[str, Any]:
    booking = holder.booking
    return {
        "holder": holder,
        "booking": booking,
        "place": booking.place,
        "workshop": holder.workshop,
        "starts": long_date(booking.place.starts_at),
        "title_above": True,
    }


def _page(request: HttpRequest, name: str, context: dict[str, Any], form: Any) -> HttpResponse:
    return render(request, f"events/booking/{name}.html", context, status=422 if form.errors else 200)
