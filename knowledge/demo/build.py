"""Builds the demo content of the library: reports with versions, files and read counts, the glossary, bookmarks."""

import random
import tomllib
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from html import escape
from pathlib import Path

from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction

from knowledge.demo.references import DemoReferences
from knowledge.demo.texts import ReportText, all_reports, blocks_of
from knowledge.models import (
    Bookmark,
    GlossaryEntry,
    LibraryPage,
    MonthlyCount,
    PracticeReport,
    ReportAuthor,
    ReportFile,
    ReportStage,
    ReportVersion,
)
from knowledge.models.reports import TERM_FIELDS
from knowledge.sections import SECTIONS
from knowledge.services.versions import withdraw_version
from knowledge.snapshot import snapshot_of
from knowledge.vocabularies import ReportVocabulary
from netzwerk.files.models import PortalDocument, PortalImage
from netzwerk.files.restrictions import audience_of
from netzwerk.files.services import store_document
from netzwerk.members.demo.organisations import ORGANISATION_BY_KEY
from netzwerk.members.models import Organisation, User
from netzwerk.members.models.organisations import SizeClass
from netzwerk.portal.demo.files import odt, picture_title, spreadsheet
from netzwerk.portal.demo.markdown import text_lines
from netzwerk.vocabulary.models import Term

FOLDER = Path(__file__).parent
SEED = 11
# The four parts of the fictitious Land, each with the keys of its Kreise and cities.
REGIONS = (
    ("Norden der Lindmark", "norden", ("99152", "99153", "99154")),
    ("Mitte der Lindmark", "mitte", ("99151", "99112", "99111", "99155")),
    ("Osten der Lindmark", "osten", ("99251", "99211")),
    ("Süden der Lindmark", "sueden", ("99253", "99252", "99212", "99254")),
)
SIZES = {
    SizeClass.SMALL: "unter-20000",
    SizeClass.MEDIUM: "bis-100000",
    SizeClass.LARGE: "bis-300000",
    SizeClass.VERY_LARGE: "ab-300000",
}
KINDS = {
    Organisation.Kind.CITY: "kreisfreie-stadt",
    Organisation.Kind.TOWN: "gemeinde",
    Organisation.Kind.DISTRICT: "kreis",
    Organisation.Kind.UNION: "gemeindeverband",
    Organisation.Kind.JOBCENTER: "jobcenter",
    Organisation.Kind.WELFARE: "wohlfahrtsverband",
    Organisation.Kind.PROVIDER: "freier-traeger",
    Organisation.Kind.RESEARCH: "forschung",
    Organisation.Kind.LAND: "land",
}
TERM_KEYS = {
    ReportVocabulary.TOPIC: "topics",
    ReportVocabulary.PHASE: "phases",
    ReportVocabulary.GROUP: "groups",
    ReportVocabulary.LAW: "laws",
}
NOTES = (
    "Für die Teamrunde im Januar: Wie viel Zeit hat das im Alltag gekostet? Anrufen und fragen.",
    "Vorlage für unsere Dienstanweisung, vor allem der Abschnitt zu den Stolpersteinen.",
    "",
)
ALT_TEXTS = {  # of the portal's own drawings
    "arbeit": "Zwei Menschen bauen an einer Werkbank ein Vogelhaus, an der Wand hängt Werkzeug",
    "bausteine": "Vier Menschen setzen aus bunten Steinen gemeinsam ein Haus zusammen",
    "familie": "Eine Familie mit Großeltern, Eltern und drei Kindern vor einem kleinen Haus",
    "gespraech": "Zwei Menschen sitzen einander an einem Tisch gegenüber und sprechen",
    "hilfeplan": "Zwei Hände über einer Liste mit Häkchen, eine davon schreibt",
    "kennzahlen": "Steigende Balken und eine Lupe, unter der Menschen zu sehen sind",
    "netzwerkkarte": "Eine Frau in der Mitte, um sie herum zwölf Menschen, mit ihr und untereinander verbunden",
    "offene-tuer": "Eine Frau steht in der offenen Tür eines Hauses, davor warten Menschen verschiedenen Alters",
    "runder-tisch": "Acht Menschen beraten an einem runden Tisch",
    "schluessel": "Zwei Hände halten eine verschlossene Mappe mit Schloss und Schlüssel",
    "telefon": "Eine Frau mit Kopfhörer am Schreibtisch telefoniert mit einem alten Mann auf seinem Sofa",
    "treppe": "Sieben Menschen helfen einander eine Treppe mit Rampe hinauf, eine Frau jubelt oben",
}


