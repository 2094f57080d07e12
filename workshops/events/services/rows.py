"""The row of a workshop under its lock, and the traces of a change."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils import timezone

from workshops.events.access import can_manage
from workshops.events.errors import EventsError
from workshops.events.models import Workshop
from workshops.events.services.log import log_action

OUTDATED = (
    "Inzwischen hat jemand anderes diesen Workshop geändert. Ihre Eingaben stehen noch hier; gespeichert ist davon nichts. "
    "Vergleichen Sie bitte mit dem jetzigen Stand, und speichern Sie dann noch einmal."
)
IS_OFF = "Dieser Workshop ist abgesagt und bleibt es. Für einen neuen Anlauf legen Sie bitte eine Kopie an."


class Outdated(EventsError):
    """Somebody else changed the workshop after this person opened the form."""


def locked(workshop: Workshop, *, actor: Any, seen: str = "") -> Workshop:
    """The row, locked until the transaction ends. `seen` is the stamp of what the person saw.

    Raises PermissionDenied, Outdated. `actor` None is the system.
    """
    if actor is not None and not can_manage(actor, workshop):
        raise PermissionDenied
    row = Workshop.objects.select_for_update(of=("self",), no_key=True).get(pk=workshop.pk)
    if seen and seen != row.stamp:
        raise Outdated(OUTDATED)
    return row


def locked_for_change(workshop: Workshop, *, actor: Any, seen: str = "") -> Workshop:
    """As `locked`. Raises EventsError too for a cancelled workshop."""
    row = locked(workshop, actor=actor, seen=seen)
    if row.is_cancelled:
        raise EventsError(IS_OFF)
    return row


def touch(row: Workshop, *, actor: Any, fields: list[str], action: str = "workshop_changed", **more: Any) -> None:
    """Save the fields, note the time and write the log. `fields` that the row lacks ("dates") are only logged."""
    row.changed_at = timezone.now()
    names = {field.name for field in Workshop._meta.concrete_fields}
    row.save(update_fields=["changed_at", *(name for name in fields if name in names)])
    log_action(action, row, actor=actor, fields=sorted(fields), **more)


def add_writer(row: Workshop, actor: Any) -> None:
    """`actor` wrote something that waits for a second person. The caller saves `writers`."""
    if actor is not None and actor.pk not in row.writers:
        row.writers = [*row.writers, actor.pk]
