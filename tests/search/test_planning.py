"""From a question to its query plan."""

import pytest

from netzwerk.search.analysis import Analyser, Splitter
from netzwerk.search.analysis.stopwords import STOP_WORDS
from netzwerk.search.corpus.vocabulary import Vocabulary
from netzwerk.search.engines.port import Stream
from netzwerk.search.services.planning import LONGEST_QUESTION, MOST_WORDS, Question, analyse_question
from netzwerk.search.services.synonyms import Synonyms
from netzwerk.surfaces.registry import SynonymEntry


@pytest.fixture
def analyser() -> Analyser:
    return Analyser(Splitter({"hilfe": 5, "plan": 5, "case": 5, "management": 5}))


def tokens(question: Question, stream: Stream) -> set[str]:
    return {
        c.token
        for group in question.plan.groups
        for alternative in group
        for c in alternative.clauses
        if c.stream == stream
    }


def test_each_word_that_is_no_stop_word_is_a_group(analyser: Analyser) -> None:
    question = analyse_question("Was ist ein Hilfeplan und wer schreibt ihn?", analyser)
    assert [form.word for form in question.words] == ["hilfeplan", "schreibt"]
    assert len(question.plan.groups) == 2


def test_a_compound_is_also_searched_by_its_parts(analyser: Analyser) -> None:
    assert {"hilfeplan", "hilf", "plan"} <= tokens(analyse_question("Hilfeplan", analyser), Stream.STEMS)


def test_two_words_that_could_be_a_compound_are_also_searched_as_one(analyser: Analyser) -> None:
    assert "hilfeplan" in tokens(analyse_question("Hilfe Plan", analyser), Stream.STEMS)


def test_an_unknown_word_is_also_searched_as_corrected(analyser: Analyser) -> None:
    assert "plan" in tokens(analyse_question("Plahn", analyser, corrections={"plahn": ("plan",)}), Stream.STEMS)


def test_synonyms_of_one_and_of_several_words(analyser: Analyser) -> None:
    synonyms = Synonyms([("Fallmanagement", "Case Management", "CM")], analyser)
    assert "fallmanagement" in tokens(analyse_question("cm", analyser, synonyms), Stream.STEMS)
    assert "cas+management" in tokens(analyse_question("Fallmanagement", analyser, synonyms), Stream.PAIRS)
    assert "fallmanagement" in tokens(analyse_question("Einführung Case-Management", analyser, synonyms), Stream.STEMS)
    assert "fallmanagement" not in tokens(analyse_question("Management", analyser, synonyms), Stream.STEMS)


def test_an_expression_of_several_words_is_found_as_a_whole_only(analyser: Analyser) -> None:
    synonyms = Synonyms([("ASD", "Allgemeiner Sozialer Dienst")], analyser)
    (group,) = analyse_question("asd", analyser, synonyms).plan.groups
    (alternative,) = [alternative for alternative in group if alternative.clauses[0].stream == Stream.PAIRS]
    assert (len(alternative.clauses), alternative.need) == (2, 2)


def test_a_large_group_of_synonyms_is_not_cut(analyser: Analyser) -> None:
    others = [f"wort{letter}" for letter in "abcdefg"]
    assert set(others) <= tokens(
        analyse_question("hilfe plan", analyser, Synonyms([("hilfe", *others)], analyser)), Stream.WORDS
    )


def test_an_unknown_compound_is_searched_by_its_known_ends(analyser: Analyser) -> None:
    assert "hilf" in tokens(analyse_question("Hilfeantrag", analyser), Stream.STEMS)
    corrected = analyse_question("Hilfeantrag", analyser, corrections={"hilfeantrag": ("plan",)})
    assert "hilf" not in tokens(corrected, Stream.STEMS)


def names(question: Question) -> dict[str, float]:
    return {c.token: c.weight for c in question.plan.boosts if c.stream == Stream.TITLE}


def test_an_exact_title_is_boosted(analyser: Analyser) -> None:
    of = analyser.weights
    synonyms = Synonyms([("Fallmanagement", "Case Management")], analyser)
    assert names(analyse_question("Was ist Case-Management?", analyser, synonyms)) == {
        "=cas+management": of.exact_title,
        "=casemanagement": of.exact_title * of.joined,
        "=fallmanagement": of.exact_title * of.synonym,
    }
    assert names(analyse_question("Plahn", analyser, corrections={"plahn": ("plan",)})) == {
        "=plahn": of.exact_title,
        "=plan": of.exact_title * of.correction,
    }
    assert names(analyse_question("und wie", analyser)) == {}


def test_question_words_count_little_beside_others(analyser: Analyser) -> None:
    def weight_of(text: str, stem: str) -> float:
        plan = analyse_question(text, analyser).plan
        clauses = [
            *plan.boosts,
            *(clause for group in plan.groups for alternative in group for clause in alternative.clauses),
        ]
        return sum(c.weight for c in clauses if (c.stream, c.token) == (Stream.STEMS, stem))

    of = analyser.weights
    assert weight_of("Wo bekomme ich Hilfe?", "bekomm") == of.question_words * of.stems
    assert weight_of("Wo bekomme ich Hilfe?", "hilf") == of.stems
    assert weight_of("bekomme", "bekomm") == of.stems


