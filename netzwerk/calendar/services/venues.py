"""Places: added and changed by those who maintain them. What changes acts at once and is logged."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.log_actions import log

from netzwerk.calendar.access import can_maintain_venues
from netzwerk.calendar.errors import CalendarError
from netzwerk.calendar.models import Date, Venue
from netzwerk.calendar.services import sending

WHERE = ("name", "street", "postcode", "place")
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
    """Returns the names of the fields that changed. With another name or address, everybody who takes part in a coming date
    there gets a mail, as their calendars would lead them astray.

    Raises PermissionDenied, ValidationError, CalendarError as above.
    """
    if actor is not None and not can_maintain_venues(actor):
        raise PermissionDenied
    locked = Venue.objects.select_for_update(of=("self",)).get(pk=venue.pk)
    changed = [name for name, value in values.items() if getattr(locked, name) != value]
    for name in changed:
        setattr(locked, name, values[name])
    if changed:
        before = _facts_of_dates(locked) if set(changed) & set(WHERE) else {}
        _save(locked)
        for key, facts in before.items():
            _tell(key, facts)
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


def _facts_of_dates(venue: Venue) -> dict[int, dict[str, str]]:
    """By key of each coming date at this venue, what was known of it."""
    coming = Date.objects.filter(venue=venue).upcoming().taking_place().for_lists().order_by("pk")
    return {date.pk: sending.facts_of(date) for date in coming}


def _tell(key: int, before: dict[str, str]) -> None:
    date = Date.objects.select_for_update(of=("self",)).select_related("venue").get(pk=key)
    date.sequence += 1
    date.changed_at = timezone.now()
    date.save(update_fields=["sequence", "changed_at"])
    sending.tell_change(date, before)
