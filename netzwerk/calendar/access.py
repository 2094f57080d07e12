"""Who may see and change dates and venues. Of a date, the feature that it belongs to decides (registry.date_kinds)."""

from typing import Any

from netzwerk.calendar.models import Date, Venue
from netzwerk.members.reach import reach
from netzwerk.members.roles import May
from netzwerk.surfaces import registry


def can_view_date(user: Any, date: Date) -> bool:
    """The same rule as DateQuerySet.visible_to; one query for a date that is neither public nor for members."""
    if date.listed_at is not None:
        if date.audience == Date.Audience.PUBLIC:
            return True
        if date.audience == Date.Audience.MEMBERS and user.is_authenticated and user.is_active:
            return True
        if is_shown_to(user, date):
            return True
    return takes_part(user, date)


def is_shown_to(user: Any, date: Date) -> bool:
    """Whether the feature shows this date to the user in lists. Up to one query."""
    kind = registry.date_kinds.get(date.kind)
    if kind is None or kind.shown_to is None or not user.is_authenticated or not user.is_active:
        return False
    return Date.objects.filter(pk=date.pk).filter(pk__in=kind.shown_to(user)).exists()


def takes_part(user: Any, date: Date) -> bool:
    """Whether the user takes part in the date or leads it. One query."""
    kind = registry.date_kinds.get(date.kind)
    if kind is None or not user.is_authenticated or not user.is_active:
        return False
    return Date.objects.filter(pk=date.pk).filter(pk__in=kind.of_person(user)).exists()


def can_change_date(user: Any, date: Date) -> bool:
    kind = registry.date_kinds.get(date.kind)
    return kind is not None and user.is_authenticated and user.is_active and kind.may_change(user, date)


def can_maintain_venues(user: Any) -> bool:
    return reach(user, May.MAINTAIN_VENUES).everywhere


def can_view_venue(user: Any, venue: Venue) -> bool:
    """Places are public."""
    return True
