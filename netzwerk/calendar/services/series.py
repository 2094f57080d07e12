"""Series: made by a rule as a whole or not at all; later changes reach this date and all later ones, except those that were
changed by hand."""

from collections.abc import Iterable
from datetime import date as day_type
from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.log_actions import log

from netzwerk.calendar.access import can_change_date
from netzwerk.calendar.errors import CalendarError
from netzwerk.calendar.models import Date, Series
from netzwerk.calendar.repetition import Rule
from netzwerk.calendar.services.dates import change_date, create_date
from netzwerk.vocabulary.models import Term

OF_ONE_DATE = ("start_day", "end_day", "path")  # what differs between the dates of a series


@transaction.atomic
def create_series(
    rule: Rule, *, kind: str, actor: Any, topics: Iterable[Term] = (), **values: Any
) -> tuple[Series, list[Date]]:
    """All dates of the rule, each with its own UID, and the series. `values` are those of the first date.

    Raises RepetitionError (a ValueError), ValidationError; then nothing is saved.
    """
    days = rule.days()
    length = values.pop("end_day", rule.first) - values.pop("start_day", rule.first)
    series = Series.objects.create(kind=kind, rule=rule.as_json())
    known = list(topics)
    dates = [
        create_date(**values, kind=kind, actor=actor, topics=known, series=series, start_day=day, end_day=day + length)
        for day in days
    ]
    log(series, "calendar.series_created", user=actor)
    return series, dates


def later_dates(date: Date) -> list[Date]:
    """This date and the later ones of its series that still take place and were not changed by hand."""
    if date.series_id is None:
        return [date]
    later = Date.objects.filter(series=date.series_id, starts_at__gt=date.starts_at).taking_place()
    return [date, *later.filter(is_changed_by_hand=False).select_related("venue").order_by("starts_at", "pk")]


def left_alone(date: Date) -> list[Date]:
    """Later dates of the series that keep what they are, because they were changed by hand."""
    if date.series_id is None:
        return []
    later = Date.objects.filter(series=date.series_id, starts_at__gt=date.starts_at).taking_place()
    return list(later.filter(is_changed_by_hand=True).select_related("venue").order_by("starts_at", "pk"))


@transaction.atomic
def change_later(
    date: Date,
    *,
    actor: Any,
    start_day: day_type | None = None,
    topics: Iterable[Term] | None = None,
    tell: bool = True,
    **values: Any,
) -> list[Date]:
    """Change this date and all later ones of its series; returns those that changed. With `start_day` (of this date) all of
    them move by as many days.

    Raises PermissionDenied, ValidationError, CalendarError for a cancelled date and for a date without series; then nothing
    changes.
    """
    if actor is not None and not can_change_date(actor, date):
        raise PermissionDenied
    if date.series_id is None:
        raise CalendarError("Dieser Termin gehört zu keiner Reihe. Bitte ändern Sie ihn einzeln.")
    if unfit := set(values) & set(OF_ONE_DATE):
        raise ValueError(f"Each date has its own {', '.join(sorted(unfit))}.")
    Series.objects.select_for_update().get(pk=date.series_id)
    shift = start_day - date.start_day if start_day else timedelta()
    known = None if topics is None else list(topics)
    changed = []
    for one in later_dates(date):
        moved = {"start_day": one.start_day + shift, "end_day": one.end_day + shift} if shift else {}
        if change_date(one, actor=actor, topics=known, tell=tell, by_hand=False, **values, **moved):
            changed.append(one)
    return changed
