"""A date: created, changed, listed, cancelled, copied. Features call these inside the transaction of their own change.

Every change locks the row first, so that no two messages leave with the same SEQUENCE.
"""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from netzwerk.calendar.access import can_change_date
from netzwerk.calendar.errors import CalendarError
from netzwerk.calendar.models import Date, Series
from netzwerk.calendar.services import sending
from netzwerk.surfaces import registry
from netzwerk.vocabulary.models import Term

FIELDS = (
    *("title", "summary", "path", "start_day", "start_time", "end_day", "end_time", "zone", "state", "audience"),
    *("venue", "room", "online_url", "is_online"),
)
IS_OFF = "Dieser Termin ist abgesagt und bleibt es. Legen Sie für einen neuen Anlauf bitte eine Kopie an."


@transaction.atomic
def create_date(
    *, kind: str, actor: Any, topics: Iterable[Term] = (), series: Series | None = None, **values: Any
) -> Date:
    """A new date, not in the calendar yet (`list_date`). The feature has checked that the actor may create one.

    Raises ValueError for an unregistered kind and for unknown fields, ValidationError for wrong values.
    """
    if registry.date_kinds.get(kind) is None:
        raise ValueError(f"{kind!r} is no registered kind of date")
    _check_names(values)
    date = Date(kind=kind, series=series, **values)
    if date.state == Date.State.CANCELLED:
        raise ValueError("A date is cancelled by cancel_date.")
    date.is_online = date.is_online or bool(date.online_url)
    _check(date)
    date.save(force_insert=True)
    date.topics.set(topics)
    log(date, "calendar.date_created", user=actor)
    return date


@transaction.atomic
def change_date(
    date: Date,
    *,
    actor: Any,
    topics: Iterable[Term] | None = None,
    tell: bool = True,
    by_hand: bool = True,
    **values: Any,
) -> list[str]:
    """Change fields; returns the names of those that changed. What matters for a person's calendar (time, place, title) raises
    SEQUENCE, and everybody who takes part gets a mail, unless `tell` is False or the date is over. `by_hand` marks a date of a
    series as changed alone.

    Raises PermissionDenied, ValidationError, and CalendarError for a cancelled date. `actor` None is the system.
    """
    locked = _locked(date, actor)
    _check_names(values)
    if locked.is_cancelled:
        raise CalendarError(IS_OFF)
    if values.get("state") == Date.State.CANCELLED:
        raise ValueError("A date is cancelled by cancel_date.")
    before = sending.facts_of(locked)
    was_past = locked.is_past
    changed = [name for name, value in values.items() if getattr(locked, name) != value]
    for name in changed:
        setattr(locked, name, values[name])
    if locked.online_url and not locked.is_online:
        locked.is_online = True
        changed.append("is_online")
    if topics is not None and {one.pk for one in topics} != set(locked.topics.values_list("pk", flat=True)):
        locked.topics.set(topics)
        changed.append("topics")
    if not changed:
        return []
    if locked.series_id and by_hand:
        locked.is_changed_by_hand = True
    locked.changed_at = timezone.now()
    _check(locked)
    matters = sending.facts_of(locked) != before
    if matters:
        locked.sequence += 1
    locked.save()
    log(locked, "calendar.date_changed", user=actor, data={"fields": sorted(changed)})
    if matters and tell and not (was_past and locked.is_past):
        sending.tell_change(locked, before)
    _refresh(date, locked)
    return changed


@transaction.atomic
def list_date(date: Date, *, actor: Any) -> None:
    """Put the date into the calendar, for its audience. Raises PermissionDenied, CalendarError for a cancelled date."""
    locked = _locked(date, actor)
    if locked.listed_at is None:
        if locked.is_cancelled:
            raise CalendarError(IS_OFF)
        locked.listed_at = locked.changed_at = timezone.now()
        locked.save(update_fields=["listed_at", "changed_at"])
        log(locked, "calendar.date_listed", user=actor)
    _refresh(date, locked)


@transaction.atomic
def unlist_date(date: Date, *, actor: Any) -> None:
    """Take the date out of the calendar; who takes part still sees it. Raises PermissionDenied."""
    locked = _locked(date, actor)
    if locked.listed_at is not None:
        locked.listed_at, locked.changed_at = None, timezone.now()
        locked.save(update_fields=["listed_at", "changed_at"])
        log(locked, "calendar.date_unlisted", user=actor)
    _refresh(date, locked)


@transaction.atomic
def cancel_date(date: Date, *, actor: Any, reason: str = "", tell: bool = True) -> None:
    """The date falls. It stays in lists and feeds, as cancelled; everybody who takes part gets a CANCEL, unless it is over.

    Raises PermissionDenied, ValidationError for a reason that is too long, CalendarError if it is cancelled already.
    """
    locked = _locked(date, actor)
    if locked.is_cancelled:
        raise CalendarError("Dieser Termin ist schon abgesagt.")
    locked.state, locked.reason = Date.State.CANCELLED, reason
    locked.cancelled_at = locked.changed_at = timezone.now()
    locked.sequence += 1
    _check(locked)
    locked.save()
    log(locked, "calendar.date_cancelled", user=actor)
    if tell and not locked.is_past:
        sending.tell_cancellation(locked)
    _refresh(date, locked)


@transaction.atomic
def copy_date(date: Date, *, actor: Any, **values: Any) -> Date:
    """A new date with the same fields but a new UID and counter, not listed yet, in no series. `values` replace fields.

    Raises PermissionDenied, ValidationError. A cancelled date can be copied; the copy takes place.
    """
    if actor is not None and not can_change_date(actor, date):
        raise PermissionDenied
    fields = {name: getattr(date, name) for name in FIELDS}
    if date.is_cancelled:
        fields["state"] = Date.State.CONFIRMED
    return create_date(kind=date.kind, actor=actor, topics=list(date.topics.all()), **{**fields, **values})


def _locked(date: Date, actor: Any) -> Date:
    if actor is not None and not can_change_date(actor, date):
        raise PermissionDenied
    return Date.objects.select_for_update(of=("self",)).select_related("venue").get(pk=date.pk)


def _check_names(values: dict[str, Any]) -> None:
    if unknown := set(values) - set(FIELDS):
        raise ValueError(f"A date has no such fields to set: {', '.join(sorted(unknown))}")


def _check(date: Date) -> None:
    """Compute UTC and validate. All errors of the fields come together, those of the times included."""
    try:
        date.set_moments()
    except ValidationError as error:
        others: dict[str, Any] = {}
        try:
            date.full_clean(exclude=["starts_at", "ends_at"], validate_constraints=False)
        except ValidationError as more:
            others = more.error_dict
        raise ValidationError({**others, **error.error_dict}) from error
    date.full_clean()


def _refresh(date: Date, locked: Date) -> None:
    """Give the caller's object the values of the row, so that it can go on with it."""
    for field in Date._meta.concrete_fields:
        setattr(date, field.attname, getattr(locked, field.attname))
    date._state.fields_cache.pop("venue", None)
    if locked.venue_id:
        date.venue = locked.venue
