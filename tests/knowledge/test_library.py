"""The search of the library: facets, words, feed, export, and suggestions where nothing is found."""

import csv
import io
import json
import re
from datetime import UTC, date, datetime, timedelta
from html import unescape

import feedparser
import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import reverse
from wagtail.models import PageViewRestriction

from knowledge import export
from knowledge.models import LibraryPage, PracticeReport
from knowledge.vocabularies import ReportVocabulary
from netzwerk.members.roles import MEMBER, OFFICE
from netzwerk.search import tasks
from netzwerk.search.engines import elastic, embedded, port
from netzwerk.search.engines.port import EngineDown
from netzwerk.search.services import indexing
from netzwerk.vocabulary.services import merge_term, save_term
from tests.factories.reports import practice_report
from tests.factories.terms import term

WORD = "Zwirbelquastenmolch"

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]


@pytest.fixture
def orchard():
    """Two topics, one with narrower ones, and four reports."""
    fruit, roots = term("Obstbau"), term("Wurzelgemüse")
    stone, kernel = term("Steinobstlagen", parent=fruit), term("Kernobstlagen", parent=fruit)
    reports = [
        practice_report(title=f"{WORD} eins", cost_level="gering", terms={ReportVocabulary.TOPIC: [stone]}),
        practice_report(title=f"{WORD} zwei", cost_level="hoch", terms={ReportVocabulary.TOPIC: [kernel]}),
        practice_report(title=f"{WORD} drei", cost_level="hoch", terms={ReportVocabulary.TOPIC: [roots]}),
        practice_report(
            title="=1+1 Formel", provider='"; DROP', place="@SUMME", terms={ReportVocabulary.TOPIC: [roots]}
        ),
    ]
    tasks.drain()
    return {"fruit": fruit, "roots": roots, "stone": stone, "kernel": kernel, "reports": reports}


def page(**query) -> str:
    answer = Client().get(LibraryPage.objects.get().url, query)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def found(html: str) -> list[str]:
    rows = re.findall(r'<h2 class="found-title"><a[^>]*>(.*?)</a>', html)
    return [re.sub(r"<[^>]+>", "", row) for row in rows]


def counts(html: str, facet: str) -> dict[str, int]:
    pattern = rf'name="{facet}" value="([^"]+)"[^>]*><span>[^<]*</span><span class="muted">(\d+)'
    return {value: int(number) for value, number in re.findall(pattern, html)}


def test_the_first_page_shows_topics_phases_and_new_reports() -> None:
    html = page()
    for part in ("Nach Themen", "Nach Phasen des Case Management", "Neu in der Bibliothek", "Oft gelesen"):
        assert part in html
    assert "Ergebnisse" not in html


def test_the_first_page_is_not_paginated() -> None:
    def cards(html: str) -> list[str]:
        return re.findall(r'<h3[^>]*><a[^>]*href="([^"]+)"', html.partition('id="neu"')[2])

    assert len(cards(page())) == 3
    assert cards(page(seite="3")) == cards(page(seite="99999")) == cards(page())


def test_the_rate_limit_applies_to_searches_and_not_to_the_first_page(settings) -> None:
    settings.REQUEST_LIMITS = {**settings.REQUEST_LIMITS, "search": (2, 86_400)}
    url = LibraryPage.objects.get().url
    queries = [{"q": WORD}, {"kosten": "hoch"}, {"sortierung": "neueste"}]
    assert [Client().get(url, query).status_code for query in queries] == [200, 200, 429]
    assert [Client().get(url, {"seite": number}).status_code for number in range(4)] == [200] * 4


