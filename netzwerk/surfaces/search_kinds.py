"""What a feature says so that its things can be found. Registered as `registry.search_kinds`; netzwerk.search reads it."""

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
    """One hit: what is searched and what a list of results shows of it. All texts are plain, without markup.

    `facets` holds values by facet ("thema": ["recht"]). Where one object holds several things to be found (the questions of
    a page), each has a `part` of its own that stays the same while the thing does.
    """

    title: str
    url: str
    summary: str = ""
    headings: Sequence[str] = ()
    body: str = ""
    date: datetime.date | None = None
    facets: Mapping[str, Sequence[str]] = field(default_factory=dict)
    part: str = ""
    appeared: datetime.datetime | None = None  # when it went online first, where that is another day


@dataclass(frozen=True, slots=True)
class Attachment:
    """A document beside a thing to be found. It is found by this title and text, and its thing is the hit."""

    pk: int  # of the document
    title: str
    text: str = ""


@dataclass(frozen=True)
class SearchFacet:
    """A facet of the portal search. `labels` says the German word for each value, in the order in which they are shown.

    Values of two kinds under the same name are the same facet.
    """

    name: str
    legend: str
    labels: Callable[[], Mapping[str, str]]


class SearchKind:
    """A kind of thing that can be found. One instance is registered; it keeps no state."""

    key: str  # stands in addresses: German, small letters
    order: int
    label: str  # the tab: "Aktuelles"
    model: str  # "app.Model"
    facets: tuple[SearchFacet, ...] = ()
    stamp_fields: tuple[str, ...] = ()  # a change to what is searched changes one of these
    fallback_fields: tuple[str, ...] = ("title",)  # which the fallback search reads while the engine is down
    # Other models ("app.Model") whose rows change what is found, each with a function from such a row to primary keys of ours.
    depends_on: Mapping[str, Callable[[Any], Iterable[int]]] = MappingProxyType({})
    unindexed_fields: frozenset[str] = frozenset()  # a save of these alone changes nothing that is found
    has_own_search_page = False  # its facets are asked on a page of its own; the portal search leaves them out

    def rows(self) -> QuerySet:
        """What somebody may find: everything that is not a draft, withdrawn or deleted."""
        raise NotImplementedError

    def visible_to(self, user: Any) -> QuerySet:
        """Those of `rows()` that this person may see."""
        raise NotImplementedError

    def default_rows(self, user: Any) -> QuerySet:
        """What a search finds that asks for no extra audience keys; the fallback search always uses them."""
        return self.visible_to(user)

    def describe(self, row: Any) -> Iterable[SearchDocument]:
        raise NotImplementedError

    def attachments(self, pks: Collection[int]) -> Mapping[int, Sequence[Attachment]]:
        """By primary key, the documents that belong to a row and are open to whoever may see it."""
        return {}

    def attachment_stamps(self, pks: Collection[int]) -> Mapping[int, str]:
        """By primary key, what changes whenever the attachments do; reads no texts."""
        return {}

    def audience_keys(self, rows: Sequence[Any]) -> dict[int, str]:
        """By primary key, the key of the audience that may see each row; rows left out are public."""
        return {}

    def audience_keys_of(self, user: Any) -> set[str]:
        """Keys of the audiences to which this user belongs, besides PUBLIC."""
        return set()

    def is_offered_to(self, user: Any) -> bool:
        """Whether there may be anything of this kind for this person at all; a tab that stays empty for ever helps nobody."""
        return True

    def stamp(self, row: Any) -> str:
        """Changes whenever the row must be indexed anew; a sweeper compares it. Needs no more than `stamp_fields`."""
        return "|".join(str(getattr(row, name)) for name in self.stamp_fields)

    @property
    def model_class(self) -> type[Model]:
        return apps.get_model(self.model)
