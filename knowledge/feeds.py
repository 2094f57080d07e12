"""Atom of the reports that a question finds: what came online last stands first, whenever it happened.

XML knows no control characters at all: one in a text that nobody has checked would break the feed for everybody.
"""

from datetime import datetime, time

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from knowledge.library import Library, with_reports
from knowledge.models import LibraryPage
from netzwerk.search.engines.port import Order
from netzwerk.surfaces.texts import one_line

ENTRIES = 30


def atom_of(page: LibraryPage, library: Library) -> str:
    query = library.address().removeprefix("?")
    about = ", ".join([*([f"„{library.words}“"] if library.words else []), *(chip.label for chip in library.chips())])
    own = f"{settings.BASE_URL}{reverse('knowledge:feed')}{f'?{query}' if query else ''}"
    feed = Atom1Feed(
        title=one_line(f"Praxisberichte{f': {about}' if about else ''} – {settings.WAGTAIL_SITE_NAME}"),
        link=f"{settings.BASE_URL}{page.url}{f'?{query}' if query else ''}",
        description="Neue Praxisberichte aus der Bibliothek guter Praxis.",
        language="de",
        feed_url=own,
        feed_guid=own,
    )
    answer = library.ask(order=Order.APPEARED, per_page=ENTRIES)
    for _result, report in with_reports(answer.results, library.user):
        published = report.first_published_at or timezone.make_aware(datetime.combine(report.as_of, time()))
        feed.add_item(
            title=one_line(report.title),
            link=f"{settings.BASE_URL}{report.url}",
            description=escape(one_line(report.teaser)),  # Django calls it HTML
            pubdate=published,
            updateddate=report.last_published_at or published,
            unique_id=f"{settings.BASE_URL}{report.permalink}",
        )
    return feed.writeString("utf-8")
