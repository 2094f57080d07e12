"""The coordination of an organisation books for several colleagues: choose, review, result for each person."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from netzwerk.lists.dates import Tag
from netzwerk.members.models import Organisation
from netzwerk.members.views import form_methods
from netzwerk.seats import words
from netzwerk.seats.access import books_for
from netzwerk.seats.errors import SeatsError
from netzwerk.seats.models import Booking
from netzwerk.texts.cleaning import one_line
from netzwerk.texts.dates import long_date
from netzwerk.texts.fields import posted, submitted_values
from netzwerk.texts.folding import fold
from workshops.events.booking_box import OWN
from workshops.events.forms.booking_colleagues import FORM_KEY, MOST_GUESTS, ColleaguesForm
from workshops.events.services.booking import book_colleagues
from workshops.events.views.bookings.offers import Offer, find_offer
from workshops.events.views.refusals import add_errors

SHOWN = 30
SEARCH, EVERYBODY, MORE, BACK, REVIEW, SEND = "suchen", "alle", "mehr", "personen", "pruefen", "anmelden"


@dataclass(frozen=True)
class Row:
    """A colleague; who cannot be chosen has the reason as a tag."""

    person: Any
    tag: Tag | None = None
    is_selectable: bool = True
    is_chosen: bool = False


@form_methods
@never_cache
@login_required
def choose(request: HttpRequest, pk: int) -> HttpResponse:
    offer = find_offer(request.user, pk)
    houses = list(Organisation.objects.visible_to(request.user).active().filter(pk__in=books_for(request.user)))
    if not houses:
        raise Http404
    house = _house(request, houses)
    rows = _rows(request, offer, house)
    form = ColleaguesForm(
        posted(request),
        selectable=[(row.person.pk, row.person.get_full_name()) for row in rows if row.is_selectable],
        formats=offer.choices([house]),
        has_waiting_list=offer.place.has_waiting_list and offer.place.promotes(),
        takes_guests=offer.place.takes_guests,
    )
    context = {"offer": offer, "house": house, "houses": houses, "form": form, "place": offer.place}
    target = request.POST.get("zu", "")
    if target in (REVIEW, SEND) and form.is_valid():
        if target == REVIEW:
            return _review(request, context, rows)
        try:
            book_colleagues(
                offer.place,
                actor=request.user,
                people=[row.person for row in rows if str(row.person.pk) in form.cleaned_data["people"]],
                guests=form.guests(),
                format=form.chosen_format,
                organisation=house,
                all_or_none=form.all_or_none,
                form_key=form.cleaned_data["form_key"],
            )
        except (SeatsError, ValidationError) as error:
            add_errors(form, error)
        else:
            return redirect("bookings:colleagues_result", pk, form.cleaned_data["form_key"])
    elif target == SEND and _booked_with(request, pk, request.POST.get("form_key", "")).exists():
        return redirect("bookings:colleagues_result", pk, request.POST["form_key"])  # sent twice
    elif request.method == "POST" and target not in (REVIEW, SEND):
        form.hide_errors()
    return _choice(request, context, rows)


def _house(request: HttpRequest, houses: Sequence[Organisation]) -> Organisation:
    """The chosen organisation, else the first. Raises Http404 for one for which the user does not book."""
    wanted = request.POST.get("haus") or request.GET.get("haus") or str(houses[0].pk)
    found = next((one for one in houses if str(one.pk) == wanted), None)
    if found is None:
        raise Http404
    return found


def _rows(request: HttpRequest, offer: Offer, house: Organisation) -> list[Row]:
    """Everybody of the organisation. Four queries."""
    there = house.memberships.current().filter(user__is_active=True)
    people = [one.user for one in there.select_related("user").order_by("user__name_key", "user")]
    unwilling = set(there.filter(user__booking_wish__by_colleagues=False).values_list("user", flat=True))
    bookings = Booking.objects.visible_to(request.user).live().filter(person__in=people)
    states = dict(bookings.filter(place=offer.place).values_list("person", "state"))
    at_once = Q(pk__in=[])
    for row in offer.rows:
        at_once |= Q(place__dates__starts_at__lt=row.date.ends_at, place__dates__ends_at__gt=row.date.starts_at)
    elsewhere = bookings.confirmed().filter(at_once).exclude(place=offer.place)
    busy = dict(elsewhere.values_list("person", "place__title"))
    chosen = set(request.POST.getlist("people"))
    return [_row(one, request.user, states, unwilling, busy, chosen) for one in people]


def _row(person: Any, user: Any, states: dict, unwilling: set, busy: dict, chosen: set) -> Row:
    if person.pk in states:
        return Row(person, OWN[Booking.State(states[person.pk])], False)
    if person.pk in unwilling and person.pk != user.pk:
        return Row(person, Tag("möchte nicht von anderen angemeldet werden"), False)
    tag = Tag(f"zur selben Zeit: {busy[person.pk]}", "soon") if person.pk in busy else None
    return Row(person, tag, True, str(person.pk) in chosen)


def _choice(request: HttpRequest, context: dict[str, Any], rows: list[Row]) -> HttpResponse:
    form, target = context["form"], request.POST.get("zu", "")
    search = one_line(request.POST.get("suche", ""))[:100]
    found = [row for row in rows if _matches(row, search)]
    shown = found if target == EVERYBODY else found[:SHOWN]
    kept = [row for row in rows if row.is_chosen and row not in shown]
    filled = sum(
        1 for number in range(MOST_GUESTS) if form.data.get(f"name{number}") or form.data.get(f"email{number}")
    )
    number = min(max(filled, 1) + (target == MORE), MOST_GUESTS)
    context |= {
        "title": "Kolleg:innen anmelden",
        "rows": [*kept, *shown],
        "total": len(rows),
        "left_out": len(found) - len(shown),
        "search": search,
        "guest_rows": form.guest_rows(number),
        "may_add_guest": number < MOST_GUESTS,
        "seats": context["offer"].choices([context["house"]]),
    }
    return render(request, "events/booking/colleagues.html", context, status=422 if form.errors else 200)


def _matches(row: Row, search: str) -> bool:
    text = fold(f"{row.person.get_full_name()} {row.person.function}")
    return all(word in text for word in fold(search).split())


def _review(request: HttpRequest, context: dict[str, Any], rows: list[Row]) -> HttpResponse:
    form = context["form"]
    people = [row for row in rows if str(row.person.pk) in form.cleaned_data["people"]]
    guests = form.guests()
    context |= {
        "title": "Stimmt alles?",
        "people": people,
        "guests": guests,
        "number": len(people) + len(guests),
        "hidden": submitted_values(form),
        "seats": context["offer"].choices([context["house"]]),
    }
    return render(request, "events/booking/colleagues_review.html", context)


@require_safe
@never_cache
@login_required
def result(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """What became of each of those who were booked together."""
    bookings = list(_booked_with(request, pk, key).select_related("person", "place", "format"))
    if not bookings:
        raise Http404
    context = {
        "title": "Angemeldet" if all(one.has_seat for one in bookings) else "Das ist daraus geworden",
        "place": bookings[0].place,
        "lines": [(one, _outcome(one)) for one in bookings],
        "starts": long_date(bookings[0].place.starts_at),
    }
    return render(request, "events/booking/colleagues_result.html", context)


def _booked_with(request: HttpRequest, pk: int, key: str) -> QuerySet[Booking]:
    """What the user has booked with one form."""
    if not FORM_KEY.fullmatch(key):
        return Booking.objects.visible_to(request.user).none()
    rows = Booking.objects.visible_to(request.user).filter(place=pk, booked_by=request.user)
    return rows.filter(form_key__startswith=f"{key}:")


def _outcome(booking: Booking) -> Tag:
    if booking.state == Booking.State.WAITING:
        return Tag(words.position(booking), "soon")
    if booking.state == Booking.State.UNCONFIRMED:
        return Tag("noch kein Platz: Bestätigung per E-Mail steht aus", "soon")
    return Tag(booking.get_state_display(), "own" if booking.has_seat else "soon")