def build(say: Callable[[str], None]) -> None:
    library = LibraryPage.objects.get()
    make_glossary()
    regions = make_regions()
    editor = User.objects.get(email="redaktion@demo.example")
    terms = {(term.vocabulary, term.slug): term for term in Term.objects.all()}
    by_name = {one.name: one for one in Organisation.objects.select_related("district")}
    organisations = {
        key: by_name[organisation.name]
        for key, organisation in ORGANISATION_BY_KEY.items()
        if organisation.name in by_name
    }
    pictures = {image.title: image for image in PortalImage.objects.all()}
    members_only = make_members_collection()
    people = {person.get_full_name(): person for person in User.objects.filter(is_active=True)}
    texts = all_reports()
    reports = [make_report(library, text, organisations, pictures, editor) for text in texts]
    references = DemoReferences(organisations)
    for report, text in zip(reports, texts, strict=True):
        set_authors(report, text, people)
        set_terms(report, text, terms, regions, organisations)
        attach_files(report, text, members_only)
        report.references.set(references.of_report(report.slug))
        publish(report, text, editor)
    references.add_to_news()
    add_read_counts(reports)
    add_bookmarks(reports)
    say(f"{len(reports)} Praxisberichte, {GlossaryEntry.objects.count()} Begriffe im Glossar")


def make_glossary() -> None:
    rows = tomllib.loads((FOLDER / "glossary.toml").read_text(encoding="utf-8"))["entry"]
    made = {}
    for row in rows:
        paragraphs = filter(None, (part.strip() for part in row["text"].split("\n\n")))
        made[row["slug"]] = GlossaryEntry.objects.create(
            term=row["term"],
            slug=row["slug"],
            aliases=", ".join(row.get("aliases", [])),
            short=row["short"],
            text="".join(f"<p>{escape(' '.join(one.split()), quote=False)}</p>" for one in paragraphs),
            law_checked_on=row.get("law_checked"),
        )
    for row in rows:
        made[row["slug"]].see_also.set([made[slug] for slug in row.get("see_also", [])])


def make_regions() -> dict[str, Term]:
    """By the first five digits of the AGS."""
    found = {}
    names = dict(Organisation.objects.filter(district__isnull=False).values_list("district", "district__name"))
    for position, (name, slug, keys) in enumerate(REGIONS):
        part = Term.objects.create(vocabulary=ReportVocabulary.REGION, name=name, slug=slug, position=position)
        for key in keys:
            if key in names:
                slug = f"kreis-{key}"
                found[key] = Term.objects.create(
                    vocabulary=ReportVocabulary.REGION, name=names[key], slug=slug, parent=part, position=position
                )
    return found


def make_members_collection() -> Collection:
    root = Collection.get_first_root_node()
    collection = root.add_child(name="Anlagen nur für Mitglieder")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type=CollectionViewRestriction.LOGIN)
    return collection


def make_report(
    library: LibraryPage,
    text: ReportText,
    organisations: dict[str, Organisation],
    pictures: dict[str, PortalImage],
    owner: User,
) -> PracticeReport:
    head = text.head
    motif = head.get("picture", "")
    picture = pictures.get(picture_title(motif))
    report = PracticeReport(
        title=head["title"],
        slug=text.slug,
        lead=head["summary"],
        search_description=head["teaser"],
        owner=owner,
        picture=picture,
        picture_alt=ALT_TEXTS[motif] if picture else "",
        picture_caption=head.get("picture_caption", "") if picture else "",
        place=head["place"],
        provider=organisations[head["organisations"][0]].name if len(head["organisations"]) > 1 else "",
        started=first_of(head.get("start")),
        ended=first_of(head.get("end")),
        cost=head["cost"],
        cost_level=head["cost_level"],
        posts=Decimal(head["posts"]) if head.get("posts") else None,
        as_of=date.fromisoformat(head["as_of"]),
        evidence=head["evidence"],
        effect=head["effect"],
        review_due=date.fromisoformat(head["review_due"]) if head.get("review_due") else None,
        archived_on=date.fromisoformat(head["as_of"]) + timedelta(days=700) if head.get("archived") else None,
        change_note=changed_since(head["earlier"][-1]) if head.get("earlier") else "",
        first_published_at=at_nine(date.fromisoformat((head.get("earlier") or [{"date": head["as_of"]}])[0]["date"])),
    )
    for section in SECTIONS:
        setattr(report, section.field, text.sections[section.field])
    library.refresh_from_db()
    library.add_child(instance=report)
    report.organisations.set([organisations[key] for key in head["organisations"]])
    own, others = head.get("criteria", {}), head.get("reviewer", {})
    report.stages.set(
        [
            ReportStage(
                criterion=key,
                author_stage=own[key][0] if key in own else None,
                author_reason=own[key][1] if key in own else "",
                reviewer_stage=others[key][0] if key in others else None,
                reviewer_reason=others[key][1] if key in others else "",
                sort_order=n,
            )
            for n, key in enumerate(dict.fromkeys([*own, *others]))
        ]
    )
    return report


