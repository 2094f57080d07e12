"""Registries in which features enter, from their apps.py, what shared screens and jobs use; none imports a feature.

An entry is plain data, mostly with a callable. Registries are iterated by `order`, small numbers first.
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


@dataclass(frozen=True)
class Card:
    """A card of "Mein Bereich". `context` returns the template's context, or None to leave the card out for this user."""

    key: str
    order: int
    title: str
    template: str
    context: Callable[[HttpRequest], dict | None]


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
    beforehand, in one sentence each, what is deleted, and what remains and why.
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
class StartPart:
    """A section of the start page, above the editors' content. `context` returns the template's context, or None."""

    key: str
    order: int
    template: str
    context: Callable[[HttpRequest], dict | None]


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
page_views: Registry[PageView] = Registry()
after_publish: Registry[AfterPublish] = Registry()
start_parts: Registry[StartPart] = Registry()


def menu_section_choices() -> list[tuple[str, str]]:
    """The sections of the main menu, for fields and forms."""
    return [(section.key, section.title) for section in menu_sections]