def test_fillers_find_nothing_by_themselves_beside_other_words(analyser: Analyser) -> None:
    question = analyse_question("Wie bekomme ich eigentlich Hilfe aufs Dach?", analyser)
    assert [group[0].clauses[0].token for group in question.plan.groups] == ["hilf", "dach"]
    assert {"aufs", "aufm", "fuers", "hinterm", "uebers", "vorm"} <= STOP_WORDS
    assert len(analyse_question("eigentlich bekommen", analyser).plan.groups) == 2


def test_beside_nouns_other_words_of_a_sentence_count_less(analyser: Analyser) -> None:
    def weights(text: str) -> dict[str, float]:
        groups = analyse_question(
            text, analyser, vocabulary=Vocabulary(1, {"plan": 5}, {"plan": "Plan"}, 10)
        ).plan.groups
        return {group[0].clauses[0].token: group[0].clauses[0].weight for group in groups}

    of = analyser.weights
    assert weights("Wer streicht den Plan?") == {"streicht": of.stems * of.no_noun, "plan": of.stems}
    assert weights("streicht Plan") == {"streicht": of.stems, "plan": of.stems}  # no sentence
    assert weights("wer streicht den") == {"streicht": of.stems}


def test_a_rare_part_of_an_unknown_compound_counts_no_more_than_the_most_frequent_one() -> None:
    words = {"miete": 40, "obergrenze": 2, "haus": 100}
    analyser = Analyser(Splitter(words))
    vocabulary = Vocabulary(1, words, {}, 2)
    own, both = analyse_question("Mietobergrenze", analyser, vocabulary=vocabulary).plan.groups[0][:2]
    parts = {clause.token: clause.weight for clause in own.clauses if clause.token in ("miet", "obergrenz")}
    assert parts["miet"] == analyser.weights.parts
    assert parts["obergrenz"] * vocabulary.rarity("obergrenz") == pytest.approx(
        parts["miet"] * vocabulary.rarity("miet")
    )
    assert {clause.weight for clause in both.clauses[3:]} == {analyser.weights.parts}
    assert both.need == 2


def test_everyday_words_lead_to_terms_and_not_back(analyser: Analyser) -> None:
    synonyms = Synonyms([], analyser, everyday=[(("Stütze", "vom Amt leben"), ("Grundsicherung",))])
    assert "grundsicher" in tokens(analyse_question("Stütze", analyser, synonyms), Stream.STEMS)
    assert "grundsicher" in tokens(analyse_question("vom Amt leben", analyser, synonyms), Stream.STEMS)
    assert "stutz" not in tokens(analyse_question("Grundsicherung", analyser, synonyms), Stream.STEMS)


def test_aliases_are_synonyms_of_the_first_name_only_and_explanations_only_boost(analyser: Analyser) -> None:
    known = SynonymEntry(("Grundsicherung", "Bürgergeld", "Altersgrundsicherung"), "Sichert das Leben.")
    synonyms = Synonyms([], analyser, explained=[known])
    question = analyse_question("Bürgergeld", analyser, synonyms)
    assert "grundsicher" in tokens(question, Stream.STEMS)
    assert "altersgrundsicher" not in tokens(question, Stream.STEMS)
    assert "leb" not in tokens(question, Stream.STEMS)
    assert ("leb", analyser.weights.explanation) in {(clause.token, clause.weight) for clause in question.plan.boosts}


def test_a_separable_verb_is_put_together() -> None:
    analyser = Analyser(Splitter({"mitmacht": 2, "plan": 5}))
    question = analyse_question("Wer macht schon mit?", analyser)
    assert "mitmacht" in tokens(question, Stream.WORDS)
    assert "mitmacht" not in tokens(analyse_question("Wer macht mit Plan?", analyser), Stream.WORDS)
    no_such_word = analyse_question("Wer macht an?", analyser)
    assert "anmacht" not in tokens(no_such_word, Stream.WORDS)


def test_a_section_counts_only_with_its_law(analyser: Analyser) -> None:
    section, law = analyse_question("§ 12 SGB XII", analyser).plan.groups
    assert ([c.token for c in section[0].clauses], section[0].need) == (["§12", "sgb12"], 2)
    assert section[0].clauses[1].weight == 0
    assert law[0].need == 1
    assert analyse_question("§ 12", analyser).plan.groups[0][0].need == 1


def test_a_question_may_have_only_stop_words(analyser: Analyser) -> None:
    question = analyse_question("und wie ist das", analyser)
    assert question.has_only_stop_words
    assert not question.plan.groups


def test_an_empty_question_is_not_one_of_only_stop_words(analyser: Analyser) -> None:
    assert not analyse_question("", analyser).has_only_stop_words


def test_long_questions_are_cut(analyser: Analyser) -> None:
    question = analyse_question("wort" * 5_000, analyser)
    assert len(question.text) == LONGEST_QUESTION
    many = analyse_question(" ".join(f"w{number}x" for number in range(200)), analyser)
    assert len(many.plan.groups) <= MOST_WORDS
