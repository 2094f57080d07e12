"""The page of the portal search: tabs, facets, order, pagination, marks."""

import re

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils.http import urlencode

from netzwerk.search import tasks
from netzwerk.search.services import indexing
from tests.factories.pages import content_page
from tests.search.reading import WORD, found, heading, html_of, links, options, tabs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]


# Tabs and facets -------------------------------------------------------------------------------------------------------


def test_each_tab_says_how_many_it_has(things: dict) -> None:
    html = html_of(q=WORD)
    expected = {
        "Alle": 8,
        "Praxisberichte": 0,
        "Workshops": 0,
        "Glossar": 0,
        "Seiten": 4,
        "Aktuelles": 2,
        "Fragen und Antworten": 1,
        "Organisationen": 1,
    }
    assert tabs(html) == expected  # the page with the question is a page too
    assert tabs(html_of(q=WORD, art="aktuelles")) == expected


def test_a_tab_shows_one_kind(things: dict) -> None:
    html = html_of(q=WORD, art="organisationen")
    assert found(html) == [f"{WORD} e. V."]
    assert heading(html) == f"1 Ergebnis für „{WORD}“"
    assert "Suche nach „" in html
    assert "in Organisationen" in re.search("<title>(.*?)</title>", html)[1]


def test_or_inside_a_facet(things: dict) -> None:
    assert len(found(html_of(q=WORD, thema="recht"))) == 1
    assert len(found(html_of(q=WORD, thema=["recht", "netzwerk"]))) == 2


def test_and_across_facets(things: dict) -> None:
    assert found(html_of(q=WORD, thema="recht", traeger="welfare")) == []
    assert found(html_of(q=WORD, art="aktuelles", thema="recht")) == [f"{WORD} neu"]


def test_values_are_counted_under_the_other_facets_and_not_under_their_own(things: dict) -> None:
    html = html_of(q=WORD, art="aktuelles", thema="recht")
    assert {value: count for value, (count, _state) in options(html, "thema").items() if count} == {
        "recht": 1,
        "netzwerk": 1,
    }
    assert tabs(html)["Organisationen"] == 0  # none is news on the law
    assert tabs(html)["Aktuelles"] == 1


def test_values_without_results_are_disabled_and_chosen_ones_can_be_removed(things: dict) -> None:
    topics = options(html_of(q=WORD, art="aktuelles", thema="recht"), "thema")
    assert topics["recht"] == (1, "checked")
    assert topics["netzwerk"] == (1, "")
    assert topics["steuerung"] == (0, "disabled")


def test_only_facets_with_values_are_shown(things: dict) -> None:
    html = html_of(q=WORD, art="aktuelles")
    assert options(html, "thema")
    assert not options(html, "traeger")


def test_facets_fold_away_until_something_of_them_is_chosen(things: dict) -> None:
    folded, opened = (
        re.compile(rf'<details class="facet"{state}>\s*<summary>Rubrik der Nachricht') for state in ("", " open")
    )
    for question in ({"q": WORD}, {"q": WORD, "art": "aktuelles"}):
        assert folded.search(html_of(**question))
        assert opened.search(html_of(**question, thema="recht"))


def test_sections_are_no_facet_since_reports_and_news_stand_in_none(things: dict) -> None:
    """It once showed "Praxiswissen 0" beside 37 practice reports."""
    for html in (html_of(q=WORD), html_of(q=WORD, art="seiten"), html_of(q=WORD, bereich=things["sections"][0])):
        assert "Bereich:" not in html
        assert not options(html, "bereich")
    assert heading(html) == f"8 Ergebnisse für „{WORD}“"


def test_chips_take_out_one_value_and_all(things: dict) -> None:
    html = html_of(q=WORD, thema=["recht", "netzwerk"], sortierung="titel")
    chip = next(url for url in links(html, "Rubrik der Nachricht: ") if "thema=recht" not in url)
    assert "thema=netzwerk" in chip
    assert "sortierung=titel" in chip
    assert links(html, "Alle Filter löschen") == [f"?{urlencode({'q': WORD, 'sortierung': 'titel'})}"]


def test_unknown_parameters_are_ignored(things: dict) -> None:
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


def test_an_excerpt_keeps_headings_and_paragraphs_apart() -> None:
    text = f"<h2>Ein Kopf</h2><p>Die {WORD} tagt.</p><p>Danach Kaffee</p><p>Und Kuchen</p>"
    content_page(title="Ohne das Wort", blocks=[{"type": "text", "value": text}])
    tasks.drain()
    assert f"Die <mark>{WORD}</mark> tagt. Danach Kaffee · Und Kuchen" in html_of(q=WORD)


def test_a_result_says_its_kind_and_its_date(things: dict) -> None:
    html = html_of(q=WORD, art="aktuelles", thema="recht")
    assert '<span class="tag">Aktuelles</span><time datetime="2026-05-01">1. Mai 2026</time>' in html


def test_a_question_leads_to_its_answer(things: dict) -> None:
    html = html_of(q=WORD, art="fragen")
    address = re.search(r'found-title"><a href="([^"]+)"', html)[1]
    path, _, anchor = address.partition("#")
    assert f'id="{anchor}"' in Client().get(path).content.decode()


def test_a_typing_error_is_corrected_and_named() -> None:
    html = html_of(q="Hilfepaln", art="seiten")
    assert links(html, "Hilfeplan") == ["?q=Hilfeplan&art=seiten"]
    assert found(html)


def test_a_rebuild_changes_nothing_that_people_see(things: dict) -> None:
    before = html_of(q=WORD, sortierung="titel")
    indexing.rebuild()
    cache.clear()
    assert found(html_of(q=WORD, sortierung="titel")) == found(before)
