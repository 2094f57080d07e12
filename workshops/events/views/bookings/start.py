"""Booking a seat: members in two clicks, guests with a confirmed address; with questions, a step for them before the review."""

from collections.abc import Collection, Sequence
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from netzwerk.limits.services import count_request
from netzwerk.members.limits import too_often
from netzwerk.members.models import Organisation
from netzwerk.members.views import form_methods
from netzwerk.seats.access import books_for, why_not_book
from netzwerk.seats.errors import SeatsError
from netzwerk.seats.services.booking import FULL
from netzwerk.texts.fields import posted
from workshops.events.forms.booking import GuestForm, MemberForm, QuestionsForm, SeatForm
from workshops.events.services.booking import book, note_guest
from workshops.events.views.bookings.offers import Offer, find_offer
from workshops.events.views.bookings.steps import DATA, QUESTIONS, REVIEW, Shown, step_to_show, step_with_errors
from workshops.events.views.refusals import add_errors

NEW = "neu"  # in the query of the page of a booking: it was made just now


@form_methods
@never_cache
def start(request: HttpRequest, pk: int) -> HttpResponse:
    if not request.user.is_authenticated:
        return _guest(request, pk)
    offer = find_offer(request.user, pk)
    if request.method == "GET" and offer.own_key is not None:
        return redirect("bookings:own", offer.own_key)
    memberships = request.user.memberships.current().select_related("organisation__release_rule")
    houses = [one.organisation for one in memberships]
    if refusal := _refusal(offer, request.user, houses):
        return _refused(request, offer, refusal)
    form = MemberForm(
        posted(request),
        organisations=houses,
        formats=offer.choices(houses),
        at_once_until=offer.at_once_until() if offer.would_wait(houses) else "",
    )
    # Without questions everything is said on the page of the review.
    forms = _forms(request, offer, form) if offer.questions else {REVIEW: form}
    shown = step_to_show(forms, posted(request))
    if shown is None:
        try:
            booking = book(
                offer.place,
                actor=request.user,
                format=form.chosen_format,
                organisation=form.chosen_organisation,
                wishes=form.wishes,
                form_key=form.key,
                answers=_answers(forms),
            )
        except (SeatsError, ValidationError) as error:
            shown = _not_booked(forms, form, error)
        else:
            return redirect(f"{reverse('bookings:own', args=[booking.pk])}?{NEW}=1")
    more = {
        "houses": houses,
        "may_book_others": bool(books_for(request.user)),
        "outcome": _outcome(offer, houses, books_for(request.user)),
    }
    return _render(request, offer, forms, shown, more)


def _outcome(offer: Offer, houses: Sequence[Organisation], coordinated: Collection[int]) -> str:
    """What the button leads to now: nobody reads of a seat who will have none."""
    rules = [getattr(one, "release_rule", None) for one in houses if one.pk not in coordinated]
    if any(rule is not None and rule.needs_release for rule in rules):
        return "release"
    if offer.place.needs_approval:
        return "request"
    return "seat" if any(one.free_for(houses) for one in offer.seats) else "list"


def _guest(request: HttpRequest, pk: int) -> HttpResponse:
    """Whoever is not signed in: a guest where guests may come, else the login, whatever the address names."""
    try:
        offer = find_offer(request.user, pk)
    except Http404:
        return redirect_to_login(request.get_full_path())
    if not offer.place.takes_guests:
        return redirect_to_login(request.get_full_path())
    if refusal := _refusal(offer, None, []):
        return _refused(request, offer, refusal)
    form = GuestForm(
        posted(request),
        formats=offer.choices(),
        at_once_until=offer.at_once_until() if offer.would_wait() else "",
    )
    forms = _forms(request, offer, form)
    shown = step_to_show(forms, posted(request))
    if shown is None:
        if refused := _too_many(request, form.guest.email):
            return refused
        try:
            note_guest(
                offer.place,
                form.guest,
                format=form.chosen_format,
                wishes=form.wishes,
                form_key=form.key,
                answers=_answers(forms),
            )
        except (SeatsError, ValidationError) as error:
            shown = _not_booked(forms, form, error)
        else:
            return redirect("bookings:sent", pk)
    return _render(request, offer, forms, shown, {"is_guest": True})


