"""Small numbers and spans of days as German words."""

from datetime import date, timedelta

import pytest

from netzwerk.texts.amounts import counted, sentence, since_in_words

TODAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "eine Seite"), (2, "zwei Seiten"), (12, "zwölf Seiten"), (13, "13 Seiten"), (0, "0 Seiten")],
)
def test_numbers_up_to_twelve_are_words(number: int, words: str) -> None:
    assert counted(number, "eine Seite", "Seiten") == words


def test_a_sentence_keeps_its_capitals() -> None:
    assert sentence("ein Antrag wartet auf Prüfung.") == "Ein Antrag wartet auf Prüfung."


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-1, "seit heute"),
        (0, "seit heute"),
        (1, "seit gestern"),
        (20, "seit 20 Tagen"),
        (21, "seit 3 Wochen"),
        (92, "seit 3 Monaten"),
        (729, "seit 24 Monaten"),
        (730, "seit 2 Jahren"),
    ],
)
def test_spans_are_in_the_unit_that_one_would_say(days: int, words: str) -> None:
    assert since_in_words(TODAY - timedelta(days=days), TODAY) == words
