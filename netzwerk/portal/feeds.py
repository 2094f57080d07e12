"""RSS of the news. Its addresses use BASE_URL, never the host of the request."""

from datetime import datetime, time

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape

from netzwerk.portal.links import address_of
from netzwerk.portal.models import NewsPage
from netzwerk.texts.cleaning import one_line


class NewsFeed(Feed):
    title = "Netzwerk Sozialagenturen: Aktuelles"
    description = "Nachrichten aus dem Netzwerk Sozialagenturen"
    language = "de"

    author_name = settings.WAGTAIL_SITE_NAME

    def link(self) -> str:
        return f"{settings.BASE_URL}/"

    def feed_url(self) -> str:
        return f"{settings.BASE_URL}{reverse('portal:news_feed')}"

    def items(self):
        return NewsPage.objects.visible_to(AnonymousUser()).newest_first()[:20]

    def item_title(self, item: NewsPage) -> str:
        return one_line(item.title)

    def item_description(self, item: NewsPage) -> str:
        return escape(one_line(item.teaser))  # feed readers expect HTML

    def item_link(self, item: NewsPage) -> str:
        return f"{settings.BASE_URL}{address_of(item.url_path)}"

    def item_author_name(self, item: NewsPage) -> str:
        return settings.WAGTAIL_SITE_NAME

    def item_pubdate(self, item: NewsPage) -> datetime:
        return timezone.make_aware(datetime.combine(item.date, time(8)))
