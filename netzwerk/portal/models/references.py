"""References: anything that the search finds may point to anything else.

A reference keeps kind, id and title of its target as they were, and who could read it then (docs/decisions). What it shows is
decided for each reader: today's title and URL, or only the title of that time, or nothing.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from modelcluster.fields import ParentalKey

from netzwerk.surfaces import registry
from netzwerk.surfaces.search_kinds import PUBLIC, Link, SearchKind
from netzwerk.texts.readable import ReadableTexts

NOBODY = "niemand"  # the audience of what was hidden, and is in no set of audience keys
MOST_MENTIONS = 20
Target = tuple[str, int]  # key of a search kind, primary key


class ReferenceQuerySet(models.QuerySet):
    def to(self, kind: str, pk: int) -> "ReferenceQuerySet":
        return self.filter(target_kind=kind, target_id=pk)

    def by(self, kind: str, pk: int) -> "ReferenceQuerySet":
        """Those of a thing that is no page; a page has its own in `references`."""
        return self.filter(source_kind=kind, source_id=pk)


class Reference(ReadableTexts):
    """From a page, as part of its content (drafts, versions and reviews contain it), or from another thing by kind and id."""

    page = ParentalKey("portal.PortalPage", null=True, blank=True, related_name="references")
    source_kind = models.CharField(max_length=30, blank=True, editable=False)
    source_id = models.PositiveBigIntegerField(null=True, blank=True, editable=False)
    target_kind = models.CharField("Art", max_length=30)
    target_id = models.PositiveBigIntegerField("Nummer")
    title = models.CharField("Titel", max_length=300)
    audience = models.TextField(blank=True)  # the audience key of the target when it was chosen; empty: public
    sort_order = models.PositiveSmallIntegerField(default=0)

    objects = ReferenceQuerySet.as_manager()

    class Meta:
        verbose_name = "Verweis"
        verbose_name_plural = "Verweise"
        ordering = ["sort_order"]
        indexes = [models.Index(fields=["target_kind", "target_id"], name="portal_reference_target")]
        constraints = [
            models.CheckConstraint(
                condition=Q(page__isnull=False, source_kind="", source_id__isnull=True)
                | (Q(page__isnull=True, source_id__isnull=False) & ~Q(source_kind="")),
                name="portal_reference_has_one_source",
            ),
            models.UniqueConstraint(fields=["page", "target_kind", "target_id"], name="portal_reference_of_page_once"),
            models.UniqueConstraint(
                fields=["source_kind", "source_id", "target_kind", "target_id"],
                condition=Q(page__isnull=True),
                name="portal_reference_once",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def target(self) -> Target:
        return self.target_kind, self.target_id


@dataclass(frozen=True, slots=True)
class Shown:
    """A reference or a mention for one reader. Without a URL it is plain words."""

    title: str
    kind: str
    kind_label: str
    url: str = ""


# Kinds -------------------------------------------------------------------------------------------------------------


def kinds_to_refer_to() -> list[SearchKind]:
    return [kind for kind in registry.search_kinds if kind.can_be_referred_to]


def kind_of(model: type[models.Model]) -> SearchKind | None:
    """The kind that references to rows of this model name: that of its nearest ancestor."""
    fitting = [kind for kind in kinds_to_refer_to() if issubclass(model, kind.model_class)]
    return max(fitting, key=lambda kind: len(kind.model_class.__mro__), default=None)


def links_of(targets: Iterable[Target], user: Any) -> dict[Target, Link]:
    """Today's title and URL of those that this user may see. One query for each kind."""
    by_kind: dict[str, set[int]] = defaultdict(set)
    for key, pk in targets:
        by_kind[key].add(pk)
    found = {}
    for key, pks in by_kind.items():
        kind = registry.search_kinds.get(key)
        if kind is None or not kind.can_be_referred_to:
            continue
        for row in kind.rows_for_links(user).filter(pk__in=pks):
            if link := kind.link_to(row):
                found[key, row.pk] = link
    return found


# Writing -----------------------------------------------------------------------------------------------------------


def references_to(targets: Sequence[Target], user: Any) -> list[Reference]:
    """New references, unsaved, to those of the targets that this user may see; in their order."""
    links = links_of(targets, user)
    audiences = _audiences_of(links)
    return [
        Reference(
            target_kind=target[0], target_id=target[1], title=links[target].title[:300], audience=audiences[target]
        )
        for target in dict.fromkeys(targets)
        if target in links
    ]


def _audiences_of(targets: Collection[Target]) -> dict[Target, str]:
    """The audience key of each, PUBLIC for what everybody may see."""
    found = {}
    for kind in kinds_to_refer_to():
        pks = [pk for key, pk in targets if key == kind.key]
        if not pks:
            continue
        public = set(kind.visible_to(AnonymousUser()).filter(pk__in=pks).values_list("pk", flat=True))
        hidden = [pk for pk in pks if pk not in public]
        keys = kind.audience_keys(list(kind.rows().filter(pk__in=hidden))) if hidden else {}
        for pk in pks:
            found[kind.key, pk] = PUBLIC if pk in public else keys.get(pk) or NOBODY
    return found


# Reading -----------------------------------------------------------------------------------------------------------


def resolve(references: Iterable[Reference], user: Any) -> list[Shown]:
    """What this user sees of them, in their order. One query for each kind.

    A target that the user may not see, or that is deleted, keeps the title of its time, but only for those who could read it
    then; it looks the same whether it is hidden or deleted. For others it is left out.
    """
    references = sorted(references, key=lambda one: one.sort_order)
    links = links_of((one.target for one in references), user)
    keys: dict[str, set[str]] = {}
    shown = []
    for one in references:
        kind = registry.search_kinds.get(one.target_kind)
        label = kind.label if kind else ""
        if link := links.get(one.target):
            shown.append(Shown(link.title, one.target_kind, label, link.url))
        elif one.audience == PUBLIC or one.audience in _audience_keys(kind, user, keys):
            shown.append(Shown(one.title, one.target_kind, label))
    return shown


def _audience_keys(kind: SearchKind | None, user: Any, known: dict[str, set[str]]) -> set[str]:
    if kind is None:
        return set()
    if kind.key not in known:
        known[kind.key] = kind.audience_keys_of(user)
    return known[kind.key]


def mentions_of(row: models.Model, user: Any) -> list[Shown]:
    """What refers to this row, as far as this user may see it: pages, the newest first, then other things; at most
    MOST_MENTIONS. One query if nothing refers to it, else one more for all pages and one for each other kind."""
    kind = kind_of(type(row))
    if kind is None or row.pk is None:
        return []
    found = list(Reference.objects.to(kind.key, row.pk).values_list("page", "source_kind", "source_id"))
    shown = _pages([page for page, _kind, _pk in found if page], user)
    others = [(source, pk) for page, source, pk in found if not page]
    for (source, _pk), link in links_of(others, user).items():
        shown.append(Shown(link.title, source, registry.search_kinds.get(source).label, link.url))
    return shown[:MOST_MENTIONS]


def _pages(pks: Collection[int], user: Any) -> list[Shown]:
    if not pks:
        return []
    pages = Reference._meta.get_field("page").related_model.objects.visible_to(user).filter(pk__in=pks)
    newest = pages.only("title", "url_path", "content_type").order_by("-first_published_at", "-pk")[:MOST_MENTIONS]
    return [_page(page) for page in newest]


def _page(page: Any) -> Shown:
    kind = kind_of(ContentType.objects.get_for_id(page.content_type_id).model_class())
    return Shown(page.title, kind.key, kind.label, page.url)