def test_facets_are_or_inside_and_across_with_counts_under_the_others(orchard) -> None:
    fruit, roots = orchard["fruit"].slug, orchard["roots"].slug
    assert len(found(page(q=WORD))) == 3
    assert set(found(page(q=WORD, themenfeld=[fruit, roots]))) == {f"{WORD} {one}" for one in ("eins", "zwei", "drei")}
    html = page(q=WORD, themenfeld=fruit, kosten="hoch")
    assert found(html) == [f"{WORD} zwei"]
    assert counts(html, "themenfeld")[roots] == 1, "filtered by the other facets, not by its own"
    assert counts(html, "kosten") == {"keine": 0, "gering": 1, "mittel": 0, "hoch": 1, "sehr-hoch": 0}


@pytest.mark.parametrize("into_another", [False, True])
def test_a_renamed_or_merged_term_finds_its_reports_before_the_index_is_updated(
    orchard, person, into_another: bool
) -> None:
    roots, new = orchard["roots"], term("Rüben") if into_another else orchard["roots"]
    titles = found(page(q=WORD, themenfeld=roots.slug))
    if into_another:
        merge_term(roots, into=new, actor=person(OFFICE))
    else:
        new.slug = "rueben-neu"
        save_term(new, actor=person(OFFICE))
    for _state in ("before the update of the index", "after it"):
        html = page(q=WORD, themenfeld=new.slug, kosten="hoch")
        assert found(html) == titles == [f"{WORD} drei"]
        assert counts(html, "themenfeld")[new.slug] == 1
        assert counts(page(q=WORD), "themenfeld")[new.slug] == 1
        answer = Client().get(reverse("knowledge:export", args=["csv"]), {"themenfeld": new.slug, "q": WORD})
        assert f"{WORD} drei" in b"".join(answer.streaming_content).decode()
        tasks.drain()


def test_narrower_terms_are_listed_below_the_broader_one(orchard) -> None:
    html = page(q=WORD)
    place = {slug: html.index(f'value="{slug}"') for slug in (orchard["fruit"].slug, orchard["stone"].slug)}
    assert place[orchard["fruit"].slug] < place[orchard["stone"].slug]
    assert counts(html, "themenfeld")[orchard["fruit"].slug] == 2


def test_a_typing_error_is_corrected() -> None:
    practice_report(title=WORD)
    indexing.rebuild()
    html = page(q="Zwirbelquastenmolhc")
    assert "Meinten Sie" in html
    assert found(html) == [WORD]


def test_no_results_suggest_removing_a_filter(orchard) -> None:
    html = page(q=WORD, themenfeld=orchard["roots"].slug, kosten="gering")
    assert found(html) == []
    assert "ohne „Themenfeld“" in html
    assert "ohne „Kostenrahmen“" in html
    html = page(q="xqzzwy")
    assert "Kein Praxisbericht enthält dieses Wort" in html
    assert "Im ganzen Portal suchen" in html
    assert "Auch archivierte Berichte zeigen" in html


def test_the_list_is_sorted(orchard) -> None:
    titles = found(page(q=WORD, sortierung="titel"))
    assert titles == [f"{WORD} drei", f"{WORD} eins", f"{WORD} zwei"]


@pytest.mark.parametrize(
    "query", ['"', "x" * 10_000, "🙂", "שלום", "title:foo^9", ".*", "'; DROP TABLE", "der die das", "\x00"]
)
def test_hostile_queries_are_answered(query: str) -> None:
    assert "<h1>" in page(q=query)


def test_unknown_values_of_facets_are_ignored() -> None:
    assert "<h1>" in page(themenfeld=["gibt-es-nicht", "<script>"], jahr="tausend", seite="-3")


def test_the_feed_contains_the_results(orchard) -> None:
    answer = Client().get(reverse("knowledge:feed"), {"q": WORD, "themenfeld": orchard["fruit"].slug})
    feed = feedparser.parse(answer.content)
    assert not feed.bozo
    assert feed.version == "atom10"
    assert {entry.title for entry in feed.entries} == {f"{WORD} eins", f"{WORD} zwei"}
    assert all(entry.link.startswith("http") and "/berichte/" in entry.id for entry in feed.entries)
    assert WORD in feed.feed.title


