"""Structured data in the page of a report, read by a third-party parser."""

import extruct
import pytest
from django.test import Client

from knowledge.models import PracticeReport, ReportAuthor
from tests.factories.reports import practice_report

pytestmark = pytest.mark.django_db
TRICKY = '</script><script>alert("x")</script> & <!-- <b>Ämter</b> \u2028'


def extracted(report: PracticeReport) -> dict:
    page = Client().get(report.get_url()).content.decode()
    found = extruct.extract(page, base_url="https://example.org", syntaxes=["json-ld"], errors="strict")["json-ld"]
    (article,) = [item for item in found if item["@type"] == "Article"]
    return article


def test_the_article_has_authors_version_and_permanent_link() -> None:
    report = practice_report(authors=[ReportAuthor(name="Ada Weber", role="Teamleitung")])
    article = extracted(report)
    assert article["@context"] == "https://schema.org"
    assert article["headline"] == report.title
    assert article["author"] == [{"@type": "Person", "name": "Ada Weber"}]
    assert article["identifier"].endswith(report.permalink)
    assert article["version"] == 1


def test_hostile_text_is_escaped() -> None:
    report = practice_report(title=TRICKY, authors=[ReportAuthor(name=TRICKY)])
    article = extracted(report)
    assert article["headline"] == report.title
    assert article["author"][0]["name"] == TRICKY
