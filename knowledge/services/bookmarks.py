"""The list of reports that a person keeps for themselves."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from knowledge.models import Bookmark, PracticeReport


@transaction.atomic
def add_bookmark(report: PracticeReport, *, actor) -> Bookmark:
    """Put a report on one's list; one that is there already stays as it is. Nobody but its owner ever sees it: no log."""
    if not PracticeReport.objects.visible_to(actor).filter(pk=report.pk).exists():
        raise PermissionDenied
    bookmark, _is_new = Bookmark.objects.get_or_create(person=actor, report=report)
    return bookmark


@transaction.atomic
def write_note(bookmark: Bookmark, *, actor, note: str) -> None:
    own = _own(bookmark, actor)
    own.note = note
    own.full_clean()
    own.save(update_fields=["note"])


@transaction.atomic
def delete_bookmark(bookmark: Bookmark, *, actor) -> None:
    _own(bookmark, actor).delete()


def _own(bookmark: Bookmark, actor) -> Bookmark:
    locked = Bookmark.objects.select_for_update().filter(pk=bookmark.pk, person=actor).first()
    if locked is None:
        raise PermissionDenied
    return locked
