"""Planning: a workshop and its dates."""

from collections.abc import Iterable
from datetime import date as day_type
from datetime import time
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from netzwerk.calendar.models import Date, Venue
from netzwerk.calendar.services.dates import create_date
from netzwerk.members.models import Organisation
from netzwerk.texts.cleaning import address_part
from netzwerk.vocabulary.models import Term
from workshops.events.access import can_manage, can_plan
from workshops.events.kinds import KEY
from workshops.events.models import Organiser, Workshop, WorkshopDate
from workshops.events.services.log import log_action
from workshops.events.services.places import sync_places

DATE_AUDIENCE = {
    Workshop.Audience.PUBLIC: Date.Audience.PUBLIC,
    Workshop.Audience.MEMBERS: Date.Audience.MEMBERS,
    Workshop.Audience.ORGANISATIONS: Date.Audience.PARTICIPANTS,
}


@transaction.atomic
def create_workshop(
    *, actor: Any, topics: Iterable[Term] = (), organisations: Iterable[Organisation] = (), **values: Any
) -> Workshop:
    """A draft whose organiser is `actor`. Raises PermissionDenied, ValidationError."""
    if not can_plan(actor):
        raise PermissionDenied
    workshop = Workshop(created_by=actor, slug=free_slug(values.get("title", "")), **values)
    workshop.full_clean(exclude=["created_by"])
    workshop.save(force_insert=True)
    workshop.topics.set(topics)
    workshop.organisations.set(organisations)
    Organiser.objects.create(workshop=workshop, person=actor)
    log_action("workshop_created", workshop, actor=actor)
    return workshop


def free_slug(title: str) -> str:
    """An address that no workshop has. Of two at once with the same title, the later one gets an IntegrityError."""
    base = address_part(title)[:70].strip("-") or "workshop"
    taken = set(Workshop.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    number = 2
    slug = base
    while slug in taken:
        slug, number = f"{base}-{number}", number + 1
    return slug


@transaction.atomic
def add_date(
    workshop: Workshop,
    *,
    actor: Any,
    start_day: day_type,
    start_time: time,
    end_time: time,
    end_day: day_type | None = None,
    venue: Venue | None = None,
    room: str = "",
    online_url: str = "",
    is_online: bool = False,
    heading: str = "",
    note: str = "",
    minutes_in_person: int = 0,
    minutes_online: int = 0,
) -> WorkshopDate:
    """A further date, with seats as the workshop says. Raises PermissionDenied, ValidationError, SeatsError, EventsError."""
    if not can_manage(actor, workshop):
        raise PermissionDenied
    date = create_date(
        kind=KEY,
        actor=actor,
        topics=workshop.topics.all(),
        title=workshop.title,
        summary=workshop.summary,
        path=workshop.get_absolute_url(),
        audience=DATE_AUDIENCE[Workshop.Audience(workshop.audience)],
        start_day=start_day,
        start_time=start_time,
        end_day=end_day or start_day,
        end_time=end_time,
        venue=venue,
        room=room,
        online_url=online_url,
        is_online=is_online,
    )
    row = WorkshopDate(
        workshop=workshop,
        date=date,
        heading=heading,
        note=note,
        minutes_in_person=minutes_in_person,
        minutes_online=minutes_online,
    )
    row.full_clean(exclude=["workshop", "date"])
    row.save(force_insert=True)
    workshop.changed_at = timezone.now()
    workshop.save(update_fields=["changed_at"])
    log_action("workshop_changed", workshop, actor=actor, fields=["dates"])
    sync_places(workshop, actor=actor)
    return row
