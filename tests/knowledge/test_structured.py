"""What machines read in a report's page, as a parser of structured data finds it there."""

import extruct
import pytest
from django.test import Client

from knowledge.models import PracticeReport, ReportAuthor
from tests.factories.reports import practice_report

pytestmark = pytest.mark.django_db
TRICKY = '</script><script>alert("x")</script> & <!-- <b>Ämter</b> \u2028'


def read_by_a_stranger(report: PracticeReport) -> dict:
    page = Client().get(report.get_url()).content.decode()
    found = extruct.extract(page, base_url="https://example.org", syntaxes=["json-ld"], errors="strict")["json-ld"]
    (article,) = [item for item in found if item["@type"] == "Article"]
    return article


def test_an_article_with_authors_version_and_the_permanent_link() -> None:
    report = practice_report(authors=[ReportAuthor(name="Ada Weber", role="Teamleitung")])
    article = read_by_a_stranger(report)
    assert article["@context"] == "https://schema.org"
    assert article["headline"] == report.title
    assert article["author"] == [{"@type": "Person", "name": "Ada Weber"}]
    assert article["identifier"].endswith(report.permalink)
    assert article["version"] == 1


def test_hostile_words_stay_words() -> None:
    report = practice_report(title=TRICKY, authors=[ReportAuthor(name=TRICKY)])
    article = read_by_a_stranger(report)
    assert article["headline"] == report.title
    assert article["author"][0]["name"] == TRICKY
