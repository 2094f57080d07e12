"""What organisers do with several bookings at once: each on its own, so that one refusal stops no other."""

from collections.abc import Callable, Sequence
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError

from netzwerk.lists.bulk import BulkResult
from netzwerk.seats.errors import SeatsError
from netzwerk.seats.models import Booking
from netzwerk.seats.services import approval, leaving

State = Booking.State
NOT_YOURS = "Diese Anmeldung gehört nicht zu Ihren Workshops."


def each(bookings: Sequence[Booking], act: Callable[[Booking], object]) -> BulkResult:
    result = BulkResult()
    for booking in bookings:
        try:
            act(booking)
        except SeatsError as error:
            result.refused.append((booking, str(error)))
        except ValidationError as error:
            result.refused.append((booking, " ".join(error.messages)))
        except PermissionDenied:
            result.refused.append((booking, NOT_YOURS))
        else:
            result.done.append(booking)
    return result


def approve_several(bookings: Sequence[Booking], *, actor: Any, reason: str = "") -> BulkResult:
    """In the order of asking, as seats may not be enough for all."""
    in_order = sorted(bookings, key=lambda one: (one.created_at, one.pk))
    return each(in_order, lambda one: approval.approve(one, actor=actor))


def decline_several(bookings: Sequence[Booking], *, actor: Any, reason: str) -> BulkResult:
    return each(bookings, lambda one: approval.decline(one, reason=reason, actor=actor))


def cancel_several(bookings: Sequence[Booking], *, actor: Any, reason: str) -> BulkResult:
    return each(bookings, lambda one: leaving.cancel(one, reason=reason, actor=actor))


def why_not_approve(booking: Booking) -> str:
    return "" if booking.state == State.REQUESTED else _says(booking)


def why_not_decline(booking: Booking) -> str:
    return "" if booking.state in Booking.UNDECIDED else _says(booking)


def why_not_cancel(booking: Booking) -> str:
    return "" if booking.is_live or booking.state == State.UNCONFIRMED else _says(booking)


def why_not_write(booking: Booking) -> str:
    return "" if booking.holder_email else "Ohne E-Mail-Adresse."


def _says(booking: Booking) -> str:
    return f"Der Stand ist: {booking.get_state_display()}."
