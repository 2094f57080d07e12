"""What comes along unseen when a text is copied must not change what it means."""

import pytest

from netzwerk.members.folding import fold
from netzwerk.post.letters import plain_text
from netzwerk.surfaces.texts import one_line, readable


@pytest.mark.parametrize("copied", ["Jugend\u00adamt", "Jugend\u200bamt", "\u200eJugendamt\u200f", "Jugend\u2060amt"])
def test_a_word_stays_one_word(copied: str) -> None:
    assert one_line(copied) == "Jugendamt"
    assert fold(copied) == "jugendamt"


def test_spaces_that_do_not_break_stay_spaces() -> None:
    assert plain_text("Hilfe\u00a0zur\u00a0Pflege") == "Hilfe\u00a0zur\u00a0Pflege"
    assert fold("Hilfe\u00a0zur\u202fPflege") == "hilfe zur pflege"


@pytest.mark.parametrize("text", ["👩\u200d🚒 löscht", "می\u200cخواهم", "שלום\u200f!", "§\u00a012 SGB\u00a0XII"])
def test_what_has_a_meaning_stays(text: str) -> None:
    assert readable(text) == text


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b", "\u202e", "\ue000", "\ufdd0", "\uffff", "\ufeff"])
def test_what_steers_or_means_nothing_goes(sign: str) -> None:
    assert readable(f"a{sign}b") == "ab"
