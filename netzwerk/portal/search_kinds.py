"""Search kinds of the page tree: pages, news, and single questions of the pages with questions and answers."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.utils import timezone
from wagtail.models import get_page_models

from netzwerk.files.attached import ShowsDocuments
from netzwerk.files.restrictions import page_audience_keys, page_audience_keys_of
from netzwerk.portal.anchors import anchor_of, part_of
from netzwerk.portal.blocks import NewsTopic
from netzwerk.portal.models import FaqPage, NewsPage, PortalPage, PortalPageQuerySet, StartPage
from netzwerk.portal.plain_text import TextPart, items_of, parts_of_html, parts_of_stream, plain_text_of
from netzwerk.surfaces.search_kinds import Link, SearchDocument, SearchFacet, SearchKind

AFTER_SENDING = "thanks"  # the stream of a form page that is shown only after sending the form

TOPIC = SearchFacet("thema", "Rubrik der Nachricht", lambda: dict(NewsTopic.choices))


class PortalPageKind(SearchKind):
    """Base of the three kinds. View restrictions of the tree decide who may see a page."""

    stamp_fields = ("live_revision_id", "last_published_at", "url_path")
    fallback_fields = ("title", "lead")

    def rows(self) -> PortalPageQuerySet:
        return self.model_class.objects.live()

    def visible_to(self, user: Any) -> PortalPageQuerySet:
        return self.rows().visible_to(user)

    def rows_for_links(self, user: Any) -> PortalPageQuerySet:
        return self.visible_to(user).only("title", "url_path")

    def link_to(self, row: PortalPage) -> Link:
        return Link(row.title, row.url)

    def audience_keys(self, rows: Sequence[PortalPage]) -> dict[int, str]:
        return page_audience_keys(rows)

    def audience_keys_of(self, user: Any) -> set[str]:
        return page_audience_keys_of(user)


def types_with_own_kind() -> list[type[PortalPage]]:
    """Page types that are not indexed as general pages: news, and types of other apps."""
    return [one for one in get_page_models() if getattr(one, "has_own_search_kind", False)]


class Pages(ShowsDocuments, PortalPageKind):
    key, order, label = "seiten", 10, "Seiten"
    model = "portal.PortalPage"

    def rows(self) -> PortalPageQuerySet:
        return self._general_pages().specific()

    def rows_for_links(self, user: Any) -> PortalPageQuerySet:
        return self._general_pages().visible_to(user).only("title", "url_path")

    def _general_pages(self) -> PortalPageQuerySet:
        return super().rows().not_exact_type(*types_with_own_kind())

    def describe(self, row: PortalPage) -> Iterator[SearchDocument]:
        page = row.specific
        yield whole(page, day=published_on(page))


class News(ShowsDocuments, PortalPageKind):
    key, order, label = "aktuelles", 20, "Aktuelles"
    model = "portal.NewsPage"
    facets = (TOPIC,)

    def describe(self, row: NewsPage) -> Iterator[SearchDocument]:
        yield whole(row, day=row.date, facets={"thema": [row.topic]})


class Questions(PortalPageKind):
    key, order, label = "fragen", 30, "Fragen und Antworten"
    model = "portal.FaqPage"
    can_be_referred_to = False  # the page with the questions can, as one of the general pages

    def describe(self, row: FaqPage) -> Iterator[SearchDocument]:
        """A document for each question."""
        for group in row.groups.raw_data:
            heading = group["value"].get("title") or ""
            for stored_id, item in items_of(group["value"]["items"]):
                part = part_of(stored_id, item["title"])
                text = plain_text_of([TextPart(heading, is_heading=True), *parts_of_html(item["text"])])
                yield SearchDocument(
                    title=item["title"],
                    url=f"{row.url}#{anchor_of(part)}",
                    summary=row.title,
                    headings=text.headings,
                    body=text.body,
                    date=published_on(row),
                    part=part,
                )


def whole(page: PortalPage, *, day: date | None, facets: Mapping[str, list[str]] | None = None) -> SearchDocument:
    text = plain_text_of(parts_of_page(page))
    return SearchDocument(page.title, page.url, page.teaser, text.headings, text.body, day, facets or {})


def parts_of_page(page: PortalPage) -> Iterator[TextPart]:
    if page.lead != page.teaser:
        yield TextPart(page.lead)
    yield TextPart(page.picture_alt)
    if isinstance(page, StartPage):
        yield from (TextPart(text, is_heading=True) for text in (page.headline, page.tasks_title, page.levels_title))
        yield TextPart(page.levels_text)
    streams = (*page.body_fields, "numbers") if isinstance(page, StartPage) else page.body_fields
    for name in streams:
        if name != AFTER_SENDING:
            yield from parts_of_stream(getattr(page, name))


def published_on(page: PortalPage) -> date | None:
    return timezone.localdate(page.last_published_at) if page.last_published_at else None
