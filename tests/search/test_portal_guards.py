"""The portal search: who may see what, hostile questions, limits, cost, statistics, and the links to it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from django.utils.http import urlencode
from wagtail.models import PageViewRestriction

from netzwerk.members.roles import MEMBER
from netzwerk.search import tasks
from netzwerk.search.models import AskedQuestion
from tests.counting import fewest_queries
from tests.factories.pages import content_page, news_page
from tests.search.reading import URL, WORD, found, html_of, tabs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]


# Who may see what ------------------------------------------------------------------------------------------------------


def test_a_restricted_page_is_neither_found_nor_counted(things: dict, person: Callable, login: Callable) -> None:
    PageViewRestriction.objects.create(page=things["one"].page_ptr, restriction_type=PageViewRestriction.LOGIN)
    for drained in (False, True):
        if drained:
            tasks.drain()
        html = html_of(q=WORD)
        assert f"{WORD} eins" not in found(html)
        assert tabs(html)["Seiten"] == 3
        assert tabs(html_of(login(person(MEMBER)), q=WORD))["Seiten"] == 4


def test_responses_to_logged_in_people_are_not_cached(person: Callable, login: Callable) -> None:
    assert "no-store" in login(person(MEMBER)).get(URL, {"q": "Hilfeplan"})["Cache-Control"]


# Hostile questions -----------------------------------------------------------------------------------------------------

HOSTILE = {
    "a lone quotation mark": 'Hilfe "plan',
    "ten thousand characters": "Hilfeplan" * 1111,
    "emoji": "Hilfe 🧑‍🤝‍🧑 Plan",
    "right to left": "\u202eHilfeplan\u202c عربى",
    "field syntax": "title:foo AND kind:seiten~2^9",
    "ranges": "stamp:[* TO *] OR {!x}",
    "regex": "/.*(a|b)+$/",
    "SQL": "'; DROP TABLE search_indexchange; --",
    "stop words": "und oder aber",
    "null bytes": "Hilfe\x00plan",
    "markup": "<script>alert(1)</script>",
    "template": "{{ 7|add:7 }}{% now %}",
    "surrogates": "\ud83d",
    "combining characters": "z̸̡̢̛" * 50,
    "parentheses": "((((((((((" * 20,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_questions_answer_normally(text: str) -> None:
    client = Client()
    query = urlencode({"q": text.encode("utf-8", "surrogatepass")})
    for more in ("", "&art=seiten&sortierung=titel&seite=2", "&thema=recht"):
        answer = client.get(f"{URL}?{query}{more}")
        assert answer.status_code == 200
        assert "eingeschränkt" not in answer.content.decode()
        assert "<script>alert" not in answer.content.decode()
    assert client.get(f"{URL}vorschlaege/?{query}").status_code == 200


def test_too_many_searches_are_refused_for_a_while(settings) -> None:
    settings.REQUEST_LIMITS = {**settings.REQUEST_LIMITS, "search": (3, 86_400), "suggestions": (2, 86_400)}
    client = Client()
    assert [client.get(URL, {"q": "Hilfe"}).status_code for _try in range(4)] == [200, 200, 200, 429]
    assert [client.get(f"{URL}vorschlaege/", {"q": "Hilfe"}).status_code for _try in range(3)] == [200, 200, 429]
    assert Client(REMOTE_ADDR="10.9.9.9").get(URL, {"q": "Hilfe"}).status_code == 200


# Cost and traces -------------------------------------------------------------------------------------------------------


def test_ten_results_cost_no_more_queries_than_one(things: dict) -> None:
    client = Client()

    def queries(**query: str) -> int:
        shown = len(found(html_of(client, **query)))
        counts[shown] = fewest_queries(lambda: html_of(client, **query))
        return counts[shown]

    counts: dict[int, int] = {}
    for number in range(9):
        content_page(title=f"{WORD} {number}")
        news_page(title=f"{WORD} {number}")
    tasks.drain()
    few, many = queries(q=WORD, art="organisationen"), queries(q=WORD)
    assert set(counts) == {1, 10}
    assert abs(few - many) <= 1  # without filters, one query checks whether the question was counted before
    assert many <= 26


def test_a_question_is_counted_once_and_only_without_filters(things: dict, settings, tmp_path: Path) -> None:
    def times() -> list[int]:
        return list(AskedQuestion.objects.values_list("times", flat=True))

    AskedQuestion.objects.all().delete()  # those of the demo
    for query in ({"q": WORD, "art": "seiten"}, {"q": WORD, "seite": 2}, {"q": "und"}, {"art": "seiten"}, {}):
        html_of(**query)
    folder = settings.SEARCH_DIR
    settings.SEARCH_DIR = str(tmp_path / "empty")
    html_of(q=WORD)
    settings.SEARCH_DIR = folder
    assert times() == []
    html_of(q=WORD)
    html_of(q=WORD)
    assert times() == [1]
    html_of(Client(REMOTE_ADDR="10.0.0.7"), q=WORD)
    assert times() == [2]
    assert AskedQuestion.objects.get().found == 8


# Ways to the search ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "status"), [("/", 200), ("/aktuelles/", 200), ("/organisationen/", 200), ("/gibt-es-nicht/", 404)]
)
def test_every_page_has_one_field_of_the_portal_search_and_a_link_to_it(address: str, status: int) -> None:
    answer = Client().get(address)
    assert answer.status_code == status
    html = answer.content.decode()
    forms = re.findall(r'<form[^>]*action="/suche/"[^>]*>', html)
    assert len(forms) == 1
    assert 'data-suggestions="/suche/vorschlaege/"' in forms[0]
    assert '<a class="head-find" href="/suche/">' in html
    assert 'type="application/opensearchdescription+xml"' in html


def test_browsers_are_told_how_to_search() -> None:
    answer = Client().get("/suche/beschreibung.xml")
    assert answer["Content-Type"].startswith("application/opensearchdescription+xml")
    assert "/suche/?q={searchTerms}" in answer.content.decode()
