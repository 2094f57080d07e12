"""The actions of the log."""

from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

ACTIONS = {
    "date_created": "Termin angelegt",
    "date_changed": "Termin geändert",
    "date_listed": "Termin in den Kalender gestellt",
    "date_unlisted": "Termin aus dem Kalender genommen",
    "date_cancelled": "Termin abgesagt",
    "series_created": "Terminreihe angelegt",
    "venue_created": "Veranstaltungsort angelegt",
    "venue_changed": "Veranstaltungsort geändert",
}


@hooks.register("register_log_actions")
def register_actions(actions: LogActionRegistry) -> None:
    for key, label in ACTIONS.items():
        actions.register_action(f"calendar.{key}", label, label)
