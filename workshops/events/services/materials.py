"""Materials: added and removed. One for everyone is seen by others only after a second person has agreed."""

from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.db import transaction

from netzwerk.files.services import attach_file, detach_all_files
from workshops.events.errors import EventsError
from workshops.events.models import Material, Workshop
from workshops.events.services import notices
from workshops.events.services.pending import set_pending
from workshops.events.services.rows import add_writer, locked_for_change, touch

ENDINGS = ("pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "txt", "csv", "jpg", "jpeg", "png", "webp")
MOST = 40


@transaction.atomic
def add_material(
    workshop: Workshop, *, file: File, title: str, audience: str, open_from: datetime | None = None, actor: Any
) -> Material:
    """Raises PermissionDenied, EventsError, ValidationError for wrong values and for a file that is refused."""
    row = locked_for_change(workshop, actor=actor)
    if row.materials.count() >= MOST:
        raise EventsError(f"Mehr als {MOST} Materialien sind nicht möglich. Bitte entfernen Sie vorher andere.")
    material = Material(workshop=row, title=title, audience=audience, open_from=open_from)
    material.full_clean(exclude=["workshop"])
    material.save(force_insert=True)
    attach_file(material, file, actor=actor, endings=ENDINGS, most=1)
    is_for_all = material.audience == Material.Audience.EVERYONE
    if is_for_all and row.is_published:
        pending = dict(row.pending or {})
        pending["materials"] = [*(pending.get("materials") or []), material.pk]
        set_pending(row, pending, actor=actor)
        notices.ask_for_review(row)
    elif is_for_all:
        add_writer(row, actor)
    touch(row, actor=actor, fields=["materials", "pending", "writers", "submitted_by", "submitted_at"])
    workshop.refresh_from_db()
    return material


@transaction.atomic
def remove_material(material: Material, *, actor: Any) -> None:
    """Acts at once: nobody needs a second person to take something away. Raises PermissionDenied, EventsError."""
    row = locked_for_change(material.workshop, actor=actor)
    key = material.pk
    delete_material(material)
    pending = dict(row.pending or {})
    if key in (pending.get("materials") or []):
        left = [one for one in pending["materials"] if one != key]
        pending = {name: value for name, value in pending.items() if name != "materials"}
        set_pending(row, pending | ({"materials": left} if left else {}), actor=actor)
    touch(row, actor=actor, fields=["materials", "pending", "writers", "submitted_by", "submitted_at"])


def delete_material(material: Material) -> None:
    """With its file, in the caller's transaction."""
    detach_all_files(material)
    material.delete()
