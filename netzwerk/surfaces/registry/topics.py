"""What features have on a topic, for its page and its feed."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest


@dataclass(frozen=True)
class TopicItems:
    """The first items that a user may see, how many there are, and the address of all of them ("": these are all)."""

    items: Sequence[Any]
    total: int
    url: str = ""


@dataclass(frozen=True)
class FeedEntry:
    """Something public with a date. `url` is absolute."""

    title: str
    url: str
    summary: str
    appeared: datetime


@dataclass(frozen=True)
class TopicPart:
    """A part of a topic's page.

    `find` gets the slug of the topic and the primary keys of its term and all narrower ones; it costs two or three queries. The
    template gets `part` with `items`, `total` and `url`. `one` and `many` follow a number ("Bericht", "Berichte"). `newest`
    gets the keys and returns what is public, newest first; `public_terms` returns the keys of the terms that something public
    has, by one query. `is_aside` puts the part beside the others.
    """

    key: str
    order: int
    title: str
    one: str
    many: str
    template: str
    find: Callable[[HttpRequest, str, Sequence[int]], TopicItems]
    newest: Callable[[Sequence[int]], Iterable[FeedEntry]] | None = None
    public_terms: Callable[[], Iterable[int]] | None = None
    is_aside: bool = False
