"""Both engines with the same data and questions: correct results, and the same ones."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from netzwerk.search.engines import elastic, embedded, port
from netzwerk.search.engines.port import (
    FURTHEST,
    Alternative,
    Clause,
    Engine,
    Order,
    Plan,
    SearchRequest,
    SearchResponse,
    Stream,
)
from tests.search.engines.conftest import NAMES
from tests.search.engines.corpus import EVERYBODY, TOPICS, UNKNOWN, corpus, plan, questions
from tests.search.engines.oracle import expected, expected_counts

QUESTIONS = list(questions(60))
NEAR = 1e-4  # relative difference up to which two scores are a tie
Filled = Callable[[str], Engine]
BY_KEY = {entry.key: entry for entry in corpus()}


def keys(answer: SearchResponse) -> list[str]:
    return [hit.key for hit in answer.hits]


def plain(counts) -> dict[str, dict[str, int]]:
    return {name: dict(values) for name, values in counts.items()}


@pytest.fixture(params=NAMES)
def one(request: pytest.FixtureRequest, filled: Filled) -> Engine:
    return filled(request.param)


@pytest.mark.parametrize("number", range(len(QUESTIONS)))
def test_it_finds_and_counts_the_same_as_a_loop_over_all_entries(one: Engine, number: int) -> None:
    _text, query = QUESTIONS[number]
    wanted = expected(query, corpus())
    answer = one.search(query)
    assert answer.total == len(wanted)
    assert plain(answer.counts) == expected_counts(query, corpus())
    assert len(answer.hits) == max(0, min(query.size, len(wanted) - query.start))
    assert set(keys(answer)) <= wanted
    assert set(keys(one.search(replace(query, start=0, size=1_000)))) == wanted
    for hit in answer.hits:
        entry = BY_KEY[hit.key]
        assert (hit.object, hit.kind, dict(hit.shown)) == (entry.object, entry.kind, entry.shown)


def sorted_by(query: SearchRequest, answer: SearchResponse) -> list:
    if query.order is Order.TITLE:
        return [BY_KEY[key].title_key for key in keys(answer)]
    if query.order is Order.NEWEST or not query.plan.groups:
        return [-BY_KEY[key].day for key in keys(answer)]
    return [-hit.score for hit in answer.hits]


@pytest.mark.parametrize("number", range(len(QUESTIONS)))
def test_both_give_the_same_hits_in_the_same_order(filled: Filled, number: int) -> None:
    _text, query = QUESTIONS[number]
    query = replace(query, start=0, size=300)  # all hits, so that a tie at the end of a page does not matter
    ours, theirs = filled("embedded").search(query), filled("elasticsearch").search(query)
    assert set(keys(ours)) == set(keys(theirs))
    values, others = sorted_by(query, ours), sorted_by(query, theirs)
    assert values == sorted(values)
    assert others == sorted(others)
    if query.order is Order.RELEVANCE and query.plan.groups:
        assert values == pytest.approx(others, rel=NEAR)
        score = {hit.key: hit.score for hit in theirs.hits}
        assert [hit.score for hit in ours.hits] == pytest.approx([score[key] for key in keys(ours)], rel=NEAR)
    else:
        assert values == others
        assert {hit.score for hit in (*ours.hits, *theirs.hits)} <= {0.0}


@pytest.mark.parametrize("order", Order)
def test_a_scan_gives_the_same_list_as_all_pages(one: Engine, order: Order, monkeypatch) -> None:
    """Over several batches, with ties at their borders: nothing twice, nothing left out, in the same order."""
    queries = [replace(query, order=order, start=0, size=FURTHEST) for _text, query in QUESTIONS[:12]]
    queries.append(SearchRequest(Plan(), EVERYBODY, order=order, size=FURTHEST))
    wanted = [[hit.object for hit in one.search(query).hits] for query in queries]
    assert max(map(len, wanted)) == len(BY_KEY)
    monkeypatch.setattr(port, "FURTHEST", 3)
    monkeypatch.setattr(embedded, "FIRST_SLICE", 2)
    monkeypatch.setattr(embedded, "SLICE", 7)
    monkeypatch.setattr(elastic, "OBJECTS_AT_ONCE", 7)
    assert len(one.search(queries[-1]).hits) == 3
    assert [list(one.scan(query)) for query in queries] == wanted


def test_sorting_by_appearance_puts_the_latest_first(one: Engine) -> None:
    hits = one.search(SearchRequest(Plan(), EVERYBODY, order=Order.APPEARED, size=FURTHEST)).hits
    days = [BY_KEY[hit.key].appeared for hit in hits]
    assert days == sorted(days, reverse=True)
    assert len(set(days)) > 50


def test_the_scores_are_the_same_to_the_fifth_digit(filled: Filled) -> None:
    apart, compared = 0.0, 0
    for _text, query in questions(100, seed=8):
        if query.plan.groups:
            query = replace(query, order=Order.RELEVANCE, start=0, size=300)
            scores = {hit.key: hit.score for hit in filled("elasticsearch").search(query).hits}
            differences = [abs(hit.score / scores[hit.key] - 1) for hit in filled("embedded").search(query).hits]
            apart, compared = max([apart, *differences]), compared + len(differences)
    print(f"largest relative difference of {compared} scores: {apart:.1e}")
    assert compared > 3_000
    assert apart < 1e-5


def test_the_questions_cover_the_interesting_cases() -> None:
    """Most find something, some find nothing; facets have more values than the ten that servers count by default."""
    totals = [len(expected(query, corpus())) for _text, query in QUESTIONS]
    assert sum(total > 0 for total in totals) > 40
    assert sum(total == 0 for total in totals) > 2
    assert any(
        query.hidden and query.chosen and total for (_text, query), total in zip(QUESTIONS, totals, strict=True)
    )
    assert (
        len(expected_counts(SearchRequest(Plan(), EVERYBODY, counted=("thema",)), corpus())["thema"])
        == len(TOPICS)
        == 30
    )


def test_words_that_no_entry_has_find_nothing(one: Engine) -> None:
    answer = one.search(SearchRequest(plan(" ".join(UNKNOWN)), EVERYBODY, counted=("thema",)))
    assert (answer.hits, answer.total, plain(answer.counts)) == ([], 0, {"thema": {}})


def test_without_an_audience_key_nothing_is_found(one: Engine) -> None:
    answer = one.search(SearchRequest(Plan(), frozenset(), counted=("thema", "art")))
    assert (answer.hits, answer.total, plain(answer.counts)) == ([], 0, {"thema": {}, "art": {}})


@pytest.mark.parametrize(("start", "size"), [(0, 0), (290, 20), (5_000, 10), (9_995, 10), (10_000, 10), (10**9, 500)])
def test_pages_far_behind_the_last_are_empty_with_correct_counts(one: Engine, start: int, size: int) -> None:
    answer = one.search(SearchRequest(Plan(), EVERYBODY, counted=("art",), start=start, size=size))
    assert len(answer.hits) == max(0, min(size, 300 - start))
    assert answer.total == 300
    assert sum(answer.counts["art"].values()) == 300


def test_a_facet_without_a_chosen_value_is_not_chosen(one: Engine) -> None:
    assert one.search(SearchRequest(Plan(), EVERYBODY, chosen={"art": ()}, counted=("art",))).total == 300


def test_a_chosen_facet_filters_although_it_is_not_counted(one: Engine) -> None:
    query = SearchRequest(Plan(), EVERYBODY, chosen={"art": ("fragen",)}, counted=("thema",))
    answer = one.search(query)
    assert answer.total == len(expected(query, corpus())) < 300
    assert plain(answer.counts) == expected_counts(query, corpus())


HOSTILE = (
    '"',
    "'",
    "*",
    "?",
    "\\",
    "\x00",
    "a\x00b",
    "(",
    "]",
    "~1",
    "/.*/",
    "title:x",
    "🙂",
    "שלום",
    "OR",
    "--",
    "%",
    "z" * 10_000,
)


@pytest.mark.parametrize("token", HOSTILE, ids=lambda token: ascii(token)[:12])
def test_a_token_is_never_a_wildcard_or_syntax(one: Engine, token: str) -> None:
    """Query syntax in a token is literal text, which no entry has."""
    clauses = tuple(Clause(stream, token, 1.0) for stream in Stream)
    query = SearchRequest(
        Plan(((Alternative(clauses),),), boosts=clauses),
        EVERYBODY,
        hidden=(token,),
        chosen={"ort": (token,)},
        counted=("art", "ort"),
    )
    answer = one.search(query)
    assert answer.total == 0
    assert one.search(replace(query, plan=Plan(), chosen={})).total == 300
