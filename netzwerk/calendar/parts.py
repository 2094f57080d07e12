"""What the calendar has on a topic, on the start page and in the menu. Without a feature that has dates, nothing shows."""

from collections.abc import Iterator, Sequence
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.urls import reverse

from netzwerk.calendar import words
from netzwerk.calendar.entries import entries_of
from netzwerk.calendar.models import Date
from netzwerk.directory.topics import TOPIC
from netzwerk.surfaces import registry
from netzwerk.surfaces.registry import FeedEntry, TopicItems, TopicPart

SHOWN, ON_START, FEED_ENTRIES = 4, 3, 30


def has_dates(_request: HttpRequest | None = None) -> bool:
    """Whether any feature has dates. The menu shows "Termine" then, even while none is planned: the page says so."""
    return any(True for _kind in registry.date_kinds)


def find_dates(request: HttpRequest, slug: str, keys: Sequence[int]) -> TopicItems:
    if not has_dates():
        return TopicItems([], 0)
    found = Date.objects.visible_to(request.user).upcoming().taking_place().about(keys)
    shown = list(found.for_lists()[:SHOWN])
    if not shown:
        return TopicItems([], 0)
    url = f"{reverse('dates:list')}?{urlencode({TOPIC: slug})}"
    return TopicItems(entries_of(shown, request.user), found.count(), url)


def newest_dates(keys: Sequence[int]) -> Iterator[FeedEntry]:
    """Public dates, those first that came into the calendar last."""
    found = Date.objects.visible_to(AnonymousUser()).public().upcoming().taking_place().about(keys)
    for date in found.for_lists().order_by("-listed_at", "-pk")[:FEED_ENTRIES]:
        text = ". ".join(part for part in (words.when(date), date.summary) if part)
        yield FeedEntry(date.title, f"{settings.BASE_URL}{date.path}", text, date.listed_at)


def on_start(request: HttpRequest) -> dict | None:
    """The next dates, for the start page."""
    if not has_dates():
        return None
    found = Date.objects.visible_to(request.user).listed().upcoming().taking_place()
    shown = list(found.for_lists()[:ON_START])
    return {"dates": entries_of(shown, request.user)} if shown else None


PART = TopicPart(
    *("dates", 15, "Nächste Termine", "Termin", "Termine", "calendar/topic_dates.html"),
    *(find_dates, newest_dates),
)
