"""Generates practice reports of about 2 kB, with facts, terms, criteria, authors, versions, files and read counts of two years;
the same in each run."""

import html
import json
import time
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice
from random import Random
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import Page, ReferenceIndex

from knowledge.models import (
    LibraryPage,
    MonthlyCount,
    PracticeReport,
    ReportAuthor,
    ReportFile,
    ReportStage,
    ReportVersion,
)
from knowledge.models.reports import REVIEW_AFTER, TERM_FIELDS
from knowledge.scales import HIGHEST_STAGE, Cost, CriterionKey, Effect, Evidence
from knowledge.sections import SECTIONS
from knowledge.vocabularies import ReportVocabulary
from netzwerk.files.models import PortalDocument
from netzwerk.members.models import Organisation
from netzwerk.portal.models import PortalPage
from netzwerk.vocabulary.models import Term
from tests.bench.generated.articles import FIRST_NAMES, NEWEST, Article, Writer
from tests.bench.generated.organisations import place_names
from tests.bench.generated.randomness import seeded_random
from tests.bench.generated.rows import AT_ONCE, KEYS, Place, analyse, insert, text_block

FIRST_NUMBER = 1_000_000  # of their texts, different from those of the news items
MONTHS = 24
MOST_TERMS = {
    ReportVocabulary.TOPIC: 3,
    ReportVocabulary.PHASE: 2,
    ReportVocabulary.GROUP: 2,
    ReportVocabulary.LAW: 2,
}  # of the others one
CHANGED = "Der erste Abschnitt ist neu geschrieben."
VIEWS = "(400 / (1 + ({pk} * 7919) %% 1000) + ({pk} * 31 + %s) %% 3)"  # few are read often, most rarely


@dataclass(frozen=True)
class Known:
    """Objects that reports refer to."""

    terms: dict[ReportVocabulary, list[Term]]
    organisations: list[int]
    documents: list[int]
    places: list[str]


@dataclass
class Report:
    """State of one report during its generation."""

    pk: int
    article: Article
    chance: Random
    terms: dict[ReportVocabulary, list[Term]]
    author: str
    place: str
    facts: dict[str, Any]

    @property
    def sections(self) -> Iterator[tuple[str, list[str]]]:
        """Streams by field; a short report leaves the last ones empty."""
        fields = [section.field for section in SECTIONS]
        paragraphs = [text for _heading, texts in self.article.sections for text in texts]
        yield from zip(fields, ([text] for text in paragraphs[: len(fields)]), strict=False)


def write_reports(end: str) -> float:
    """Write reports until there are `end`; returns the seconds."""
    start = time.monotonic()
    ContentType.objects.clear_cache()
    library = LibraryPage.objects.get()
    place, known, there = Place(library, PracticeReport), _known(), PracticeReport.objects.count()
    articles = Writer().articles(FIRST_NUMBER + there, FIRST_NUMBER + max(int(end), there))
    with transaction.atomic():
        while some := list(islice(articles, AT_ONCE)):
            reports = [_report(page.pk, one, known) for page, one in zip(place.add(some), some, strict=True)]
            _write(reports, known, place)
            _write_counts(reports[0].pk, reports[-1].pk)
    analyse()
    return time.monotonic() - start


def library_size() -> dict[str, int | str]:
    """Numbers of rows."""
    version = ".".join(str(part) for part in connection.get_database_version())
    return {
        "reports": PracticeReport.objects.live().count(),
        "archived": PracticeReport.objects.live().filter(archived_on__isnull=False).count(),
        "versions": ReportVersion.objects.count(),
        "rows of terms": sum(getattr(PracticeReport, field).through.objects.count() for field in TERM_FIELDS.values()),
        "criteria": ReportStage.objects.count(),
        "numbers of months": MonthlyCount.objects.count(),
        "database": f"{connection.display_name} {version}",
    }


def _known() -> Known:
    terms = {vocabulary: list(Term.objects.of(vocabulary)) for vocabulary in ReportVocabulary}
    organisations = list(Organisation.objects.order_by("pk").values_list("pk", flat=True))
    documents = list(PortalDocument.objects.order_by("pk").values_list("pk", flat=True))
    return Known(terms, organisations, documents, list(islice(place_names(), 2_000)))


def _report(pk: int, article: Article, known: Known) -> Report:
    chance = seeded_random(5_000_000 + article.number)
    terms = {
        vocabulary: chance.sample(found, min(chance.randint(1, MOST_TERMS.get(vocabulary, 1)), len(found)))
        for vocabulary, found in known.terms.items()
    }
    place = chance.choice(known.places)
    return Report(
        pk=pk,
        article=article,
        chance=chance,
        terms=terms,
        author=f"{chance.choice(FIRST_NAMES.split())} {chance.choice(known.places).removeprefix('Bad ')}er",
        place=place,
        facts=_facts(article.day, place, chance),
    )


def _facts(day: date, place: str, chance: Random) -> dict[str, Any]:
    is_old = day < NEWEST - timedelta(days=365 * 5)
    return {
        "place": place,
        "provider": "" if chance.random() < 0.5 else f"Sozialwerk {place}",
        "started": day - timedelta(days=chance.randrange(200, 1_500)),
        "cost": f"{chance.randrange(2, 90)}.000 Euro im Jahr",
        "cost_level": chance.choice(Cost.values),
        "posts": chance.choice((0.5, 1, 1.5, 2, 3)),
        "as_of": day,
        "evidence": chance.choice(Evidence.values),
        "effect": chance.choice(Effect.values),
        "review_due": day + REVIEW_AFTER * chance.randint(1, 6),
        "archived_on": day + REVIEW_AFTER if is_old and chance.random() < 0.5 else None,
    }


