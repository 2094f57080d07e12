"""Four eyes: submitted, withdrawn, published or sent back; changes of a published workshop applied or rejected."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from workshops.events.access import can_review
from workshops.events.errors import EventsError
from workshops.events.models import Workshop
from workshops.events.services import notices
from workshops.events.services.dates import sync_dates
from workshops.events.services.materials import delete_material
from workshops.events.services.pending import clear_pending, waiting_materials
from workshops.events.services.places import capacities_of, sync_places
from workshops.events.services.publishing import open_workshop
from workshops.events.services.rows import Outdated, add_writer, locked, touch

State = Workshop.State
SINCE_CHANGED = "Inzwischen hat jemand den Workshop geändert. Bitte lesen Sie ihn noch einmal, bevor Sie entscheiden."
NOTHING_WAITS = "Hier wartet nichts mehr auf eine Prüfung."
NOTE_MISSING = "Bitte schreiben Sie, was geändert werden soll."


def missing_for_review(workshop: Workshop) -> list[str]:
    """What has to be there before a second person can look at it, in sentences. Two queries."""
    rows = [row for row in workshop.dates.select_related("date") if not row.date.is_cancelled]
    found = []
    if not workshop.description:
        found.append("Es fehlt die Beschreibung.")
    if not any(not row.date.is_past for row in rows):
        found.append("Es fehlt ein Termin, der noch kommt.")
    if not capacities_of(workshop):
        found.append("Es fehlt die Zahl der Plätze.")
    if workshop.seats_online and rows and not any(row.date.is_online for row in rows):
        found.append("Es gibt Plätze online, aber keinen Termin, an dem man online teilnehmen kann.")
    if workshop.seats_in_person and rows and not any(row.date.venue_id or row.date.room for row in rows):
        found.append("Es gibt Plätze vor Ort, aber keinen Termin mit einem Ort.")
    if workshop.audience == Workshop.Audience.ORGANISATIONS and not workshop.organisations.exists():
        found.append("Es fehlen die Organisationen, für die der Workshop ist.")
    return found


@transaction.atomic
def submit_workshop(workshop: Workshop, *, actor: Any) -> None:
    """A draft goes to the second person. Raises PermissionDenied, EventsError."""
    row = locked(workshop, actor=actor)
    if row.is_template:
        raise EventsError("Eine Vorlage wird nicht veröffentlicht. Legen Sie daraus bitte einen Workshop an.")
    if row.state != State.DRAFT:
        raise EventsError("Dieser Workshop ist kein Entwurf mehr.")
    if missing := missing_for_review(row):
        raise EventsError(" ".join(missing))
    row.state, row.submitted_by, row.submitted_at, row.review_note = State.REVIEW, actor, timezone.now(), ""
    add_writer(row, actor)
    fields = ["state", "submitted_by", "submitted_at", "review_note", "writers"]
    touch(row, actor=actor, fields=fields, action="workshop_submitted")
    notices.ask_for_review(row)
    workshop.refresh_from_db()


@transaction.atomic
def withdraw_from_review(workshop: Workshop, *, actor: Any) -> None:
    """Back to the draft; of a published workshop, what waits is dropped. Raises PermissionDenied, EventsError."""
    row = locked(workshop, actor=actor)
    if row.state == State.REVIEW:
        row.state, row.submitted_by, row.submitted_at = State.DRAFT, None, None
        touch(row, actor=actor, fields=["state", "submitted_by", "submitted_at"], action="workshop_withdrawn")
    elif row.pending:
        _drop(row, actor, action="changes_withdrawn")
    else:
        raise EventsError(NOTHING_WAITS)
    notices.settle_review(row)
    workshop.refresh_from_db()


@transaction.atomic
def publish_workshop(workshop: Workshop, *, actor: Any, seen: str) -> None:
    """The second person agrees to what they saw (`seen`: its stamp). Raises PermissionDenied, Outdated, EventsError."""
    row = _reviewed(workshop, actor, seen)
    if row.state != State.REVIEW:
        raise EventsError(NOTHING_WAITS)
    if missing := missing_for_review(row):
        raise EventsError(" ".join(missing))
    writers = row.writers
    open_workshop(row, reviewer=actor)
    notices.settle_review(row)
    notices.tell_writers(
        row,
        writers,
        "Veröffentlicht",
        "Eine zweite Person hat zugestimmt. Ab jetzt kann man sich anmelden.",
        row.get_absolute_url(),
    )
    workshop.refresh_from_db()


@transaction.atomic
def send_back(workshop: Workshop, *, actor: Any, note: str) -> None:
    """The second person asks for changes. Raises PermissionDenied, EventsError without a note."""
    row = _reviewed(workshop, actor)
    if row.state != State.REVIEW:
        raise EventsError(NOTHING_WAITS)
    row.state, row.review_note = State.DRAFT, _note(note)
    touch(row, actor=actor, fields=["state", "review_note"], action="workshop_sent_back")
    notices.settle_review(row)
    notices.tell_writers(row, row.writers, "Bitte noch ändern", row.review_note)
    workshop.refresh_from_db()


@transaction.atomic
def apply_changes(workshop: Workshop, *, actor: Any, seen: str) -> None:
    """The second person agrees to what waits; from now on everybody sees it.

    Raises PermissionDenied, Outdated, EventsError, SeatsError, ValidationError.
    """
    row = _reviewed(workshop, actor, seen)
    if not row.pending:
        raise EventsError(NOTHING_WAITS)
    pending, writers = row.pending, row.writers
    for name, value in (pending.get("values") or {}).items():
        setattr(row, name, value)
    for name in ("topics", "organisations"):
        if name in pending:
            getattr(row, name).set(pending[name])
    if row.audience == Workshop.Audience.ORGANISATIONS and not row.organisations.exists():
        raise EventsError("Es fehlen die Organisationen, für die der Workshop ist.")
    row.materials.filter(pk__in=pending.get("materials") or []).update(is_approved=True)
    clear_pending(row)
    row.review_note = ""
    row.full_clean()
    fields = [*(pending.get("values") or {}), "pending", "writers", "submitted_by", "submitted_at", "review_note"]
    touch(row, actor=actor, fields=fields, action="changes_applied", parts=sorted(pending))
    sync_dates(row, tell=True)
    sync_places(row, actor=actor)
    notices.settle_review(row)
    notices.tell_writers(
        row, writers, "Änderung übernommen", "Alle sehen jetzt die neue Fassung.", row.get_absolute_url()
    )
    workshop.refresh_from_db()


@transaction.atomic
def reject_changes(workshop: Workshop, *, actor: Any, note: str) -> None:
    """The second person does not agree; what is published stays. Raises PermissionDenied, EventsError without a note."""
    row = _reviewed(workshop, actor)
    if not row.pending:
        raise EventsError(NOTHING_WAITS)
    writers, row.review_note = row.writers, _note(note)
    _drop(row, actor, action="changes_rejected")
    notices.settle_review(row)
    notices.tell_writers(row, writers, "Änderung nicht übernommen", row.review_note)
    workshop.refresh_from_db()


def _drop(row: Workshop, actor: Any, *, action: str) -> None:
    """Materials that wait go with the changes: nobody has seen them yet."""
    for material in waiting_materials(row):
        delete_material(material)
    clear_pending(row)
    touch(
        row, actor=actor, fields=["pending", "writers", "submitted_by", "submitted_at", "review_note"], action=action
    )


def _reviewed(workshop: Workshop, actor: Any, seen: str | None = None) -> Workshop:
    row = locked(workshop, actor=actor)
    if not can_review(actor, row):
        raise PermissionDenied
    if seen is not None and seen != row.stamp:
        raise Outdated(SINCE_CHANGED)
    return row


def _note(note: str) -> str:
    text = note.strip()
    if not text:
        raise EventsError(NOTE_MISSING)
    return text[:1000]
