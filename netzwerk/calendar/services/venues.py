"""Places: added and changed by those who maintain them. What changes acts at once and is logged."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from wagtail.log_actions import log

from netzwerk.calendar.access import can_maintain_venues
from netzwerk.calendar.errors import CalendarError
from netzwerk.calendar.models import Venue

THERE_ALREADY = "Diesen Ort gibt es schon, mit demselben Namen und derselben Straße. Bitte nehmen Sie den vorhandenen."


@transaction.atomic
def create_venue(*, actor: Any, **values: Any) -> Venue:
    """Raises PermissionDenied, ValidationError, CalendarError if the same place exists already. `actor` None is the system."""
    if actor is not None and not can_maintain_venues(actor):
        raise PermissionDenied
    venue = Venue(**values)
    _save(venue)
    log(venue, "calendar.venue_created", user=actor)
    return venue


@transaction.atomic
def change_venue(venue: Venue, *, actor: Any, **values: Any) -> list[str]:
    """Returns the names of the fields that changed. Raises PermissionDenied, ValidationError, CalendarError as above."""
    if actor is not None and not can_maintain_venues(actor):
        raise PermissionDenied
    locked = Venue.objects.select_for_update(of=("self",)).get(pk=venue.pk)
    changed = [name for name, value in values.items() if getattr(locked, name) != value]
    for name in changed:
        setattr(locked, name, values[name])
    if changed:
        _save(locked)
        log(locked, "calendar.venue_changed", user=actor, data={"fields": sorted(changed)})
    return changed


def _save(venue: Venue) -> None:
    venue.fold_names()
    venue.full_clean(exclude=["folded"], validate_constraints=False)
    try:
        with transaction.atomic():
            venue.save()
    except IntegrityError as error:  # calendar_venue_once
        raise CalendarError(THERE_ALREADY) from error
