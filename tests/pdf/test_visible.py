"""Which characters may be in a document, and by what the others are replaced."""

import re

import pytest
import typst

from netzwerk.pdf import fonts
from netzwerk.pdf.rendering import TEMPLATES
from netzwerk.pdf.visible import REPLACEMENT, clean, visible


def test_german_text_stays_as_it_is() -> None:
    text = "„Größe“ – 100 % … §\u00a012 Abs.\u202f3, Straße\nzweite Zeile: 5 × 3 ≤ 15 €"
    assert visible(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Żółć ăâîșț İğüş",
        "Київ Москва Ελλάδα",
        "مرحبا بالعالم ۱۲۳",
        "שלום עולם",
        "Tiếng Việt",
        "👩\u200d👧 ❤\ufe0f 👍🏽 ☎",
        "→ ⇒ ✓ ☑ ½",
    ],
)
def test_scripts_and_symbols_that_our_fonts_have_stay(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    "character",
    ["\x00", "\x07", "\x1b", "\x7f", "\x9f", "\ue000", "\uf8ff", "\U000f0000", "\ufffe", "\U0001ffff", "\ud800", "𓀀"],
)
def test_forbidden_or_missing_characters_are_replaced(character: str) -> None:
    assert visible(f"a{character}b") == f"a{REPLACEMENT}b"


def test_line_ends_are_one_kind_and_tabs_are_spaces() -> None:
    assert visible("a\r\nb\rc\u2028d\te") == "a\nb\nc\nd e"


def test_direction_overrides_are_removed() -> None:
    assert visible("Rechnung\u202egnp.exe\ufeff") == "Rechnunggnp.exe"


def test_zero_width_characters_stay_and_need_no_glyph() -> None:
    text = "auf\u00adladen\u200bweiter\u200cmehr\u2060ende"
    assert visible(text) == text


def test_letters_and_accents_are_composed() -> None:
    assert visible("a\u0308") == "ä"


def test_compatibility_characters_become_plain_where_no_font_has_them() -> None:
    assert visible("Ⅳ ①") == "IV 1"


def test_an_accent_that_no_font_has_with_its_letter_is_replaced_alone() -> None:
    assert visible("ب\u05b8") == f"ب{REPLACEMENT}"


def test_whole_data_is_cleaned_and_keys_stay() -> None:
    data = {"a": ["\x00", {"b": "\ue000"}], "n": 3, "none": None, "yes": True, "pair": ("\x01", "x")}
    assert clean(data) == {
        "a": [REPLACEMENT, {"b": REPLACEMENT}],
        "n": 3,
        "none": None,
        "yes": True,
        "pair": [REPLACEMENT, "x"],
    }


def test_the_replacement_has_a_glyph() -> None:
    assert visible(REPLACEMENT) == REPLACEMENT
    assert any(ord(REPLACEMENT) in characters for characters in fonts.font_characters())


def test_a_system_check_names_missing_fonts(settings, tmp_path) -> None:
    assert fonts.check_fonts() == []
    settings.PDF_FONTS_DIR = tmp_path
    (error,) = fonts.check_fonts()
    assert "npm.py" in error.hint


def test_typst_finds_the_families_that_the_layout_names() -> None:
    layout = (TEMPLATES / "layout.typ").read_text()
    (named,) = re.findall(r"#let families = \((.*?)\)", layout, re.DOTALL)
    found = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=fonts.folders())
    assert set(re.findall(r'"(.*?)"', named)) == set(found.families())
