"""Pages need the same number of queries for ten times as many reports; `make bench` measures times with 10,000 and 100,000.

Lists that show the first of many rows must read them in the order of an index instead of sorting all rows.
"""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import ReferenceIndex

from knowledge.models import (
    Bookmark,
    GlossaryEntry,
    LibraryPage,
    MonthlyCount,
    PracticeReport,
    ReportAuthor,
    ReportFile,
    ReportStage,
)
from knowledge.services.versions import record_version
from knowledge.vocabularies import ReportVocabulary
from netzwerk.files.access import is_on_a_live_page
from netzwerk.files.models import PortalDocument
from netzwerk.members.models import User
from netzwerk.members.roles import EDITOR, MEMBER
from netzwerk.portal.models import NewsIndexPage, NewsPage, PortalPage
from netzwerk.search import tasks
from netzwerk.search.services.questions import first_of_month
from tests.counting import fewest_queries
from tests.factories.organisations import organisation
from tests.factories.pages import content_page, paper
from tests.factories.reports import practice_report
from tests.factories.terms import term

pytestmark = pytest.mark.django_db
LIMIT, LIMIT_WITH_ACCOUNT = 25, 30  # seven queries for the account, four for its permissions
WORD = "Zwirbelquastenmolch"
TWO = f"{{library}}?q={WORD}&themenfeld={{topic}}&zielgruppe={{group}}"
BROWSER = {"HTTP_USER_AGENT": "Mozilla/5.0"}  # counted as a visit
MONTH = timezone.localdate().replace(day=1)
PAGES = (
    (None, "/"),
    (None, "{library}"),
    (None, TWO),
    (None, "{library}?themenfeld={topic}&sortierung=neueste"),
    (None, "{library}?archiv=1&kosten=gering"),
    (None, f"{{library}}?q={WORD}&evidenz=evaluation"),
    (None, "{report}"),
    (None, "/berichte/{pk}/fassungen/"),
    (None, "/berichte/feed.atom"),
    (None, "/berichte/feed.atom?themenfeld={topic}"),
    (None, "/glossar/"),
    (None, "/glossar/testbegriff-0/"),
    (MEMBER, "{library}"),
    (MEMBER, TWO),
    (MEMBER, "{report}"),
    (MEMBER, "/merkliste/"),
    (EDITOR, "/mein-bereich/"),
    (EDITOR, "/redaktion/bibliothek/gelesen/"),
)


def grow(number: int, terms: dict, member: User) -> PracticeReport:
    """Adds reports with all kinds of child objects, bookmarks, read counts and three versions each."""
    owner, today = organisation(), timezone.localdate()
    for turn in range(number):
        report = practice_report(
            title=f"{WORD} {turn}",
            terms=terms,
            organisations=[owner],
            authors=[ReportAuthor(name="Ada"), ReportAuthor(name="Bo")],
            stages=[ReportStage(criterion="konzeption", author_stage=2)],
            files=[ReportFile(document=paper())],
            cost_level="gering",
            evidence="erfahrung",
            review_due=today - timedelta(days=1),
            archived_on=today if turn % 3 == 0 else None,
        )
        for _version in range(2):
            record_version(report)
        for back in range(6):
            MonthlyCount.objects.bulk_create(
                MonthlyCount(report=report, month=first_of_month(today, back), what=what, number=turn + 500)
                for what in MonthlyCount.What
            )
        Bookmark.objects.create(person=member, report=report)
        slug = f"testbegriff-{GlossaryEntry.objects.count()}"
        GlossaryEntry.objects.create(term=f"Testbegriff {slug}", slug=slug, short="Kurz.")
    tasks.drain()
    return report


@pytest.mark.usefixtures("index")
def test_ten_times_as_many_reports_need_the_same_queries(client, login, person) -> None:
    people = {MEMBER: person(MEMBER), EDITOR: person(EDITOR)}
    browsers = {None: client} | {role: login(user) for role, user in people.items()}
    GlossaryEntry.objects.create(term="Testbegriff Null", slug="testbegriff-0", short="Kurz.")
    topic, group = term("Quastenpflege"), term("Molche", vocabulary=ReportVocabulary.GROUP)
    terms = {ReportVocabulary.TOPIC: [topic, term("Zwirbel")], ReportVocabulary.GROUP: [group]}
    library = LibraryPage.objects.get().url

    def counted(report: PracticeReport) -> dict[tuple[str, str], int]:
        counts = {}
        for role, address in PAGES:
            path = address.format(library=library, topic=topic.slug, group=group.slug, report=report.url, pk=report.pk)
            assert browsers[role].get(path, **BROWSER).status_code == 200, path
            counts[role.key if role else "visitor", address] = fewest_queries(
                partial(browsers[role].get, path, **BROWSER)
            )
        return counts

    few = counted(grow(3, terms, people[MEMBER]))
    assert counted(grow(30, terms, people[MEMBER])) == few
    assert max(number for (who, _address), number in few.items() if who == "visitor") <= LIMIT
    assert max(few.values()) <= LIMIT_WITH_ACCOUNT


