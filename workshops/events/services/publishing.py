"""Publishing: the page is open, its dates are in the calendar, one can book."""

from typing import Any

from django.utils import timezone

from netzwerk.calendar.services.dates import list_date
from netzwerk.seats.services.places import open_place
from workshops.events.models import Material, Workshop
from workshops.events.services.log import log_action
from workshops.events.services.pending import clear_pending
from workshops.events.services.places import sync_places


def open_workshop(workshop: Workshop, *, reviewer: Any) -> None:
    """Publish, in the caller's transaction. Whoever calls it has made sure that a second person agreed."""
    now = timezone.now()
    workshop.state, workshop.published_at, workshop.published_by = Workshop.State.PUBLISHED, now, reviewer
    workshop.changed_at, workshop.review_note = now, ""
    clear_pending(workshop)
    workshop.save()
    workshop.materials.filter(audience=Material.Audience.EVERYONE).update(is_approved=True)
    for place in sync_places(workshop, actor=reviewer):
        if not place.is_open and not place.is_cancelled:
            open_place(place, actor=None)
    for row in workshop.dates.select_related("date"):
        if not row.date.is_cancelled:
            list_date(row.date, actor=None)
    log_action("workshop_published", workshop, actor=reviewer)
