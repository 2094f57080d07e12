"""Topics of the network: the parts of a topic's page, and what the portal itself has on a topic."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from netzwerk.portal.links import address_of
from netzwerk.portal.models import NewsPage
from netzwerk.portal.models.news import NewsPageQuerySet
from netzwerk.surfaces import registry
from netzwerk.surfaces.registry import TOPICS, FeedEntry, TopicItems
from netzwerk.vocabulary.models import FormerTerm, Term, Tree
from netzwerk.vocabulary.rows import terms_of, with_terms

FEED_ENTRIES = 30


@dataclass(frozen=True)
class Part:
    """A registered part with what it found for this user."""

    entry: registry.TopicPart
    found: TopicItems

    @property
    def items(self) -> Sequence[Any]:
        return self.found.items

    @property
    def total(self) -> int:
        return self.found.total

    @property
    def url(self) -> str:
        """Of the whole list, if this is not all."""
        return self.found.url if self.total > len(self.items) else ""

    @property
    def counted(self) -> str:
        """ "23 Berichte" """
        return f"{self.total} {self.entry.one if self.total == 1 else self.entry.many}"


def topic_at(slug: str, tree: Tree) -> Term | None:
    """Not one that is only proposed: nobody but its author has seen it."""
    return next((term for term in tree.by_pk.values() if term.slug == slug and not term.is_proposed), None)


def successor_of(slug: str) -> Term | None:
    """The topic that a former slug belongs to. One query."""
    former = FormerTerm.objects.visible_to(AnonymousUser()).filter(vocabulary=TOPICS, slug=slug)
    row = former.filter(term__is_proposed=False).select_related("term").first()
    return row.term if row else None


def keys_below(term: Term, tree: Tree) -> list[int]:
    """Of the term and all narrower ones."""
    return [one.pk for one in tree.subtree(term)]


def parts_of(request: HttpRequest, term: Term, tree: Tree) -> list[Part]:
    """The parts that are not empty for this user."""
    keys = keys_below(term, tree)
    parts = (Part(entry, entry.find(request, term.slug, keys)) for entry in registry.topic_parts)
    return [part for part in parts if part.total]


def public_topics(tree: Tree) -> list[Term]:
    """Those on which there is something public. One query for each part."""
    used = {pk for part in registry.topic_parts if part.public_terms for pk in part.public_terms()}
    return [term for term in tree.by_pk.values() if not term.is_proposed and used & set(keys_below(term, tree))]


def newest_of(term: Term, tree: Tree) -> list[FeedEntry]:
    """Of all parts, public, newest first."""
    keys = keys_below(term, tree)
    entries = [one for part in registry.topic_parts if part.newest for one in part.newest(keys)]
    return sorted(entries, key=lambda one: one.appeared, reverse=True)[:FEED_ENTRIES]


def news_of(user: Any, keys: Sequence[int]) -> NewsPageQuerySet:
    return with_terms(NewsPage.objects.visible_to(user), "topics", keys).newest_first()


def find_news(request: HttpRequest, _slug: str, keys: Sequence[int]) -> TopicItems:
    found = news_of(request.user, keys)
    return TopicItems(found[:FEED_ENTRIES], found.count())


def terms_of_news() -> QuerySet:
    return terms_of(NewsPage.objects.visible_to(AnonymousUser()), "topics")


def newest_news(keys: Sequence[int]) -> Iterator[FeedEntry]:
    for page in news_of(AnonymousUser(), keys)[:FEED_ENTRIES]:
        appeared = timezone.make_aware(datetime.combine(page.date, time(8)))
        yield FeedEntry(page.title, f"{settings.BASE_URL}{address_of(page.url_path)}", page.teaser, appeared)
