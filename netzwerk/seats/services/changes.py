"""What every change of a booking ends with: row, log, letter, the feature's own rows."""

from typing import Any

from netzwerk.seats import tasks
from netzwerk.seats.models import Booking, Letter
from netzwerk.seats.services.log import log_action
from netzwerk.surfaces import registry


def save(booking: Booking, *, before: str, action: str, actor: Any, letter: str = "", **facts: Any) -> Booking:
    """Save a booking after a change, log `action`, and note the letter to its holder ("": none). `facts` go into both."""
    booking.fold_names()
    booking.full_clean(validate_unique=False, validate_constraints=False, exclude=_KEYS)
    if booking.pk is None:
        booking.save(force_insert=True)
    else:
        booking.save()
    log_action(action, booking, actor=actor, state=booking.state, **facts)
    if letter:
        write(booking, letter, **facts)
    tell_feature(booking, before)
    return booking


# Keys are not asked one by one whether they exist: the database does.
_KEYS = ["place", "format", "pool", "person", "organisation", "booked_by"]


def write(booking: Booking, kind: str, *, to: Any = None, **facts: Any) -> None:
    """Note a letter about the booking to its holder, or to the account `to`."""
    person = to or booking.person
    Letter.objects.create(
        booking=booking,
        kind=Letter.Kind(kind),
        person=person,
        name="" if person is not None else booking.name,
        email="" if person is not None else booking.email,
        facts=facts,
    )
    tasks.queue_letters()


def tell_feature(booking: Booking, before: str) -> None:
    kind = registry.place_kinds.get(booking.place.kind)
    if kind is not None:
        kind.changed(booking, before)
