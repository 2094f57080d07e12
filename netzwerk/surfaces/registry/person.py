"""What concerns one person: the data that a feature stores about them, and how they are notified."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class OwnData:
    """Personal data that a feature stores about a user.

    `export` returns records with German names and JSON values: texts, numbers, booleans, dates, lists of texts. `erase`
    deletes or anonymises the data inside the transaction that erases the account. `goes` and `stays` tell the user
    beforehand, in one sentence each, what is deleted, and what remains and why. `models` are the labels ("app.Model") of the
    rows that the part looks after: every model with a key to a person stands in some part.
    """

    key: str
    order: int
    title: str
    export: Callable[[Any], list[dict[str, Any]]]
    erase: Callable[[Any], None]
    goes: str = ""
    stays: str = ""
    models: tuple[str, ...] = ()


@dataclass(frozen=True)
class NotificationKind:
    """A kind of notification that a user can have by mail or not.

    `label` is a heading ("Plätze und Wartelisten"), `explanation` a sentence ("Kommt, wenn für Sie ein Platz frei wird.");
    `by_mail` is the default.
    """

    key: str
    order: int
    label: str
    explanation: str
    by_mail: bool = True
