"""What features have in the calendar: kinds of dates, what is said about each date, and filters."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import QuerySet


@dataclass(frozen=True)
class Recipient:
    """Somebody who takes part in a date or leads it, and gets its mails. `person` is their account, None for a guest. `path` is
    the page to which their mails lead, "" for that of the date."""

    name: str
    email: str
    person: Any = None
    is_leading: bool = False
    path: str = ""


@dataclass(frozen=True)
class DateKind:
    """A kind of dates; `key` is stored with each date. `one` and `many` follow a number ("Workshop", "Workshops").

    `may_change` says whether a user may change a date. `of_person` returns the primary keys of the dates in which a user takes
    part or that they lead, as a QuerySet for a subquery. `recipients` returns for these primary keys everybody who takes part
    or leads, each with the key of the date; it costs one to three queries. `shown_to` returns, like `of_person`, dates that
    the user sees in lists although they are neither public nor for all members.
    """

    key: str
    order: int
    one: str
    many: str
    may_change: Callable[[Any, Any], bool]
    of_person: Callable[[Any], QuerySet]
    recipients: Callable[[Sequence[int]], Iterable[tuple[int, Recipient]]]
    shown_to: Callable[[Any], QuerySet] | None = None


class DateLabel(NamedTuple):
    words: str
    look: str = (
        ""  # "own": mine; "now": mine to lead; "good": free; "soon": few or waiting; "late": off; "" for a fact
    )


@dataclass(frozen=True)
class DateLabels:
    """What a feature says about dates in lists: free seats, one's own place. `find` gets the user and primary keys of dates,
    and returns the labels by key; it costs one or two queries for all of them. A small `order` stands first: states of
    one's own below 20, seats below 40, facts after them."""

    key: str
    order: int
    find: Callable[[Any, Sequence[int]], Mapping[int, Sequence[DateLabel]]]


@dataclass(frozen=True)
class DateFilter:
    """A filter of the list of dates. `key` is the query parameter, so it stays. `narrow` gets a QuerySet of dates, the chosen
    values (at least one) and the user."""

    key: str
    order: int
    label: str
    choices: Sequence[tuple[str, str]]
    narrow: Callable[[QuerySet, Sequence[str], Any], QuerySet]
