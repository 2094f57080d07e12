"""Registries in which features enter, from their apps.py, what shared screens and jobs use; none imports a feature.

An entry is plain data, mostly with a callable. Registries are iterated by `order`, small numbers first.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeVar

from django.contrib.sitemaps import Sitemap
from django.http import HttpRequest, HttpResponseBase

from netzwerk.surfaces.search_kinds import SearchKind


class Entry(Protocol):
    key: str
    order: int


EntryType = TypeVar("EntryType", bound=Entry)


class Registry(Generic[EntryType]):
    """Entries by key, iterated by `order`. `register` raises ValueError for a key that exists."""

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


@dataclass(frozen=True)
class Waiting:
    """How much waits, since which day the oldest does, and a few words on it."""

    number: int
    since: date | None = None
    words: str = ""


@dataclass(frozen=True)
class DeskTile:
    """Work that waits at the office desk. `waiting` costs one query. Visible to those who may open the link.

    `title` follows the number; `title_of_one` the number 1. `suffix` follows the address of `url_name`: a query
    ("?stand=ohne") or a fragment.
    """

    key: str
    order: int
    title: str
    url_name: str
    visible: Callable[[HttpRequest], bool]
    waiting: Callable[[HttpRequest], Waiting]
    suffix: str = ""
    title_of_one: str = ""


@dataclass(frozen=True)
class ListState:
    """A line on a list of the office desk, and how many rows it has."""

    words: str
    number: int | None = None


class DeskGroup(StrEnum):
    """Headings over the lists of the office desk, in this order."""

    PEOPLE = "Menschen und Organisationen"
    KNOWLEDGE = "Wissen"
    RECORDS = "Nachweise"


@dataclass(frozen=True)
class DeskList:
    """A list of the office desk. `state` costs at most one query. Visible to those who may open the link."""

    key: str
    order: int
    title: str
    url_name: str
    visible: Callable[[HttpRequest], bool]
    group: DeskGroup
    state: Callable[[HttpRequest], ListState]
    suffix: str = ""


@dataclass(frozen=True)
class DeskAction:
    """Something to begin from the office desk: a button; the first is the primary one."""

    key: str
    order: int
    title: str
    url_name: str
    visible: Callable[[HttpRequest], bool]


@dataclass(frozen=True)
class MenuSection:
    """An entry of the main menu. Its second level: pages that name it in `menu_section`, and links (MenuLink).

    Its own page is exactly one of these: the view `url_name`; the page of the type `page_type` ("app.Model") among its pages;
    or the portal's list of its second level at /`slug`/, with `lead` as introduction. An entry that has neither a view of its
    own nor anything that this user may see does not show.
    """

    key: str
    order: int
    title: str
    url_name: str = ""
    page_type: str = ""
    slug: str = ""
    lead: str = ""


@dataclass(frozen=True)
class MenuLink:
    """A link to a view that is not in the page tree: in the second level of a menu section, in the footer, or in both.

    In a section, pages of the tree have order 50: links below 50 come before them, others after them. `description` is a
    sentence for the section's list.
    """

    key: str
    order: int
    title: str
    url_name: str
    visible: Callable[[HttpRequest], bool] = field(default=lambda _request: True)
    in_footer: bool = False
    section: str = ""
    description: str = ""


@dataclass(frozen=True)
class SitemapPart:
    """Public addresses outside the page tree, as a Django Sitemap."""

    key: str
    order: int
    sitemap: Callable[[], Sitemap]


@dataclass(frozen=True)
class DemoPart:
    """A part of the demo content. `build` gets a function that prints progress; it runs once, on an empty database."""

    key: str
    order: int
    build: Callable[[Callable[[str], None]], None]


@dataclass(frozen=True)
class SetupStep:
    """Creates something that every installation needs. `ensure` runs at each deployment and is idempotent."""

    key: str
    order: int
    ensure: Callable[[], None]


@dataclass(frozen=True)
class ClockPart:
    """Work that is checked every minute. `run` does what is due, may run twice at once, and returns how much it did.

    `queue` names a cluster of Q_CLUSTER["ALT_CLUSTERS"] that runs it as a job: for work that waits for other servers.
    """

    key: str
    order: int
    run: Callable[[], int]
    queue: str = ""


@dataclass(frozen=True)
class Probe:
    """A check of /gesund/. `check` returns an empty string if all is well, else one German sentence without details."""

    key: str
    order: int = field(default=50)
    check: Callable[[], str] = field(default=lambda: "")


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


@dataclass(frozen=True)
class SynonymEntry:
    """A term with its synonyms: each further name is a synonym of the first name, but not of the others. `explanation` says
    in a sentence what it is."""

    names: Sequence[str]
    explanation: str = ""


@dataclass(frozen=True)
class SynonymSource:
    """Synonyms that a feature adds to the search, such as the terms of a glossary.

    `entries` must return public terms only, because every search uses them; it is called every few seconds.
    """

    key: str
    order: int
    entries: Callable[[], Iterable[SynonymEntry]]


@dataclass(frozen=True)
class ReferenceOffer:
    """What editors and others may refer to (netzwerk.portal.models.references).

    `find` gets a user, words and the keys of search kinds, and returns kind and primary key of what fits, the best first. The
    caller checks again what the user may see.
    """

    key: str
    order: int
    find: Callable[[Any, str, Sequence[str]], Sequence[tuple[str, int]]]


@dataclass(frozen=True)
class StartPart:
    """A section of the start page, above the editors' content. `context` returns the template's context, or None."""

    key: str
    order: int
    template: str
    context: Callable[[HttpRequest], dict | None]


@dataclass(frozen=True)
class StyleExample:
    """A component of a feature on the style page; `key` is its anchor."""

    key: str
    order: int
    title: str
    template: str
    context: Callable[[], dict]
    stylesheet: str = ""


@dataclass(frozen=True)
class PageView:
    """The view for pages of the type `key` ("app.Model"), instead of Wagtail's `serve`."""

    key: str
    serve: Callable[[Any, HttpRequest], HttpResponseBase]
    order: int = 50


@dataclass(frozen=True)
class AfterPublish:
    """A function for published pages of the type `key` ("app.Model"). `run` gets the live page, inside the transaction."""

    key: str
    run: Callable[[Any], Any]
    order: int = 50


my_area: Registry[Card] = Registry()
area_links: Registry[AreaLink] = Registry()
desk_tiles: Registry[DeskTile] = Registry()
desk_lists: Registry[DeskList] = Registry()
desk_actions: Registry[DeskAction] = Registry()
own_data: Registry[OwnData] = Registry()
menu: Registry[MenuLink] = Registry()
menu_sections: Registry[MenuSection] = Registry()
sitemaps: Registry[SitemapPart] = Registry()
demo: Registry[DemoPart] = Registry()
setup: Registry[SetupStep] = Registry()
clock: Registry[ClockPart] = Registry()
health: Registry[Probe] = Registry()
notifications: Registry[NotificationKind] = Registry()
search_kinds: Registry[SearchKind] = Registry()
synonyms: Registry[SynonymSource] = Registry()
reference_offers: Registry[ReferenceOffer] = Registry()
page_views: Registry[PageView] = Registry()
after_publish: Registry[AfterPublish] = Registry()
start_parts: Registry[StartPart] = Registry()
style_examples: Registry[StyleExample] = Registry()


def menu_section_choices() -> list[tuple[str, str]]:
    """The sections of the main menu, for fields and forms."""
    return [(section.key, section.title) for section in menu_sections]