FIRST_OF_MANY: tuple[tuple[str, Callable[[], QuerySet]], ...] = (
    (
        "knowledge_report_newest",
        lambda: PracticeReport.objects.visible_to(AnonymousUser()).current().for_cards().order_by("-as_of", "-pk")[:3],
    ),
    ("knowledge_count_highest", lambda: MonthlyCount.objects.highest("view", MONTH, 100)),
    ("portal_news_newest", lambda: NewsPage.objects.visible_to(AnonymousUser()).newest_first()[:3]),
    (
        "wagtailcore_page_slug",
        lambda: PortalPage.objects.visible_to(AnonymousUser()).at_address("praxiswissen/").order_by(),
    ),
)


@pytest.mark.parametrize(("index_name", "rows"), FIRST_OF_MANY, ids=[name for name, _rows in FIRST_OF_MANY])
def test_lists_of_first_rows_use_an_index(index_name: str, rows: Callable[[], QuerySet], on_postgres) -> None:
    if on_postgres:  # which prefers a sequential scan for small tables
        with connection.cursor() as cursor:
            for method in ("seqscan", "bitmapscan", "sort", "incremental_sort"):
                cursor.execute(f"SET LOCAL enable_{method} = off")
    plan = rows().explain()
    assert index_name in plan
    assert "TEMP B-TREE FOR ORDER BY" not in plan
    assert "Sort" not in plan


def test_children_of_a_page_and_the_library_are_found_without_a_full_scan(on_postgres) -> None:
    if on_postgres:  # which prefers a sequential scan for small tables
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
    visible, news = PortalPage.objects.visible_to(AnonymousUser()), NewsIndexPage.objects.get()
    below = visible.child_of(news)
    assert set(below) == set(visible.filter(pk__in=news.get_children()))
    the_library = LibraryPage.objects.visible_to(AnonymousUser()).order_by("pk")[:1]
    for rows in (below, visible.exclude(menu_section="").order_by(), the_library):
        plan = rows.explain()
        assert "SCAN wagtailcore_page" not in plan
        assert "Seq Scan on wagtailcore_page" not in plan
        assert "portal_page_depth" not in plan


# Most read -----------------------------------------------------------------------------------------------------


def count(report: PracticeReport, number: int, *, what: str = "view", back: int = 0) -> None:
    MonthlyCount.objects.create(report=report, month=first_of_month(MONTH, back), what=what, number=number)


def test_views_of_several_months_are_summed_up() -> None:
    MonthlyCount.objects.all().delete()
    steady, once, withdrawn = practice_report(), practice_report(), practice_report(live=False)
    count(once, 50)
    count(withdrawn, 900)
    for back in range(4):
        count(steady, 20, back=back)
        count(once, 900, what="pdf", back=back)
    assert MonthlyCount.objects.visible_to(AnonymousUser()).most_read(5) == [steady.pk, once.pk]


def test_most_used_lists_reports_with_downloads_only() -> None:
    MonthlyCount.objects.all().delete()
    read, loaded, last_month = practice_report(), practice_report(), practice_report()
    count(loaded, 70, what="pdf")
    count(read, 3)
    count(read, 2, what="file")
    count(last_month, 900, back=1)
    assert MonthlyCount.objects.most_used(MONTH, 5) == {read.pk: {"view": 3, "file": 2}, loaded.pk: {"pdf": 70}}
    assert list(MonthlyCount.objects.most_used(MONTH, 1)) == [read.pk]


# Queries by page and by file --------------------------------------------------------------------------------------


def test_pages_with_the_same_slug_are_served_at_their_own_urls(client) -> None:
    one, other = content_page(), content_page()
    for parent, title in ((one, "Unter der einen"), (other, "Unter der anderen")):
        below = content_page(parent=parent, title=title)
        below.slug = "gleich"
        below.save()
        assert title in client.get(below.url).content.decode()


def test_a_reference_from_another_model_does_not_make_a_file_public() -> None:
    """Ids of other models need not be numbers, and may equal the id of a page."""
    document, page = paper(), content_page()
    other = ContentType.objects.get_for_model(User)
    for object_id in (str(page.pk), "6f1c2d3e-not-a-number"):
        ReferenceIndex.objects.create(
            content_type=other,
            base_content_type=other,
            object_id=object_id,
            to_content_type=ContentType.objects.get_for_model(PortalDocument),
            to_object_id=str(document.pk),
            model_path="x",
            content_path="x",
            content_path_hash="6f1c2d3e-0000-4000-8000-000000000000",
        )
    assert not PortalDocument.objects.visible_to(AnonymousUser()).filter(pk=document.pk).exists()
    assert not is_on_a_live_page(document)
