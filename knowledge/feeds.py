"""Atom feed of the reports that a search finds, ordered by first publication and not by the date of the text.

Texts go through `one_line`, which removes control characters: XML forbids them, and one would make the feed unreadable.
"""

from datetime import datetime, time
from typing import Any

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.xmlutils import SimplerXMLGenerator

from knowledge.citing import names_of
from knowledge.library import LibraryFinder, with_reports
from knowledge.models import LibraryPage
from netzwerk.search.engines.port import Order
from netzwerk.texts.cleaning import one_line

ENTRIES = 30


class LibraryFeed(Atom1Feed):
    """Django's Atom feed with several authors for an entry. RFC 4287 requires an author in the feed or in each entry."""

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        for name in item["authors"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", name)
            handler.endElement("author")
        super().add_item_elements(handler, item)

    def latest_post_date(self) -> datetime:
        """An empty feed has the date of its page; Django's would have the time of the request."""
        return super().latest_post_date() if self.items else self.feed["changed"]


def atom_of(page: LibraryPage, finder: LibraryFinder) -> str:
    query = finder.address().removeprefix("?")
    about = ", ".join([*([f"„{finder.words}“"] if finder.words else []), *(chip.label for chip in finder.chips())])
    own = f"{settings.BASE_URL}{reverse('knowledge:feed')}{f'?{query}' if query else ''}"
    feed = LibraryFeed(
        title=one_line(f"Praxisberichte{f': {about}' if about else ''} – {settings.WAGTAIL_SITE_NAME}"),
        link=f"{settings.BASE_URL}{page.url}{f'?{query}' if query else ''}",
        description="Neue Praxisberichte aus der Bibliothek guter Praxis.",
        language="de",
        feed_url=own,
        feed_guid=own,
        author_name=settings.WAGTAIL_SITE_NAME,
        changed=page.last_published_at or page.latest_revision_created_at or timezone.now(),
    )
    results = finder.search_part(order=Order.APPEARED, per_page=ENTRIES)
    found = with_reports(results.results, finder.user)
    prefetch_related_objects([report for _result, report in found], "authors", "organisations")
    for _result, report in found:
        published = report.first_published_at or timezone.make_aware(datetime.combine(report.as_of, time()))
        feed.add_item(
            title=one_line(report.title),
            link=f"{settings.BASE_URL}{report.url}",
            description=escape(one_line(report.teaser)),  # Django declares it as HTML
            pubdate=published,
            updateddate=report.last_published_at or published,
            authors=[one_line(name) for name in names_of(report)],
            unique_id=f"{settings.BASE_URL}{report.permalink}",
        )
    return feed.writeString("utf-8")