def test_the_feed_is_ordered_by_first_publication() -> None:
    moment = datetime(2025, 3, 1, 9, tzinfo=UTC)
    rows = {
        "alt, neu erschienen": {"as_of": date(2001, 1, 1), "first_published_at": moment + timedelta(days=9)},
        "neu, früh erschienen": {"as_of": date(2025, 1, 1), "first_published_at": moment},
        "archiviert": {"first_published_at": moment, "archived_on": date(2025, 5, 1)},
    }
    for title, fields in rows.items():
        practice_report(title=f"{WORD} {title}", last_published_at=moment + timedelta(days=20), **fields)
    tasks.drain()
    feed = feedparser.parse(Client().get(reverse("knowledge:feed"), {"q": WORD, "archiv": "1"}).content)
    assert not feed.bozo
    assert [entry.title for entry in feed.entries] == [f"{WORD} alt, neu erschienen", f"{WORD} neu, früh erschienen"]
    assert [entry.published for entry in feed.entries] == ["2025-03-10T09:00:00+00:00", "2025-03-01T09:00:00+00:00"]
    assert {entry.updated for entry in feed.entries} == {"2025-03-21T09:00:00+00:00"}


def test_archived_reports_are_not_in_the_sitemap() -> None:
    shown, archived = practice_report(title=WORD), practice_report(archived_on=date(2025, 5, 1))
    text = Client().get("/sitemap.xml", headers={"host": "localhost"}).content.decode()
    assert shown.url in text
    assert archived.url not in text


def exported(**query) -> list[str]:
    answer = Client().get(reverse("knowledge:export", args=["json"]), query)
    return [row["Titel"] for row in json.loads(b"".join(answer.streaming_content))]


@pytest.fixture
def small_batches(monkeypatch) -> None:
    """Batches of three, so that few reports need several."""
    for module, name in (
        (port, "FURTHEST"),
        (embedded, "FIRST_SLICE"),
        (elastic, "OBJECTS_AT_ONCE"),
        (export, "BATCH"),
    ):
        monkeypatch.setattr(module, name, 3)


@pytest.mark.usefixtures("small_batches")
def test_the_export_is_complete_and_in_the_order_of_the_list(any_engine) -> None:
    titles = [f"{WORD} {letter}" for letter in "hgfedcba"]
    for number, title in enumerate(titles):
        archived = date(2025, 5, 1) if number == 4 else None
        practice_report(title=title, as_of=date(2020, 1, 1 + number), archived_on=archived)
    indexing.rebuild()
    current = [title for title in titles if title != titles[4]]
    assert exported(q=WORD, sortierung="titel") == sorted(current)
    assert exported(q=WORD, sortierung="neueste") == current[::-1]
    assert exported(q=WORD, sortierung="neueste", archiv="1") == titles[::-1]
    assert sorted(exported(q=WORD)) == sorted(current)
    everything = PracticeReport.objects.visible_to(AnonymousUser()).current()
    assert sorted(exported()) == sorted(everything.values_list("title", flat=True))


@pytest.mark.usefixtures("small_batches")
def test_reports_restricted_during_the_export_are_left_out() -> None:
    reports = [practice_report(title=f"{WORD} {letter}") for letter in "abcdefg"]
    tasks.drain()
    answer = Client().get(reverse("knowledge:export", args=["csv"]), {"q": WORD, "sortierung": "titel"})
    lines = answer.streaming_content
    start = b"".join(next(lines) for _part in range(3)).decode()
    assert f"{WORD} a" in start
    reports[3].unpublish()
    PageViewRestriction.objects.create(page=reports[4].page_ptr, restriction_type=PageViewRestriction.LOGIN)
    PracticeReport.objects.filter(pk=reports[5].pk).update(archived_on=date(2025, 5, 1))
    rest = b"".join(lines).decode()
    assert [letter for letter in "abcdefg" if f"{WORD} {letter}" in start + rest] == ["a", "b", "c", "g"]


