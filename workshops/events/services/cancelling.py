"""A whole workshop falls. It cannot be undone; a copy is the way to a new try."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from netzwerk.calendar.services.dates import cancel_date
from netzwerk.seats.models import Booking
from netzwerk.seats.services.places import cancel_place
from workshops.events.errors import EventsError
from workshops.events.models import Workshop
from workshops.events.services import notices
from workshops.events.services.materials import delete_material
from workshops.events.services.pending import clear_pending, waiting_materials
from workshops.events.services.rows import locked_for_change, touch


@dataclass(frozen=True)
class Concerned:
    """How many people hear of it."""

    seated: int
    others: int  # who wait, have an offer or have asked

    @property
    def total(self) -> int:
        return self.seated + self.others


def concerned_by(workshop: Workshop) -> Concerned:
    """One query."""
    coming = workshop.dates.filter(date__ends_at__gt=timezone.now(), place__isnull=False).values("place")
    states = list(Booking.objects.filter(place__in=coming).live().values_list("state", flat=True))
    seated = states.count(Booking.State.CONFIRMED)
    return Concerned(seated, len(states) - seated)


@transaction.atomic
def cancel_workshop(workshop: Workshop, *, actor: Any, reason: str) -> None:
    """All dates that are not over fall; everybody concerned is told. Raises PermissionDenied, EventsError."""
    row = locked_for_change(workshop, actor=actor)
    if not row.is_published:
        raise EventsError("Absagen lässt sich nur ein veröffentlichter Workshop. Einen Entwurf können Sie löschen.")
    text = reason.strip()
    if not text:
        raise EventsError("Bitte nennen Sie den Grund: Alle Angemeldeten lesen ihn.")
    coming = [one for one in row.dates.select_related("date", "place") if not one.date.is_past]
    if not coming:
        raise EventsError("Alle Termine sind vorbei. Absagen lässt sich nichts mehr.")
    for one in coming:
        if not one.date.is_cancelled:
            cancel_date(one.date, actor=actor, reason=text)
    for place in {one.place.pk: one.place for one in coming if one.place is not None}.values():
        if not place.is_cancelled:
            cancel_place(place, actor=actor)
    for material in waiting_materials(row):
        delete_material(material)
    clear_pending(row)
    row.state, row.cancelled_at, row.reason = Workshop.State.CANCELLED, timezone.now(), text
    row.full_clean()
    fields = ["state", "cancelled_at", "reason", "pending", "writers", "submitted_by", "submitted_at"]
    touch(row, actor=actor, fields=fields, action="workshop_cancelled")
    notices.settle_review(row)
    workshop.refresh_from_db()
