"""Comparing two versions of a text, and putting one together."""

import random

import pytest

from netzwerk.autosave import two_versions
from netzwerk.autosave.two_versions import Choice, compare, compose

MINE = "Gleich\n\nWir haben sie herausgenommen.\n\nEnde"
OTHER = "Gleich\n\nDer Beirat hat beraten.\n\nEnde\n\nNachtrag"


def everywhere(mine: str, other: str, choice: Choice) -> dict[int, Choice]:
    return {part.number: choice for part in compare(mine, other)}


def test_what_is_the_same_stands_once_and_differences_are_numbered() -> None:
    parts = compare(MINE, OTHER)
    assert [part.number for part in parts] == [0, 1, 0, 2]
    assert (parts[1].mine, parts[1].other) == ("Wir haben sie herausgenommen.", "Der Beirat hat beraten.")
    assert (parts[3].mine, parts[3].default) == ("", Choice.OTHER)


def test_words_on_one_side_only_are_marked() -> None:
    (part,) = compare("Sie bleibt im Stapel.", "Sie liegt im Stapel.")
    assert [(piece.text, piece.is_marked) for piece in part.mine_pieces] == [
        ("Sie ", False),
        ("bleibt", True),
        (" im Stapel.", False),
    ]
    assert [piece.text for piece in part.other_pieces if piece.is_marked] == ["liegt"]


def test_space_between_two_marked_words_is_marked_too() -> None:
    (part,) = compare("ganz anders geschrieben", "etwas Neues hier")
    assert [(piece.text, piece.is_marked) for piece in part.mine_pieces] == [("ganz anders geschrieben", True)]
    assert "".join(piece.text for piece in part.other_pieces) == "etwas Neues hier"


def test_the_default_keeps_every_paragraph_of_both() -> None:
    made = compose(compare(MINE, OTHER), {})
    for paragraph in {*MINE.split("\n"), *OTHER.split("\n")}:
        assert paragraph in made
    assert made.count("Gleich") == 1


def test_a_paragraph_can_be_left_out() -> None:
    assert (
        compose(compare(MINE, OTHER), {1: Choice.OTHER, 2: Choice.MINE}) == "Gleich\n\nDer Beirat hat beraten.\n\nEnde"
    )


LINES = ("", " ", "eins", "zwei", "drei\tvier", "Straße", "🧑‍🤝‍🧑")


@pytest.mark.parametrize("seed", range(40))
def test_each_side_can_be_had_as_it_is_and_the_default_loses_no_line(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  texts, no secrets
    mine, other = ("\n".join(chance.choices(LINES, k=chance.randrange(9))) for _side in range(2))
    assert compose(compare(mine, other), everywhere(mine, other, Choice.MINE)) == mine
    assert compose(compare(mine, other), everywhere(mine, other, Choice.OTHER)) == other
    for made in (
        compose(compare(mine, other), {}),
        compose(compare(mine, other), everywhere(mine, other, Choice.BOTH)),
    ):
        assert {line for text in (mine, other) for line in text.split("\n") if line.strip()} <= set(made.split("\n"))


def test_words_that_differ_in_their_spaces_only_are_marked() -> None:
    (part,) = compare("Absatz  eins", "Absatz eins")
    assert [(piece.text, piece.is_marked) for piece in part.mine_pieces] == [("Absatz  eins", True)]


@pytest.mark.parametrize("seed", range(40))
def test_the_pieces_are_the_text(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  texts, no secrets
    mine, other = ("".join(chance.choices(("a", "b", " ", "  ", "\t", "\u00a0"), k=9)) for _side in range(2))
    for part in compare(f"A{mine}", other):
        assert "".join(piece.text for piece in part.mine_pieces) == part.mine
        assert "".join(piece.text for piece in part.other_pieces) == part.other


def costly(first: int, number: int, between: str) -> str:
    """The same word before each of many different ones, the worst case of difflib."""
    return between.join(f"x{between}{chr(first + one)}" for one in range(number))


@pytest.mark.parametrize("between", [" ", "\n"])
def test_texts_of_many_short_words_or_lines_are_one_difference(between: str, monkeypatch) -> None:
    """Two notes of 2,000 characters took twenty seconds."""
    compared = []
    real = two_versions.SequenceMatcher

    def matcher(junk, ours, theirs, **options):
        compared.append(max(len(ours), len(theirs)))
        return real(junk, ours, theirs, **options)

    monkeypatch.setattr(two_versions, "SequenceMatcher", matcher)
    parts = compare(costly(0x4E00, 500, between), costly(0x6E00, 500, between))
    differences = [part for part in parts if part.number]
    assert [sum(piece.is_marked for piece in part.other_pieces) for part in differences] == [1]
    assert max(compared, default=0) < 100


def test_words_are_compared_once(monkeypatch) -> None:
    """The page asks for both sides."""
    (part,) = compare("Sie bleibt im Stapel.", "Sie liegt im Stapel.")
    assert part.mine_pieces
    monkeypatch.setattr(two_versions, "_operations", None)
    assert part.other_pieces


def test_a_small_change_to_a_very_long_text_stays_small() -> None:
    lines = [str(number % 7) for number in range(20_000)]
    parts = compare("\n".join(lines), "\n".join([*lines[:9_000], "neu", *lines[9_000:]]))
    assert [(part.number, part.mine, part.other) for part in parts if part.number] == [(1, "", "neu")]


def test_a_megabyte_is_one_difference() -> None:
    mine = "\n".join(str(number) for number in range(2_000))
    (part,) = compare(mine, "x" * 1_000_000)
    assert (part.number, len(part.other_pieces)) == (1, 1)


def test_equal_texts_have_no_difference() -> None:
    assert [part.number for part in compare(MINE, MINE)] == [0]
