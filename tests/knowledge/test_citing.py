"""Citations, parsed by third-party libraries."""

from datetime import date

import bibtexparser
import pytest
import rispy
from django.test import Client
from django.urls import reverse
from pybtex.database import parse_string

from knowledge.citing import bibtex, cite, family_name_first, ris
from knowledge.models import ReportAuthor
from tests.factories.organisations import organisation
from tests.factories.reports import practice_report

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 3)
TITLE = 'Hilfe & Plan: 50 % mehr {Zeit} für § 36_SGB "VIII" #1 \\o/'


def report():
    authors = [ReportAuthor(name="Änne von der Heide"), ReportAuthor(name="Bo Öztürk", role="Teamleitung")]
    return practice_report(title=TITLE, authors=authors, lead="Zwei\nZeilen ER  - x")


def test_bibtex_is_valid() -> None:
    (entry,) = parse_string(bibtex(report(), version=2, published_on=DAY), "bibtex").entries.values()
    people = entry.persons["author"]
    assert [(one.prelast_names + one.last_names, one.first_names) for one in people] == [
        (["von", "der", "Heide"], ["Änne"]),
        (["Öztürk"], ["Bo"]),
    ]
    assert entry.fields["year"] == "2026"
    assert entry.fields["note"] == "Fassung 2"
    assert r"Hilfe \& Plan: 50 \% mehr \textbraceleft{}Zeit\textbraceright{}" in entry.fields["title"]


@pytest.mark.parametrize(
    ("name", "particles", "family", "given"),
    [
        ("Ada Maria Weber", "", "Weber", "Ada Maria"),
        ("Weber, Ada Maria", "", "Weber", "Ada Maria"),
        ("Änne von der Heide", "von der", "Heide", "Änne"),
        ("Heide, Änne von der", "von der", "Heide", "Änne"),
        ("von der Heide, Änne", "von der", "Heide", "Änne"),
        ("Anna zu Heide Müller", "zu", "Heide Müller", "Anna"),
        ("Meyer zu Bentrup, Anna", "", "Meyer zu Bentrup", "Anna"),
        ("von Thadden", "von", "Thadden", ""),
        ("hooks, bell", "", "hooks", "bell"),
        ("Jeanne d'Arc", "", "d'Arc", "Jeanne"),
        ("Aristoteles", "", "Aristoteles", ""),
        ("Weber, Ada, M.A.", "", "Weber", "Ada, M.A."),
        ("Ada and Bo Weber", "", "Ada and Bo Weber", ""),
        ("others", "", "others", ""),
        ("{Ada} O{Brien", "", r"O\textbraceleft{}Brien", r"\textbraceleft{}Ada\textbraceright{}"),
        ("Müller & Söhne", "", r"Söhne", r"Müller \&"),
        (",", "", ",", ""),
    ],
)
def test_bibtex_has_the_parts_of_names(name: str, particles: str, family: str, given: str) -> None:
    text = bibtex(practice_report(authors=[ReportAuthor(name=name)]), version=1, published_on=DAY)
    (entry,) = parse_string(text, "bibtex").entries.values()
    (one,) = entry.persons["author"]
    found = [one.prelast_names, one.last_names, one.first_names + one.middle_names]
    assert [without_braces(" ".join(words)) for words in found] == [particles, family, given]
    assert not one.lineage_names


def without_braces(words: str) -> str:
    return words[1:-1] if words.startswith("{") and words.endswith("}") else words


def test_names_of_organisations_are_not_split() -> None:
    names = ["Amt für Arbeit and Soziales", "Kreis {Au}, von der Heide"]
    text = bibtex(
        practice_report(organisations=[organisation(name=name) for name in names]), version=1, published_on=DAY
    )
    (entry,) = parse_string(text, "bibtex").entries.values()
    assert sorted(" ".join(one.last_names) for one in entry.persons["author"]) == [
        "{Amt für Arbeit and Soziales}",
        r"{Kreis \textbraceleft{}Au\textbraceright{}, von der Heide}",
    ]
    alone = bibtex(practice_report(provider="Kreis Auenrode"), version=1, published_on=DAY)
    assert "author = {{Kreis Auenrode}}," in alone


def test_ris_is_valid() -> None:
    (entry,) = rispy.loads(ris(report(), version=2, published_on=DAY))
    assert entry["authors"] == ["Heide, Änne von der", "Öztürk, Bo"]
    assert entry["title"] == TITLE
    assert entry["year"] == "2026"
    assert entry["abstract"] == "Zwei Zeilen ER - x"
    assert entry["urls"][0].endswith("/")


def test_the_text_has_authors_year_title_and_link() -> None:
    text = cite(report(), version=2, published_on=DAY)
    assert text.startswith("Heide, Änne von der; Öztürk, Bo (2026): Hilfe & Plan")
    assert "Praxisbericht, Fassung 2. Netzwerk Sozialagenturen. http" in text


def test_without_authors_the_provider_is_cited() -> None:
    text = cite(practice_report(provider="Kreis Auenrode"), version=1, published_on=DAY)
    assert text.startswith("Kreis Auenrode (2026)")
    assert family_name_first("Aristoteles") == "Aristoteles"


LATEX = {
    '"': r"{\textquotedbl}",
    "`": r"{\textasciigrave}",
    "<": r"{\textless}",
    ">": r"{\textgreater}",
    "|": r"{\textbar}",
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "%&$#_"},
}


@pytest.mark.parametrize("character", [chr(number) for number in range(0x20, 0x7F)] + list("äßẞ„“–…€²½🚒"))
def test_two_parsers_read_every_character_of_a_title(character: str) -> None:
    text = bibtex(practice_report(title=f"a{character}b {character}"), version=1, published_on=DAY)
    expected = f"a{LATEX.get(character, character)}b {LATEX.get(character, character)}".strip()
    (one,) = parse_string(text, "bibtex").entries.values()
    library = bibtexparser.parse_string(text)
    assert not library.failed_blocks
    (other,) = library.entries
    assert one.fields["title"].strip("{} ") in (f"{{{expected}}}".strip("{} "), expected)
    assert other["title"] == one.fields["title"]
    assert other["year"] == "2026"


@pytest.mark.parametrize(
    ("typed", "written"), [('"a', r"{\textquotedbl}a"), ("a--b", "a-{}-b"), ("''", "'{}'"), (",,a", ",{},a")]
)
def test_quotes_and_repeated_punctuation_are_escaped(typed: str, written: str) -> None:
    assert f"title = {{{{{written}}}}}" in bibtex(practice_report(title=typed), version=1, published_on=DAY)


@pytest.mark.parametrize(("form", "begins"), [("bib", b"@techreport{"), ("ris", b"TY  - RPRT\r\n")])
def test_citations_can_be_downloaded(form: str, begins: bytes) -> None:
    answer = Client().get(reverse("knowledge:citation", args=[report().pk, form]))
    assert answer.content.startswith(begins)
    assert "attachment" in answer["Content-Disposition"]
