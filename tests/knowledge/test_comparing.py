"""The comparison of two versions: readable, and fast for long texts too."""

import random
import time

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from knowledge.comparison import MOST_LINES, changes_between
from knowledge.models import ReportVersion
from knowledge.sections import SECTIONS
from tests.factories.reports import practice_report

SEED = 2026
# Word frequencies as in German texts: a few frequent words, many rare ones.
WORDS = ["der", "die", "und", "in", "zu", "mit", "ist"] * 30 + [f"Wort{number}" for number in range(3000)]
SECONDS = 10  # a wide margin; the measured time is printed


def snapshot(paragraphs: list[str]) -> dict:
    share = max(-(-len(paragraphs) // len(SECTIONS)), 1)
    parts = [paragraphs[at : at + share] for at in range(0, share * len(SECTIONS), share)]
    empty = {name: [] for name in ("facts", "authors", "terms", "criteria", "scales", "files")}
    nodes = [[{"kind": "paragraph", "runs": [{"text": text}]} for text in part] for part in parts]
    sections = [
        {"key": one.key, "title": one.title, "nodes": found} for one, found in zip(SECTIONS, nodes, strict=True)
    ]
    return {"title": "Titel", "summary": "Kurz", **empty, "sections": sections}


def text(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(WORDS, k=words))


def edited(chance: random.Random, before: str, times: int = 5) -> str:
    words = before.split()
    for _time in range(times):
        words[chance.randrange(len(words))] = chance.choice(WORDS)
    return " ".join(words)


def pairs() -> dict[str, tuple[list[str], list[str]]]:
    """Pairs of texts with 200 pages (90,000 words) each."""
    chance = random.Random(SEED)  # noqa: S311  made-up text
    usual = [text(chance, 90) for _ in range(1000)]
    long = [text(chance, 900) for _ in range(100)]
    rows = [f"{chance.choice(['ja', 'nein'])} | {chance.randrange(3)}" for _ in range(9000)]
    few_words = [[" ".join(chance.choices("xy", k=60)) for _ in range(1500)] for _version in range(2)]
    return {
        "a few words in each paragraph": (usual, [edited(chance, one) for one in usual]),
        "all paragraphs new": (usual, [text(chance, 90) for _ in usual]),
        "other order": (usual, chance.sample(usual, len(usual))),
        "long paragraphs": (long, [edited(chance, one, 60) for one in long]),
        "rows alike, in other order": (rows, chance.sample(rows, len(rows))),
        "the same two words": (few_words[0], few_words[1]),
    }


def test_changed_words_are_marked_in_their_paragraph() -> None:
    old, new = snapshot(["Es kamen zwölf Familien im Monat."]), snapshot(["Es kamen zwanzig Familien im Monat."])
    (change,) = changes_between(old, new).changes
    segments = [(segment.kind, segment.text) for segment in change.lines[0].segments]
    assert segments == [("", "Es kamen"), ("del", "zwölf"), ("ins", "zwanzig"), ("", "Familien im Monat.")]


def test_lines_beyond_the_limit_are_counted() -> None:
    found = changes_between(snapshot([]), snapshot([f"Zeile {number}" for number in range(MOST_LINES + 7)]))
    assert sum(len(change.lines) for change in found.changes) == MOST_LINES
    assert found.left_out == 7


@pytest.mark.django_db
@pytest.mark.parametrize("name", pairs())
def test_two_hundred_pages_are_compared_fast(name: str) -> None:
    old, new = pairs()[name]
    report = practice_report()
    first = report.versions.get()
    ReportVersion.objects.filter(pk=first.pk).update(document=snapshot(old))
    ReportVersion.objects.create(report=report, number=2, published_at=first.published_at, document=snapshot(new))
    address = reverse("knowledge:version", args=[report.pk, 2])
    begun = time.perf_counter()
    answer = Client().get(address)
    took = time.perf_counter() - begun
    print(f"\n{name}: {took:.2f} s, {len(answer.content)} bytes")
    assert answer.status_code == 200
    assert took < SECONDS


@pytest.mark.django_db
def test_the_list_of_versions_does_not_load_snapshots() -> None:
    report = practice_report()
    first = report.versions.get()
    address, numbers = reverse("knowledge:versions", args=[report.pk]), iter(range(2, 40))
    Client().get(address)
    counts = []
    for more in (1, 30):
        ReportVersion.objects.bulk_create(
            ReportVersion(report=report, number=next(numbers), published_at=first.published_at, document=snapshot([]))
            for _ in range(more)
        )
        with CaptureQueriesContext(connection) as found:
            answer = Client().get(address)
        counts.append(len(found))
        assert not any('"document"' in query["sql"] for query in found)
    assert counts[0] == counts[1]
    assert "32 veröffentlichte Fassungen" in answer.content.decode()
