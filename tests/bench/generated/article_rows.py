"""The generated news items as rows, below the news list."""

import json
import time
from itertools import islice

from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from netzwerk.portal.models import NewsIndexPage, NewsPage, PortalPage
from tests.bench.generated.articles import Article, Writer
from tests.bench.generated.rows import AT_ONCE, Place, analyse, insert, text_block


def write_articles(first: str, end: str) -> float:
    """Write the items with numbers from `first` to before `end`; returns the seconds."""
    start = time.monotonic()
    ContentType.objects.clear_cache()
    place = Place(NewsIndexPage.objects.get(), NewsPage)
    articles = Writer().articles(int(first), int(end))
    with transaction.atomic():
        while some := list(islice(articles, AT_ONCE)):
            _write(place, some)
    analyse()
    return time.monotonic() - start


def _write(place: Place, articles: list[Article]) -> None:
    pairs = list(zip(place.add(articles), articles, strict=True))
    insert(PortalPage, ({"page_ptr": page.pk, "lead": one.lead} for page, one in pairs))
    insert(
        NewsPage,
        (
            {
                "portalpage_ptr": page.pk,
                "date": one.day,
                "topic": one.topic,
                "body": json.dumps([text_block(one.number, one.html())]),
            }
            for page, one in pairs
        ),
    )
