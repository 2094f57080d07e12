"""The address of a guest whose mail came back: corrected, and the last letter written again."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from netzwerk.seats.access import can_manage_place
from netzwerk.seats.errors import SeatsError
from netzwerk.seats.models import Booking, Letter
from netzwerk.seats.queue import locked
from netzwerk.seats.services.booking import check_is_new, reread
from netzwerk.seats.services.changes import save, write
from netzwerk.texts.addresses import normalise_email


@transaction.atomic
def correct_guest_address(booking: Booking, *, email: str, actor: Any) -> Booking:
    """Whoever manages the place corrects the address of a guest; the last letter goes there again. With the same address it
    only goes again. Raises PermissionDenied, SeatsError, ValidationError for no address."""
    if not can_manage_place(actor, booking.place):
        raise PermissionDenied
    seats = locked(booking.place)
    row = reread(booking, seats)
    if not row.is_guest:
        raise SeatsError("Die Adresse eines Kontos ändert nur die Person selbst, in ihrem Profil.")
    row_email = normalise_email(email)
    if not row_email:
        raise SeatsError("Bitte geben Sie eine E-Mail-Adresse an.")
    if row_email != row.email and row.is_live:
        check_is_new(seats.place, person=None, email=row_email, for_oneself=False)
    row.email = row_email
    save(row, before=row.state, action="address_corrected", actor=actor)
    last = Letter.objects.filter(booking=row, person=None).order_by("-pk").first()
    if last is not None:
        write(row, last.kind, **last.facts)
    return row
