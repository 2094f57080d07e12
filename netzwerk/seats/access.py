"""Who may do what with places and bookings. Of a place, the feature that it belongs to decides (registry.place_kinds)."""

from typing import Any

from netzwerk.members.reach import reach
from netzwerk.members.roles import May
from netzwerk.seats.models import Booking, Place
from netzwerk.surfaces import registry


def _active(user: Any) -> bool:
    return user is not None and user.is_authenticated and user.is_active


def can_manage_place(user: Any, place: Place) -> bool:
    """Handles its bookings and seats."""
    kind = registry.place_kinds.get(place.kind)
    return kind is not None and _active(user) and kind.may_manage(user, place)


def can_book_for(user: Any, organisation: Any) -> bool:
    """Books, hands over and cancels for the people of an organisation. Only its coordination: the office may not, as nobody of
    the organisation would know."""
    return organisation is not None and _active(user) and organisation.pk in books_for(user)


def books_for(user: Any) -> frozenset[int]:
    """The organisations for whose people the user books."""
    return reach(user, May.BOOK_FOR_COLLEAGUES).organisations


def can_view_booking(user: Any, booking: Booking) -> bool:
    """The same rule as BookingQuerySet.visible_to."""
    if not _active(user):
        return False
    own = booking.person_id == user.pk or booking.organisation_id in books_for(user)
    return own or can_manage_place(user, booking.place)


def can_change_booking(user: Any, booking: Booking) -> bool:
    """Cancel it, hand it over, answer an offer: the person, the coordination of the organisation, whoever manages the place."""
    return can_view_booking(user, booking)


def why_not_book(user: Any, place: Place) -> str:
    """Why this person (None: a guest) may not take part at all, "" if they may."""
    kind = registry.place_kinds.get(place.kind)
    if kind is None:
        return "Hierfür kann man sich nicht anmelden."
    if user is None and not place.takes_guests:
        return "Bitte melden Sie sich mit Ihrem Konto an: Diese Veranstaltung ist für Mitglieder."
    if user is not None and not user.is_active:
        return "Dieses Konto ist gesperrt."
    return kind.refusal(user, place)
