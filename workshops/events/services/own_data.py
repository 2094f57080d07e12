"""Data about a person in this app: what they plan and lead."""

from typing import Any

from netzwerk.surfaces.registry import OwnData
from workshops.events.models import Leader, Organiser, Workshop, WorkshopDate

Record = dict[str, Any]


def _planned(user: Any) -> list[Record]:
    rows = Organiser.objects.filter(person=user).select_related("workshop")
    return [{"Workshop": row.workshop.title, "Stand": row.workshop.get_state_display()} for row in rows]


def _stop_planning(user: Any) -> None:
    """The office is told of those that nobody plans any more (services.people.find_orphans)."""
    Organiser.objects.filter(person=user).delete()
    for name in ("created_by", "submitted_by", "published_by"):
        Workshop.objects.filter(**{name: user}).update(**{name: None})
    WorkshopDate.objects.filter(closed_by=user).update(closed_by=None)
    # Keys stay in Workshop.writers: they lead to no name, and still keep an author from being the second person.


def _led(user: Any) -> list[Record]:
    rows = Leader.objects.filter(person=user).select_related("workshop")
    return [{"Workshop": row.workshop.title, "Funktion": row.function} for row in rows]


def _stop_leading(user: Any) -> None:
    Leader.objects.filter(person=user).delete()


PARTS = (
    OwnData(
        *("organised-workshops", 62, "Workshops, die Sie planen", _planned, _stop_planning),
        goes="Sie planen keinen Workshop mehr. Ist sonst niemand da, sucht die Geschäftsstelle eine Nachfolge.",
        stays="Workshops, die Sie geplant haben, bleiben, ohne Ihren Namen.",
        models=("events.Organiser", "events.Workshop", "events.WorkshopDate"),
    ),
    OwnData(
        *("led-workshops", 63, "Workshops, die Sie leiten", _led, _stop_leading),
        goes="Ihr Name steht nicht mehr bei den Workshops, die Sie leiten oder geleitet haben.",
        models=("events.Leader",),
    ),
)
