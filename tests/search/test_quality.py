"""The relevance of the results for the portal's judged questions, and tests of the measurement."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from netzwerk.search.corpus.lexicon import Lexicon, load_lexicon
from netzwerk.search.engines.choice import scratch_engine
from netzwerk.search.services import indexing, judgments, quality
from netzwerk.search.services.quality import EVERYTHING, Score, difference, interval, measure, score
from netzwerk.surfaces.search_kinds import SearchDocument

FOLDER = Path(__file__).parent / "judged"
# nDCG@10 with all steps, in November 2026; raise it when the search improves.
MEASURED = {"portal": 0.834, "library": 0.845}
# Questions
FEWEST = {"portal": 90, "library": 80}
SLACK = 0.03
DOCUMENTS = {"/plan/": SearchDocument("Hilfeplan", "/plan/"), "/karte/": SearchDocument("Netzwerkkarte", "/karte/")}


@pytest.fixture
def tsv(tmp_path: Path) -> Callable[..., judgments.JudgedSet]:
    """The judged set of a file with these lines, about DOCUMENTS."""

    def judged(*lines: str) -> judgments.JudgedSet:
        path = tmp_path / "fragen.tsv"
        path.write_text("\n".join(lines))
        return judgments.read_judged_sets(path, lambda: DOCUMENTS)[0]

    return judged


# The portal's own questions ----------------------------------------------------------------------------------------


def judged_documents() -> dict[str, SearchDocument]:
    """All but the workshops, which came after the judgments: what nobody has judged would count as wrong."""
    found = indexing.public_documents()
    return {url: one for url, one in found.items() if not url.startswith("/termine/workshop/")}


@pytest.mark.django_db
@pytest.mark.parametrize("name", MEASURED)
def test_the_portal_answers_its_own_questions(name: str) -> None:
    judged = judgments.read_judged_sets(FOLDER / f"{name}.tsv", judged_documents)[0]
    with scratch_engine() as engine:
        scores = measure(judged, EVERYTHING, engine, load_lexicon())
    found = interval([one.ndcg for one in scores])
    print(f"\n{name}: {len(judged.questions)} questions, {found}")
    assert found.mean >= MEASURED[name] - SLACK, found
    nothing = [text for (text, _grades), one in zip(judged.questions, scores, strict=True) if not one.first]
    assert nothing == []


@pytest.mark.parametrize("name", MEASURED)
def test_the_questions_are_many_and_judged_in_full(name: str) -> None:
    text = (FOLDER / f"{name}.tsv").read_text()
    lines = csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    rows = [row for row in lines if row and not row[0].startswith("#")]
    assert {len(row) for row in rows} == {3}
    assert {row[2] for row in rows} == set(judgments.GRADES)
    questions = [row[0] for row in rows]
    assert len(set(questions)) >= FEWEST[name]
    assert all(text == " ".join(text.split()) for text in questions)
    blocks = [text for place, text in enumerate(questions) if place == 0 or questions[place - 1] != text]
    assert len(blocks) == len(set(blocks)), "all lines of a question stand together"


# Scores ------------------------------------------------------------------------------------------------------------


def numbers(one: Score) -> tuple[float, float, float]:
    return round(one.ndcg, 4), round(one.reciprocal_rank, 4), round(one.recall, 4)


@pytest.mark.parametrize(
    ("found", "grades", "expected"),
    [
        (["a", "b"], {"a": 1}, (1, 1, 1)),
        (["b", "a"], {"a": 1}, (0.6309, 0.5, 1)),  # 1 / log2(3)
        (["a", "b"], {"a": 2, "b": 3}, (0.9134, 1, 1)),  # (2 + 3 / 1.585) / (3 + 2 / 1.585)
        (["x", "y", "a"], {"a": 3, "b": 3}, (0.3066, 0.3333, 0.5)),  # 3 / 2 / (3 + 3 / 1.585)
        ([], {"a": 1}, (0, 0, 0)),
        (["x"] * 10 + ["a"], {"a": 1}, (0, 0, 0)),  # the eleventh does not count
        ([f"d{n}" for n in range(10)], {f"d{n}": 1 for n in range(20)}, (1, 1, 1)),  # more than ten cannot be shown
    ],
)
def test_scores_as_computed_by_hand(found: list[str], grades: dict[str, int], expected: tuple) -> None:
    assert numbers(score(found, grades)) == expected


def test_the_first_document_and_whether_it_has_the_best_grade() -> None:
    grades = {"a": 3, "b": 2, "c": 3}
    assert [
        (one.first, one.is_best) for one in (score(list(found), grades) for found in ("ab", "ca", "ba", "xa", ""))
    ] == [
        ("a", True),
        ("c", True),
        ("b", False),
        ("x", False),
        ("", False),
    ]


def test_the_bootstrap_is_reproducible_and_its_interval_contains_the_mean() -> None:
    values = [number % 7 / 6 for number in range(60)]
    one = interval(values)
    assert one == interval(values)
    assert one.low < one.mean < one.high
    assert one.mean == pytest.approx(sum(values) / 60)
    assert (interval([0.5] * 9).low, interval([0.5] * 9).high) == (0.5, 0.5)


def test_settings_are_compared_question_by_question() -> None:
    better, worse = score(["a"], {"a": 1}), score(["x", "a"], {"a": 1})
    found = difference([better] * 20, [worse] * 20)
    assert found.low == found.mean == found.high == pytest.approx(1 - 0.6309, abs=1e-4)
    assert difference([worse, better], [better, worse]).mean == pytest.approx(0)


def test_a_table_has_a_line_for_each_setting(tsv: Callable[..., judgments.JudgedSet]) -> None:
    found = [score(["/plan/"], {"/plan/": 3})]
    lines = quality.table(tsv("hilfeplan\t/plan/\t3"), [("one", found), ("two", found)])
    assert lines[0] == "### fragen: 1 questions, 2 documents"
    assert lines[-2].startswith("| one | 1.0000 [1.0000, 1.0000] |")
    assert lines[-1].endswith("| +0.0000 [0.0000, 0.0000] |")


# Files -------------------------------------------------------------------------------------------------------------


def test_lines_of_a_question_belong_together_and_comments_are_skipped(
    tsv: Callable[..., judgments.JudgedSet],
) -> None:
    judged = tsv("# Pläne", "", 'der "Plan"\t/plan/\t3', 'der "Plan"\t/karte/\t1', "karte\t/karte/\t2")
    assert judged.name == "fragen"
    assert judged.questions == [('der "Plan"', {"/plan/": 3, "/karte/": 1}), ("karte", {"/karte/": 2})]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("hilfeplan /plan/ 3", "parted by tabs"),
        ("hilfeplan\t/plan/", "parted by tabs"),
        ("hilfeplan\t/plan/\t3\t", "parted by tabs"),
        (" \t/plan/\t3", "parted by tabs"),
        ("hilfeplan\t/plan/\tgut", "'gut' is no grade"),
        ("hilfeplan\t/plan/\t4", "'4' is no grade"),
        ("hilfeplan\t/plan/\t-1", "'-1' is no grade"),
        ("hilfeplan\t/weg/\t3", "no document '/weg/'"),
        ("karte\t/karte/\t1", "already"),
    ],
)
def test_an_invalid_line_is_reported_with_its_reason(
    tsv: Callable[..., judgments.JudgedSet], line: str, reason: str
) -> None:
    with pytest.raises(ValueError, match=f"^fragen.tsv, line 3: .*{reason}"):
        tsv("# Karten", "karte\t/karte/\t2", line)


FIRST = "Das Amt wurde 1921 gegründet. Leiterin war Frau Dr. Anna Beispiel. „Wir helfen“, sagte sie! und lachte."
SECOND = "Ob es gelingt? 40 Menschen arbeiten heute in Lindenbrück."


@pytest.fixture
def squad(tmp_path: Path) -> dict[str, judgments.JudgedSet]:
    """The judged sets of a tiny file, by name."""

    def qa(question: str, text: str, answer: str) -> dict:
        return {"question": question, "answers": [{"text": answer, "answer_start": text.index(answer)}]}

    first = {
        "context": FIRST,
        "qas": [
            qa("Wann wurde das Amt gegründet?", FIRST, "1921"),
            qa("Wen nannte Frau Anna Beispiel zuerst?", FIRST, "Wir"),
        ],
    }
    second = {"context": SECOND, "qas": [qa("Wie viele Menschen gibt es in Lindenbrück?", SECOND, "40")]}
    path = tmp_path / "tiny.json"
    path.write_text(json.dumps({"data": [{"paragraphs": [first]}, {"paragraphs": [second]}]}))
    return {judged.name: judged for judged in judgments.read_judged_sets(path, dict)}


def test_sentences_end_before_a_capital_a_digit_or_a_quotation(squad: dict[str, judgments.JudgedSet]) -> None:
    assert [found.body for found in squad["q->s"].documents.values()] == [
        "Das Amt wurde 1921 gegründet.",
        "Leiterin war Frau Dr.",
        "Anna Beispiel.",
        "„Wir helfen“, sagte sie! und lachte.",
        "Ob es gelingt?",
        "40 Menschen arbeiten heute in Lindenbrück.",
    ]
    assert [found.body for found in squad["2n->p"].documents.values()] == [FIRST, SECOND]


def test_the_right_sentence_is_the_one_in_which_the_answer_begins(
    squad: dict[str, judgments.JudgedSet],
) -> None:
    assert [grades for _text, grades in squad["q->s"].questions] == [{"s0": 1}, {"s3": 1}, {"s5": 1}]


def test_two_names_are_a_question_where_there_are_two(squad: dict[str, judgments.JudgedSet]) -> None:
    assert squad["2n->s"].questions == [("Frau Anna", {"s3": 1}), ("Menschen Lindenbrück", {"s5": 1})]
    assert squad["2n->p"].questions == [("Frau Anna", {"p0": 1}), ("Menschen Lindenbrück", {"p1": 1})]


def test_the_vocabulary_comes_from_the_documents_only(tsv: Callable[..., judgments.JudgedSet]) -> None:
    judged = tsv("zaubertrank\t/plan/\t3", "netzwerkkarte\t/karte/\t3")
    for step in quality.STEPS:
        active = quality.active_analyser_for(judged, step, Lexicon())
        assert set(active.vocabulary.words) == {"hilfeplan", "netzwerkkarte"}
        assert not active.analyser.splitter.is_known("zaubertrank")


def test_every_step_measures_on_its_own(tsv: Callable[..., judgments.JudgedSet]) -> None:
    judged = tsv("hilfepläne\t/plan/\t3", "netzwerkkarte\t/karte/\t3")
    with scratch_engine() as engine:
        firsts = [[one.first for one in measure(judged, step, engine, Lexicon())] for step in quality.STEPS]
    assert firsts[0] == ["", "/karte/"]  # any word: only as it was typed
    assert all(first == ["/plan/", "/karte/"] for first in firsts[1:])


def test_a_file_may_say_which_documents_were_judged(tsv) -> None:
    line = "Wie plant man?\t/plan/\t3"
    assert set(tsv("#only /plan/", line).documents) == {"/plan/"}
    assert set(tsv("#without /karte/", line).documents) == {"/plan/"}
    assert set(tsv("# only a remark", line).documents) == set(DOCUMENTS)


def test_a_file_may_say_of_what_kind_its_questions_are(tsv) -> None:
    judged = tsv(
        "Wie plant man?\t/plan/\t3",
        "#kind Abkürzungen",
        "NK\t/karte/\t3",
        "HP\t/plan/\t3",
        "#kind Sätze",
        "karte\t/karte/\t2",
    )
    assert judged.kinds == {"NK": "Abkürzungen", "HP": "Abkürzungen", "karte": "Sätze"}
    scores = [quality.Score(value, 1, 1, "", True) for value in (0.5, 1.0, 0.0, 0.75)]
    lines = quality.table_of_kinds(judged, scores)
    assert [line.split(" | ")[:2] for line in lines[4:]] == [["| Abkürzungen", "2"], ["| Sätze", "1"], ["| all", "4"]]
    assert lines[4].startswith("| Abkürzungen | 2 | 0.5000 [0.0000, 1.0000]")
