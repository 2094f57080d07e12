"""The portal search without results, without a question or without an engine: messages and links that help."""

import re
from html import unescape

import pytest
from django.test import Client

from tests.factories.pages import content_page
from tests.search.reading import URL, WORD, found, heading, html_of, links, tabs, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]


# Nothing found ---------------------------------------------------------------------------------------------------------


def test_where_no_word_is_known_the_page_says_so_and_leads_on() -> None:
    html = html_of(q="xqzzwy")
    assert heading(html) == "Keine Ergebnisse für „xqzzwy“"
    assert "Kein Inhalt des Portals enthält dieses Wort." in html
    assert 'href="/kontakt/"' in html
    assert 'class="chip" href="/grundlagen/"' in html.partition("Bereiche des Portals")[2]
    assert "auch nicht ohne Filter" in html_of(q="xqzzwy", art="aktuelles")
    assert "eines dieser Wörter" in html_of(q="xqzzwy wqxxzy")


def test_the_filter_that_excludes_all_results_is_named(things: dict) -> None:
    html = html_of(q=WORD, thema="recht", traeger="welfare")
    links_without = dict(re.findall(r'<a href="([^"]+)">ohne „([^“]+)“</a>', html))
    by_name = {name: unescape(url) for url, name in links_without.items()}
    assert by_name == {
        "Art der Organisation": f"?q={WORD}&thema=recht",
        "Rubrik der Nachricht": f"?q={WORD}&traeger=welfare",
    }
    assert f'href="?q={WORD}"' in html.partition("no-results")[2]
    assert "Alle Filter löschen: 8 Ergebnisse" in html


def test_a_kind_without_results_leads_to_the_others(things: dict) -> None:
    html = html_of(q=WORD, art="organisationen", thema="recht")
    assert "Unter „Organisationen“ ist nichts dabei" in html
    assert links(html.partition("no-results")[2], "Aktuelles")


def test_a_removable_filter_shows_the_correct_number_of_results(things: dict) -> None:
    html = html_of(q=WORD, thema="recht", traeger="welfare").partition('class="no-results"')[2]
    links_without = re.findall(r'<a href="(\?[^"]+)">[^<]+</a><span class="muted">(\d+) Ergebnis', html)
    assert len(links_without) == 2
    for url, count in links_without:
        answer = Client().get(URL + unescape(url)).content.decode()
        assert tabs(re.sub(r"\s+", " ", answer))["Alle"] == int(count)


# Empty questions -------------------------------------------------------------------------------------------------------


def test_without_a_question_the_page_shows_where_to_begin() -> None:
    html = html_of()
    assert heading(html) == "Suche"
    assert "Neu im Portal" in html
    newest = html.partition("Neu im Portal")[2].partition("</section>")[0]
    assert newest.count("<h3") >= 3
    assert "noindex" not in html
    assert text_of(html_of(q="  \u200b ")) == text_of(html)


@pytest.mark.parametrize("words", ["der die das", "und", '"', "§", "🦔", "--", "!?"])
def test_only_stop_words_get_a_friendly_message_instead_of_results(words: str) -> None:
    html = html_of(q=words)
    assert heading(html) == "Noch ein Wort, bitte"
    assert f"In „{words}“" in unescape(html)
    assert found(html) == []


def test_a_question_that_is_too_long_is_cut_with_a_message(things: dict) -> None:
    html = html_of(q=WORD + " kaffee" * 2000)
    assert "Gesucht wird mit den ersten 300 Zeichen." in html
    assert found(html)
    assert len(heading(html)) < 150
    assert "ersten 300 Zeichen" not in html_of(q=WORD)


def test_pages_of_results_stay_out_of_other_search_engines(things: dict) -> None:
    for query in ({"q": WORD}, {"q": "xqzzwy"}, {"q": "der"}, {"art": "seiten"}):
        assert '<meta name="robots" content="noindex">' in html_of(**query)


# The engine is away ----------------------------------------------------------------------------------------------------


def test_without_an_engine_the_fallback_search_answers_with_a_notice(things: dict, no_engine: None) -> None:
    html = html_of(q=f"{WORD} eins")
    assert "Die Suche arbeitet gerade eingeschränkt" in html
    assert found(html) == [f"{WORD} eins"]
    assert "<fieldset" not in html_of(q=f"{WORD} eins", thema="recht")
    assert 'class="finder"' not in html
    assert "Sortiert nach" not in html
    assert found(html_of(q=WORD, art="organisationen")) == [f"{WORD} e. V."]


def test_without_an_engine_empty_results_and_empty_questions_answer_too(no_engine: None) -> None:
    assert "In keinem Titel und keiner Einleitung" in html_of(q="xqzzwy")
    assert heading(html_of()) == "Suche"
    browsing = html_of(art="seiten")
    assert "Die Suche arbeitet gerade eingeschränkt" in browsing
    assert "Ohne ein Wort" in browsing


def test_a_page_of_results_far_behind_the_last_shows_the_last_without_an_engine_too(no_engine: None) -> None:
    for number in range(12):
        content_page(title=f"{WORD} {number:02}")
    assert len(found(html_of(q=WORD, seite=7))) == 2
