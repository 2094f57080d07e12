"""Bookmarks of a user. They are private, so nothing is logged."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from knowledge.models import Bookmark, PracticeReport


@transaction.atomic
def add_bookmark(report: PracticeReport, *, actor) -> Bookmark:
    """Returns the existing bookmark if there is one. Raises PermissionDenied if the user may not see the report."""
    if not PracticeReport.objects.visible_to(actor).filter(pk=report.pk).exists():
        raise PermissionDenied
    bookmark, _is_new = Bookmark.objects.get_or_create(person=actor, report=report)
    return bookmark


@transaction.atomic
def write_note(bookmark: Bookmark, *, actor, note: str) -> None:
    """Raises PermissionDenied for a bookmark of another user, and ValidationError."""
    own = _own(bookmark, actor)
    own.note = note
    own.full_clean()
    own.save(update_fields=["note"])


@transaction.atomic
def delete_bookmark(bookmark: Bookmark, *, actor) -> None:
    """Raises PermissionDenied for a bookmark of another user."""
    _own(bookmark, actor).delete()


def _own(bookmark: Bookmark, actor) -> Bookmark:
    locked = Bookmark.objects.select_for_update().filter(pk=bookmark.pk, person=actor).first()
    if locked is None:
        raise PermissionDenied
    return locked
