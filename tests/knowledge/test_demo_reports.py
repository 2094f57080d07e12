"""The reports of the demo are many, varied and complete, and not copies of each other."""

import re
from collections import Counter
from itertools import combinations
from statistics import quantiles

import pytest

from knowledge.demo.texts import ReportText, all_reports
from knowledge.models import PracticeReport
from knowledge.rich_nodes import lines_of
from knowledge.sections import SECTIONS
from netzwerk.portal.plain_text import parts_of_html

ENOUGH = 40
SENTENCE = 8  # words; longer sentences may occur in MOST_REPORTS reports at most
MOST_REPORTS = 2
ALIKE = 0.25  # maximum share of words that two reports have in common


@pytest.fixture(scope="module")
def reports() -> list[ReportText]:
    return all_reports()


def texts_of(report: ReportText) -> list[str]:
    """Paragraphs, quotations and cells."""
    found = []
    for blocks in report.sections.values():
        for kind, value in blocks:
            if kind == "text":
                found += [piece.text for piece in parts_of_html(value)]
            elif kind == "quotation":
                found.append(value["text"])
            else:
                found += [cell for row in value["rows"] for cell in row["values"]]
    return found


def words_of(report: ReportText) -> list[str]:
    return re.findall(r"\w+", " ".join(texts_of(report)).lower())


def test_reports_differ_in_length_and_words(reports) -> None:
    lengths = [len(words_of(one)) for one in reports]
    bags = {one.slug: set(words_of(one)) for one in reports}
    likeness = {
        pair: len(bags[pair[0]] & bags[pair[1]]) / len(bags[pair[0]] | bags[pair[1]]) for pair in combinations(bags, 2)
    }
    nearest = max(likeness, key=likeness.get)
    print(f"\n{len(reports)} reports, words: {min(lengths)} to {max(lengths)}, quartiles {quantiles(lengths)}")
    print(f"nearest pair: {likeness[nearest]:.2f} of the words shared, {nearest}")
    assert len(reports) >= ENOUGH
    assert max(lengths) > 4 * min(lengths)
    assert likeness[nearest] < ALIKE


def test_no_long_sentence_occurs_in_more_than_two(reports) -> None:
    reports_by_sentence: Counter[str] = Counter()
    for one in reports:
        sentences = {
            " ".join(re.findall(r"\w+", sentence.lower()))
            for text in texts_of(one)
            for sentence in re.split(r"[.!?:]\s", text)
        }
        reports_by_sentence.update(sentence for sentence in sentences if len(sentence.split()) >= SENTENCE)
    assert [sentence for sentence, count in reports_by_sentence.items() if count > MOST_REPORTS] == []


def test_each_has_all_ten_sections_and_no_markup_left(reports) -> None:
    for one in reports:
        assert [section.title for section in SECTIONS if not one.sections[section.field]] == [], one.slug
        for text in texts_of(one):
            assert not re.search(r"\*\*|^#|^\||^> |^- ", text), (one.slug, text)


def test_some_are_failures_archived_or_have_versions_and_files(reports) -> None:
    heads = [one.head for one in reports]
    assert sum(head["effect"] == "keine" for head in heads) >= 3
    assert sum(bool(head.get("archived")) for head in heads) >= 3
    assert sum(bool(head.get("earlier")) for head in heads) >= 10
    assert sum(bool(file.get("members_only")) for head in heads for file in head.get("files", [])) >= 5


@pytest.mark.django_db
def test_they_are_published_with_versions(reports) -> None:
    assert PracticeReport.objects.live().count() == len(reports)
    for report in PracticeReport.objects.prefetch_related("versions"):
        version = report.versions.first()
        lines = [line for section in version.document["sections"] for line in lines_of(section["nodes"])]
        assert sum(map(len, lines)) > 500, report.slug
        assert report.organisations.exists()
        assert report.topics.exists()
        assert report.regions.exists(), report.slug
