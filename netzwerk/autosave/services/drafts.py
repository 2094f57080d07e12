"""Drafts of something new: one per person and kind. The feature discards it when the thing itself is created."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from netzwerk.autosave.models import Draft
from netzwerk.surfaces.autosaved import Autosaved, Conflict, Stored, TextField, is_overwriting


def draft_of_something_new(key: str, fields: tuple[TextField, ...], *, may_create: Callable[[Any], bool]) -> Autosaved:
    """An entry for `registry.autosaved` whose object is the person: what they write is theirs until it is created."""

    def find(user: Any, object_key: str) -> Any:
        return user if object_key == "" and may_create(user) else None

    def read(person: Any) -> Mapping[str, Stored]:
        return read_draft(person, key, fields)

    def write(person: Any, field: str, text: str, seen: str, *, actor: Any) -> Stored:
        if actor.pk != person.pk:
            raise PermissionDenied
        return write_draft(person, key, field, text=text, seen=seen)

    return Autosaved(key, fields, find, read, write, saved="Entwurf gespeichert {time}")


def read_draft(person: Any, kind: str, fields: tuple[TextField, ...]) -> dict[str, Stored]:
    rows = {row.field: row for row in Draft.objects.filter(person=person, kind=kind)}
    return {field.name: _stored(rows.get(field.name)) for field in fields}


@transaction.atomic
def write_draft(person: Any, kind: str, field: str, *, text: str, seen: str) -> Stored:
    """Raises Conflict."""
    lock_person(person.pk)  # no row may be there yet
    row = Draft.objects.filter(person=person, kind=kind, field=field).first()
    before = _stored(row)
    if is_overwriting(before, text, seen):
        raise Conflict({field: before})
    row = row or Draft(person=person, kind=kind, field=field)
    if row.pk is None or row.text != text:
        row.text, row.written_at = text, timezone.now()
        row.save()
    return _stored(row)


def discard_draft(person: Any, kind: str) -> None:
    """Called in the transaction that creates the thing, and where a person throws the draft away."""
    Draft.objects.filter(person=person, kind=kind).delete()


def lock_person(pk: int) -> None:
    """Serialises saves of one person."""
    get_user_model().objects.select_for_update(no_key=True).only("pk").get(pk=pk)


def _stored(row: Draft | None) -> Stored:
    return Stored("") if row is None else Stored(row.text, at=row.written_at, by_id=row.person_id)


def forget_old_drafts() -> int:
    """Returns how many rows were deleted."""
    return Draft.objects.expired().delete()[0]
