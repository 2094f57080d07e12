"""RSS of the news."""

from datetime import datetime, time

from django.contrib.auth.models import AnonymousUser
from django.contrib.syndication.views import Feed
from django.utils import timezone

from netzwerk.portal.models import NewsPage


class NewsFeed(Feed):
    title = "Netzwerk Sozialagenturen: Aktuelles"
    description = "Nachrichten aus dem Netzwerk Sozialagenturen"
    language = "de"

    def link(self) -> str:
        return "/"

    def items(self):
        return NewsPage.objects.visible_to(AnonymousUser()).newest_first()[:20]

    def item_title(self, item: NewsPage) -> str:
        return item.title

    def item_description(self, item: NewsPage) -> str:
        return item.teaser

    def item_link(self, item: NewsPage) -> str:
        return item.get_url() or "/"

    def item_pubdate(self, item: NewsPage) -> datetime:
        return timezone.make_aware(datetime.combine(item.date, time(8)))
