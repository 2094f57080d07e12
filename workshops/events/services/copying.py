"""Copies and templates."""

from datetime import date as day_type
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from netzwerk.vocabulary.models import Term
from workshops.events.access import can_manage, can_plan
from workshops.events.models import Leader, Question, Workshop
from workshops.events.services.dates import OF_DATE, OF_ROW, add_date
from workshops.events.services.planning import FIELDS, create_workshop


@transaction.atomic
def copy_workshop(
    workshop: Workshop, *, actor: Any, title: str, first_day: day_type | None = None, as_template: bool = False
) -> Workshop:
    """A draft with the same text, rules, leaders and questions, without bookings and materials. With `first_day` the dates come
    along, as far apart as they are. Raises PermissionDenied, ValidationError, SeatsError, EventsError."""
    if not can_manage(actor, workshop) or not can_plan(actor):
        raise PermissionDenied
    values = {name: getattr(workshop, name) for name in FIELDS} | {"title": title, "is_template": as_template}
    made = create_workshop(
        actor=actor, topics=choosable(workshop), organisations=workshop.organisations.all(), **values
    )
    for leader in workshop.leaders.select_related("person"):
        if leader.person is None or leader.person.is_active:
            fields = ("person", "name", "function", "position")
            Leader.objects.create(workshop=made, **{name: getattr(leader, name) for name in fields})
    for question in workshop.questions.all():
        fields = ("kind", "label", "help", "choices", "is_required", "position")
        Question.objects.create(workshop=made, **{name: getattr(question, name) for name in fields})
    if first_day is not None and not as_template:
        _copy_dates(workshop, made, first_day, actor)
    return made


def choosable(workshop: Workshop) -> list[Term]:
    return [topic for topic in workshop.topics.all() if not topic.is_proposed]


def _copy_dates(source: Workshop, made: Workshop, first_day: day_type, actor: Any) -> None:
    rows = [
        row for row in source.dates.select_related("date__venue") if source.is_cancelled or not row.date.is_cancelled
    ]
    if not rows:
        return
    shift = first_day - rows[0].date.start_day
    for row in rows:
        values = {name: getattr(row.date, name) for name in OF_DATE} | {name: getattr(row, name) for name in OF_ROW}
        values |= {"start_day": row.date.start_day + shift, "end_day": row.date.end_day + shift}
        add_date(made, actor=actor, **values)
