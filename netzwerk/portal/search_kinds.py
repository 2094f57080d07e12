"""What can be found of the page tree: pages, news, and each question of the pages with questions and answers."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.utils import timezone
from wagtail.models import get_page_models

from netzwerk.files.attached import ShowsDocuments
from netzwerk.files.restrictions import doors_of_pages, open_page_doors
from netzwerk.portal.anchors import anchor_of, part_of
from netzwerk.portal.blocks import Topic
from netzwerk.portal.links import START_PATH
from netzwerk.portal.models import FaqPage, NewsIndexPage, NewsPage, PortalPage, PortalPageQuerySet, StartPage
from netzwerk.portal.models.pages import SECTION_DEPTH
from netzwerk.portal.plain_text import Piece, items_of, joined, pieces_of_html, pieces_of_stream
from netzwerk.surfaces.search_kinds import Findable, SearchFacet, SearchKind

AFTER_SENDING = "thanks"  # the stream of a form page that nobody sees before


def sections() -> dict[str, str]:
    """Titles of the sections by their slugs, in the order of the menu; those that are open to all and hold pages."""
    pages = PortalPage.objects.visible_to(AnonymousUser()).filter(depth=SECTION_DEPTH, numchild__gt=0)
    rows = pages.not_exact_type(NewsIndexPage).order_by("path").values_list("url_path", "title")
    return {section_of(url_path): title for url_path, title in rows}


def section_of(url_path: str) -> str:
    """Slug of the section in which a page stands, "" for the start page."""
    return url_path.removeprefix(START_PATH).partition("/")[0]


SECTION = SearchFacet("bereich", "Bereich", sections)
TOPIC = SearchFacet("thema", "Thema der Nachricht", lambda: dict(Topic.choices))


class PortalPageKind(SearchKind):
    """What all of them share. Who may see something is decided by the place in the tree."""

    stamp_fields = ("live_revision_id", "last_published_at", "url_path")
    plain_fields = ("title", "lead")

    def rows(self) -> PortalPageQuerySet:
        return self.model_class.objects.live()

    def visible_to(self, user: Any) -> PortalPageQuerySet:
        return self.rows().visible_to(user)

    def doors(self, rows: Sequence[PortalPage]) -> dict[int, str]:
        return doors_of_pages(rows)

    def open_doors(self, user: Any) -> set[str]:
        return open_page_doors(user)


def types_with_own_kind() -> list[type[PortalPage]]:
    """Found as what they are: news, and what other floors add."""
    return [one for one in get_page_models() if getattr(one, "has_own_search_kind", False)]


class Pages(ShowsDocuments, PortalPageKind):
    key, order, label = "seiten", 10, "Seiten"
    model = "portal.PortalPage"
    facets = (SECTION,)

    def rows(self) -> PortalPageQuerySet:
        return super().rows().not_exact_type(*types_with_own_kind()).specific()

    def describe(self, row: PortalPage) -> Iterator[Findable]:
        page = row.specific
        facets = {"bereich": [section_of(page.url_path)]} if page.depth >= SECTION_DEPTH else {}
        yield whole(page, day=published_on(page), facets=facets)


class News(ShowsDocuments, PortalPageKind):
    key, order, label = "aktuelles", 20, "Aktuelles"
    model = "portal.NewsPage"
    facets = (TOPIC,)

    def describe(self, row: NewsPage) -> Iterator[Findable]:
        yield whole(row, day=row.date, facets={"thema": [row.topic]})


class Questions(PortalPageKind):
    key, order, label = "fragen", 30, "Fragen und Antworten"
    model = "portal.FaqPage"
    facets = (SECTION,)

    def describe(self, row: FaqPage) -> Iterator[Findable]:
        """One thing to be found for each question."""
        for group in row.groups.raw_data:
            heading = group["value"].get("title") or ""
            for stored_id, item in items_of(group["value"]["items"]):
                part = part_of(stored_id, item["title"])
                text = joined([Piece(heading, is_heading=True), *pieces_of_html(item["text"])])
                yield Findable(
                    title=item["title"],
                    url=f"{row.url}#{anchor_of(part)}",
                    summary=row.title,
                    headings=text.headings,
                    body=text.body,
                    date=published_on(row),
                    facets={"bereich": [section_of(row.url_path)]},
                    part=part,
                )


def whole(page: PortalPage, *, day: date | None, facets: dict[str, list[str]]) -> Findable:
    text = joined(pieces_of_page(page))
    return Findable(page.title, page.url, page.teaser, text.headings, text.body, day, facets)


def pieces_of_page(page: PortalPage) -> Iterator[Piece]:
    if page.lead != page.teaser:
        yield Piece(page.lead)
    yield Piece(page.picture_alt)
    if isinstance(page, StartPage):
        yield from (Piece(text, is_heading=True) for text in (page.headline, page.tasks_title, page.levels_title))
        yield Piece(page.levels_text)
    streams = (*page.body_fields, "numbers") if isinstance(page, StartPage) else page.body_fields
    for name in streams:
        if name != AFTER_SENDING:
            yield from pieces_of_stream(getattr(page, name))


def published_on(page: PortalPage) -> date | None:
    return timezone.localdate(page.last_published_at) if page.last_published_at else None
