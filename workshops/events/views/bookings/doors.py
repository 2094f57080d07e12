"""How one comes to the pages of a booking: with one's account, or as a guest with the secret of the link in a mail."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from netzwerk.seats.access import can_book_for
from netzwerk.seats.models import Booking
from workshops.events.kinds import KEY, workshop_of
from workshops.events.models import Workshop
from workshops.events.services.booking import booking_of_token


@dataclass(frozen=True)
class Holder:
    """A booking and who acts on it: `actor` None is the guest, `token` the secret of their link."""

    booking: Booking
    actor: Any = None
    token: str = ""

    @property
    def is_own(self) -> bool:
        return self.actor is None or self.booking.person_id == self.actor.pk

    @property
    def is_coordinator(self) -> bool:
        """Acts for a colleague."""
        return not self.is_own and can_book_for(self.actor, self.booking.organisation)

    @property
    def workshop(self) -> Workshop | None:
        return workshop_of(self.booking.place)

    def url(self, name: str = "own") -> str:
        """The page `name` of this booking."""
        if self.token:
            return reverse("bookings:guest" if name == "own" else f"bookings:guest_{name}", args=[self.token])
        return reverse(f"bookings:{name}", args=[self.booking.pk])

    @property
    def back_url(self) -> str:
        """Where one goes afterwards: to the page of the booking, for others to their list."""
        if self.is_own:
            return self.url()
        if self.is_coordinator:
            return reverse("house_seats:list")
        return reverse("workshop_desk:bookings", args=[self.workshop.pk]) if self.workshop else "/"

    @property
    def urls(self) -> dict[str, str]:
        names = ("own", "answers", "switch", "cancel", "offer", "promotion")
        return {name: self.url(name) for name in names} | ({} if self.token else {"hand_over": self.url("hand_over")})


View = Callable[[HttpRequest, Holder], HttpResponse]


def for_person(view: View, *, only_own: bool = False) -> Callable[..., HttpResponse]:
    """The view for somebody with an account. `only_own`: not for the coordination, nor for whoever manages the place."""

    @never_cache
    @login_required
    @wraps(view)
    def by_key(request: HttpRequest, pk: int) -> HttpResponse:
        rows = request.user.bookings if only_own else Booking.objects.visible_to(request.user)
        rows = rows.filter(place__kind=KEY).select_related("place", "format", "organisation", "person", "booked_by")
        return view(request, Holder(get_object_or_404(rows, pk=pk), request.user))

    return by_key


def for_guest(view: View) -> Callable[..., HttpResponse]:
    """The view for a guest. The secret of the link reaches no search engine and no Referer."""

    @never_cache
    @wraps(view)
    def by_token(request: HttpRequest, token: str) -> HttpResponse:
        booking = booking_of_token(token)
        if booking is None:
            title = "Dieser Link gilt nicht mehr"
            response = render(request, "events/booking/gone.html", {"title": title}, status=404)
        else:
            response = view(request, Holder(booking, token=token))
        response["X-Robots-Tag"] = "noindex, nofollow"
        response["Referrer-Policy"] = (
            "strict-origin"  # without a referrer browsers would send "Origin: null" with forms
        )
        return response

    return by_token