@require_safe
@never_cache
def sent(request: HttpRequest, pk: int) -> HttpResponse:
    """The same for every address: whether it is registered already, only its mail says."""
    offer = find_offer(request.user, pk)
    if not offer.place.takes_guests:
        raise Http404
    stepper = [("Angaben", "done"), ("Prüfen", "done"), ("E-Mail bestätigen", "current"), ("Bestätigung", "todo")]
    context = {"title": "Bitte sehen Sie in Ihr Postfach", "offer": offer, "stepper": stepper}
    return render(request, "events/booking/sent.html", context)


def _forms(request: HttpRequest, offer: Offer, form: SeatForm) -> dict[str, Any]:
    forms: dict[str, Any] = {DATA: form}
    if offer.questions:
        forms[QUESTIONS] = QuestionsForm(posted(request), questions=offer.questions, who_reads=offer.who_reads())
    return {**forms, REVIEW: None}


def _answers(forms: dict[str, Any]) -> dict[Any, Any]:
    return forms[QUESTIONS].answers() if QUESTIONS in forms else {}


def _refusal(offer: Offer, user: Any, houses: Sequence[Organisation]) -> str:
    """Why nobody, or not this person, can book. A form that is sent twice is no second booking."""
    if offer.own_key is not None:
        return ""
    if offer.place.is_cancelled or offer.workshop.is_cancelled:
        return "Dieser Workshop fällt aus."
    if not offer.place.takes_bookings():
        return "Die Anmeldung ist geschlossen."
    if offer.is_full(houses):
        return FULL
    return why_not_book(user, offer.place)


def _refused(request: HttpRequest, offer: Offer, refusal: str) -> HttpResponse:
    context = {"title": "Anmelden geht hier nicht", "offer": offer, "refusal": refusal}
    return render(request, "events/booking/refused.html", context, status=409)


def _too_many(request: HttpRequest, email: str) -> HttpResponse | None:
    """Limits for the address of the computer, and for the mails to one address."""
    if refused := too_often(request, "guest-booking"):
        return refused
    if not count_request("guest-mail", email):
        return render(request, "errors/429.html", status=429)
    return None


def _not_booked(forms: dict[str, Any], form: SeatForm, error: SeatsError | ValidationError) -> Shown:
    """The step in which the person can do something about it, with everything that was said."""
    step = DATA if DATA in forms else REVIEW
    add_errors(form, error)
    return step_with_errors(forms, step)


def _render(request: HttpRequest, offer: Offer, forms: dict[str, Any], shown: Shown, more: dict) -> HttpResponse:
    is_alone = DATA not in forms
    context = {
        "title": {DATA: "Ihre Angaben", QUESTIONS: "Fragen der Veranstaltung", REVIEW: "Stimmt alles?"}[shown.key],
        "offer": offer,
        "form": shown.form,
        "hidden": shown.hidden,
        "stepper": [] if is_alone else shown.stepper(forms),
        "has_questions": QUESTIONS in forms,
        "is_alone": is_alone,
        "seats": offer.choices(more.get("houses", ())),
        **more,
    }
    if shown.key == REVIEW and not is_alone:
        context["data_facts"] = forms[DATA].facts()
        if QUESTIONS in forms:
            context["answer_facts"] = forms[QUESTIONS].facts()
            context["who_reads_needs"] = forms[QUESTIONS].who_reads[True]
    template = {DATA: "data", QUESTIONS: "questions", REVIEW: "review"}[shown.key]
    return render(request, f"events/booking/{template}.html", context, status=shown.status)
