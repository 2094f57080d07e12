"""The profile of an organisation: saved as a draft while somebody writes, published by a button.

The draft belongs to the organisation: colleagues who write at the same time see each other's text, where two drafts would be
published one over the other.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from netzwerk.members import access
from netzwerk.members.models import Organisation, PilotSite, ProfileDraft, User
from netzwerk.members.services.organisations import save_profile
from netzwerk.surfaces.autosaved import Autosaved, Conflict, Stored, TextField, is_overwriting, version_of
from netzwerk.texts.addresses import shown_url
from netzwerk.vocabulary.models import Term

SITE_PROFILE = TextField("profile", "So arbeitet der Pilotstandort", 4000)
FIELDS = (
    TextField("description", "Beschreibung", 4000),
    TextField("street", "Straße und Hausnummer", 120, one_line=True),
    TextField("postcode", "Postleitzahl", 20, one_line=True),
    TextField("contact_name", "Ansprechperson", 120, one_line=True),
    TextField("email", "E-Mail-Adresse", 254, one_line=True),
    TextField("phone", "Telefon", 40, one_line=True),
    TextField("website", "Internetadresse", 200, one_line=True),
    SITE_PROFILE,
)

CHOICES = ("topics", "logo")  # of the same form, but no part of the draft


class ChoicesChanged(Exception):
    """Topics or the logo would be replaced that this person has not seen; nothing is published. `names` says which."""

    def __init__(self, names: list[str]) -> None:
        super().__init__(", ".join(names))
        self.names = names


def published_texts(organisation: Organisation) -> dict[str, str]:
    """By field, as the form shows them."""
    texts = {field.name: getattr(organisation, field.name) for field in FIELDS if field != SITE_PROFILE}
    texts["website"] = shown_url(organisation.website)
    site = PilotSite.objects.filter(organisation=organisation).first()
    return texts if site is None else texts | {SITE_PROFILE.name: site.profile}


def read_profile(organisation: Organisation) -> dict[str, Stored]:
    """By field, the draft or else the published text."""
    rows = _rows(organisation)
    return {name: _stored(rows.get(name), text) for name, text in published_texts(organisation).items()}


def choice_versions(organisation: Organisation) -> dict[str, str]:
    """By name, what is chosen now, to compare with what a person has seen."""
    return {"topics": _topics_version(organisation.topics.all()), "logo": str(organisation.logo_id or "")}


def draft_of(organisation: Organisation) -> ProfileDraft | None:
    """The newest row of the draft."""
    rows = ProfileDraft.objects.filter(organisation=organisation).select_related("written_by")
    return rows.order_by("-written_at", "-pk").first()


@transaction.atomic
def write_draft(
    organisation: Organisation, *, actor: User, texts: Mapping[str, str], seen: Mapping[str, str]
) -> dict[str, Stored]:
    """Save these fields, together or not at all; returns all that is stored then. Raises Conflict, and PermissionDenied (also
    for a field that this organisation lacks)."""
    organisation = _locked(organisation, actor)
    published, rows = published_texts(organisation), _rows(organisation)
    if not set(texts) <= set(published):
        raise PermissionDenied
    _refuse_overwriting(published, rows, texts, seen)
    for name, text in texts.items():
        row = rows.get(name) or ProfileDraft(organisation=organisation, field=name)
        if text == published[name]:
            if row.pk:
                row.delete()
        elif row.pk is None or row.text != text or row.basis != version_of(published[name]):
            row.text, row.basis = text, version_of(published[name])
            row.written_at, row.written_by = timezone.now(), actor
            row.save()
    return read_profile(organisation)


@transaction.atomic
def publish_profile(
    organisation: Organisation, *, actor: User, texts: Mapping[str, str], seen: Mapping[str, str], **values: Any
) -> None:
    """Publish the form (`values` are those of save_profile) and end the draft. `texts` are the fields as they were typed.
    `seen` names the versions of the choices as well.

    Raises PermissionDenied, Conflict, ChoicesChanged, ValidationError, MembersError.
    """
    locked = _locked(organisation, actor)
    _refuse_overwriting(published_texts(locked), _rows(locked), texts, seen)
    _refuse_replacing(locked, values, seen)
    save_profile(organisation, actor=actor, **values)
    ProfileDraft.objects.filter(organisation=organisation).delete()


@transaction.atomic
def discard_draft(organisation: Organisation, *, actor: User, seen: Mapping[str, str]) -> None:
    """Raises PermissionDenied, and Conflict if somebody has written something that this person has not seen."""
    locked = _locked(organisation, actor)
    unseen = {name: _stored(row, "") for name, row in _rows(locked).items() if seen.get(name) != version_of(row.text)}
    if unseen:
        raise Conflict(unseen)
    ProfileDraft.objects.filter(organisation=locked).delete()


def forget_old_drafts() -> int:
    """Returns how many rows were deleted."""
    return ProfileDraft.objects.expired().delete()[0]


def _locked(organisation: Organisation, actor: User) -> Organisation:
    locked = Organisation.objects.select_for_update(of=("self",)).get(pk=organisation.pk)
    if not access.can_edit_organisation(actor, locked):
        raise PermissionDenied
    return locked


def _rows(organisation: Organisation) -> dict[str, ProfileDraft]:
    rows = ProfileDraft.objects.filter(organisation=organisation).select_related("written_by")
    return {row.field: row for row in rows}


def _stored(row: ProfileDraft | None, published: str) -> Stored:
    if row is None:
        return Stored(published)
    by = str(row.written_by) if row.written_by else ""
    return Stored(row.text, at=row.written_at, by_id=row.written_by_id, by=by)


def _refuse_overwriting(
    published: Mapping[str, str],
    rows: Mapping[str, ProfileDraft],
    texts: Mapping[str, str],
    seen: Mapping[str, str],
) -> None:
    """Raises Conflict with the fields in which somebody else has written meanwhile."""
    found = {name: _unseen(rows.get(name), published.get(name, ""), text, seen[name]) for name, text in texts.items()}
    if conflicts := {name: stored for name, stored in found.items() if stored}:
        raise Conflict(conflicts)


def _topics_version(topics: Iterable[Term]) -> str:
    return " ".join(sorted(str(topic.pk) for topic in topics))


def _refuse_replacing(organisation: Organisation, values: Mapping[str, Any], seen: Mapping[str, str]) -> None:
    """Raises ChoicesChanged."""
    now = choice_versions(organisation)
    topics = values.get("topics")
    replaced = {
        "topics": topics is not None and _topics_version(topics) != now["topics"],
        "logo": bool(now["logo"] and (values.get("logo_file") or values.get("remove_logo"))),
    }
    if names := [name for name in CHOICES if replaced[name] and seen.get(name, "") != now[name]]:
        raise ChoicesChanged(names)


def _unseen(row: ProfileDraft | None, published: str, text: str, seen: str) -> Stored | None:
    """What saving this text would overwrite unseen.

    If the published text has changed since the draft began (the office corrects an address), there are two texts to see: first
    the draft, then the published one. The version of both together says that both were seen.
    """
    draft = _stored(row, published)
    if row is None or row.basis == version_of(published):
        return draft if is_overwriting(draft, text, seen) else None
    both = Stored(published, version_of(row.text, published))
    if seen == both.version:
        return None
    if seen != draft.version and text != draft.text:
        return draft
    return both if text != published else None


def _write_field(organisation: Organisation, field: str, text: str, seen: str, *, actor: User) -> Stored:
    return write_draft(organisation, actor=actor, texts={field: text}, seen={field: seen})[field]


PROFILE = Autosaved(
    key="organisation-profile",
    fields=FIELDS,
    find=lambda user, key: Organisation.objects.editable_by(user).filter(pk=key).first(),
    read=read_profile,
    write=_write_field,
    saved="Entwurf gespeichert {time}, noch nicht veröffentlicht",
    unchanged="wie veröffentlicht",
)
