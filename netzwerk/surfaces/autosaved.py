"""What a feature says about texts that are saved while somebody writes (netzwerk.autosave). The feature stores them itself."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any


def version_of(*texts: str) -> str:
    """A version that says exactly what a person has seen. Every way to change a text changes it, without a counter."""
    return hashlib.sha256("\0".join(texts).encode(errors="replace")).hexdigest()[:32]


@dataclass(frozen=True)
class Stored:
    """A text as it is stored. `at` and `by` (id and name) say when and by whom it was written, as far as that is known."""

    text: str
    version: str = ""
    at: datetime | None = None
    by_id: int | None = None
    by: str = ""

    def __post_init__(self) -> None:
        if not self.version:
            object.__setattr__(self, "version", version_of(self.text))


class Conflict(Exception):
    """Somebody else has written meanwhile; nothing is saved. `stored` are the texts that stand there now, by field."""

    def __init__(self, stored: Mapping[str, Stored]) -> None:
        super().__init__(", ".join(stored))
        self.stored = dict(stored)


def is_overwriting(stored: Stored, text: str, seen: str) -> bool:
    """Whether saving `text` would replace something that the person has not seen. The same text again replaces nothing."""
    return seen != stored.version and text != stored.text


@dataclass(frozen=True)
class TextField:
    """A field of an autosaved form. `max_length` counts characters."""

    name: str
    label: str
    max_length: int
    one_line: bool = False


@dataclass(frozen=True)
class Autosaved:
    """Texts of one form that are saved while a person writes.

    `find` gets the user and the key of the object (the text of an id; "" for something new) and returns the object, or None if
    this user may not write it. `read` returns what is stored, by field. `write` gets the object, the field, the text, the
    version that the person has seen, and `actor`; it compares and saves under a lock, returns what is stored then, and raises
    Conflict, PermissionDenied or ValidationError. `saved` is what the person reads then; `unchanged` where nothing
    was saved, because the text is what stood there before.
    """

    key: str
    fields: tuple[TextField, ...]
    find: Callable[[Any, str], Any]
    read: Callable[[Any], Mapping[str, Stored]]
    write: Callable[..., Stored]
    saved: str = "gespeichert {time}"
    unchanged: str = "gespeichert {time}"
    order: int = 50

    def field(self, name: str) -> TextField | None:
        return next((one for one in self.fields if one.name == name), None)
