"""Writes pages as rows, without save(): 100,000 in a minute or two, but without signals and revisions.

The search index must be rebuilt afterwards.
"""

import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from datetime import time as clock
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection, models
from django.db.models import F
from django.utils.text import slugify
from wagtail.models import Page

from netzwerk.texts.folding import fold
from tests.bench.generated.articles import Article

AT_ONCE = 2_000
KEYS = uuid.UUID("8f0e5a52-0f0b-4c07-9d59-4f5c1c0a6a10")


class Place:
    """Position in the tree of the next page of a type."""

    def __init__(self, parent: Page, model: type[Page]) -> None:
        last = parent.get_last_child()
        self.parent = parent
        self.type = ContentType.objects.get_for_model(model)
        self._step = last._get_lastpos_in_path() if last else 0

    def add(self, articles: list[Article]) -> list[Page]:
        pages = Page.objects.bulk_create(self._page(article) for article in articles)
        Page.objects.filter(pk=self.parent.pk).update(numchild=F("numchild") + len(pages))
        return pages

    def _page(self, article: Article) -> Page:
        self._step += 1
        moment = datetime.combine(article.day, clock(9), UTC)
        slug = f"{slugify(fold(article.title))[:60]}-b{article.number}"
        return Page(
            path=Page._get_path(self.parent.path, self.parent.depth + 1, self._step),
            depth=self.parent.depth + 1,
            title=article.title,
            draft_title=article.title,
            slug=slug,
            url_path=f"{self.parent.url_path}{slug}/",
            content_type=self.type,
            locale_id=self.parent.locale_id,
            live=True,
            first_published_at=moment,
            last_published_at=moment,
            latest_revision_created_at=moment,
        )


def text_block(number: int | str, html: str) -> dict[str, Any]:
    return {"type": "text", "value": html, "id": str(uuid.uuid5(KEYS, str(number)))}


def insert(model: type[models.Model], rows: Iterable[dict[str, Any]]) -> None:
    """Insert rows of one table, faster than bulk_create, which also refuses multi-table inheritance. Missing values get their
    default; automatic keys are left to the database."""
    fields = [field for field in model._meta.local_concrete_fields if not isinstance(field, models.AutoField)]
    usual = {field.name: field.get_db_prep_save(field.get_default(), connection) for field in fields}
    names = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    values = [tuple((usual | row).values()) for row in rows]
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {connection.ops.quote_name(model._meta.db_table)} ({names}) VALUES ({marks})",  # noqa: S608
            values,
        )


def analyse() -> None:
    """Update statistics, as autovacuum does within a minute."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
