"""What the page of a report shows besides its text, computed once for each request or preview."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet
from django.urls import reverse
from wagtail.fields import StreamField

from knowledge.glossary_links import Linker
from knowledge.models import PracticeReport, ReportFile
from knowledge.models.parts import ReportAuthor, ReportStage
from knowledge.models.reports import TERM_FIELDS
from knowledge.sections import Section
from knowledge.snapshot import AS_OF, facts_of, scales_of
from knowledge.vocabularies import ReportVocabulary
from netzwerk.directory.people import address_of
from netzwerk.files.models import PortalDocument
from netzwerk.members import access
from netzwerk.members.models import Organisation, User
from netzwerk.portal.models.references import Shown, kind_of, resolve
from netzwerk.vocabulary.models import Term, Tree


@dataclass(frozen=True)
class TermLink:
    name: str
    url: str


@dataclass
class ReportView:
    report: PracticeReport
    user: Any

    @cached_property
    def key_facts(self) -> list[list[str]]:
        """Without the date of the text, which the page shows above the title."""
        return [row for row in facts_of(self.report) if row[0] != AS_OF]

    @cached_property
    def sections(self) -> list[tuple[Section, StreamField]]:
        return list(self.report.sections())

    @cached_property
    def authors(self) -> list[ReportAuthor]:
        return list(self.report.authors.all())

    @cached_property
    def authors_with_profiles(self) -> list[tuple[ReportAuthor, str]]:
        """Each with the URL of the open profile, "" if there is none or this user may not see it. At most one query."""
        pks = [author.person_id for author in self.authors if author.person_id]
        people = {}
        if pks and access.can_see_open_profiles(self.user):
            people = User.objects.visible_to(self.user).with_open_profile().in_bulk(pks)
        return [
            (author, address_of(people[author.person_id]) if author.person_id in people else "")
            for author in self.authors
        ]

    @cached_property
    def organisations(self) -> list[Organisation]:
        return list(self.report.organisations.all())

    @cached_property
    def contents(self) -> list[tuple[str, str]]:
        """Anchor and heading of each part of the page, in its order."""
        after_the_text = [
            ("guete", "Kriterien guter Praxis", self.stages),
            ("einordnung", "Einordnung", self.terms or self.scales),
            ("wer", "Wer berichtet", self.authors or self.organisations),
            ("dateien", "Dateien", self.files),
            ("zitieren", "Zitieren und Fassungen", self.report.pk),
        ]
        return [
            *((section.key, section.title) for section, _stream in self.sections),
            *((anchor, heading) for anchor, heading, is_there in after_the_text if is_there),
        ]

    @cached_property
    def scales(self) -> list[tuple[str, str, str]]:
        return scales_of(self.report)

    @cached_property
    def stages(self) -> list[ReportStage]:
        return [stage for stage in self.report.stages.all() if stage.criterion]

    @cached_property
    def has_reviewers(self) -> bool:
        return any(stage.reviewer_stage is not None for stage in self.stages)

    @cached_property
    def references(self) -> list[Shown]:
        """Reports and others that the editors chose, as this user may see them."""
        return resolve(self.report.references.all(), self.user)

    @property
    def heading_of_references(self) -> str:
        own = kind_of(PracticeReport).key
        return "Verwandte Berichte" if all(one.kind == own for one in self.references) else "Mehr dazu"

    @cached_property
    def glossary(self) -> Linker:
        return Linker.load()

    @cached_property
    def tree(self) -> Tree:
        """All terms, with an attribute `is_chosen` unless this is a preview with unsaved terms."""
        return Tree.load() if has_unsaved_terms(self.report) else Tree(with_chosen(self.report))

    @cached_property
    def chosen(self) -> dict[ReportVocabulary, list[Term]]:
        """The report's terms by vocabulary, in the order of the tree."""
        if has_unsaved_terms(self.report):
            return self.report.terms()
        return {
            vocabulary: [term for _level, term in self.tree.in_order(vocabulary) if term.is_chosen]
            for vocabulary in ReportVocabulary
        }

    @cached_property
    def terms(self) -> list[tuple[str, list[TermLink]]]:
        """By label of the vocabulary, each term with its link; a term that is only proposed has none."""
        return [
            (vocabulary.label, [TermLink(self._path_of(term), self._url_of(term)) for term in terms])
            for vocabulary, terms in self.chosen.items()
            if terms
        ]

    def _path_of(self, term: Term) -> str:
        return " › ".join(one.name for one in self.tree.path(term))

    def _url_of(self, term: Term) -> str:
        """The page of a topic; else the library narrowed to the term."""
        if term.is_proposed:
            return ""
        if term.vocabulary == ReportVocabulary.TOPIC:
            return reverse("portal:topic", args=[term.slug])
        return f"{library_of(self.report)}?{urlencode({term.vocabulary: term.slug})}"

    @cached_property
    def files(self) -> list[tuple[ReportFile, bool]]:
        """Each file with whether this user may open it. Titles of restricted files are public."""
        rows = list(self.report.files.select_related("document"))
        visible = PortalDocument.objects.visible_to(self.user).filter(pk__in=[row.document_id for row in rows])
        visible_pks = set(visible.values_list("pk", flat=True))
        return [(row, row.document_id in visible_pks) for row in rows]


def library_of(report: PracticeReport) -> str:
    """URL of the library page above it."""
    return f"{(report.url or '/').rstrip('/').rpartition('/')[0]}/"


def has_unsaved_terms(report: PracticeReport) -> bool:
    """True in a preview of a form with changed terms."""
    return any(field in getattr(report, "_cluster_related_objects", {}) for field in TERM_FIELDS.values())


def with_chosen(report: PracticeReport) -> QuerySet:
    """All terms in one query, those of the report with `is_chosen`."""
    is_chosen = Q(pk__in=_term_pks([report.pk], "term_id"))
    return Term.objects.annotate(is_chosen=ExpressionWrapper(is_chosen, output_field=BooleanField()))


def _term_pks(pks: Collection[int], *columns: str) -> QuerySet:
    """Rows of the through tables of all term fields, for these reports."""
    parts = [
        getattr(PracticeReport, field).through.objects.filter(practicereport__in=pks).order_by().values_list(*columns)
        for field in TERM_FIELDS.values()
    ]
    return parts[0].union(*parts[1:])


def chosen_terms(pks: Collection[int], tree: Tree) -> dict[int, dict[ReportVocabulary, list[Term]]]:
    """The terms of each report by vocabulary, in the order of the tree. One query."""
    chosen = set(_term_pks(pks, "practicereport_id", "term_id"))
    in_order = {vocabulary: [term for _level, term in tree.in_order(vocabulary)] for vocabulary in ReportVocabulary}
    return {
        pk: {vocabulary: [term for term in terms if (pk, term.pk) in chosen] for vocabulary, terms in in_order.items()}
        for pk in pks
    }
