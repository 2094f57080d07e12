"""Invisible characters in copied text."""

import pytest

from netzwerk.post.letters import plain_text
from netzwerk.texts.cleaning import one_line, readable
from netzwerk.texts.folding import fold


@pytest.mark.parametrize("copied", ["Jugend\u00adamt", "Jugend\u200bamt", "\u200eJugendamt\u200f", "Jugend\u2060amt"])
def test_invisible_characters_inside_a_word_are_removed(copied: str) -> None:
    assert one_line(copied) == "Jugendamt"
    assert fold(copied) == "jugendamt"


def test_no_break_spaces_stay() -> None:
    assert plain_text("Hilfe\u00a0zur\u00a0Pflege") == "Hilfe\u00a0zur\u00a0Pflege"
    assert fold("Hilfe\u00a0zur\u202fPflege") == "hilfe zur pflege"


@pytest.mark.parametrize("text", ["👩\u200d🚒 löscht", "می\u200cخواهم", "שלום\u200f!", "§\u00a012 SGB\u00a0XII"])
def test_characters_with_a_meaning_stay(text: str) -> None:
    assert readable(text) == text


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\u202e", "\ue000", "\ufdd0", "\uffff", "\ufeff"])
def test_control_and_private_characters_are_removed(character: str) -> None:
    assert readable(f"a{character}b") == "ab"