def set_authors(report: PracticeReport, text: ReportText, people: dict[str, User]) -> None:
    """Those who have an account in the demo are linked to it."""
    rows = enumerate(text.head["authors"])
    report.authors.set(
        [ReportAuthor(name=name, role=role, person=people.get(name), sort_order=n) for n, (name, role) in rows]
    )


def changed_since(earlier: dict) -> str:
    title = next(section.title for section in SECTIONS if section.key == earlier["section"])
    return f"Der Abschnitt „{title}“ ist neu geschrieben."


def first_of(month: str | None) -> date | None:
    return date.fromisoformat(f"{month}-01") if month else None


def at_nine(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(9)))


def set_terms(
    report: PracticeReport,
    text: ReportText,
    terms: dict[tuple[str, str], Term],
    regions: dict[str, Term],
    organisations: dict[str, Organisation],
) -> None:
    """Terms from the head of the text, and those that follow from the organisations."""
    for vocabulary, name in TERM_KEYS.items():
        getattr(report, TERM_FIELDS[vocabulary]).set([terms[vocabulary, slug] for slug in text.head.get(name, [])])
    own = [organisations[key] for key in text.head["organisations"]]
    report.provider_kinds.set({terms[ReportVocabulary.PROVIDER, KINDS[one.kind]] for one in own})
    report.sizes.set({terms[ReportVocabulary.SIZE, SIZES[one.size_class]] for one in own if one.size_class})
    report.regions.set({regions[one.district_id] for one in own if one.district_id in regions})


def attach_files(report: PracticeReport, text: ReportText, members_only: Collection) -> None:
    rows = []
    for number, one in enumerate(text.head.get("files", [])):
        if one["kind"] == "odt":
            data = odt(one["title"], text_lines(one["content"]))
        else:
            data = spreadsheet([line.split(";") for line in one["content"].strip().splitlines()])
        document: PortalDocument = store_document(
            ContentFile(data, name=f"{text.slug}-{number}.{one['kind']}"), title=one["title"]
        )
        if one.get("members_only"):
            document.collection = members_only
            document.save(update_fields=["collection"])
        rows.append(ReportFile(document=document, sort_order=number))
    report.files.set(rows)


def publish(report: PracticeReport, text: ReportText, editor: User) -> None:
    """Saves the live revision and all versions of the report, including the earlier and withdrawn ones."""
    report.full_clean()
    report.save()
    today = dict(text.sections)
    earlier = text.head.get("earlier", [])
    for number, one in enumerate(earlier, start=1):
        field = next(section.field for section in SECTIONS if section.key == one["section"])
        setattr(report, field, blocks_of(one["text"]))
        add_version(report, number, date.fromisoformat(one["date"]), one["note"])
        setattr(report, field, today[field])
    add_version(report, len(earlier) + 1, report.as_of, report.change_note)
    for number, one in enumerate(earlier, start=1):
        if "withdrawn" in one:
            withdraw_version(report.versions.get(number=number), actor=editor, reason=one["withdrawn"])
    revision = report.save_revision(user=editor, log_action=False)
    report.live_revision = revision
    report.has_unpublished_changes = False
    report.last_published_at = at_nine(report.as_of)
    report.save(update_fields=["live_revision", "has_unpublished_changes", "last_published_at"])


def add_version(report: PracticeReport, number: int, day: date, note: str) -> None:
    ReportVersion.objects.create(
        report=report,
        number=number,
        published_at=at_nine(day),
        note=note,
        audience=audience_of(report),
        document=snapshot_of(report, number=number, published_on=day) | {"changes": note},
    )


def add_read_counts(reports: list[PracticeReport]) -> None:
    """Read counts for four months; pseudo-random with a fixed seed."""
    chance = random.Random(SEED)  # noqa: S311  numbers of a demo
    month = timezone.localdate().replace(day=1)
    rows = []
    for _month in range(4):
        for report in reports:
            views = int(chance.paretovariate(1.2) * 9) % 240
            numbers = {
                MonthlyCount.What.VIEW: views,
                MonthlyCount.What.PDF: views // 6,
                MonthlyCount.What.FILE: views // 9,
            }
            rows += [MonthlyCount(report=report, month=month, what=what, number=n) for what, n in numbers.items() if n]
        month = (month - timedelta(days=1)).replace(day=1)
    MonthlyCount.objects.bulk_create(rows)


def add_bookmarks(reports: list[PracticeReport]) -> None:
    member = User.objects.get(email="mitglied@demo.example")
    for report, note in zip([one for one in reports if not one.is_archived][-6::2], NOTES, strict=False):
        Bookmark.objects.create(person=member, report=report, note=note)
