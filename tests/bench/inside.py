"""Commands that need Django, in a process of their own: `python -m tests.bench.inside COMMAND ...` prints JSON."""

import copy
import json
import sys
from typing import Any

import django

MORE_NEWS = 200
MORE_PAGES = 100


def count(host: str, *paths: str) -> dict[str, int]:
    """Number of SQL queries of each page for an anonymous visitor, warm, under the server's own settings."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(headers={"host": host})
    queries = {}
    for path in paths:
        client.get(path)
        with CaptureQueriesContext(connection) as captured:
            status = client.get(path).status_code
            queries[path] = len(captured)
        if status != 200:
            raise SystemExit(f"{path} answered {status}")
    return queries


def highest(host: str) -> dict[str, int]:
    """The public page with the most queries, and their number."""
    from netzwerk.portal.models import PortalPage

    paths = [page.url for page in PortalPage.objects.live().order_by("path")]
    queries = count(host, *paths)
    worst = max(paths, key=queries.__getitem__)
    return {worst: queries[worst]}


def pages() -> dict[str, str]:
    """The pages to measure, by name: a section is a content page with cards, a content page has none below it."""
    from netzwerk.portal.models import ContentPage, NewsIndexPage, NewsPage

    content = ContentPage.objects.live().order_by("path")
    chosen = {
        "content page": content.filter(numchild=0).first(),
        "section": content.filter(numchild__gt=0).first(),
        "news list": NewsIndexPage.objects.get(),
        "news item": NewsPage.objects.live().newest_first().first(),
    }
    return {"start page": "/"} | {name: page.url for name, page in chosen.items()}


def size() -> dict[str, Any]:
    """Numbers of pages and files, and the database."""
    from django.db import connection

    from netzwerk.files.models import PortalDocument, PortalImage
    from netzwerk.portal.models import NewsPage, PortalPage

    news = NewsPage.objects.live().count()
    version = ".".join(str(part) for part in connection.get_database_version())
    return {
        "pages": PortalPage.objects.live().count() - news,
        "news": news,
        "images": PortalImage.objects.count(),
        "documents": PortalDocument.objects.count(),
        "database": f"{connection.display_name} {version}",
    }


def enlarge() -> None:
    """Add many copies of news and pages, spread over the sections; the copies are older than the news that is measured.

    They are in the search index too, as in operation: while changes wait, similar items ask who may see each of them.
    """
    from django.db import transaction

    from netzwerk.portal.models import ContentPage, NewsIndexPage, NewsPage
    from netzwerk.search import tasks

    with transaction.atomic():
        news = list(NewsPage.objects.live().newest_first())
        for number in range(MORE_NEWS):
            _add_copy(NewsIndexPage.objects.get(), news[number % len(news)], number)
        content = ContentPage.objects.live().order_by("path")
        sections = list(content.filter(numchild__gt=0).values_list("pk", flat=True))
        leaves = list(content.filter(numchild=0))
        for number in range(MORE_PAGES):
            section = ContentPage.objects.get(pk=sections[number % len(sections)])
            _add_copy(section, leaves[number % len(leaves)], number)
    tasks.drain()


def _add_copy(parent: Any, page: Any, number: int) -> None:
    copied = ("title", "lead", "search_description", "picture_id", "picture_alt", "picture_decorative", "body")
    fields = {name: copy.copy(getattr(page, name)) for name in copied}
    if hasattr(page, "date"):
        fields |= {"topic": page.topic, "date": page.date.replace(year=page.date.year - 1 - number // 20)}
    parent.add_child(instance=type(page)(slug=f"{page.slug[:40]}-{number}", **fields))


if __name__ == "__main__":
    django.setup()
    commands: dict[str, Any] = {one.__name__: one for one in (count, highest, pages, size, enlarge)}
    if sys.argv[1] not in commands:  # commands of the portal; the fresh project lacks its models
        from tests.bench import asking, booking_rows, generated, library_visits, visits
        from tests.bench.generated import article_rows, report_rows

        commands = {"visits": visits.visits, "count_visits": visits.count_visits}
        commands |= {"grow": generated.grow, "network": generated.size, "write_articles": article_rows.write_articles}
        commands |= {one.__name__: one for one in (*asking.COMMANDS, *library_visits.COMMANDS, *report_rows.COMMANDS)}
        commands |= {one.__name__: one for one in booking_rows.COMMANDS}
    command = commands[sys.argv[1]]
    print(json.dumps(command(*sys.argv[2:])))
