"""Workshops as a kind of dates and as a kind of limited places."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse

from netzwerk.calendar.models import Date
from netzwerk.members.models import User
from netzwerk.seats.models import Booking, Place
from netzwerk.seats.services.holders import dates_with_seat, holders_of
from netzwerk.seats.tokens import booking_token
from netzwerk.surfaces.registry import DateKind, PlaceKind, Recipient
from workshops.events import access
from workshops.events.models import Answer, Question, Workshop, WorkshopDate

KEY = "workshop"


def workshop_of(place: Place) -> Workshop | None:
    """The workshop to which a place belongs; kept on the object, as several rules ask for it."""
    if not hasattr(place, "_workshop"):
        place._workshop = Workshop.objects.filter(dates__place=place).first()
    return place._workshop


def _dates_of_person(user: Any) -> QuerySet:
    """The dates for which the user has a seat, that they lead or organise."""
    own = Q(workshop__leaders__person=user) | Q(workshop__organisers__person=user)
    own |= Q(date__in=dates_with_seat(user))
    return WorkshopDate.objects.filter(own).exclude(workshop__state="draft").order_by().values("date")


def _dates_shown_to(user: Any) -> QuerySet:
    """The dates of workshops for certain organisations that the user sees in lists."""
    houses = user.memberships.current().values("organisation")
    closed = Workshop.objects.filter(
        state__in=Workshop.SHOWN, audience=Workshop.Audience.ORGANISATIONS, organisations__in=houses
    )
    return WorkshopDate.objects.filter(workshop__in=closed.order_by().values("pk")).order_by().values("date")


def _recipients(keys: Sequence[int]) -> Iterator[tuple[int, Recipient]]:
    """Leaders, then everybody with a seat. Three queries."""
    rows = WorkshopDate.objects.filter(date__in=list(keys), workshop__leaders__person__isnull=False)
    leading = rows.values_list("date", "workshop__leaders__person", "workshop__slug")
    people = User.objects.in_bulk({person for _date, person, _slug in leading})
    for date, key, slug in leading:
        person = people[key]
        path = reverse("workshops:page", args=[slug])
        yield date, Recipient(person.get_full_name(), person.email, person, is_leading=True, path=path)
    yield from holders_of(keys)


def _may_change_date(user: Any, date: Date) -> bool:
    row = WorkshopDate.objects.filter(date=date).select_related("workshop").first()
    return row is not None and access.can_manage(user, row.workshop)


def _may_manage(user: Any, place: Place) -> bool:
    workshop = workshop_of(place)
    return workshop is not None and access.can_manage(user, workshop)


def _managed_by(user: Any) -> QuerySet:
    workshops = Workshop.objects.manageable_by(user).order_by().values("pk")
    return WorkshopDate.objects.filter(workshop__in=workshops, place__isnull=False).order_by().values("place")


def _refusal(user: Any, place: Place) -> str:
    workshop = workshop_of(place)
    return "Diesen Workshop gibt es nicht mehr." if workshop is None else access.why_not_book(user, workshop)


def _managers(place: Place) -> QuerySet:
    return User.objects.filter(is_active=True, organised_workshops__workshop__dates__place=place).distinct()


def _desk_url(place: Place) -> str:
    workshop = workshop_of(place)
    return reverse("workshop_desk:bookings", args=[workshop.pk]) if workshop is not None else "/"


def _booking_url(booking: Booking) -> str:
    if booking.is_guest:
        return reverse("bookings:guest", args=[booking_token(booking.pk)])
    return reverse("bookings:own", args=[booking.pk])


def _release_url(booking: Booking) -> str:
    return reverse("house_seats:release", args=[booking.pk])


def _changed(booking: Booking, _before: str) -> None:
    """What somebody needs is nobody's business once they do not come."""
    if booking.state in Booking.ENDED:
        Answer.objects.filter(booking=booking, question__kind=Question.Kind.NEEDS).delete()


DATE_KIND = DateKind(
    KEY, 10, "Workshop", "Workshops", _may_change_date, _dates_of_person, _recipients, shown_to=_dates_shown_to
)
PLACE_KIND = PlaceKind(
    KEY,
    10,
    "Workshop",
    may_manage=_may_manage,
    managed_by=_managed_by,
    refusal=_refusal,
    managers=_managers,
    desk_url=_desk_url,
    booking_url=_booking_url,
    release_url=_release_url,
    changed=_changed,
)
