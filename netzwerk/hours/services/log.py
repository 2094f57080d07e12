"""Entries of Wagtail's action log for hours. They name fields and numbers, never what somebody learnt."""

from typing import Any

from django.db.models import Model
from wagtail.log_actions import log

# The label of each action; wagtail_hooks.py registers them with Wagtail.
ACTIONS = {
    "certificate_issued": "Bescheinigung ausgestellt",
    "certificate_replaced": "Bescheinigung ersetzt",
    "certificate_revoked": "Bescheinigung zurückgezogen",
    "corrected": "Stunden berichtigt",
    "credit_asked": "Rückfrage zur Anrechnung gestellt",
    "credit_declined": "Anrechnung abgelehnt",
    "credit_granted": "Anrechnung gewährt",
    "credit_submitted": "Anrechnung beantragt",
    "credit_withdrawn": "Antrag auf Anrechnung zurückgezogen",
    "credited": "Stunden gutgeschrieben",
}


def log_action(action: str, instance: Model, *, actor: Any, **data: str | int) -> None:
    """Write an entry in the caller's transaction. `actor` None is the system."""
    log(instance, f"hours.{action}", user=actor, data={"fields": [], **data})
