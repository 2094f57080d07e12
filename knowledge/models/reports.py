"""The library and its practice reports (DOMAIN.md 7)."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Exists, F, OuterRef
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField

from knowledge.blocks import SectionBlock
from knowledge.models.author_form import AuthorsPanel
from knowledge.scales import Cost, Effect, Evidence
from knowledge.sections import FIELDS, SECTIONS, Section
from knowledge.vocabularies import ReportVocabulary
from netzwerk.members.models import Organisation
from netzwerk.portal.models.base import CARD_FIELDS, PortalPage, PortalPageManager, PortalPageQuerySet
from netzwerk.portal.models.reference_field import ReferencesPageForm, ReferencesPanel
from netzwerk.portal.widgets import SearchableChoices
from netzwerk.vocabulary.fields import CountedManyToMany, TermsOfDrafts, terms_field
from netzwerk.vocabulary.models import Term

REVIEW_AFTER = timedelta(days=730)
EARLIEST = date(1990, 1, 1)
# The field of a report with the terms of each vocabulary.
TERM_FIELDS = {
    ReportVocabulary.TOPIC: "topics",
    ReportVocabulary.PHASE: "phases",
    ReportVocabulary.GROUP: "groups",
    ReportVocabulary.PROVIDER: "provider_kinds",
    ReportVocabulary.SIZE: "sizes",
    ReportVocabulary.REGION: "regions",
    ReportVocabulary.LAW: "laws",
}


class LibraryPage(PortalPage):
    """The search page for reports. knowledge.views.library serves it."""

    body_fields = ()
    template = "knowledge/library.html"
    parent_page_types = ["portal.StartPage"]
    subpage_types = ["knowledge.PracticeReport"]
    max_count = 1
    schema_type = "CollectionPage"
    content_panels = PortalPage.content_panels

    class Meta:
        verbose_name = "Bibliothek guter Praxis"

    @classmethod
    def of(cls, user) -> "LibraryPage | None":
        """The only one, if this user may see it. Without the order SQLite scans all pages."""
        return cls.objects.visible_to(user).order_by("pk").first()


class PracticeReportQuerySet(PortalPageQuerySet):
    def current(self) -> "PracticeReportQuerySet":
        """Not archived."""
        return self.filter(archived_on__isnull=True)

    def overdue(self) -> "PracticeReportQuerySet":
        """Current reports whose review date has passed."""
        return self.current().filter(review_due__lt=timezone.localdate())

    def without_review_request(self) -> "PracticeReportQuerySet":
        """Without a request for the current review date."""
        return self.exclude(review_requests__review_due=F("review_due"))

    def for_lists(self) -> "PracticeReportQuerySet":
        """With only the fields that a list of results shows."""
        fields = ("place", "as_of", "cost_level", "evidence", "effect", "archived_on", "review_due")
        return self.only(*CARD_FIELDS, *fields, "first_published_at", "last_published_at")


PracticeReportManager = PortalPageManager.from_queryset(PracticeReportQuerySet)


def of_visible_report(user) -> Exists:
    """For rows with a `report`. A correlated subquery, because a list of all visible reports is slow for a few rows."""
    return Exists(PracticeReport.objects.visible_to(user).filter(pk=OuterRef("report")))


def section_field(field: str) -> StreamField:
    section = next(one for one in SECTIONS if one.field == field)
    return StreamField(SectionBlock(), verbose_name=section.title, help_text=section.help, blank=True)


class PracticeReport(TermsOfDrafts, PortalPage):
    situation = section_field("situation")
    aims = section_field("aims")
    target_group = section_field("target_group")
    approach = section_field("approach")
    partners = section_field("partners")
    resources = section_field("resources")
    results = section_field("results")
    pitfalls = section_field("pitfalls")
    transfer = section_field("transfer")
    contact = section_field("contact")

    place = models.CharField("Ort", max_length=120, blank=True)
    provider = models.CharField(
        "Träger", max_length=200, blank=True, help_text="Leer, wenn es die Organisationen im Netzwerk sind."
    )
    organisations = CountedManyToMany(
        Organisation, verbose_name="Organisationen im Netzwerk", blank=True, related_name="practice_reports"
    )
    started = models.DateField("Beginn", null=True, blank=True, help_text="Der Tag zählt nicht, nur Monat und Jahr.")
    ended = models.DateField("Ende", null=True, blank=True, help_text="Leer, wenn es weiterläuft.")
    cost = models.CharField("Kosten", max_length=200, blank=True, help_text="In Worten, mit Zeitraum.")
    cost_level = models.CharField("Kostenrahmen", max_length=10, choices=Cost, blank=True)
    posts = models.DecimalField(
        "Vollzeitstellen",
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0))],
    )
    as_of = models.DateField("Stand", default=timezone.localdate, help_text="Wann wurde der Bericht so geschrieben?")
    evidence = models.CharField("Evidenz", max_length=12, choices=Evidence, blank=True)
    effect = models.CharField("Wirkung", max_length=10, choices=Effect, blank=True)
    picture_caption = models.CharField("Bildunterschrift", max_length=300, blank=True)

    topics = terms_field(ReportVocabulary.TOPIC.label, ReportVocabulary.TOPIC)
    phases = terms_field(ReportVocabulary.PHASE.label, ReportVocabulary.PHASE)
    groups = terms_field(ReportVocabulary.GROUP.label, ReportVocabulary.GROUP)
    provider_kinds = terms_field(ReportVocabulary.PROVIDER.label, ReportVocabulary.PROVIDER)
    sizes = terms_field(ReportVocabulary.SIZE.label, ReportVocabulary.SIZE)
    regions = terms_field(ReportVocabulary.REGION.label, ReportVocabulary.REGION)
    laws = terms_field(ReportVocabulary.LAW.label, ReportVocabulary.LAW)

    review_due = models.DateField(
        "Prüfen bis", null=True, blank=True, help_text="Danach ist der Bericht als veraltet gekennzeichnet."
    )
    archived_on = models.DateField(
        "Archiviert am",
        null=True,
        blank=True,
        help_text="Archivierte Berichte findet nur, wer ausdrücklich danach sucht.",
    )
    change_note = models.TextField(
        "Was hat sich geändert?",
        max_length=500,
        blank=True,
        help_text="Ein bis zwei Sätze für Leser:innen; bei der ersten Fassung leer.",
    )

    objects = PracticeReportManager()
    body_fields = FIELDS
    term_fields = tuple(TERM_FIELDS.values())
    needed_for_review = {
        "lead": "Hier fehlt noch die Zusammenfassung: ein bis zwei Sätze darüber, was getan wurde und was dabei herauskam.",
        "place": "Hier fehlt noch der Ort.",
        "topics": "Bitte wählen Sie mindestens ein Thema, sonst findet den Bericht niemand.",
    } | {section.field: f"Zu „{section.title}“ steht hier noch nichts. {section.help}" for section in SECTIONS}
    has_own_search_kind = True
    base_form_class = ReferencesPageForm
    template = "knowledge/report.html"
    parent_page_types = ["knowledge.LibraryPage"]
    subpage_types: list[str] = []
    schema_type = "Article"

    facts_panels = [
        FieldRowPanel([FieldPanel("place"), FieldPanel("provider")]),
        FieldPanel("organisations", widget=SearchableChoices),
        AuthorsPanel("authors", label="Autor:in", heading="Autor:innen", max_num=6),
        FieldRowPanel([FieldPanel("started"), FieldPanel("ended"), FieldPanel("as_of")]),
        FieldRowPanel([FieldPanel("cost"), FieldPanel("cost_level"), FieldPanel("posts")]),
        *(FieldPanel(name, widget=SearchableChoices) for name in TERM_FIELDS.values()),
    ]
    quality_panels = [
        MultiFieldPanel([FieldPanel("evidence"), FieldPanel("effect")], heading="Eigene Skalen"),
        InlinePanel("stages", label="Kriterium", heading="Kriterien guter Praxis", max_num=12),
        MultiFieldPanel([FieldPanel("review_due"), FieldPanel("archived_on")], heading="Aktualität"),
    ]
    content_panels = [
        *PortalPage.content_panels,
        FieldPanel("picture_caption"),
        *(FieldPanel(name) for name in FIELDS),
        InlinePanel("files", label="Datei", heading="Dateien", max_num=12),
        ReferencesPanel(),
        FieldPanel("change_note"),
    ]

    class Meta:
        verbose_name = "Praxisbericht"
        verbose_name_plural = "Praxisberichte"
        indexes = [
            models.Index(
                fields=["review_due"], condition=models.Q(archived_on__isnull=True), name="knowledge_report_review"
            ),
            models.Index(
                fields=["-as_of", "-portalpage_ptr"],
                condition=models.Q(archived_on__isnull=True),
                name="knowledge_report_newest",
            ),
        ]

    @classmethod
    def own_tabs(cls) -> list[tuple[list, str]]:
        return [(cls.content_panels, "Bericht"), (cls.facts_panels, "Angaben"), (cls.quality_panels, "Güte")]

    def clean(self) -> None:
        super().clean()
        if self.review_due is None and self.as_of:
            self.review_due = self.as_of + REVIEW_AFTER
        if self.started and self.ended and self.ended < self.started:
            raise ValidationError({"ended": "Das Ende liegt vor dem Beginn."})
        if self.as_of and not EARLIEST <= self.as_of <= timezone.localdate():
            raise ValidationError({"as_of": "Der Stand liegt in der Zukunft oder vor 1990."})
        if self.archived_on and self.archived_on > timezone.localdate():
            raise ValidationError({"archived_on": "Archiviert wird ab heute oder einem früheren Tag."})

    # Reading -------------------------------------------------------------------------------------------------------

    @property
    def permalink(self) -> str:
        """Does not change when the page is moved or renamed. Empty in the preview of an unsaved report."""
        return reverse("knowledge:permalink", args=[self.pk]) if self.pk else ""

    @property
    def is_archived(self) -> bool:
        return self.archived_on is not None

    @property
    def is_overdue(self) -> bool:
        return not self.is_archived and self.review_due is not None and self.review_due < timezone.localdate()

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict]:
        """Archived reports are not in the sitemap."""
        return [] if self.is_archived else super().get_sitemap_urls(request)

    def sections(self) -> Iterator[tuple[Section, StreamField]]:
        """Sections that are not empty."""
        for section in SECTIONS:
            stream = getattr(self, section.field)
            if stream:
                yield section, stream

    def terms(self) -> dict[ReportVocabulary, list[Term]]:
        """By vocabulary. A query for each vocabulary unless prefetched."""
        return {vocabulary: list(getattr(self, field).all()) for vocabulary, field in TERM_FIELDS.items()}
