"""Pages of the library to measure, and PDFs of reports. Runs inside Django."""

import time
from dataclasses import asdict, dataclass
from random import Random
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from knowledge.models import GlossaryEntry, LibraryPage, PracticeReport
from knowledge.vocabularies import ReportVocabulary
from netzwerk.pdf import render
from netzwerk.search.engines.port import Order
from netzwerk.vocabulary.models import Term
from tests.bench.generated.questions import LATER, questions
from tests.bench.generated.randomness import seeded_random
from tests.bench.load import percentile
from tests.bench.visits import EDITOR, MEMBER, VISITOR, session_of
from tests.pdf import reading
from tests.pdf.reports import TEXT, paragraph, pictures, report

MIXED = 60  # reports
# Searches: as many as one client sends, so that none is in the engine's cache of counts.
ASKED = 160
SEED = 3
PDFS = 20
WORDS = "Beratung Wohnungslosigkeit"
NARROWED, READ = "library, filters and words, mixed", "reports, mixed"


@dataclass(frozen=True)
class Tour:
    """URLs that one persona requests in turn; usually a single one."""

    name: str
    who: str
    paths: tuple[str, ...]
    session: str = ""


def library_tours() -> list[dict[str, Any]]:
    """The same for each number of reports; the single reports are those of the demo."""
    library, feed = LibraryPage.objects.get().url, reverse("knowledge:feed")
    topic, group = (Term.objects.of(one).first().slug for one in (ReportVocabulary.TOPIC, ReportVocabulary.GROUP))
    two = urlencode({"themenfeld": topic, "zielgruppe": group})
    reports = PracticeReport.objects.live().order_by("pk")
    longest = max(reports[:40], key=lambda one: len(str(one.raw_bodies())))
    entry = GlossaryEntry.objects.order_by("term").first()
    desk = reverse("library_read_counts:index")
    single = (
        ("start page", VISITOR, "/"),
        ("library, entrance", VISITOR, library),
        ("library, entrance", MEMBER, library),
        ("library, one filter", VISITOR, f"{library}?themenfeld={topic}"),
        ("library, two filters and words", VISITOR, f"{library}?{two}&{urlencode({'q': WORDS})}"),
        ("library, two filters and words", MEMBER, f"{library}?{two}&{urlencode({'q': WORDS})}"),
        ("library, newest, page 50", VISITOR, f"{library}?sortierung=neueste&seite=50"),
        ("library, nothing found", VISITOR, f"{library}?{two}&q=Quastenflosser&kosten=keine"),
        ("report, the longest of the demo", VISITOR, longest.url),
        ("report, the longest of the demo", MEMBER, longest.url),
        ("versions of a report", VISITOR, reverse("knowledge:versions", args=[longest.pk])),
        ("feed", VISITOR, feed),
        ("feed, two filters", VISITOR, f"{feed}?{two}"),
        ("glossary", VISITOR, reverse("glossary:list")),
        ("entry of the glossary", VISITOR, entry.get_absolute_url()),
        ("Mein Bereich", EDITOR, "/mein-bereich/"),
        ("how often read", EDITOR, desk),
    )
    tours = [Tour(name, who, (path,)) for name, who, path in single]
    tours += [Tour(NARROWED, VISITOR, narrowed(library)), Tour(READ, VISITOR, _spread(reports))]
    sessions = {VISITOR: ""} | {who: session_of(who) for who in (MEMBER, EDITOR)}
    return [asdict(tour) | {"session": sessions[tour.who]} for tour in tours]


def narrowed(library: str) -> tuple[str, ...]:
    """A third with words, a third with filters, a third with both; some in another order, some on page 5."""
    chance = seeded_random(6_000_000 + SEED)
    slugs = {one: list(Term.objects.of(one).values_list("slug", flat=True)) for one in ReportVocabulary}
    paths = []
    for number, asked in enumerate(questions(SEED, ASKED)):
        values: list[tuple[str, str]] = [("q", asked.text)] if number % 3 != 1 else []
        if number % 3 != 0:
            values += _filters(chance, slugs)
        if asked.order is not Order.RELEVANCE:
            values.append(("sortierung", asked.order.value))
        if asked.page == LATER:
            values.append(("seite", str(LATER)))
        paths.append(f"{library}?{urlencode(values)}")
    return tuple(paths)


def _filters(chance: Random, slugs: dict[ReportVocabulary, list[str]]) -> list[tuple[str, str]]:
    chosen = chance.sample(list(ReportVocabulary), chance.choice((1, 1, 2, 3)))
    return [(one.value, slug) for one in chosen for slug in chance.sample(slugs[one], min(chance.randint(1, 2), 2))]


def _spread(reports: Any) -> tuple[str, ...]:
    """From the first to the last that was written."""
    pks = list(reports.values_list("pk", flat=True))
    chosen = pks[:: max(len(pks) // MIXED, 1)][:MIXED]
    return tuple(one.url for one in reports.filter(pk__in=chosen))


def time_pdfs() -> dict[str, float]:
    """Seconds for reports of ten pages, all different because Typst caches."""
    times, files = [], pictures()
    for number in range(PDFS + 1):
        document = report(title=f"Bericht {number}")
        for section in document["sections"]:
            section["nodes"].append(paragraph(f"{section['title']} {number}: {TEXT[number * 7 :]}"))
        start = time.monotonic()
        content = render("report.typ", document, files)
        times.append(time.monotonic() - start)
    ordered = sorted(times[1:])  # the first loads the fonts
    return {
        "count": len(ordered),
        "pages": len(reading.opened(content).pages),
        "bytes": len(content),
        "first": times[0],
        "p50": percentile(ordered, 50),
        "p95": percentile(ordered, 95),
    }


COMMANDS = (library_tours, time_pdfs)
