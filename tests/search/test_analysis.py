"""The analysis of texts: words, laws, stems, parts of compounds, 4-grams."""

import pytest

from netzwerk.search.analysis import Analyser, Splitter, tokens_of, words_of
from netzwerk.search.analysis.analyser import grams_of, pairs_of, prefixes_of
from netzwerk.search.analysis.words import clean_text

FIELD = {
    **dict.fromkeys(
        ("hilfe", "plan", "gespraech", "sozial", "jugend", "kosten", "unterkunft", "beratung", "schule"), 9
    ),
    **dict.fromkeys(("schulden", "wohnung", "einwohner", "zahl", "bedarf", "gemeinschaft", "arbeit", "kreis"), 9),
}


@pytest.fixture
def analyser() -> Analyser:
    return Analyser(Splitter(FIELD, listed={"amt"}))


def tokens(text: str) -> list[str]:
    return [token.text for word in words_of(text) for token in word.tokens]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("§ 12 SGB XII", ["§12", "sgb12"]),
        ("§12 SGB 12", ["§12", "sgb12"]),
        ("12 SGB XII", ["§12", "sgb12"]),
        ("Paragraf 16a SGB II", ["§16a", "sgb2"]),
        ("Par. 36 sgb viii", ["§36", "sgb8"]),
        ("§§ 53 ff. SGB-XII", ["§53", "ff", "sgb12"]),
        ("SGBXII", ["sgb12"]),
        ("BAföG", ["bafoeg"]),
        ("46 BSHG", ["§46", "bshg"]),
        ("Art. 15 DSGVO", ["§15", "dsgvo"]),
        ("Artikel 6 DSGVO", ["§6", "dsgvo"]),
        ("§ 203 StGB", ["§203", "stgb"]),
    ],
)
def test_references_to_the_law_have_one_spelling(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


def test_a_law_inside_of_a_word_is_no_law() -> None:
    assert tokens("Waggon Eggert GGfs.") == ["waggon", "eggert", "ggfs"]


def test_amounts_and_years_are_whole_numbers() -> None:
    assert tokens("1.250.000 Euro im Jahr 2004") == ["1250000", "euro", "im", "jahr", "2004"]
    assert all(token.exact for token in tokens_of("2004"))


@pytest.mark.parametrize(("one", "other"), [("Straße", "Strasse"), ("Müßiggang", "Muessiggang"), ("CAFÉ", "cafe")])
def test_spellings_give_the_same_tokens(one: str, other: str) -> None:
    assert tokens(one) == tokens(other)


@pytest.mark.parametrize(("one", "other"), [("Häuser", "Haeuser"), ("Fälle", "Falles"), ("Beratungen", "Beratung")])
def test_inflected_forms_have_one_stem(analyser: Analyser, one: str, other: str) -> None:
    assert analyser.analyse(one)[0].stem == analyser.analyse(other)[0].stem


def test_a_word_with_a_hyphen_is_its_parts_and_the_whole(analyser: Analyser) -> None:
    assert tokens("Case-Management") == ["case", "management", "casemanagement"]
    assert [form.is_joined for form in analyser.analyse("Case-Management")] == [False, False, True]
    assert pairs_of(analyser.analyse("Case-Management heute")) == ["cas+management", "management+heut"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Klient:innen", ["klient", "klientinnen"]),
        ("Klient*in", ["klient", "klientin"]),
        ("Mitarbeiter/-innen", ["mitarbeiter", "mitarbeiterinnen"]),
        ("Case-Manager:innen", ["case", "manager", "casemanagerinnen"]),
        ("Ziel: in drei Tagen", ["ziel", "in", "drei", "tagen"]),
        ("und/oder", ["und", "oder"]),
        ("Artikel im Art", ["artikel", "im", "art"]),
    ],
)
def test_a_word_for_all_genders_is_its_root_and_the_whole(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


def test_dots_inside_of_words_separate_like_hyphens() -> None:
    assert tokens("Hilfe·plan") == tokens("Hilfe-plan") == ["hilfe", "plan", "hilfeplan"]


def test_a_title_is_also_one_token(analyser: Analyser) -> None:
    assert analyser.streams("Die Kosten der Unterkunft").title == "kost unterkunft =kost+unterkunft"
    assert analyser.streams("Case-Management").title.split()[-1] == "=cas+management"
    assert analyser.streams("", body="Kosten").title == ""


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("bedarfsermittlung", ("bedarf",)),  # only its beginning is known
        ("zusatzbedarf", ("bedarf",)),  # only its end
        ("kostensenkungsplan", ("kosten", "plan")),  # both, and something between them
        ("wohnungsyplan", ("wohnung",)),  # no word between them: the end is there by chance
        ("pfefferminzeisplan", ()),  # too little of it
        ("zauberschulen", ()),  # not in this inflected form
        ("hilfeplan", ()),  # known in all its parts
        ("wohnungen", ()),  # known itself
        ("zaubertrank", ()),
    ],
)
def test_known_ends_of_an_unknown_compound(word: str, expected: tuple[str, ...]) -> None:
    assert Splitter(FIELD).known_ends(word) == expected