def _write(reports: list[Report], known: Known, place: Place) -> None:
    insert(PortalPage, ({"page_ptr": one.pk, "lead": one.article.lead} for one in reports))
    insert(PracticeReport, ({"portalpage_ptr": one.pk, **one.facts, **_streams(one)} for one in reports))
    for vocabulary, field in TERM_FIELDS.items():
        through = getattr(PracticeReport, field).through
        insert(
            through, ({"practicereport": one.pk, "term": term.pk} for one in reports for term in one.terms[vocabulary])
        )
    through = PracticeReport.organisations.through
    insert(
        through,
        ({"practicereport": one.pk, "organisation": one.chance.choice(known.organisations)} for one in reports),
    )
    insert(ReportAuthor, ({"report": one.pk, "name": one.author, "role": "Sozialplanung"} for one in reports))
    insert(ReportStage, (row for one in reports for row in _stages(one)))
    files = list(_files(reports, known))
    insert(ReportFile, files)
    insert(ReferenceIndex, _references(files, place))
    insert(ReportVersion, (row for one in reports for row in _versions(one)))


def _streams(report: Report) -> dict[str, str]:
    return {
        field: json.dumps(
            [text_block(f"{report.article.number}-{field}", "".join(f"<p>{html.escape(text)}</p>" for text in texts))]
        )
        for field, texts in report.sections
    }


def _stages(report: Report) -> Iterator[dict[str, Any]]:
    chosen = report.chance.sample(CriterionKey.values, report.chance.randint(0, 6))
    for number, key in enumerate(chosen):
        yield {
            "report": report.pk,
            "sort_order": number,
            "criterion": key,
            "author_stage": report.chance.randint(0, HIGHEST_STAGE),
            "author_reason": "So steht es im Konzept, und so wird es gemacht.",
            "reviewer_stage": report.chance.choice((None, report.chance.randint(0, HIGHEST_STAGE))),
        }


def _files(reports: Iterable[Report], known: Known) -> Iterator[dict[str, Any]]:
    """A file for every tenth report."""
    for report in reports:
        if known.documents and report.article.number % 10 == 0:
            yield {"report": report.pk, "document": report.chance.choice(known.documents), "sort_order": 0}


def _references(files: list[dict[str, Any]], place: Place) -> Iterator[dict[str, Any]]:
    """Rows of Wagtail's reference index, which decide who may see a file."""
    page, document = (ContentType.objects.get_for_model(model) for model in (Page, PortalDocument))
    for row in files:
        yield {
            "content_type": place.type.pk,
            "base_content_type": page.pk,
            "object_id": str(row["report"]),
            "to_content_type": document.pk,
            "to_object_id": str(row["document"]),
            "model_path": "files.item.document",
            "content_path": f"files.{row['report']}.document",
            "content_path_hash": uuid.uuid5(KEYS, f"files.{row['report']}.document").hex,
        }


def _versions(report: Report) -> Iterator[dict[str, Any]]:
    """One version, three for every fifth report. None needs a PDF any more: 100,000 would take too long."""
    numbers = range(1, 4 if report.article.number % 5 == 0 else 2)
    for number in numbers:
        day = report.article.day - timedelta(days=90 * (len(numbers) - number))
        note = CHANGED if number > 1 else ""
        yield {
            "report": report.pk,
            "number": number,
            "published_at": timezone.make_aware(datetime(day.year, day.month, day.day, 9)),
            "note": note,
            "document": json.dumps(_document(report, number, note)),
            "pdf_tries": 99,
        }


def _document(report: Report, number: int, note: str) -> dict[str, Any]:
    """As knowledge.snapshot makes them."""
    texts = dict(report.sections)
    first = SECTIONS[0].field
    texts[first] = [f"{number}. {text}" for text in texts[first]]
    return {
        "title": report.article.title,
        "summary": report.article.lead,
        "number": report.pk,
        "version": number,
        "changes": note,
        "facts": [["Ort", report.place], ["Kosten", report.facts["cost"]]],
        "authors": [report.author],
        "organisations": [],
        "picture": None,
        "terms": [[vocabulary.label, [term.name for term in terms]] for vocabulary, terms in report.terms.items()],
        "sections": [
            {
                "key": section.key,
                "title": section.title,
                "nodes": [{"kind": "paragraph", "runs": [{"text": text}]} for text in texts.get(section.field, [])],
            }
            for section in SECTIONS
        ],
        "criteria": [],
        "scales": [],
        "files": [],
    }


def _write_counts(first: int, last: int) -> None:
    """Monthly counts of reads, PDFs and files, generated in the database: millions of rows."""
    number, table = connection.ops.quote_name("number"), MonthlyCount._meta.db_table
    views = VIEWS.format(pk="report_id")
    what = MonthlyCount.What
    month = timezone.localdate().replace(day=1)
    with connection.cursor() as cursor:
        for back in range(MONTHS):
            for one, share in ((what.VIEW, 1), (what.PDF, 6), (what.FILE, 40)):
                cursor.execute(
                    f"INSERT INTO {table} (report_id, month, what, {number}) "  # noqa: S608
                    f"SELECT report_id, %s, %s, {views} / {share} "
                    f"FROM (SELECT portalpage_ptr_id AS report_id FROM {PracticeReport._meta.db_table} "
                    f"WHERE portalpage_ptr_id BETWEEN %s AND %s) reports WHERE {views} >= {share}",
                    [connection.ops.adapt_datefield_value(month), one.value, back, first, last, back],
                )
            month = (month - timedelta(days=1)).replace(day=1)


COMMANDS = (write_reports, library_size)