@pytest.mark.usefixtures("small_batches")
def test_leaving_a_group_applies_to_a_running_export(person, login) -> None:
    member = person(MEMBER)
    for letter in "abcdefg":
        closed = PageViewRestriction.objects.create(
            page=practice_report(title=f"{WORD} {letter}").page_ptr, restriction_type=PageViewRestriction.GROUPS
        )
        closed.groups.set(member.groups.all())
    tasks.drain()
    answer = login(member).get(reverse("knowledge:export", args=["csv"]), {"q": WORD, "sortierung": "titel"})
    lines = answer.streaming_content
    assert f"{WORD} a" in b"".join(next(lines) for _part in range(3)).decode()
    member.groups.clear()
    rest = b"".join(lines).decode()
    assert [letter for letter in "abcdefg" if f"{WORD} {letter}" in rest] == ["b", "c"], (
        "the rest of the batch that was loaded already"
    )


@pytest.mark.usefixtures("small_batches")
def test_an_export_breaks_off_when_the_engine_fails(index) -> None:
    for letter in "abcdefg":
        practice_report(title=f"{WORD} {letter}")
    tasks.drain()
    answer = Client().get(reverse("knowledge:export", args=["csv"]), {"q": WORD})
    (index / "current").unlink()
    with pytest.raises(EngineDown):
        list(answer.streaming_content)


def test_csv_contains_no_formulas(orchard) -> None:
    answer = Client().get(reverse("knowledge:export", args=["csv"]), {"themenfeld": orchard["roots"].slug})
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert {row["Titel"] for row in rows} == {f"{WORD} drei", "'=1+1 Formel"}
    assert not any(value.startswith(("=", "+", "-", "@")) for row in rows for value in row.values())
    formula = next(row for row in rows if "Formel" in row["Titel"])
    assert (formula["Träger"], formula["Ort"]) == ('"; DROP', "'@SUMME")


def test_csv_escapes_difficult_cells() -> None:
    hard = {
        "place": "=HYPERLINK(1)",
        "provider": '+49 2331; „Träger“ "e. V."',
        "cost": "007 Euro",
        "lead": f"@eins\nzwei – {'ä' * 3_000}",
    }
    practice_report(title=f"-{WORD}", **hard)
    tasks.drain()
    answer = Client().get(reverse("knowledge:export", args=["csv"]), {"q": WORD})
    data = b"".join(answer.streaming_content)
    assert data.startswith(b"\xef\xbb\xbf")
    header, row = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";", strict=True)
    cells = dict(zip(header, row, strict=True))
    assert cells["Titel"] == f"'-{WORD}"
    assert cells["Ort"] == "'=HYPERLINK(1)"
    assert cells["Träger"] == '\'+49 2331; „Träger“ "e. V."'
    assert cells["Kosten"] == "007 Euro"
    assert cells["Zusammenfassung"] == f"'@eins zwei – {'ä' * 3_000}"


def test_json_contains_the_same_rows(orchard) -> None:
    answer = Client().get(reverse("knowledge:export", args=["json"]), {"themenfeld": orchard["roots"].slug})
    rows = json.loads(b"".join(answer.streaming_content))
    assert {row["Titel"] for row in rows} == {f"{WORD} drei", "=1+1 Formel"}
    assert rows[0]["Themenfeld"] == [orchard["roots"].name]


def test_an_empty_export_is_an_empty_list() -> None:
    answer = Client().get(reverse("knowledge:export", args=["json"]), {"q": "xqzzwy"})
    assert json.loads(b"".join(answer.streaming_content)) == []


def test_the_list_needs_few_queries(orchard, django_assert_max_num_queries) -> None:
    page(q=WORD)
    with django_assert_max_num_queries(25):
        page(q=WORD)


def test_the_portal_search_has_no_facets_of_the_library(orchard) -> None:
    html = unescape(Client().get("/suche/", {"q": WORD}).content.decode())
    assert f"{WORD} eins" in re.sub(r"</?mark>", "", html)
    assert 'name="themenfeld"' not in html
