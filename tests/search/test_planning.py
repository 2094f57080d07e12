"""From a question to a plan."""

import pytest

from netzwerk.search.analysis import Analyser, Splitter
from netzwerk.search.engines.port import Stream
from netzwerk.search.services.planning import LONGEST_QUESTION, MOST_WORDS, Question, Synonyms, read


@pytest.fixture
def analyser() -> Analyser:
    return Analyser(Splitter({"hilfe": 5, "plan": 5, "case": 5, "management": 5}))


def tokens(question: Question, stream: Stream) -> set[str]:
    return {c.token for group in question.plan.groups for way in group for c in way.clauses if c.stream == stream}


def test_each_word_that_says_something_is_a_group(analyser: Analyser) -> None:
    question = read("Was ist ein Hilfeplan und wer schreibt ihn?", analyser)
    assert [form.word for form in question.line] == ["hilfeplan", "schreibt"]
    assert len(question.plan.groups) == 2


def test_a_compound_is_also_looked_for_by_its_parts(analyser: Analyser) -> None:
    assert {"hilfeplan", "hilf", "plan"} <= tokens(read("Hilfeplan", analyser), Stream.STEMS)


def test_two_words_that_could_be_one_are_looked_for_as_one(analyser: Analyser) -> None:
    assert "hilfeplan" in tokens(read("Hilfe Plan", analyser), Stream.STEMS)


def test_an_unknown_word_is_also_looked_for_as_it_was_meant(analyser: Analyser) -> None:
    assert "plan" in tokens(read("Plahn", analyser, corrections={"plahn": ("plan",)}), Stream.STEMS)


def test_synonyms_of_one_and_of_several_words(analyser: Analyser) -> None:
    synonyms = Synonyms([("Fallmanagement", "Case Management", "CM")], analyser)
    assert "fallmanagement" in tokens(read("cm", analyser, synonyms), Stream.STEMS)
    assert "cas+management" in tokens(read("Fallmanagement", analyser, synonyms), Stream.PAIRS)
    assert "fallmanagement" in tokens(read("Einführung Case-Management", analyser, synonyms), Stream.STEMS)
    assert "fallmanagement" not in tokens(read("Management", analyser, synonyms), Stream.STEMS)


def test_only_stop_words_say_nothing(analyser: Analyser) -> None:
    question = read("und wie ist das", analyser)
    assert question.says_nothing
    assert not question.plan.groups


def test_nothing_typed_is_not_the_same_as_saying_nothing(analyser: Analyser) -> None:
    assert not read("", analyser).says_nothing


def test_endless_questions_are_cut(analyser: Analyser) -> None:
    question = read("wort" * 5_000, analyser)
    assert len(question.text) == LONGEST_QUESTION
    many = read(" ".join(f"w{number}x" for number in range(200)), analyser)
    assert len(many.plan.groups) <= MOST_WORDS
