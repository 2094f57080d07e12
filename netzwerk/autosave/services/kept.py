"""Texts that came after a session had expired: kept encrypted for an hour and given back to the same person only."""

import json
from collections.abc import Mapping
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.http import HttpRequest, QueryDict

from netzwerk.autosave import encryption
from netzwerk.autosave.models import KeptText, KeptTextQuerySet
from netzwerk.autosave.opened import Opened, read_opened
from netzwerk.surfaces import registry
from netzwerk.texts.fields import MAX_DIGITS

OPENED, KEPT = "autosave-opened", "autosave-kept"  # the names of hidden fields
SAVED = "autosave-saved"  # in what is kept: the names of the fields that have been saved since
MOST_BYTES = 4 * 1024 * 1024
MOST_TEXTS = 10  # of one person
LEFT_OUT = ("csrfmiddlewaretoken", OPENED, KEPT)


def opened_form(request: HttpRequest) -> Opened | None:
    """Who opened which form, from a POST. None if it is not a form of ours, or goes to a view that does not keep its text."""
    if not getattr(request.resolver_match.func, "keeps_text", False):
        return None
    opened = read_opened(request.POST.get(OPENED))
    return opened if opened and registry.autosaved.get(opened.kind) else None


def keep_posted(opened: Opened, data: QueryDict) -> bool:
    """Keep what was posted for the person who opened the form, instead of the kept text that the form showed. False if it is
    too much, or the account is gone."""
    content = _written(data)
    if len(content) > MOST_BYTES:
        return False
    with transaction.atomic():
        if not get_user_model().objects.filter(pk=opened.person, is_active=True).exists():
            return False
        get_user_model().objects.select_for_update(no_key=True).only("pk").get(pk=opened.person)  # for the count
        shown = _row(opened.person, opened.kind, opened.key, data.get(KEPT))
        if KeptText.objects.valid().filter(person=opened.person).exclude(pk__in=shown).count() >= MOST_TEXTS:
            return False
        shown.delete()
        row = KeptText(person_id=opened.person, kind=opened.kind, key=opened.key)
        row.content = encryption.encrypt(content, belongs_to=row.belongs_to)
        row.save()
    return True


def oldest_kept(user: Any, kind: str, key: str) -> tuple[KeptText, QueryDict] | None:
    """The first text that is kept for this person and form, and its fields. Rows that cannot be read are skipped."""
    for row in KeptText.objects.visible_to(user).filter(kind=kind, key=key):
        if (data := _read(row)) is not None:
            return row, data
    return None


def forget_kept(opened: Opened, pk: object) -> None:
    """After its text has been saved, or thrown away. A text of another person or form stays."""
    _row(opened.person, opened.kind, opened.key, pk).delete()


@transaction.atomic
def forget_kept_field(opened: Opened, pk: object, field: str) -> None:
    """After one field of a form that showed the kept text has been saved: it is not given back again, all others are."""
    row = _row(opened.person, opened.kind, opened.key, pk).select_for_update().first()
    if row is None or (data := _read(row)) is None:
        return
    data.appendlist(SAVED, field)  # a client that sends this name itself keeps less of its own text
    row.content = encryption.encrypt(_written(data), belongs_to=row.belongs_to)
    row.save(update_fields=["content"])


def _row(person: int, kind: str, key: str, pk: object) -> KeptTextQuerySet:
    """One row or none; `pk` is what a client sent."""
    is_number = isinstance(pk, str) and pk.isdecimal() and len(pk) <= MAX_DIGITS
    rows = KeptText.objects.valid().filter(person=person, kind=kind, key=key)
    return rows.filter(pk=int(pk)) if is_number else rows.none()


def forget_expired_texts() -> int:
    """Returns how many rows were deleted."""
    return KeptText.objects.expired().delete()[0]


def _written(data: QueryDict) -> bytes:
    values = {name: sent for name, sent in data.lists() if name not in LEFT_OUT}
    return json.dumps(values).encode()  # ASCII: whatever characters a client sent


def _read(row: KeptText) -> QueryDict | None:
    try:
        values: Mapping[str, list[str]] = json.loads(encryption.decrypt(row.content, belongs_to=row.belongs_to))
    except (encryption.DecryptionError, ValueError):
        return None
    data = QueryDict(mutable=True)
    for name, sent in values.items():
        data.setlist(name, sent)
    return data
