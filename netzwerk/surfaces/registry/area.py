"""Entries of "Mein Bereich": its side navigation and its cards."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.http import HttpRequest

TASKS = "tasks"  # the group of an AreaLink that comes with a role


@dataclass(frozen=True)
class AreaLink:
    """An entry of the side navigation of "Mein Bereich": one's own things, or in the group TASKS what a role brings.

    The entry is the current one on the page of `url_name` and on those whose view name begins with one of `covers`
    ("desk:", "mfa_"); the longest match wins. `count` is the number behind the title, `count_words` what it counts ("neue").
    `below` are titles and view names of pages that are listed below the entry while it is the current one.
    """

    key: str
    order: int
    title: str
    url_name: str
    visible: Callable[[HttpRequest], bool] = field(default=lambda _request: True)
    group: str = ""
    count: Callable[[HttpRequest], int] | None = None
    count_words: str = ""
    covers: tuple[str, ...] = ()
    below: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Card:
    """A card of "Mein Bereich". `context` returns the template's context, or None to leave the card out for this user.

    `more` is the label and view name of the link beside the heading. `sentence` gets the context and returns a sentence on what
    waits, for the top of the page, or an empty string.
    """

    key: str
    order: int
    title: str
    template: str
    context: Callable[[HttpRequest], dict | None]
    more: tuple[str, str] | None = None
    sentence: Callable[[dict], str] = field(default=lambda _context: "")
