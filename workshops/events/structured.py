"""A workshop as schema.org data: an event, or one with events below it where there are several dates."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings

from netzwerk.calendar.models import Date
from netzwerk.calendar.structured import event_of
from workshops.events.models import Workshop

MOST = 20


def event_of_workshop(workshop: Workshop, dates: Sequence[Date]) -> dict[str, Any] | None:
    """Of a public workshop; None without dates."""
    if not dates:
        return None
    if len(dates) == 1:
        return event_of(dates[0])
    whole = event_of(dates[0])
    shared = ("@context", "organizer", "inLanguage")
    parts = [{name: value for name, value in event_of(one).items() if name not in shared} for one in dates[:MOST]]
    whole |= {
        "name": workshop.title,
        "description": workshop.summary,
        "url": f"{settings.BASE_URL}{workshop.get_absolute_url()}",
        "endDate": max(dates, key=lambda one: one.ends_at).end.isoformat(timespec="minutes"),
        "subEvent": parts,
    }
    return whole
