"""Entries of Wagtail's action log for places and bookings. They name states and numbers, never people."""

from typing import Any

from django.db.models import Model
from wagtail.log_actions import log

# The label of each action; wagtail_hooks.py registers them with Wagtail.
ACTIONS = {
    "address_corrected": "Adresse des Gastes berichtigt",
    "approved": "Anmeldung genehmigt",
    "attendance_corrected": "Anwesenheit nach dem Abschluss berichtigt",
    "attendance_noted": "Anwesenheit erfasst",
    "booked": "Angemeldet",
    "cancelled": "Anmeldung abgesagt",
    "capacity_changed": "Zahl der Plätze geändert",
    "declined": "Anmeldung abgelehnt",
    "expired": "Angebot eines Platzes verfallen",
    "extra_seat": "Ein Platz mehr vergeben",
    "handed_over": "Platz übergeben",
    "lapsed": "Warteliste geschlossen",
    "left_queue": "Warteliste verlassen",
    "moved": "Platz aus einem anderen Kontingent",
    "offer_accepted": "Angebotenen Platz angenommen",
    "offered": "Platz angeboten",
    "passed_over": "Auf der Warteliste übersprungen",
    "place_cancelled": "Fällt aus",
    "place_changed": "Regeln der Anmeldung geändert",
    "place_created": "Anmeldung angelegt",
    "pool_added": "Kontingent angelegt",
    "pool_released": "Kontingent freigegeben",
    "promoted": "Nachgerückt",
    "queued": "Auf die Warteliste gesetzt",
    "release_given": "Von der Organisation freigegeben",
    "requested": "Anfrage gestellt",
    "switched": "Form der Teilnahme gewechselt",
}


def log_action(action: str, instance: Model, *, actor: Any, **data: Any) -> None:
    """Write an entry in the caller's transaction. `actor` None is the system, or a guest."""
    log(instance, f"seats.{action}", user=actor, data={"fields": [], **data})
