"""What the library has on a topic: practice reports, newest first."""

from collections.abc import Iterator, Sequence
from datetime import datetime, time
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from knowledge.models import LibraryPage, PracticeReport
from knowledge.models.reports import PracticeReportQuerySet
from netzwerk.surfaces.registry import TOPICS, FeedEntry, TopicItems, TopicPart
from netzwerk.vocabulary.rows import terms_of, with_terms

SHOWN, FEED_ENTRIES = 5, 30


def reports_on(user: Any, keys: Sequence[int]) -> PracticeReportQuerySet:
    return with_terms(PracticeReport.objects.visible_to(user).current(), "topics", keys)


def find_reports(request: HttpRequest, slug: str, keys: Sequence[int]) -> TopicItems:
    found = reports_on(request.user, keys)
    library = LibraryPage.of(request.user)
    url = f"{library.url}?{urlencode({TOPICS: slug, 'sortierung': 'neueste'})}" if library else ""
    return TopicItems(found.for_lists().order_by("-as_of", "-pk")[:SHOWN], found.count(), url)


def newest_reports(keys: Sequence[int]) -> Iterator[FeedEntry]:
    """By first publication, not by the date of the text."""
    found = reports_on(AnonymousUser(), keys).for_lists().order_by("-first_published_at", "-pk")
    for report in found[:FEED_ENTRIES]:
        appeared = report.first_published_at or timezone.make_aware(datetime.combine(report.as_of, time()))
        yield FeedEntry(report.title, f"{settings.BASE_URL}{report.url}", report.teaser, appeared)


def terms_of_reports() -> QuerySet:
    return terms_of(PracticeReport.objects.visible_to(AnonymousUser()).current(), "topics")


PART = TopicPart(
    *("reports", 10, "Praxisberichte", "Bericht", "Berichte", "knowledge/topic_reports.html"),
    *(find_reports, newest_reports, terms_of_reports),
)
