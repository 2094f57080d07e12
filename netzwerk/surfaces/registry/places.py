"""Kinds of limited places that features have."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet


@dataclass(frozen=True)
class PlaceKind:
    """A kind of limited places; `key` is stored with each place.

    `may_manage` says whether a user handles the bookings of a place; `managed_by` returns the primary keys of all places
    that they handle, as a QuerySet for a subquery. `refusal` says in a German sentence why a user (None: a guest without
    account) may not book, "" if they may. `managers` returns the accounts that learn of what needs a decision. `changed` is
    called inside the transaction of each change of a booking, with the booking and its state before ("" for a new one); it
    may change rows only. `desk_url` is the path at which managers handle the bookings of a place; `booking_url` the path of
    the page of a booking, for a guest with the secret in it. `release_url` is the path at which the coordination of an
    organisation releases a request.
    """

    key: str
    order: int
    label: str
    may_manage: Callable[[Any, Any], bool]
    managed_by: Callable[[Any], QuerySet]
    refusal: Callable[[Any, Any], str]
    managers: Callable[[Any], QuerySet]
    desk_url: Callable[[Any], str]
    booking_url: Callable[[Any], str]
    release_url: Callable[[Any], str]
    changed: Callable[[Any, str], None] = lambda _booking, _before: None
