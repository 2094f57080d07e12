"""Planning: a workshop and what it says of itself."""

import copy
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from netzwerk.members.models import Organisation
from netzwerk.texts.cleaning import address_part
from netzwerk.vocabulary.models import Term
from workshops.events.access import can_plan
from workshops.events.errors import EventsError
from workshops.events.models import Organiser, Workshop
from workshops.events.services import notices
from workshops.events.services.dates import add_date, delete_date_row, sync_dates
from workshops.events.services.log import log_action
from workshops.events.services.materials import delete_material
from workshops.events.services.pending import propose
from workshops.events.services.places import sync_places
from workshops.events.services.rows import add_writer, locked, locked_for_change, touch

__all__ = ["add_date", "change_workshop", "create_workshop", "delete_draft", "free_slug"]

FIELDS = (
    *("title", "summary", "description", "for_whom", "audience", "booking", "cost_note"),
    *(
        "contact_name",
        "contact_email",
        "contact_phone",
        "seats_in_person",
        "seats_online",
        "booking_days",
        "cancel_days",
    ),
    *("takes_guests", "needs_approval", "has_waiting_list", "minimum", "minimum_days"),
)
NO_SEATS = "Wie viele Plätze gibt es? Bitte geben Sie mindestens eine Zahl an, vor Ort oder online."
FOR_WHOM = "Für welche Organisationen? Bitte wählen Sie mindestens eine aus."


@transaction.atomic
def create_workshop(
    *, actor: Any, topics: Iterable[Term] = (), organisations: Iterable[Organisation] = (), **values: Any
) -> Workshop:
    """A draft whose organiser is `actor`. Raises PermissionDenied, ValidationError."""
    if not can_plan(actor):
        raise PermissionDenied
    workshop = Workshop(created_by=actor, slug=free_slug(values.get("title", "")), writers=[actor.pk], **values)
    workshop.full_clean(exclude=["created_by"])
    workshop.save(force_insert=True)
    workshop.topics.set(topics)
    workshop.organisations.set(organisations)
    Organiser.objects.create(workshop=workshop, person=actor)
    log_action("workshop_created", workshop, actor=actor)
    return workshop


def free_slug(title: str) -> str:
    """An address that no workshop has. Of two at once with the same title, the later one gets an IntegrityError."""
    base = address_part(title)[:70].strip("-") or "workshop"
    taken = set(Workshop.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    number = 2
    slug = base
    while slug in taken:
        slug, number = f"{base}-{number}", number + 1
    return slug


@transaction.atomic
def change_workshop(
    workshop: Workshop,
    *,
    actor: Any,
    seen: str = "",
    topics: Iterable[Term] | None = None,
    organisations: Iterable[Organisation] | None = None,
    **values: Any,
) -> bool:
    """Change what the workshop says; returns whether some of it waits for a second person now.

    Of a published workshop, text, audience, topics and organisations wait; seats, deadlines and all else act at once. `seen` is
    the stamp of the form. Raises PermissionDenied, Outdated, EventsError, SeatsError, ValidationError.
    """
    row = locked_for_change(workshop, actor=actor, seen=seen)
    if unknown := set(values) - set(FIELDS):
        raise ValueError(f"A workshop has no such fields to set: {', '.join(sorted(unknown))}")
    known_topics = None if topics is None else list(topics)
    known_houses = None if organisations is None else list(organisations)
    clean = _checked(row, values, known_houses)
    now_waits, waited = False, row.pending
    if row.is_published:
        reviewed = {name: clean.pop(name) for name in Workshop.REVIEWED if name in clean}
        now_waits = propose(row, actor=actor, values=reviewed, topics=known_topics, organisations=known_houses)
        known_topics = known_houses = None
    changed = [name for name, value in clean.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, clean[name])
    changed += _set_relations(row, known_topics, known_houses)
    if set(changed) & {*Workshop.REVIEWED, "topics", "organisations"}:
        add_writer(row, actor)
    if "title" in changed:  # not published yet: no link leads to the old address
        row.slug = free_slug(row.title)
    if changed or row.pending != waited:
        touch(row, actor=actor, fields=[*changed, "slug", "writers", "pending", "submitted_by", "submitted_at"])
    if changed:
        sync_dates(row, tell=False)
        sync_places(row, actor=actor)
    if now_waits:
        notices.ask_for_review(row)
    elif waited and not row.pending:
        notices.settle_review(row)
    workshop.refresh_from_db()
    return now_waits


def _checked(row: Workshop, values: dict[str, Any], houses: list[Organisation] | None) -> dict[str, Any]:
    """The values as they are stored. Raises ValidationError for fields that are wrong, also those of a proposal."""
    candidate = copy.copy(row)
    for name, value in values.items():
        setattr(candidate, name, value)
    errors: dict[str, Any] = {}
    try:
        candidate.full_clean()
    except ValidationError as error:
        errors = error.update_error_dict(errors)
    if not candidate.seats_in_person and not candidate.seats_online:
        errors.setdefault("seats_in_person", []).append(NO_SEATS)
    if candidate.audience == Workshop.Audience.ORGANISATIONS and houses is not None and not houses:
        errors.setdefault("organisations", []).append(FOR_WHOM)
    if errors:
        raise ValidationError(errors)
    return {name: getattr(candidate, name) for name in values}


def _set_relations(row: Workshop, topics: list[Term] | None, houses: list[Organisation] | None) -> list[str]:
    changed = []
    for name, found in (("topics", topics), ("organisations", houses)):
        held = getattr(row, name)
        if found is not None and {one.pk for one in found} != set(held.values_list("pk", flat=True)):
            held.set(found)
            changed.append(name)
    return changed


@transaction.atomic
def delete_draft(workshop: Workshop, *, actor: Any) -> None:
    """Delete a draft or a template, with its dates and files. Raises PermissionDenied, EventsError, SeatsError."""
    row = locked(workshop, actor=actor)
    if row.state != Workshop.State.DRAFT or row.published_at is not None:
        raise EventsError("Löschen lässt sich nur ein Entwurf. Einen veröffentlichten Workshop sagen Sie bitte ab.")
    for date in list(row.dates.select_related("date", "place")):
        delete_date_row(date)
    for material in row.materials.all():
        delete_material(material)
    log_action("workshop_deleted", row, actor=actor)
    row.delete()
