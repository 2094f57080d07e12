"""Changes of a published workshop that wait for a second person."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from netzwerk.members.models import Organisation
from netzwerk.vocabulary.models import Term
from workshops.events.models import Material, Workshop
from workshops.events.services.rows import add_writer

RELATIONS = {"topics": "Themen", "organisations": "Für diese Organisationen"}


def propose(
    row: Workshop,
    *,
    actor: Any,
    values: dict[str, Any],
    topics: Iterable[Term] | None = None,
    organisations: Iterable[Organisation] | None = None,
) -> bool:
    """Note what differs from what is published; returns whether this changes what waits. The caller holds the lock and saves
    pending, writers, submitted_by and submitted_at."""
    before = row.pending or {}
    waits = {name: value for name, value in (before.get("values") or {}).items() if name not in values}
    waits |= {name: value for name, value in values.items() if value != getattr(row, name)}
    after: dict[str, Any] = {"values": waits} if waits else {}
    for name, found in (("topics", topics), ("organisations", organisations)):
        if found is None:
            keys = before.get(name)
        else:
            keys = sorted(one.pk for one in found)
            keys = None if keys == sorted(getattr(row, name).values_list("pk", flat=True)) else keys
        if keys is not None:
            after[name] = keys
    if before.get("materials"):
        after["materials"] = before["materials"]
    return set_pending(row, after, actor=actor)


def set_pending(row: Workshop, after: dict[str, Any], *, actor: Any) -> bool:
    """Returns whether something waits that did not wait before."""
    if after == (row.pending or {}):
        return False
    if not after:
        clear_pending(row)
        return False
    row.pending, row.submitted_by, row.submitted_at = after, actor, timezone.now()
    add_writer(row, actor)
    return True


def clear_pending(row: Workshop) -> None:
    row.pending, row.writers, row.submitted_by, row.submitted_at = None, [], None, None


@dataclass(frozen=True)
class Change:
    """What a second person compares: the name of the field, and the text before and after."""

    label: str
    before: str
    after: str


def proposed_values(workshop: Workshop) -> dict[str, Any]:
    """Fields as the form shows them: what waits, else what is published; relations as keys."""
    pending = workshop.pending or {}
    values = {name: getattr(workshop, name) for name in Workshop.REVIEWED} | (pending.get("values") or {})
    for name in RELATIONS:
        found = pending.get(name)
        values[name] = list(getattr(workshop, name).values_list("pk", flat=True)) if found is None else found
    return values


def changes_of(workshop: Workshop) -> list[Change]:
    """What waits, side by side with what is published. At most three queries."""
    pending = workshop.pending or {}
    found = []
    for name, value in (pending.get("values") or {}).items():
        field = Workshop._meta.get_field(name)
        before = getattr(workshop, name)
        if field.choices:
            words = dict(field.flatchoices)
            before, value = words.get(before, before), words.get(value, value)
        found.append(Change(str(field.verbose_name), str(before), str(value)))
    if "topics" in pending:
        found.append(Change(RELATIONS["topics"], _names(workshop.topics.all()), _names(_terms(pending["topics"]))))
    if "organisations" in pending:
        after = Organisation.objects.filter(pk__in=pending["organisations"])
        found.append(Change(RELATIONS["organisations"], _names(workshop.organisations.all()), _names(after)))
    found.extend(Change("Material für alle", "", material.title) for material in waiting_materials(workshop))
    return found


def waiting_materials(workshop: Workshop) -> Sequence[Material]:
    keys = (workshop.pending or {}).get("materials") or []
    return list(workshop.materials.filter(pk__in=keys)) if keys else []


def _terms(keys: Iterable[int]) -> Iterable[Term]:
    return Term.objects.topics().filter(pk__in=list(keys))


def _names(rows: Iterable[Any]) -> str:
    return ", ".join(str(row) for row in rows)
