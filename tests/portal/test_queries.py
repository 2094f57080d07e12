"""The number of queries of a page does not depend on the amount of content."""

import pytest
from django.test import Client

from netzwerk.members.roles import EDITOR, MEMBER
from netzwerk.portal.models import NewsPage, PortalPage
from tests.counting import fewest_queries
from tests.factories.pages import content_page, news_page, paper, picture

pytestmark = pytest.mark.django_db

ANONYMOUS_LIMIT = 12
SIMILAR_LIMIT = 4  # for similar pages at the end (netzwerk.search)
PAGE_LIMIT = ANONYMOUS_LIMIT + SIMILAR_LIMIT
MY_AREA_LIMIT = 25
REPORT_LIMIT = 21  # with authors, terms, files, versions and the count of the visit


def queries_of(client: Client, address: str) -> int:
    assert client.get(address).status_code == 200
    return fewest_queries(lambda: client.get(address))


def test_every_page_of_the_demo_needs_few_queries() -> None:
    client = Client()
    rows = list(PortalPage.objects.live().select_related("content_type"))
    assert len(rows) > 50
    limits = {
        page.get_url(): REPORT_LIMIT if page.content_type.model == "practicereport" else PAGE_LIMIT for page in rows
    }
    counts = {url: queries_of(client, url) for url in limits}
    assert {url: count for url, count in counts.items() if count > limits[url]} == {}


@pytest.mark.parametrize(
    "address", ["/aktuelles.rss", "/konto/anmelden/", "/robots.txt", "/stil/", "/konto/passwort/vergessen/"]
)
def test_other_public_addresses_need_few_queries_too(address: str) -> None:
    assert queries_of(Client(), address) <= ANONYMOUS_LIMIT


def rich_page(size: int):
    """A page with `size` blocks of each kind that needs queries."""
    target = content_page()
    blocks = []
    for number in range(size):
        link = f'<a linktype="page" id="{target.pk}">Seite</a> <a linktype="document" id="{paper(f"P{number}").pk}">Datei</a>'
        blocks += [
            {"type": "text", "value": f"<p>{link}</p>"},
            {"type": "image", "value": {"image": picture().pk, "alt": "Bild", "decorative": False, "caption": ""}},
            {"type": "downloads", "value": {"title": "", "files": [{"document": paper().pk, "description": ""}]}},
            {"type": "call_to_action", "value": {"title": "T", "text": "", "page": target.pk, "label": "L"}},
            {"type": "accordion", "value": {"title": "", "items": [{"title": "F", "text": f"<p>{link}</p>"}]}},
        ]
    return content_page(blocks=blocks)


@pytest.mark.usefixtures("without_similar_pages")
def test_a_long_page_needs_as_many_queries_as_a_short_one() -> None:
    client = Client()
    one, three = (queries_of(client, rich_page(size).get_url()) for size in (1, 3))
    assert one == three <= PAGE_LIMIT


@pytest.mark.usefixtures("without_similar_pages")
def test_a_list_needs_as_many_queries_with_more_news() -> None:
    client = Client()
    NewsPage.objects.all().delete()
    counts = []
    for total in (1, 3, 30):
        while NewsPage.objects.count() < total:
            news_page()
        counts.append(queries_of(client, "/aktuelles/"))
    assert counts[0] <= counts[1] == counts[2] <= ANONYMOUS_LIMIT
    assert queries_of(client, "/aktuelles.rss") <= ANONYMOUS_LIMIT


@pytest.mark.usefixtures("without_similar_pages")
def test_a_section_needs_as_many_queries_with_more_pages_below() -> None:
    client = Client()
    section = content_page()
    counts = []
    for total in (1, 3):
        while section.get_children().count() < total:
            content_page(parent=section, picture=picture(), picture_alt="Bild")
        counts.append(queries_of(client, section.get_url()))
    assert counts[0] == counts[1] <= ANONYMOUS_LIMIT


@pytest.mark.usefixtures("without_similar_pages")
def test_a_larger_menu_needs_as_many_queries() -> None:
    client = Client()
    before = queries_of(client, "/")
    for _ in range(3):
        content_page(menu_section="basics", footer_group="network", in_service_line=True)
    assert queries_of(client, "/") == before


@pytest.mark.parametrize("role", [MEMBER, EDITOR])
def test_my_area_needs_at_most_twenty_five_queries_with_much_and_with_little(person, login, role) -> None:
    user = person(role)
    client = login(user)
    before = queries_of(client, "/mein-bereich/")
    for _ in range(6):
        page = news_page(author=person(EDITOR), live=False)
        page.get_workflow().start(page, page.owner)
        own = content_page(live=False)
        own.save_revision(user=user)
    assert queries_of(client, "/mein-bereich/") <= MY_AREA_LIMIT
    assert before <= MY_AREA_LIMIT
