"""RSS of the news and of each topic. Addresses use BASE_URL, never the host of the request."""

from datetime import datetime, time
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape

from netzwerk.portal.links import address_of
from netzwerk.portal.models import NewsPage
from netzwerk.portal.topics import newest_of, successor_of, topic_at
from netzwerk.surfaces.registry import TOPICS, FeedEntry
from netzwerk.texts.cleaning import one_line
from netzwerk.vocabulary.models import Term, Tree


class PortalFeed(Feed):
    language = "de"
    author_name = settings.WAGTAIL_SITE_NAME

    def item_title(self, item: Any) -> str:
        return one_line(item.title)

    def item_author_name(self, item: Any) -> str:
        return settings.WAGTAIL_SITE_NAME


class NewsFeed(PortalFeed):
    title = "Netzwerk Sozialagenturen: Aktuelles"
    description = "Nachrichten aus dem Netzwerk Sozialagenturen"

    def link(self) -> str:
        return f"{settings.BASE_URL}/"

    def feed_url(self) -> str:
        return f"{settings.BASE_URL}{reverse('portal:news_feed')}"

    def items(self):
        return NewsPage.objects.visible_to(AnonymousUser()).newest_first()[:20]

    def item_description(self, item: NewsPage) -> str:
        return escape(one_line(item.teaser))  # feed readers expect HTML

    def item_link(self, item: NewsPage) -> str:
        return f"{settings.BASE_URL}{address_of(item.url_path)}"

    def item_pubdate(self, item: NewsPage) -> datetime:
        return timezone.make_aware(datetime.combine(item.date, time(8)))


class TopicFeed(PortalFeed):
    """Everything public with a date on a topic and its narrower ones: reports, news ..."""

    def get_object(self, request: HttpRequest, slug: str) -> Term:
        """A reader that has subscribed to a former slug gets the feed of the topic that follows it."""
        term = topic_at(slug, Tree.load(TOPICS)) or successor_of(slug)
        if term is None:
            raise Http404
        return term

    def title(self, term: Term) -> str:
        return one_line(f"Netzwerk Sozialagenturen: {term.name}")

    def description(self, term: Term) -> str:
        return one_line(term.explanation or f"Neues zum Thema {term.name}")

    def link(self, term: Term) -> str:
        return f"{settings.BASE_URL}{reverse('portal:topic', args=[term.slug])}"

    def feed_url(self, term: Term) -> str:
        return f"{settings.BASE_URL}{reverse('portal:topic_feed', args=[term.slug])}"

    def items(self, term: Term) -> list[FeedEntry]:
        return newest_of(term, Tree.load(TOPICS))

    def item_description(self, item: FeedEntry) -> str:
        return escape(one_line(item.summary))

    def item_link(self, item: FeedEntry) -> str:
        return item.url

    def item_pubdate(self, item: FeedEntry) -> datetime:
        return item.appeared
