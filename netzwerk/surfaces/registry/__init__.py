"""Registries in which features enter, from their apps.py, what shared screens and jobs use; none imports a feature.

An entry is plain data, mostly with a callable. Registries are iterated by `order`, small numbers first.
"""

from netzwerk.surfaces.autosaved import Autosaved
from netzwerk.surfaces.registry.area import TASKS, AreaLink, Card
from netzwerk.surfaces.registry.dates import DateFilter, DateKind, DateLabel, DateLabels, Recipient
from netzwerk.surfaces.registry.desk import DeskAction, DeskGroup, DeskList, DeskTile, ListState, Waiting
from netzwerk.surfaces.registry.entries import Registry
from netzwerk.surfaces.registry.installation import ClockPart, DemoPart, Probe, SetupStep
from netzwerk.surfaces.registry.menus import MenuLink, MenuSection
from netzwerk.surfaces.registry.pages import AfterPublish, PageView, SitemapPart, StartPart, StyleExample
from netzwerk.surfaces.registry.person import NotificationKind, OwnData
from netzwerk.surfaces.registry.places import PlaceKind
from netzwerk.surfaces.registry.references import ReferenceOffer
from netzwerk.surfaces.registry.terms import TOPICS, TermUse, Vocabulary
from netzwerk.surfaces.registry.topics import FeedEntry, TopicItems, TopicPart
from netzwerk.surfaces.registry.words import SynonymEntry, SynonymSource
from netzwerk.surfaces.search_kinds import SearchKind

__all__ = [
    "TASKS",
    "TOPICS",
    "AfterPublish",
    "AreaLink",
    "Autosaved",
    "Card",
    "ClockPart",
    "DateFilter",
    "DateKind",
    "DateLabel",
    "DateLabels",
    "DemoPart",
    "DeskAction",
    "DeskGroup",
    "DeskList",
    "DeskTile",
    "FeedEntry",
    "ListState",
    "MenuLink",
    "MenuSection",
    "NotificationKind",
    "OwnData",
    "PageView",
    "PlaceKind",
    "Probe",
    "Recipient",
    "ReferenceOffer",
    "Registry",
    "SearchKind",
    "SetupStep",
    "SitemapPart",
    "StartPart",
    "StyleExample",
    "SynonymEntry",
    "SynonymSource",
    "TermUse",
    "TopicItems",
    "TopicPart",
    "Vocabulary",
    "Waiting",
    "after_publish",
    "area_links",
    "autosaved",
    "clock",
    "date_filters",
    "date_kind_choices",
    "date_kinds",
    "date_labels",
    "demo",
    "desk_actions",
    "desk_lists",
    "desk_tiles",
    "health",
    "menu",
    "menu_section_choices",
    "menu_sections",
    "my_area",
    "notifications",
    "own_data",
    "page_views",
    "place_kinds",
    "reference_offers",
    "search_kinds",
    "setup",
    "sitemaps",
    "start_parts",
    "style_examples",
    "synonyms",
    "term_uses",
    "topic_parts",
    "vocabularies",
    "vocabulary_choices",
    "vocabulary_label",
]

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
page_views: Registry[PageView] = Registry()
after_publish: Registry[AfterPublish] = Registry()
start_parts: Registry[StartPart] = Registry()
style_examples: Registry[StyleExample] = Registry()
autosaved: Registry[Autosaved] = Registry()
reference_offers: Registry[ReferenceOffer] = Registry()
vocabularies: Registry[Vocabulary] = Registry()
term_uses: Registry[TermUse] = Registry()
topic_parts: Registry[TopicPart] = Registry()
date_kinds: Registry[DateKind] = Registry()
place_kinds: Registry[PlaceKind] = Registry()
date_labels: Registry[DateLabels] = Registry()
date_filters: Registry[DateFilter] = Registry()


def menu_section_choices() -> list[tuple[str, str]]:
    """The sections of the main menu, for fields and forms."""
    return [(section.key, section.title) for section in menu_sections]


def date_kind_choices() -> list[tuple[str, str]]:
    """Key and label of the kinds of dates, for forms."""
    return [(kind.key, kind.one) for kind in date_kinds]


def vocabulary_choices() -> list[tuple[str, str]]:
    """Key and label of the vocabularies, for fields and forms."""
    return [(vocabulary.key, vocabulary.label) for vocabulary in vocabularies]


def vocabulary_label(key: str) -> str:
    """The key itself if no feature registers it (any more)."""
    vocabulary = vocabularies.get(key)
    return vocabulary.label if vocabulary else key