def test_the_first_part_of_a_compound_may_be_known_only_inflected() -> None:
    assert Splitter({"sozialraeume": 3, "arbeit": 9}).parts("sozialraumarbeit") == ("sozialraum", "arbeit")


def test_places_point_into_the_text() -> None:
    text = "Kosten nach § 35 SGB XII, also KdU."
    assert [text[word.start : word.end] for word in words_of(text)] == [
        "Kosten",
        "nach",
        "§ 35",
        "SGB XII",
        "also",
        "KdU",
    ]


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("hilfeplangespraech", ("hilfe", "plan", "gespraech")),
        ("sozialamt", ("sozial", "amt")),
        ("jugendhilfe", ("jugend", "hilfe")),
        ("unterkunftskosten", ("unterkunft", "kosten")),
        ("schuldenberatung", ("schulden", "beratung")),
        ("schulsozialarbeit", ("schul", "sozial", "arbeit")),
        ("bedarfsgemeinschaften", ("bedarf", "gemeinschaften")),
        ("einwohnerzahl", ("einwohner", "zahl")),
    ],
)
def test_compounds_are_split(word: str, parts: tuple[str, ...]) -> None:
    assert Splitter(FIELD, listed={"amt"}).parts(word) == parts


@pytest.mark.parametrize("word", ["beratung", "verwaltung", "bedeutende", "sozial", "xyzplan", "planende", "hilf"])
def test_what_is_no_compound_stays_whole(word: str) -> None:
    assert Splitter({**FIELD, "ende": 50, "bedeut": 3}, listed={"rat"}).parts(word) == ()


def test_a_split_by_editors_takes_precedence() -> None:
    assert Splitter(FIELD, splits={"hilfeplan": ("hilfe", "plan")}).parts("hilfeplan") == ("hilfe", "plan")
    assert Splitter({}, splits={"stiefmutter": ("stief", "mutter")}).parts("stiefmutter") == ("stief", "mutter")


def test_a_very_long_word_is_split_in_no_time() -> None:
    assert Splitter(FIELD).parts("hilfe" * 40) == ()


def test_stop_words_are_not_in_the_streams(analyser: Analyser) -> None:
    streams = analyser.streams("Der Plan und die Hilfe", body="Was nicht ist, das kann noch werden.")
    assert streams.words.split() == ["plan", "hilfe"] * analyser.weights.title


def test_a_title_weighs_more_than_a_body(analyser: Analyser) -> None:
    title, body = analyser.streams("Kosten"), analyser.streams("", body="Kosten")
    assert title.stems.split().count("kost") == analyser.weights.title
    assert body.stems.split().count("kost") == analyser.weights.body
    assert (title.title, body.title) == ("kost =kost", "")


def test_filler_evens_out_the_length_of_documents() -> None:
    filled = Analyser(Splitter(), usual_length=10).streams("", body="Kosten").stems.split()
    assert len(filled) == 1 + 30


def test_grams_mark_the_ends_of_a_word() -> None:
    assert grams_of("plan") == ("_pla", "plan", "lan_")
    assert grams_of("ab") == ("_ab_",)


def test_prefixes_are_what_somebody_types() -> None:
    assert prefixes_of("plan") == ["p", "pl", "pla", "plan"]


def test_invisible_characters_do_not_separate_words() -> None:
    assert tokens(clean_text("Hilfe\u00adplan\u200b")) == ["hilfeplan"]
    assert clean_text("a\x00b\u202ec") == "a bc"


@pytest.mark.parametrize(
    "text", ["", "„", "§", "§ §", "12", "---", "\U0001f600", "a" * 10_000, "‏مرحبا‏", "I" * 50, "SGB"]
)
def test_no_text_breaks_the_analyser(analyser: Analyser, text: str) -> None:
    analyser.streams(text, text, [text], text)
