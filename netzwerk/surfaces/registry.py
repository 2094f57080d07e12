"""Shared surfaces that features fill from their apps.py, without the surfaces knowing any of them by name.

These surfaces exist: cards of "Mein Bereich", sections of the start page, links of menu and footer, parts of the site
map, what is held about a person, kinds of notifications, kinds of things to be found, words that mean the same, parts
of the demo content, steps that set up a new installation, recurring work of the clock, probes of /gesund/, who answers
for a type of page, and what follows its publication. An entry is plain data, mostly with a callable; `order` says its
place (small first).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar

from django.contrib.sitemaps import Sitemap
from django.http import HttpRequest, HttpResponseBase

from netzwerk.surfaces.search_kinds import SearchKind


class Entry(Protocol):
    key: str
    order: int


EntryType = TypeVar("EntryType", bound=Entry)


class Registry(Generic[EntryType]):
    """Entries by key, iterated in their order. Registering a key twice is a programming error."""

    def __init__(self) -> None:
        self._entries: dict[str, EntryType] = {}

    def register(self, entry: EntryType) -> None:
        if entry.key in self._entries:
            raise ValueError(f"{entry.key!r} is registered already")
        self._entries[entry.key] = entry

    def get(self, key: str) -> EntryType | None:
        return self._entries.get(key)

    def __iter__(self) -> Iterator[EntryType]:
        return iter(sorted(self._entries.values(), key=lambda entry: (entry.order, entry.key)))


@dataclass(frozen=True)
class Card:
    """A card of "Mein Bereich". `context` returns what the template needs, or None where the card is not for this person."""

    key: str
    order: int
    title: str
    template: str
    context: Callable[[HttpRequest], dict | None]


@dataclass(frozen=True)
class MenuLink:
    """A link to a page that stands in no page tree: in the main menu after the tree's sections, or in the footer."""

    key: str
    order: int
    title: str
    url_name: str
    visible: Callable[[HttpRequest], bool] = field(default=lambda _request: True)
    in_footer: bool = False


@dataclass(frozen=True)
class SitemapPart:
    """Public addresses beside the page tree. `sitemap` makes what Django's site map view asks."""

    key: str
    order: int
    sitemap: Callable[[], Sitemap]


@dataclass(frozen=True)
class DemoPart:
    """A part of the demo content. `build` is given a function that prints progress; it runs once, on an empty database."""

    key: str
    order: int
    build: Callable[[Callable[[str], None]], None]


@dataclass(frozen=True)
class SetupStep:
    """Makes something exist that every installation needs. `ensure` may run at each deployment and changes nothing twice."""

    key: str
    order: int
    ensure: Callable[[], None]


@dataclass(frozen=True)
class ClockPart:
    """Work of every minute. `run` looks at rows, does what is due and may run twice; it returns how much it did.

    `queue` names a cluster of Q_CLUSTER["ALT_CLUSTERS"] in which the worker runs it: for work that waits for others.
    """

    key: str
    order: int
    run: Callable[[], int]
    queue: str = ""


@dataclass(frozen=True)
class Probe:
    """A question of /gesund/. `check` returns an empty string when all is well, else one German sentence without details."""

    key: str
    order: int = field(default=50)
    check: Callable[[], str] = field(default=lambda: "")


@dataclass(frozen=True)
class OwnData:
    """What a feature holds about a person. `export` returns records: German names, and values that people and JSON can
    read: texts, numbers, yes or no, dates, lists of texts.

    `erase` deletes or anonymises it, inside the transaction that erases the account; `goes` and `stays` say beforehand, in
    one sentence each, what that deletes and what remains and why.
    """

    key: str
    order: int
    title: str
    export: Callable[[Any], list[dict[str, Any]]]
    erase: Callable[[Any], None]
    goes: str = ""
    stays: str = ""


@dataclass(frozen=True)
class NotificationKind:
    """A kind of notification that a person can have by mail or not: what it is called, and when it comes.

    `label` reads as a heading ("Plätze und Wartelisten"), `explanation` as a sentence ("Kommt, wenn für Sie ein Platz frei
    wird."); `by_mail` holds for those who have not chosen.
    """

    key: str
    order: int
    label: str
    explanation: str
    by_mail: bool = True


@dataclass(frozen=True)
class SynonymEntry:
    """What something is called: each of the other names means the same as the first (and not as each other). And what it
    is, in a sentence."""

    names: Sequence[str]
    explanation: str = ""


@dataclass(frozen=True)
class SynonymSource:
    """Words of a feature that mean the same, for the search: a glossary's terms, what else they are called and what they are.

    Everybody may learn of them, so `entries` returns only what everybody may see; it is asked every few seconds.
    """

    key: str
    order: int
    entries: Callable[[], Iterable[SynonymEntry]]


@dataclass(frozen=True)
class StartPart:
    """A section of the start page, before what editors write there. `context` returns what the template needs, or None."""

    key: str
    order: int
    template: str
    context: Callable[[HttpRequest], dict | None]


@dataclass(frozen=True)
class PageView:
    """Who answers for pages of a type ("app.Model") that need more than their own text. `serve` gets page and request."""

    key: str
    serve: Callable[[Any, HttpRequest], HttpResponseBase]
    order: int = 50


@dataclass(frozen=True)
class AfterPublish:
    """What follows when a page of a type ("app.Model") is published. `run` gets the page as it is online now, inside the
    transaction that publishes it."""

    key: str
    run: Callable[[Any], Any]
    order: int = 50


my_area: Registry[Card] = Registry()
own_data: Registry[OwnData] = Registry()
menu: Registry[MenuLink] = Registry()
sitemaps: Registry[SitemapPart] = Registry()
demo: Registry[DemoPart] = Registry()
setup: Registry[SetupStep] = Registry()
clock: Registry[ClockPart] = Registry()
health: Registry[Probe] = Registry()
notifications: Registry[NotificationKind] = Registry()
search_kinds: Registry[SearchKind] = Registry()
synonyms: Registry[SynonymSource] = Registry()
page_views: Registry[PageView] = Registry()
after_publish: Registry[AfterPublish] = Registry()
start_parts: Registry[StartPart] = Registry()
