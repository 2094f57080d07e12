"""Citations as foreign programs read them."""

from datetime import date

import pytest
import rispy
from django.test import Client
from django.urls import reverse
from pybtex.database import parse_string

from knowledge.citing import bibtex, cite, ris, turned
from knowledge.models import ReportAuthor
from tests.factories.reports import practice_report

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 3)
TITLE = 'Hilfe & Plan: 50 % mehr {Zeit} für § 36_SGB "VIII" #1 \\o/'


def report():
    authors = [ReportAuthor(name="Änne von der Heide"), ReportAuthor(name="Bo Öztürk", role="Teamleitung")]
    return practice_report(title=TITLE, authors=authors, lead="Zwei\nZeilen ER  - x")


def test_bibtex_is_read_by_its_parser() -> None:
    (entry,) = parse_string(bibtex(report(), version=2, published_on=DAY), "bibtex").entries.values()
    people = entry.persons["author"]
    assert [(one.prelast_names + one.last_names, one.first_names) for one in people] == [
        (["Heide"], ["Änne"]),
        (["Öztürk"], ["Bo"]),
    ]
    assert entry.fields["year"] == "2026"
    assert entry.fields["note"] == "Fassung 2"
    assert r"Hilfe \& Plan: 50 \% mehr \textbraceleft{}Zeit\textbraceright{}" in entry.fields["title"]


def test_ris_is_read_by_its_parser() -> None:
    (entry,) = rispy.loads(ris(report(), version=2, published_on=DAY))
    assert entry["authors"] == ["Heide, Änne von der", "Öztürk, Bo"]
    assert entry["title"] == TITLE
    assert entry["year"] == "2026"
    assert entry["abstract"] == "Zwei Zeilen ER - x"
    assert entry["urls"][0].endswith("/")


def test_the_text_names_who_when_what_and_where() -> None:
    text = cite(report(), version=2, published_on=DAY)
    assert text.startswith("Heide, Änne von der; Öztürk, Bo (2026): Hilfe & Plan")
    assert "Praxisbericht, Fassung 2. Netzwerk Sozialagenturen. http" in text


def test_without_people_the_organisation_answers_for_it() -> None:
    text = cite(practice_report(provider="Kreis Auenrode"), version=1, published_on=DAY)
    assert text.startswith("Kreis Auenrode (2026)")
    assert turned("Aristoteles") == "Aristoteles"


@pytest.mark.parametrize(("form", "begins"), [("bib", b"@techreport{"), ("ris", b"TY  - RPRT\r\n")])
def test_they_are_handed_out(form: str, begins: bytes) -> None:
    answer = Client().get(reverse("knowledge:citation", args=[report().pk, form]))
    assert answer.content.startswith(begins)
    assert "attachment" in answer["Content-Disposition"]
