"""Workshops for tests."""

from datetime import date as day_type
from datetime import time, timedelta
from itertools import count
from typing import Any

from django.utils import timezone

from netzwerk.members.roles import OFFICE, ORGANISER
from netzwerk.seats.models import Place
from tests.factories.people import PersonFactory
from workshops.events.models import Workshop, WorkshopDate
from workshops.events.services.planning import add_date, create_workshop
from workshops.events.services.publishing import open_workshop

_numbers = count(1)


def draft(organiser: Any = None, *, days: Any = (30,), venue: Any = None, **values: Any) -> Workshop:
    """A workshop of `organiser`, with a date in each of so many days, from 9:30 to 16:00, of 6 UE."""
    user = organiser or PersonFactory.with_role(ORGANISER)
    number = next(_numbers)
    made = create_workshop(
        actor=user,
        **{
            "title": f"Workshop {number}",
            "summary": "Was in den ersten fünf Tagen hilft.",
            "description": "Zwei Tage für alle, die davon erfahren.",
            "contact_name": "Selma Aydin",
            "contact_email": "selma.aydin@netz.example",
            "seats_in_person": 2,
            **values,
        },
    )
    for day in days:
        workshop_date(made, day, actor=user, venue=venue)
    return made


def workshop_date(workshop: Workshop, days: int, *, actor: Any, **values: Any) -> WorkshopDate:
    day: day_type = timezone.localdate() + timedelta(days=days)
    times = {"start_day": day, "start_time": time(9, 30), "end_time": time(16)}
    counted = {"minutes_in_person": 270, "minutes_online": 270 if workshop.seats_online else 0}
    return add_date(workshop, actor=actor, **{**times, **counted, **values})


def published(organiser: Any = None, **values: Any) -> Workshop:
    """One whose page is open and that takes bookings."""
    made = draft(organiser, **values)
    open_workshop(made, reviewer=PersonFactory.with_role(OFFICE))
    return made


def place_of(workshop: Workshop) -> Place:
    """The place of its first date."""
    return workshop.dates.order_by("date__starts_at").first().place
