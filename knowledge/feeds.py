"""Atom of the reports that a question finds."""

from datetime import UTC, datetime, time

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from knowledge.library import Library
from knowledge.models import LibraryPage
from netzwerk.search.engines.port import Order

ENTRIES = 30


def atom_of(page: LibraryPage, library: Library) -> str:
    query = library.address().removeprefix("?")
    about = ", ".join([*([f"„{library.words}“"] if library.words else []), *(chip.label for chip in library.chips())])
    own = f"{settings.BASE_URL}{reverse('knowledge:feed')}{f'?{query}' if query else ''}"
    feed = Atom1Feed(
        title=f"Praxisberichte{f': {about}' if about else ''} – {settings.WAGTAIL_SITE_NAME}",
        link=f"{settings.BASE_URL}{page.url}{f'?{query}' if query else ''}",
        description="Neue Praxisberichte aus der Bibliothek guter Praxis.",
        language="de",
        feed_url=own,
        feed_guid=own,
    )
    answer = library.ask(order=Order.NEWEST, per_page=ENTRIES)
    for result in answer.results:
        moment = timezone.make_aware(datetime.combine(result.date, time(8))) if result.date else datetime.now(UTC)
        feed.add_item(
            title="".join(piece.text for piece in result.title),
            link=f"{settings.BASE_URL}{result.url}",
            description=escape(result.summary),  # Django calls it HTML
            pubdate=moment,
            updateddate=moment,
            unique_id=f"{settings.BASE_URL}{reverse('knowledge:permalink', args=[result.object.partition(':')[2]])}",
        )
    return feed.writeString("utf-8")
