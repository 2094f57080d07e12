"""Bookmarks of a user. They are private, so nothing is logged."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from knowledge.models import Bookmark, PracticeReport
from knowledge.models.bookmarks import LONGEST_NOTE
from netzwerk.surfaces.autosaved import Autosaved, Conflict, Stored, TextField, is_overwriting


@transaction.atomic
def add_bookmark(report: PracticeReport, *, actor) -> Bookmark:
    """Returns the existing bookmark if there is one. Raises PermissionDenied if the user may not see the report."""
    if not PracticeReport.objects.visible_to(actor).filter(pk=report.pk).exists():
        raise PermissionDenied
    bookmark, _is_new = Bookmark.objects.get_or_create(person=actor, report=report)
    return bookmark


@transaction.atomic
def write_note(bookmark: Bookmark, *, actor, note: str, seen: str | None = None) -> Stored:
    """Raises PermissionDenied for a bookmark of another user, ValidationError, and Conflict if the note is no longer the one
    that the person has `seen` (its version; None: saves whatever stands there)."""
    own = _own(bookmark, actor)
    before = own.stored_note
    own.note = note
    own.full_clean()
    if seen is not None and is_overwriting(before, own.note, seen):
        raise Conflict({"note": before})
    if own.note != before.text:
        own.note_written_at = timezone.now()
        own.save(update_fields=["note", "note_written_at"])
    return own.stored_note


@transaction.atomic
def delete_bookmark(bookmark: Bookmark, *, actor) -> None:
    """Raises PermissionDenied for a bookmark of another user."""
    _own(bookmark, actor).delete()


def _own(bookmark: Bookmark, actor) -> Bookmark:
    locked = Bookmark.objects.select_for_update().filter(pk=bookmark.pk, person=actor).first()
    if locked is None:
        raise PermissionDenied
    return locked


NOTE = Autosaved(
    key="bookmark-note",
    fields=(TextField("note", "Eigene Notiz", LONGEST_NOTE),),
    find=lambda user, key: Bookmark.objects.visible_to(user).filter(pk=key).first(),
    read=lambda bookmark: {"note": bookmark.stored_note},
    write=lambda bookmark, _field, text, seen, *, actor: write_note(bookmark, actor=actor, note=text, seen=seen),
)
