"""Entries of Wagtail's action log for workshops."""

from typing import Any

from wagtail.log_actions import log

from workshops.events.models import Workshop

# The label of each action; wagtail_hooks.py registers them with Wagtail.
ACTIONS = {
    "changes_applied": "Änderung eines Workshops übernommen",
    "changes_rejected": "Änderung eines Workshops abgelehnt",
    "changes_withdrawn": "Änderung eines Workshops zurückgezogen",
    "workshop_cancelled": "Workshop abgesagt",
    "workshop_changed": "Workshop geändert",
    "workshop_created": "Workshop angelegt",
    "workshop_deleted": "Entwurf eines Workshops gelöscht",
    "workshop_published": "Workshop veröffentlicht",
    "workshop_sent_back": "Workshop zur Überarbeitung zurückgegeben",
    "workshop_submitted": "Workshop zur Prüfung vorgelegt",
    "workshop_withdrawn": "Workshop aus der Prüfung genommen",
}


def log_action(action: str, workshop: Workshop, *, actor: Any, **data: Any) -> None:
    """Write an entry in the caller's transaction. `actor` None is the system."""
    log(workshop, f"events.{action}", user=actor, data={"fields": [], **data})
