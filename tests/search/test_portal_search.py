"""The portal search as people meet it: tabs, facets, order, pages, marks, ways on, and what hostile addresses do (nothing)."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.http import urlencode
from wagtail.models import PageViewRestriction

from netzwerk.members.roles import MEMBER
from netzwerk.portal.models import ContentPage
from netzwerk.search import tasks
from netzwerk.search.models import AskedQuestion
from netzwerk.search.services import indexing
from tests.factories.organisations import organisation
from tests.factories.pages import content_page, faq_page, news_page

URL = "/suche/"
WORD = "Zimtschneckenkonferenz"  # stands nowhere in the demo

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]


def html_of(client: Client | None = None, **query: object) -> str:
    answer = (client or Client()).get(f"{URL}?{urlencode(query, doseq=True)}")
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def heading(html: str) -> str:
    return unescape(re.search(r"<h1>(.*?)</h1>", html)[1])


def found(html: str) -> list[str]:
    """Titles in the list of results, in their order."""
    return [text_of(one) for one in re.findall(r'<h2 class="found-title">(.*?)</h2>', html)]


def tabs(html: str) -> dict[str, int]:
    pairs = re.findall(r'class="tab[^>]*>([^<]+?) <span class="tab-count">(\d+)', html)
    return {label: int(count) for label, count in pairs}


def options(html: str, name: str) -> dict[str, tuple[int, str]]:
    """Of a facet: by value, how many it would find and whether it is checked or disabled."""
    pattern = rf'name="{name}" value="([^"]+)"[^>]*?(checked|disabled)?><span>.*?<span class="muted">(\d+)'
    return {value: (int(count), state) for value, state, count in re.findall(pattern, html)}


def links(html: str, words: str) -> list[str]:
    return [unescape(url) for url in re.findall(rf'<a [^>]*href="([^"]+)"[^>]*>(?:<span>)?{words}', html)]


@pytest.fixture
def things() -> dict[str, object]:
    """Of each kind something with the word: pages in two sections, news of two topics, a question, an organisation."""
    first, second = ContentPage.objects.filter(depth=3).order_by("path")[:2]
    made = {
        "one": content_page(parent=first, title=f"{WORD} eins"),
        "two": content_page(parent=first, title=f"{WORD} zwei"),
        "three": content_page(parent=second, title=f"{WORD} drei"),
        "old": news_page(title=f"{WORD} alt", date="2020-05-01", topic="netzwerk"),
        "new": news_page(title=f"{WORD} neu", date="2026-05-01", topic="recht"),
        "faq": faq_page(
            parent=second,
            title="Fragen dazu",
            groups=[{"title": "", "items": [{"title": f"Wozu eine {WORD}?", "text": "<p>Zum Kaffee.</p>"}]}],
        ),
        "house": organisation(name=f"{WORD} e. V.", kind="welfare"),
        "sections": (first.slug, second.slug),
    }
    tasks.drain()
    return made


# Tabs and facets -------------------------------------------------------------------------------------------------------


def test_each_tab_says_how_many_it_has(things: dict) -> None:
    html = html_of(q=WORD)
    expected = {"Alle": 8, "Seiten": 4, "Aktuelles": 2, "Fragen und Antworten": 1, "Organisationen": 1}
    assert tabs(html) == expected  # the page with the question is a page too
    assert tabs(html_of(q=WORD, art="aktuelles")) == expected


def test_a_tab_shows_one_kind(things: dict) -> None:
    html = html_of(q=WORD, art="organisationen")
    assert found(html) == [f"{WORD} e. V."]
    assert heading(html) == f"1 Ergebnis für „{WORD}“"
    assert "Suche nach „" in html
    assert "in Organisationen" in re.search("<title>(.*?)</title>", html)[1]


def test_or_inside_a_facet(things: dict) -> None:
    first, second = things["sections"]
    assert len(found(html_of(q=WORD, bereich=first))) == 2
    assert len(found(html_of(q=WORD, bereich=[first, second]))) == 5  # pages, the page with the question, and the question


def test_and_across_facets(things: dict) -> None:
    first, _second = things["sections"]
    assert found(html_of(q=WORD, bereich=first, thema="recht")) == []
    assert found(html_of(q=WORD, art="aktuelles", thema="recht")) == [f"{WORD} neu"]


def test_values_are_counted_under_the_other_facets_and_not_under_their_own(things: dict) -> None:
    first, second = things["sections"]
    html = html_of(q=WORD, art="seiten", bereich=first)
    assert {value: count for value, (count, _state) in options(html, "bereich").items() if count} == {
        first: 2,
        second: 2,
    }
    assert tabs(html)["Fragen und Antworten"] == 0  # there is none in the first section
    assert tabs(html)["Seiten"] == 2


def test_dead_ends_are_disabled_and_what_is_chosen_can_be_taken_back(things: dict) -> None:
    topics = options(html_of(q=WORD, art="aktuelles", thema="recht"), "thema")
    assert topics["recht"] == (1, "checked")
    assert topics["netzwerk"] == (1, "")
    assert topics["steuerung"] == (0, "disabled")


def test_only_facets_that_say_something_are_shown(things: dict) -> None:
    html = html_of(q=WORD, art="seiten")
    assert options(html, "bereich")
    assert not options(html, "thema")
    assert not options(html, "traeger")


def test_beside_all_kinds_the_facets_of_one_kind_fold_away_until_they_are_chosen(things: dict) -> None:
    folded = "<summary>Thema der Nachricht</summary>"
    assert folded in html_of(q=WORD)
    assert folded not in html_of(q=WORD, thema="recht")
    assert folded not in html_of(q=WORD, art="aktuelles")
    assert "<summary>Bereich</summary>" not in html_of(q=WORD)


def test_chips_take_out_one_value_and_all(things: dict) -> None:
    first, second = things["sections"]
    html = html_of(q=WORD, bereich=[first, second], sortierung="titel")
    chip = next(url for url in links(html, "Bereich: ") if f"bereich={first}" not in url)
    assert f"bereich={second}" in chip
    assert "sortierung=titel" in chip
    assert links(html, "Alle Filter löschen") == [f"?{urlencode({'q': WORD, 'sortierung': 'titel'})}"]


def test_what_the_portal_does_not_know_is_dropped(things: dict) -> None:
    html = html_of(q=WORD, art="geheim", bereich="gibt-es-nicht", thema="' OR 1=1", sortierung="zufall", seite="-3")
    assert heading(html) == f"8 Ergebnisse für „{WORD}“"
    assert "geheim" not in html
    assert "gibt-es-nicht" not in html


# Order and pages -------------------------------------------------------------------------------------------------------


def test_sorting_by_age_and_by_title(things: dict) -> None:
    newest = found(html_of(q=WORD, art="aktuelles", sortierung="neueste"))
    assert newest == [f"{WORD} neu", f"{WORD} alt"]
    assert found(html_of(q=WORD, art="aktuelles", sortierung="titel")) == [f"{WORD} alt", f"{WORD} neu"]


def test_without_words_the_newest_of_a_kind_come_first() -> None:
    html = html_of(art="aktuelles")
    assert found(html)[0] == "Das Portal ist da"
    assert "<strong>Neueste</strong>" in html
    assert "Relevanz" not in html


def test_results_come_in_pages_and_links_keep_the_choice() -> None:
    for number in range(12):
        content_page(title=f"{WORD} {number:02}")
    tasks.drain()
    first = html_of(q=WORD, art="seiten", sortierung="titel")
    assert heading(first) == f"Ergebnisse 1–10 von 12 für „{WORD}“"
    assert found(first)[0] == f"{WORD} 00"
    assert links(first, "Weiter") == [f"?q={WORD}&art=seiten&sortierung=titel&seite=2"]
    second = html_of(q=WORD, art="seiten", sortierung="titel", seite=2)
    assert heading(second) == f"Ergebnisse 11–12 von 12 für „{WORD}“"
    assert found(second) == [f"{WORD} 10", f"{WORD} 11"]
    assert ", Seite 2" in re.search("<title>(.*?)</title>", second)[1]
    assert found(html_of(q=WORD, art="seiten", sortierung="titel", seite=99)) == found(second)
    for nonsense in ("0", "x", "²", "99999999999"):
        assert heading(html_of(q=WORD, art="seiten", seite=nonsense)).startswith("Ergebnisse 1–10")


# What a result shows ---------------------------------------------------------------------------------------------------


def test_words_that_were_found_are_marked_and_texts_stay_texts() -> None:
    content_page(
        title=f"<script>alert(1)</script> {WORD} & mehr",
        blocks=[{"type": "text", "value": f"<p>Eine &lt;img onerror=alert(1)&gt; {WORD} im Text.</p>"}],
    )
    tasks.drain()
    html = html_of(q=WORD)
    assert f"&lt;script&gt;alert(1)&lt;/script&gt; <mark>{WORD}</mark> &amp; mehr" in html
    assert f"&lt;img onerror=alert(1)&gt; <mark>{WORD}</mark> im Text" in html
    assert "<script>alert" not in html
    assert "<img onerror" not in html


def test_a_result_says_its_kind_and_its_date(things: dict) -> None:
    html = html_of(q=WORD, art="aktuelles", thema="recht")
    assert '<span class="tag">Aktuelles</span><time datetime="2026-05-01">1. Mai 2026</time>' in html


def test_a_question_leads_to_its_answer(things: dict) -> None:
    html = html_of(q=WORD, art="fragen")
    address = re.search(r'found-title"><a href="([^"]+)"', html)[1]
    path, _, anchor = address.partition("#")
    assert f'id="{anchor}"' in Client().get(path).content.decode()


def test_a_typing_error_is_forgiven_and_said() -> None:
    html = html_of(q="Hilfepaln", art="seiten")
    assert links(html, "Hilfeplan") == ["?q=Hilfeplan&art=seiten"]
    assert found(html)


# Nothing found ---------------------------------------------------------------------------------------------------------


def test_where_no_word_is_known_the_page_says_so_and_leads_on() -> None:
    html = html_of(q="xqzzwy")
    assert heading(html) == "Keine Ergebnisse für „xqzzwy“"
    assert "Kein Inhalt des Portals enthält dieses Wort." in html
    assert 'href="/kontakt/"' in html
    assert 'href="/fallmanagement/"' in html.partition("Bereiche des Portals")[2]
    assert "auch nicht ohne Filter" in html_of(q="xqzzwy", art="aktuelles")
    assert "eines dieser Wörter" in html_of(q="xqzzwy wqxxzy")


def test_the_filter_that_stands_in_the_way_is_named(things: dict) -> None:
    first, _second = things["sections"]
    html = html_of(q=WORD, thema="recht", bereich=first)
    ways = dict(re.findall(r'<a href="([^"]+)">ohne „([^“]+)“</a>', html))
    by_name = {name: unescape(url) for url, name in ways.items()}
    assert by_name == {
        "Bereich": f"?q={WORD}&thema=recht",
        "Thema der Nachricht": f"?q={WORD}&bereich={first}",
    }
    assert f'href="?q={WORD}"' in html.partition("no-results")[2]
    assert "Alle Filter löschen: 8 Ergebnisse" in html


def test_a_kind_without_results_leads_to_the_others(things: dict) -> None:
    html = html_of(q=f"{WORD} eins", art="organisationen", bereich=things["sections"][0])
    assert "Unter „Organisationen“ ist nichts dabei" in html
    assert links(html.partition("no-results")[2], "Seiten")


def test_a_way_out_finds_as_many_as_it_says(things: dict) -> None:
    html = html_of(q=WORD, thema="recht", bereich=things["sections"][0]).partition('class="no-results"')[2]
    ways = re.findall(r'<a href="(\?[^"]+)">[^<]+</a><span class="muted">(\d+) Ergebnis', html)
    assert len(ways) == 2
    for url, count in ways:
        answer = Client().get(URL + unescape(url)).content.decode()
        assert tabs(re.sub(r"\s+", " ", answer))["Alle"] == int(count)


# Nothing asked ---------------------------------------------------------------------------------------------------------


def test_without_a_question_the_page_shows_where_to_begin() -> None:
    html = html_of()
    assert heading(html) == "Suche"
    assert "Neu im Portal" in html
    assert "Das Portal ist da" in html
    assert "noindex" not in html
    assert text_of(html_of(q="  \u200b ")) == text_of(html)


@pytest.mark.parametrize("words", ["der die das", "und", '"', "§", "🦔", "--", "!?"])
def test_words_that_say_nothing_get_friendly_words_instead_of_results(words: str) -> None:
    html = html_of(q=words)
    assert heading(html) == "Noch ein Wort, bitte"
    assert f"In „{words}“" in unescape(html)
    assert found(html) == []


def test_a_question_too_long_is_cut_and_that_is_said(things: dict) -> None:
    html = html_of(q=WORD + " kaffee" * 2000)
    assert "Gesucht wird mit den ersten 300 Zeichen." in html
    assert found(html)
    assert len(heading(html)) < 150
    assert "ersten 300 Zeichen" not in html_of(q=WORD)


def test_pages_of_results_stay_out_of_other_search_engines(things: dict) -> None:
    for query in ({"q": WORD}, {"q": "xqzzwy"}, {"q": "der"}, {"art": "seiten"}):
        assert '<meta name="robots" content="noindex">' in html_of(**query)


# The engine is away ----------------------------------------------------------------------------------------------------


@pytest.fixture
def no_engine(settings, tmp_path: Path) -> None:
    settings.SEARCH_DIR = str(tmp_path / "empty")


def test_without_an_engine_the_database_answers_with_a_notice(things: dict, no_engine: None) -> None:
    html = html_of(q=f"{WORD} eins")
    assert "Die Suche arbeitet gerade eingeschränkt" in html
    assert found(html) == [f"{WORD} eins"]
    assert "<fieldset" not in html
    assert "Sortiert nach" not in html
    assert found(html_of(q=WORD, art="organisationen")) == [f"{WORD} e. V."]


def test_without_an_engine_nothing_found_and_nothing_asked_answer_too(no_engine: None) -> None:
    assert "In keinem Titel und keiner Einleitung" in html_of(q="xqzzwy")
    assert heading(html_of()) == "Suche"
    browsing = html_of(art="seiten")
    assert "Die Suche arbeitet gerade eingeschränkt" in browsing
    assert "Ohne ein Wort" in browsing


def test_a_page_of_results_far_behind_the_last_shows_the_last_without_an_engine_too(no_engine: None) -> None:
    for number in range(12):
        content_page(title=f"{WORD} {number:02}")
    assert len(found(html_of(q=WORD, seite=7))) == 2


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


def test_answers_to_people_who_are_logged_in_are_kept_nowhere(person: Callable, login: Callable) -> None:
    assert "no-store" in login(person(MEMBER)).get(URL, {"q": "Hilfeplan"})["Cache-Control"]


# Hostile questions -----------------------------------------------------------------------------------------------------

HOSTILE = {
    "a lone quotation mark": 'Hilfe "plan',
    "ten thousand signs": "Hilfeplan" * 1111,
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
    "combining signs": "z̸̡̢̛" * 50,
    "parentheses": "((((((((((" * 20,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_questions_answer_normally(text: str) -> None:
    client = Client()
    query = urlencode({"q": text.encode("utf-8", "surrogatepass")})
    for more in ("", "&art=seiten&sortierung=titel&seite=2", "&bereich=fallmanagement"):
        answer = client.get(f"{URL}?{query}{more}")
        assert answer.status_code == 200
        assert "eingeschränkt" not in answer.content.decode()
        assert "<script>alert" not in answer.content.decode()
    assert client.get(f"{URL}vorschlaege/?{query}").status_code == 200


def test_too_many_searches_are_refused_for_a_while(settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "search": "3/m/ip", "search_suggestions": "2/m/ip"}
    client = Client()
    assert [client.get(URL, {"q": "Hilfe"}).status_code for _try in range(4)] == [200, 200, 200, 429]
    assert [client.get(f"{URL}vorschlaege/", {"q": "Hilfe"}).status_code for _try in range(3)] == [200, 200, 429]
    assert Client(REMOTE_ADDR="10.9.9.9").get(URL, {"q": "Hilfe"}).status_code == 200


# Cost and traces -------------------------------------------------------------------------------------------------------


def test_ten_results_ask_the_database_no_more_than_one(things: dict) -> None:
    client = Client()

    def queries(**query: str) -> int:
        client.get(URL, query)  # warm; and noted as asked
        with CaptureQueriesContext(connection) as captured:
            html = html_of(client, **query)
        counts[len(found(html))] = len(captured)
        return len(captured)

    counts: dict[int, int] = {}
    for number in range(9):
        content_page(title=f"{WORD} {number}")
        news_page(title=f"{WORD} {number}")
    tasks.drain()
    few, many = queries(q=WORD, art="organisationen"), queries(q=WORD)
    assert set(counts) == {1, 10}
    assert abs(few - many) <= 2  # the editors' words are read every few seconds
    assert many <= 26


def test_a_question_is_noted_once_and_only_where_it_tells_what_is_missing(
    things: dict, settings, tmp_path: Path
) -> None:
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


def test_a_rebuild_changes_nothing_that_people_see(things: dict) -> None:
    before = html_of(q=WORD, sortierung="titel")
    indexing.rebuild()
    cache.clear()
    assert found(html_of(q=WORD, sortierung="titel")) == found(before)
