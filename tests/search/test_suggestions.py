"""Suggestions while typing, and similar content: only titles that the user may see."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from wagtail.models import PageViewRestriction

from netzwerk.members.roles import MEMBER
from netzwerk.portal.models import ContentPage, NewsPage
from netzwerk.search import tasks
from netzwerk.search.services import suggesting
from netzwerk.surfaces import registry
from tests.counting import fewest_queries
from tests.factories.pages import content_page, news_page

URL = "/suche/vorschlaege/"
WORD = "Zimtschneckenmolch"
MOST_QUERIES = 4  # for similar content
TEXT = (
    "<p>Die Zimtschneckenmolch berät über Pfefferkuchen, Marzipankartoffeln und Dominosteine. "
    "Pfefferkuchen und Marzipankartoffeln brauchen Zeit.</p>"
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]


def suggested(typed: str, client: Client | None = None) -> list[dict[str, str]]:
    answer = (client or Client()).get(URL, {"q": typed})
    assert answer.status_code == 200
    return answer.json()["suggestions"]


def titles(typed: str, client: Client | None = None) -> list[str]:
    return [one["title"] for one in suggested(typed, client)]


def close(page: ContentPage) -> None:
    PageViewRestriction.objects.create(page=page.page_ptr, restriction_type=PageViewRestriction.LOGIN)


def alike(html: str) -> list[str]:
    part = html.partition('id="aehnlich"')[2].partition("</section>")[0]
    return re.findall(r'<a href="[^"]+">([^<]+)</a>', part)


# Suggestions -----------------------------------------------------------------------------------------------------------


def test_a_suggestion_has_title_address_and_kind() -> None:
    page = content_page(title=f"Die {WORD}")
    tasks.drain()
    assert suggested("zimtschn") == [{"title": f"Die {WORD}", "url": page.url, "kind": "Seiten"}]


def test_every_typed_word_is_the_prefix_of_a_word_of_the_title() -> None:
    content_page(title=f"{WORD} im Kreishaus")
    tasks.drain()
    assert titles("kreis zimt") == [f"{WORD} im Kreishaus"]
    assert titles("zimt rathaus") == []
    assert titles("konferenz") == [] or f"{WORD} im Kreishaus" not in titles("schnecken")


@pytest.mark.parametrize("typed", ["", "z", " ", "\x00", '"', "🦔", "(" * 500, "z" * 10_000])
def test_very_short_and_meaningless_input_suggests_nothing(typed: str) -> None:
    assert suggested(typed) == []


def test_at_most_seven_are_suggested() -> None:
    for number in range(9):
        content_page(title=f"{WORD} {number}")
    tasks.drain()
    assert len(titles("zimtschnecken")) == suggesting.MOST_SUGGESTED


def test_what_somebody_may_not_see_is_not_suggested_to_them(person: Callable, login: Callable) -> None:
    page = content_page(title=WORD)
    tasks.drain()
    close(page)
    member = login(person(MEMBER))
    for drained in (False, True):
        if drained:
            tasks.drain()
        assert titles("zimtschn") == []
        assert titles("zimtschn", member) == [WORD]
    page.unpublish()
    assert titles("zimtschn", member) == []


def test_suggestions_are_not_cached() -> None:
    assert "no-store" in Client().get(URL, {"q": "hilfe"})["Cache-Control"]


def test_nothing_is_suggested_while_the_engine_is_down(settings, tmp_path: Path) -> None:
    settings.SEARCH_DIR = str(tmp_path / "empty")
    assert suggested("hilfe") == []


def test_suggestions_are_read_only() -> None:
    assert Client().post(URL, {"q": "hilfe"}).status_code == 405


# Similar content ------------------------------------------------------------------------------------------------------


@pytest.fixture
def family() -> dict[str, ContentPage]:
    """Two pages about one subject in different sections, a sibling of the first, and news."""
    first, second = ContentPage.objects.filter(depth=3).order_by("path")[:2]
    blocks = [{"type": "text", "value": TEXT}]
    made = {
        "page": content_page(parent=first, title=WORD, blocks=blocks),
        "beside": content_page(parent=first, title=f"{WORD} nebenan", blocks=blocks),
        "far": content_page(parent=second, title=f"{WORD} anderswo", blocks=blocks),
        "news": news_page(title=f"{WORD} beschlossen", body=f'[{{"type": "text", "value": "{TEXT}"}}]'),
    }
    tasks.drain()
    return made


def test_a_page_shows_similar_pages_without_itself_and_its_siblings(family: dict) -> None:
    html = Client().get(family["page"].url).content.decode()
    assert "Das könnte Sie auch interessieren" in html
    found = alike(html)
    assert set(found[:2]) == {f"{WORD} anderswo", f"{WORD} beschlossen"}
    assert {WORD, f"{WORD} nebenan"}.isdisjoint(found)


def test_news_show_similar_content(family: dict) -> None:
    found = alike(Client().get(family["news"].url).content.decode())
    assert len(found) == 3
    assert all(title.startswith(WORD) for title in found)


def test_a_page_with_pages_below_shows_those_instead(family: dict) -> None:
    content_page(parent=family["far"], title="Darunter")
    assert alike(Client().get(family["far"].url).content.decode()) == []


def test_similar_content_is_limited_to_what_the_user_may_see(family: dict, person: Callable, login: Callable) -> None:
    close(family["far"])
    address = family["page"].url
    for drained in (False, True):
        if drained:
            tasks.drain()
        assert f"{WORD} anderswo" not in alike(Client().get(address).content.decode())
        assert f"{WORD} anderswo" in alike(login(person(MEMBER)).get(address).content.decode())


def test_nothing_similar_is_shown_while_the_engine_is_down(family: dict, settings, tmp_path: Path) -> None:
    settings.SEARCH_DIR = str(tmp_path / "empty")
    answer = Client().get(family["page"].url)
    assert answer.status_code == 200
    assert "aehnlich" not in answer.content.decode()


def test_similar_things_cost_at_most_four_queries() -> None:
    kind, page = registry.search_kinds.get("aktuelles"), NewsPage.objects.live().order_by("pk").first()
    assert suggesting.similar_to(AnonymousUser(), kind, page)
    assert fewest_queries(lambda: suggesting.similar_to(AnonymousUser(), kind, page)) <= MOST_QUERIES
