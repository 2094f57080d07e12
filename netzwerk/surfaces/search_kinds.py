"""How a feature makes its objects searchable: a SearchKind, registered in `registry.search_kinds`."""

import datetime
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from django.apps import apps
from django.db.models import Model, QuerySet

PUBLIC = ""  # the audience key of what everybody may see


@dataclass(frozen=True)
class SearchDocument:
    """A document of the search index: what is searched, and what a list of results shows. All texts are plain text.

    `facets` holds values by facet ("thema": ["recht"]). An object with several documents (a page with questions) gives each a
    `part`, an id that stays the same when the document is edited.
    """

    title: str
    url: str
    summary: str = ""
    headings: Sequence[str] = ()
    body: str = ""
    date: datetime.date | None = None
    facets: Mapping[str, Sequence[str]] = field(default_factory=dict)
    part: str = ""
    appeared: datetime.datetime | None = None  # when it was first published, if `date` is something else


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file whose title and text are searched too. The hit is the object to which it belongs."""

    pk: int  # of the PortalDocument
    title: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """Title and URL of a row, as they are now."""

    title: str
    url: str


@dataclass(frozen=True)
class SearchFacet:
    """A facet of the portal search. `labels` returns the German label of each value, in the order of display.

    Kinds that use the same name share the facet.
    """

    name: str
    legend: str
    labels: Callable[[], Mapping[str, str]]


class SearchKind:
    """A kind of searchable object. One instance is registered; it has no state."""

    key: str  # part of URLs: German, small letters
    order: int
    label: str  # of the tab: "Aktuelles"
    model: str  # "app.Model"
    facets: tuple[SearchFacet, ...] = ()
    stamp_fields: tuple[str, ...] = ()  # one of these changes whenever the document must be indexed again
    fallback_fields: tuple[str, ...] = ("title",)  # searched in the database while the engine is down
    # Other models ("app.Model") whose rows are part of documents, each with a function from such a row to our primary keys.
    depends_on: Mapping[str, Callable[[Any], Iterable[int]]] = MappingProxyType({})
    unindexed_fields: frozenset[str] = frozenset()  # a save of these alone does not mark the row for indexing
    has_own_search_page = False  # the portal search leaves out its facets
    can_be_referred_to = True  # False: references (netzwerk.portal) to its rows are not offered

    def rows(self) -> QuerySet:
        """All rows to index: neither drafts nor withdrawn or deleted."""
        raise NotImplementedError

    def visible_to(self, user: Any) -> QuerySet:
        """Those of `rows()` that this user may see."""
        raise NotImplementedError

    def default_rows(self, user: Any) -> QuerySet:
        """What a search finds that asks for no extra audience keys; the fallback search always uses them."""
        return self.visible_to(user)

    def describe(self, row: Any) -> Iterable[SearchDocument]:
        raise NotImplementedError

    def rows_for_links(self, user: Any) -> QuerySet:
        """`visible_to(user)` with what `link_to` reads. One query, if a kind makes it so."""
        return self.visible_to(user)

    def link_to(self, row: Any) -> Link | None:
        """None for a row that has no page."""
        document = next(iter(self.describe(row)), None)
        return Link(document.title, document.url) if document else None

    def attachments(self, pks: Collection[int]) -> Mapping[int, Sequence[Attachment]]:
        """By primary key, files of a row that are visible to everybody who may see the row."""
        return {}

    def attachment_stamps(self, pks: Collection[int]) -> Mapping[int, str]:
        """By primary key, a value that changes whenever the attachments do; reads no texts."""
        return {}

    def audience_keys(self, rows: Sequence[Any]) -> dict[int, str]:
        """By primary key, the key of the audience that may see each row; rows left out are public."""
        return {}

    def audience_keys_of(self, user: Any) -> set[str]:
        """Keys of the audiences to which this user belongs, besides PUBLIC."""
        return set()

    def is_offered_to(self, user: Any) -> bool:
        """Whether this user gets a tab for this kind; False where it would always be empty."""
        return True

    def stamp(self, row: Any) -> str:
        """Changes whenever the row must be indexed again; the sweeper compares it. Reads only `stamp_fields`."""
        return "|".join(str(getattr(row, name)) for name in self.stamp_fields)

    @property
    def model_class(self) -> type[Model]:
        return apps.get_model(self.model)
