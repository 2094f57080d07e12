"""Child objects of a report that are edited with it: authors, stages of the criteria, files."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from knowledge.models.reports import PracticeReport
from knowledge.scales import HIGHEST_STAGE, Criterion, CriterionKey, criteria
from netzwerk.texts.readable import ReadableTexts

STAGES = [(stage, f"Stufe {stage} von {HIGHEST_STAGE}") for stage in range(HIGHEST_STAGE + 1)]


class ReportAuthor(ReadableTexts, Orderable):
    report = ParentalKey(PracticeReport, on_delete=models.CASCADE, related_name="authors")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Person im Netzwerk",
    )
    name = models.CharField("Name", max_length=120, blank=True)  # as published; it stays when the account goes
    role = models.CharField("Funktion und Organisation", max_length=200, blank=True)

    panels = [FieldPanel("person"), FieldRowPanel([FieldPanel("name"), FieldPanel("role")])]

    class Meta(Orderable.Meta):
        verbose_name = "Autor:in"

    def __str__(self) -> str:
        return f"{self.name}, {self.role}" if self.role else self.name


class ReportStage(ReadableTexts, Orderable):
    """One criterion of good practice, with separate assessments by the authors and the reviewers."""

    report = ParentalKey(PracticeReport, on_delete=models.CASCADE, related_name="stages")
    criterion = models.CharField("Kriterium", max_length=25, choices=CriterionKey)
    author_stage = models.PositiveSmallIntegerField(
        "Selbsteinschätzung", choices=STAGES, null=True, blank=True, validators=[MaxValueValidator(HIGHEST_STAGE)]
    )
    author_reason = models.CharField("Begründung", max_length=400, blank=True)
    reviewer_stage = models.PositiveSmallIntegerField(
        "Einschätzung der Redaktion",
        choices=STAGES,
        null=True,
        blank=True,
        validators=[MaxValueValidator(HIGHEST_STAGE)],
    )
    reviewer_reason = models.CharField("Begründung der Redaktion", max_length=400, blank=True)

    panels = [
        FieldPanel("criterion"),
        FieldRowPanel([FieldPanel("author_stage"), FieldPanel("author_reason")]),
        FieldRowPanel([FieldPanel("reviewer_stage"), FieldPanel("reviewer_reason")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = "Kriterium"
        constraints = [
            models.UniqueConstraint(fields=["report", "criterion"], name="knowledge_criterion_once"),
            models.CheckConstraint(
                condition=models.Q(author_stage__isnull=False) | models.Q(reviewer_stage__isnull=False),
                name="knowledge_stage_is_given",
                violation_error_message="Bitte wählen Sie mindestens eine Stufe.",
            ),
        ]

    def __str__(self) -> str:
        return self.get_criterion_display()

    @property
    def about(self) -> Criterion:
        return criteria()[self.criterion]

    @property
    def author_meaning(self) -> str:
        return self._meaning(self.author_stage)

    @property
    def reviewer_meaning(self) -> str:
        return self._meaning(self.reviewer_stage)

    def _meaning(self, stage: int | None) -> str:
        return "" if stage is None else self.about.stages[stage]


class ReportFile(ReadableTexts, Orderable):
    """A document that belongs to the report. The restrictions of its collection apply."""

    report = ParentalKey(PracticeReport, on_delete=models.CASCADE, related_name="files")
    document = models.ForeignKey(
        "files.PortalDocument", on_delete=models.CASCADE, related_name="+", verbose_name="Datei"
    )
    description = models.CharField("Wozu", max_length=250, blank=True)

    panels = [FieldPanel("document"), FieldPanel("description")]

    class Meta(Orderable.Meta):
        verbose_name = "Datei"

    def __str__(self) -> str:
        return str(self.document)

    def clean(self) -> None:
        super().clean()
        if self.document_id and not self.document.file:
            raise ValidationError({"document": "Diese Datei ist leer."})
