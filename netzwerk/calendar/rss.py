"""RSS of new public dates, for the same filters as the list."""

from datetime import datetime

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import escape

from netzwerk.calendar import words
from netzwerk.calendar.agenda import Agenda, public_agenda
from netzwerk.calendar.models import Date
from netzwerk.portal.feeds import PortalFeed
from netzwerk.surfaces.registry import TOPICS
from netzwerk.texts.cleaning import one_line
from netzwerk.texts.dates import long_date
from netzwerk.vocabulary.models import Tree

ENTRIES = 30


class DatesFeed(PortalFeed):
    """Those that came into the calendar last, first."""

    description = "Neue Termine im Netzwerk Sozialagenturen"

    def get_object(self, request: HttpRequest) -> Agenda:
        everything = Date.objects.visible_to(AnonymousUser()).public().upcoming()
        return public_agenda(request.GET, everything, Tree.load(TOPICS))

    def title(self, agenda: Agenda) -> str:
        chosen = ", ".join(chip.label for chip in agenda.chips())
        return one_line(f"Netzwerk Sozialagenturen: Termine{f' ({chosen})' if chosen else ''}")

    def link(self, agenda: Agenda) -> str:
        return f"{settings.BASE_URL}{reverse('dates:list')}{_query(agenda)}"

    def feed_url(self, agenda: Agenda) -> str:
        return f"{settings.BASE_URL}{reverse('dates:rss')}{_query(agenda)}"

    def items(self, agenda: Agenda):
        return agenda.found().for_lists().order_by("-listed_at", "-pk")[:ENTRIES]

    def item_title(self, item: Date) -> str:
        off = "Fällt aus: " if item.is_cancelled else ""
        return one_line(f"{off}{long_date(item.start_day)}: {item.title}")

    def item_description(self, item: Date) -> str:
        parts = (words.when(item), words.where(item), item.summary)
        return escape(one_line(". ".join(part for part in parts if part)))  # feed readers expect HTML

    def item_link(self, item: Date) -> str:
        return f"{settings.BASE_URL}{item.path}"

    def item_guid(self, item: Date) -> str:
        return f"urn:uuid:{item.uid}"

    item_guid_is_permalink = False

    def item_pubdate(self, item: Date) -> datetime:
        return item.listed_at


def _query(agenda: Agenda) -> str:
    query = agenda.address()
    return "" if query == "?" else query
