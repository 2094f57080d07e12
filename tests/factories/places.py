"""Limited places and bookings for tests: a kind of places as a feature registers it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.utils import timezone

from netzwerk.members.models import User
from netzwerk.members.roles import MEMBER
from netzwerk.seats.models import Booking, Format, Place, Pool
from netzwerk.seats.services.booking import Guest, book, confirm_address, register_guest
from netzwerk.seats.services.places import create_place, open_place
from netzwerk.surfaces import registry
from netzwerk.surfaces.registry import PlaceKind
from tests.factories.dates import KIND as DATE_KIND
from tests.factories.dates import date
from tests.factories.people import PersonFactory

KIND = "test-places"
IN_PERSON, ONLINE = Format.Key.IN_PERSON, Format.Key.ONLINE


class Offers:
    """A kind of places, whose manager the test sets."""

    def __init__(self) -> None:
        self.manager: Any = None
        self.refusal = ""
        self.changes: list[tuple[str, str]] = []
        self.kind = PlaceKind(
            KIND,
            10,
            "Angebot",
            may_manage=lambda user, _place: self.manager is not None and user.pk == self.manager.pk,
            managed_by=lambda user: Place.objects.filter(
                kind=KIND if self.manager is not None and user.pk == self.manager.pk else ""
            ).values("pk"),
            refusal=lambda _user, _place: self.refusal,
            managers=lambda _place: User.objects.filter(pk=self.manager.pk if self.manager else 0),
            desk_url=lambda place: f"/angebote/{place.pk}/",
            booking_url=lambda booking: f"/anmeldungen/{booking.pk}/",
            release_url=lambda booking: f"/freigaben/{booking.pk}/",
            changed=lambda booking, before: self.changes.append((before, str(booking.state))),
        )


@contextmanager
def registered(offers: Offers) -> Iterator[Offers]:
    registry.place_kinds.register(offers.kind)
    try:
        yield offers
    finally:
        del registry.place_kinds._entries[KIND]


def place(*, seats: int = 2, online: int | None = None, days: int = 30, is_open: bool = True, **rules: Any) -> Place:
    """Something with so many seats in so many days. One can book, cancel and move up until the day before."""
    dates = rules.pop("dates", None) or [date(days=days, kind=DATE_KIND)]
    end = dates[0].starts_at - timedelta(days=1)
    made = create_place(
        kind=KIND,
        dates=dates,
        capacities={IN_PERSON: seats} | ({ONLINE: online} if online is not None else {}),
        actor=None,
        **{
            "title": dates[0].title,
            "path": dates[0].path,
            "books_until": end,
            "cancels_until": end,
            "promotes_until": end,
            "takes_guests": True,
            **rules,
        },
    )
    if is_open:
        open_place(made, actor=None)
    return made


def format_of(place: Place, key: str = IN_PERSON) -> Format:
    return place.formats.get(key=key)


def rest_of(place: Place, key: str = IN_PERSON) -> Pool:
    return Pool.objects.get(format__place=place, format__key=key, is_rest=True)


def booked(place: Place, person: Any = None, *, key: str = IN_PERSON, **more: Any) -> Booking:
    """A member books a seat for themselves."""
    user = person or PersonFactory.with_role(MEMBER)
    return book(place, actor=more.pop("actor", user), person=user, format=format_of(place, key), **more)


def guest(
    place: Place, email: str = "gast@ort.example", *, name: str = "Gerda Gast", is_confirmed: bool = True
) -> Booking:
    made = register_guest(place, Guest(name, email), format=format_of(place))
    return confirm_address(made) if is_confirmed else made


def soon(days: int) -> Any:
    return timezone.now() + timedelta(days=days)
