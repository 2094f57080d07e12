"""Corrections of unknown words, and when nothing should be suggested."""

import pytest
from django.contrib.auth.models import AnonymousUser

from netzwerk.search import tasks
from netzwerk.search.corpus.active_analyser import ActiveAnalyser, build
from netzwerk.search.corpus.lexicon import Lexicon
from netzwerk.search.corpus.vocabulary import Vocabulary
from netzwerk.search.services import searching
from netzwerk.search.services.spelling import corrected, corrections_for
from tests.factories.pages import content_page

WORDS = {
    "hellenfurt": 4,
    "erlenfurt": 9,
    "kollegiale": 3,
    "beratung": 9,
    "schulden": 5,
    "schuldnerberatung": 3,
    "kuemmern": 2,
}
WRITTEN = {"hellenfurt": "Hellenfurt", "beratung": "Beratung", "schulden": "Schulden", "kuemmern": "kümmern"}


@pytest.fixture
def active() -> ActiveAnalyser:
    lexicon = Lexicon(synonyms=(("Dolmetscher", "Übersetzer"),), listed=frozenset({"hof"}))
    return build(Vocabulary(1, {**WORDS, "uebersetzern": 1}, WRITTEN, 100), lexicon)


def meant(text: str, active: ActiveAnalyser) -> str:
    return corrected(text, active, corrections_for(text, active), lambda _word: True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Helenfurt", "Hellenfurt"),
        ("kolegiale berahtung", "kollegiale Beratung"),
        ("Beratugn zu schulden", "Beratung zu schulden"),
        ("Beratung", ""),
        ("Schuldner Beratung", ""),  # one word, typed as two
        ("wer kümmert sich", ""),  # another inflected form
        ("Übersetzer", ""),  # a word that editors know
        ("Zauberwald", ""),
    ],
)
def test_correction(active: ActiveAnalyser, text: str, expected: str) -> None:
    assert meant(text, active) == expected


def test_two_known_words_are_no_error_although_the_second_is_also_an_ending() -> None:
    words = {"fall": 9, "ende": 4, "fallen": 5, "fehlende": 3, "dokumentieren": 2}
    active = build(Vocabulary(1, words, {"fall": "Fall", "ende": "Ende"}, 100), Lexicon())
    assert corrections_for("Fallende", active) == {}
    assert corrections_for("bedeutende", active) == {}


def test_two_errors_are_corrected_only_to_words_that_occur_with_the_rest(active: ActiveAnalyser) -> None:
    pairs = []

    def occur_together(stem: str, others) -> bool:
        pairs.append((stem, others))
        return False

    assert corrections_for("Erlenfuhrth Schulden", active, occur_together=occur_together) == {}
    assert pairs == [("erlenfurt", {"schuld"})]
    assert corrections_for("Erlenfuhrth", active, occur_together=occur_together) == {"erlenfuhrth": ("erlenfurt",)}
    assert corrections_for("Helenfurt Schulden", active, occur_together=occur_together) == {
        "helenfurt": ("hellenfurt",)
    }


def test_only_the_nearest_words_are_searched(active: ActiveAnalyser) -> None:
    assert corrections_for("Helenfurt", active) == {"helenfurt": ("hellenfurt",)}


def test_another_inflected_form_is_searched_but_not_suggested(active: ActiveAnalyser) -> None:
    assert corrections_for("kümmert", active) == {"kuemmert": ("kuemmern",)}


def test_no_word_is_suggested_that_the_user_may_not_find(active: ActiveAnalyser) -> None:
    found = corrections_for("Helenfurt", active)
    assert corrected("Helenfurt", active, found, lambda word: word != "hellenfurt") == ""


@pytest.mark.django_db
def test_a_word_newer_than_the_vocabulary_is_no_error(index, titles) -> None:
    content_page(title="Hilfeplam aus Erlenfurt")
    assert searching.search(AnonymousUser(), "Hilfeplam", chosen={}).meant == "Hilfeplan"
    tasks.drain()
    assert searching.search(AnonymousUser(), "Hilfeplam", chosen={}).meant == ""
    assert titles("Hilfeplam") >= {"Hilfeplam aus Erlenfurt"}
