"""The page of a booking: what one has, when and where, what one can do with it. For guests also the page of their mail."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from netzwerk.calendar import words as date_words
from netzwerk.calendar.models import Date
from netzwerk.members.views import form_methods
from netzwerk.seats import words
from netzwerk.seats.errors import SeatsError
from netzwerk.seats.models import Booking
from netzwerk.seats.services.booking import confirm_address
from netzwerk.seats.tokens import booking_token
from netzwerk.texts.dates import long_date
from workshops.events.forms.booking_changes import PromotionForm
from workshops.events.services.answers import may_change_answers, unanswered
from workshops.events.services.booking import other_booking_of
from workshops.events.views.bookings.doors import Holder
from workshops.events.views.bookings.offers import at_once_until
from workshops.events.views.bookings.queue import queue_of
from workshops.events.views.bookings.start import NEW

State = Booking.State
TITLES = {
    State.UNCONFIRMED: "Anmeldung bestätigen",
    State.RELEASE: "Ihre Organisation prüft Ihre Anfrage",
    State.REQUESTED: "Ihre Anfrage wird geprüft",
    State.OFFERED: "Ein Platz ist für Sie frei",
    State.CONFIRMED: "Sie sind angemeldet",
    State.CANCELLED: "Sie haben abgesagt",
    State.DECLINED: "Ihre Anfrage wurde abgelehnt",
    State.LAPSED: "Sie sind nicht nachgerückt",
}


@form_methods
def own(request: HttpRequest, holder: Holder) -> HttpResponse:
    return show(request, holder)


@form_methods
def guest(request: HttpRequest, holder: Holder) -> HttpResponse:
    """GET shows and changes nothing, as scanners open every link of a mail. POST confirms the address: only then the booking
    counts."""
    booking = holder.booking
    if booking.state != State.UNCONFIRMED:
        return redirect(holder.url()) if request.method == "POST" else show(request, holder)
    error, status = "", 200
    if request.method == "POST":
        try:
            confirm_address(booking)
        except SeatsError as refusal:
            error, status = str(refusal), 409
        else:
            return redirect(f"{holder.url()}?{NEW}=1")
    other = other_booking_of(booking)
    context = {
        **_frame(holder),
        "title": "Sie haben hier schon eine Anmeldung" if other else TITLES[State.UNCONFIRMED],
        "stepper": [
            ("Angaben", "done"),
            ("Prüfen", "done"),
            ("E-Mail bestätigen", "current"),
            ("Bestätigung", "todo"),
        ],
        "error": error,
        "error_title": bool(error),
        "other": Holder(other, token=booking_token(other.pk)) if other else None,
    }
    return render(request, "events/booking/confirm.html", context, status=status)


def show(
    request: HttpRequest, holder: Holder, *, promotion_form: PromotionForm | None = None, status: int = 200
) -> HttpResponse:
    """The page of the booking by its state."""
    booking, place = holder.booking, holder.booking.place
    context = _frame(holder)
    is_new = NEW in request.GET
    context |= {"is_new": is_new and booking.is_live, "title": _title(booking, is_new)}
    if booking.state == State.WAITING:
        until = at_once_until(place)
        context |= {
            "queue": queue_of(booking),
            "promotes": place.promotes(),
            "form": promotion_form
            or (PromotionForm(None, at_once_until=until, at_once=booking.promote_at_once) if until else None),
            "at_once_until": until,
            "closes": words.moment(place.promotes_until),
        }
        context["title"] = words.position(booking)
    return render(request, f"events/booking/{_template(booking)}.html", context, status=status)


def _template(booking: Booking) -> str:
    if booking.state == State.WAITING:
        return "waiting"
    return "own" if booking.is_live else "ended"


def _title(booking: Booking, is_new: bool) -> str:
    if booking.place.is_cancelled:
        return "Die Veranstaltung fällt aus"
    if booking.state == State.CONFIRMED and booking.place.ends_at <= timezone.now():
        return "Die Veranstaltung ist vorbei"
    if booking.state == State.CONFIRMED and is_new:
        return "Sie haben einen Platz"
    return TITLES.get(State(booking.state), "Ihre Anmeldung")


def _frame(holder: Holder) -> dict[str, Any]:
    """What the pages of all states show. Four queries."""
    booking, place, workshop = holder.booking, holder.booking.place, holder.workshop
    dates = list(place.dates.select_related("venue").order_by("starts_at", "pk"))
    questions = list(workshop.questions.all()) if workshop else []
    now = timezone.now()
    return {
        "holder": holder,
        "booking": booking,
        "place": place,
        "workshop": workshop,
        "urls": holder.urls,
        "dates": [
            {
                "date": one,
                "hours": date_words.hours(one),
                "where": _where(booking, one),
                "room_url": one.room_url if booking.has_seat and booking.format.key == "online" else "",
            }
            for one in dates
        ],
        "offered_until": words.moment(booking.offered_until) if booking.offered_until else "",
        "cancels_until": words.moment(place.cancels_until),
        "is_late": now >= place.cancels_until,
        "is_over": now >= place.ends_at,
        "starts": long_date(place.starts_at),
        "answers_change": bool(questions) and booking.is_live and may_change_answers(place),
        "is_unanswered": booking.is_live and unanswered(booking, questions),
        "has_formats": booking.state in (State.CONFIRMED, State.WAITING) and place.formats.count() > 1,
    }


def _where(booking: Booking, date: Date) -> str:
    """Whoever takes part online is not sent to a house."""
    if booking.format.key == "online" and date.is_online:
        return "online"
    return date_words.where(date).removesuffix(", oder online") or "Ort noch offen"
