"""A kind of text for these tests, and what they share."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from netzwerk.autosave.opened import Opened, sign_opened
from netzwerk.surfaces import registry
from netzwerk.surfaces.autosaved import Autosaved, Stored, TextField, version_of
from tests.members.test_crashes import web

__all__ = ["web"]

LARGE = 3_000_000
FIELDS = (TextField("title", "Titel", 200, one_line=True), TextField("text", "Text", LARGE))
EMPTY = version_of("")


@pytest.fixture
def long_texts() -> Iterator[dict[str, str]]:
    """What is stored of a kind with room for more than a megabyte, "test-long", by field."""
    texts = {field.name: "" for field in FIELDS}

    def read(_of: object) -> dict[str, Stored]:
        return {name: Stored(text) for name, text in texts.items()}

    def write(_of: object, field: str, text: str, _seen: str, *, actor: object) -> Stored:
        texts[field] = text
        return Stored(text)

    registry.autosaved.register(Autosaved("test-long", FIELDS, lambda user, _key: user, read, write))
    yield texts
    del registry.autosaved._entries["test-long"]


@pytest.fixture
def save() -> Callable[..., Any]:
    """Sends a field as the script does, and returns the answer."""

    def send(client: Client, user: Any, kind: str, key: Any, field: str, text: Any, seen: Any = EMPTY, **more: Any):
        opened = sign_opened(Opened(user.pk, kind, str(key)))
        sent = json.dumps({"opened": opened, "field": field, "text": text, "seen": seen} | more, ensure_ascii=False)
        body = sent.encode(errors="backslashreplace")  # as browsers write JSON: half of a surrogate pair is escaped
        return client.post(reverse("autosave:save"), body, content_type="application/json")

    return send
