"""Texts that came after a session had expired: kept encrypted for an hour and given back to the same person only."""

import json
from collections.abc import Mapping
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.http import HttpRequest, QueryDict

from netzwerk.autosave import encryption
from netzwerk.autosave.models import KeptText
from netzwerk.autosave.opened import Opened, read_opened
from netzwerk.surfaces import registry

OPENED = "autosave-opened"  # the name of the hidden field
MOST_BYTES = 4 * 1024 * 1024
MOST_TEXTS = 10  # of one person
LEFT_OUT = ("csrfmiddlewaretoken", OPENED)


def opened_form(request: HttpRequest) -> Opened | None:
    """Who opened which form, from a POST. None if it is not a form of ours, or goes to a view that does not keep its text."""
    if not getattr(request.resolver_match.func, "keeps_text", False):
        return None
    opened = read_opened(request.POST.get(OPENED))
    return opened if opened and registry.autosaved.get(opened.kind) else None


def keep_posted(opened: Opened, data: QueryDict) -> bool:
    """Keep what was posted for the person who opened the form. False if it is too much, or the account is gone."""
    values = {name: values for name, values in data.lists() if name not in LEFT_OUT}
    content = json.dumps(values).encode()  # ASCII: whatever characters a client sent
    if len(content) > MOST_BYTES:
        return False
    with transaction.atomic():
        if not get_user_model().objects.filter(pk=opened.person, is_active=True).exists():
            return False
        get_user_model().objects.select_for_update(no_key=True).only("pk").get(pk=opened.person)  # for the count
        if KeptText.objects.valid().filter(person=opened.person).count() >= MOST_TEXTS:
            return False
        row = KeptText(person_id=opened.person, kind=opened.kind, key=opened.key)
        row.content = encryption.encrypt(content, belongs_to=row.belongs_to)
        row.save()
    return True


def oldest_kept(user: Any, kind: str, key: str) -> tuple[KeptText, QueryDict] | None:
    """The first text that is kept for this person and form. Rows that cannot be read are skipped."""
    for row in KeptText.objects.visible_to(user).filter(kind=kind, key=key):
        if (data := _read(row)) is not None:
            return row, data
    return None


def forget_kept(user: Any, pk: object) -> None:
    """After its text has been saved, or thrown away. Another person's row stays."""
    if isinstance(pk, str) and pk.isdecimal() and len(pk) <= 18:
        KeptText.objects.visible_to(user).filter(pk=int(pk)).delete()


def forget_expired_texts() -> int:
    """Returns how many rows were deleted."""
    return KeptText.objects.expired().delete()[0]


def _read(row: KeptText) -> QueryDict | None:
    try:
        values: Mapping[str, list[str]] = json.loads(encryption.decrypt(row.content, belongs_to=row.belongs_to))
    except (encryption.DecryptionError, ValueError):
        return None
    data = QueryDict(mutable=True)
    for name, sent in values.items():
        data.setlist(name, sent)
    return data
