"""The generated news items as rows, below the news list. Rows of three tables without the work of saving: 100,000 in a minute.

No signal is sent and no revision is made: whoever needs the search index up to date builds it anew.
"""

import json
import time
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from datetime import time as clock
from itertools import islice
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection, models, transaction
from django.db.models import F
from django.utils.text import slugify
from wagtail.models import Page

from netzwerk.members.folding import fold
from netzwerk.portal.models import NewsIndexPage, NewsPage, PortalPage
from tests.bench.crowd.articles import Article, Writer

AT_ONCE = 2_000
KEYS = uuid.UUID("8f0e5a52-0f0b-4c07-9d59-4f5c1c0a6a10")


def write_articles(first: str, end: str) -> float:
    """The items from one number to before another. Gives the seconds that it took."""
    start = time.monotonic()
    ContentType.objects.clear_cache()
    place = Place(NewsIndexPage.objects.get())
    articles = Writer().articles(int(first), int(end))
    with transaction.atomic():
        while some := list(islice(articles, AT_ONCE)):
            _write(place, some)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # as in `grow`
    return time.monotonic() - start


class Place:
    """Where the next item stands in the tree."""

    def __init__(self, parent: NewsIndexPage) -> None:
        last = parent.get_last_child()
        self.parent = parent
        self.type = ContentType.objects.get_for_model(NewsPage)
        self._step = last._get_lastpos_in_path() if last else 0

    def next_path(self) -> str:
        self._step += 1
        return NewsPage._get_path(self.parent.path, self.parent.depth + 1, self._step)


def _write(place: Place, articles: list[Article]) -> None:
    pages = Page.objects.bulk_create(_page(place, article) for article in articles)
    _insert(PortalPage, ({"page_ptr": page.pk, "lead": one.lead} for page, one in zip(pages, articles, strict=True)))
    _insert(NewsPage, (_news_values(page.pk, one) for page, one in zip(pages, articles, strict=True)))
    Page.objects.filter(pk=place.parent.pk).update(numchild=F("numchild") + len(pages))


def _page(place: Place, article: Article) -> Page:
    moment = datetime.combine(article.day, clock(9), UTC)
    slug = f"{slugify(fold(article.title))[:60]}-b{article.number}"
    return Page(
        path=place.next_path(),
        depth=place.parent.depth + 1,
        title=article.title,
        draft_title=article.title,
        slug=slug,
        url_path=f"{place.parent.url_path}{slug}/",
        content_type=place.type,
        locale_id=place.parent.locale_id,
        live=True,
        first_published_at=moment,
        last_published_at=moment,
        latest_revision_created_at=moment,
    )


def _news_values(pk: int, article: Article) -> dict[str, Any]:
    block = {"type": "text", "value": article.html(), "id": str(uuid.uuid5(KEYS, str(article.number)))}
    return {"portalpage_ptr": pk, "date": article.day, "topic": article.topic, "body": json.dumps([block])}


def _insert(model: type[models.Model], rows: Iterator[dict[str, Any]]) -> None:
    """Rows of one table of the inheritance, which Django's bulk_create refuses. What a row leaves out has its default."""
    fields = model._meta.local_concrete_fields
    usual = {field.name: field.get_db_prep_save(field.get_default(), connection) for field in fields}
    names = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    values = [[(usual | row)[field.name] for field in fields] for row in rows]
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {connection.ops.quote_name(model._meta.db_table)} ({names}) VALUES ({marks})",  # noqa: S608
            values,
        )
