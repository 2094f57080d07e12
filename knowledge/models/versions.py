"""Published versions of a report: a snapshot of its content, and the PDF made from it."""

from pathlib import PurePath

from django.db import models
from django.db.models import Exists, OuterRef, Q

from knowledge.access import can_maintain_library
from knowledge.models.reports import PracticeReport, of_visible_report
from netzwerk.files.restrictions import audiences_with

MOST_TRIES = 5
PDF_FOLDER = "reports"


def pdf_path(version: "ReportVersion", _name: str) -> str:
    return f"{PDF_FOLDER}/{version.report_id}-{version.number}.pdf"


class ReportVersionQuerySet(models.QuerySet):
    def visible_to(self, user) -> "ReportVersionQuerySet":
        """Of visible reports the newest version, which the page shows anyway, and versions whose audience includes the user.

        Older versions keep the audience for which they were published, even if the report is opened to more people later.
        """
        audiences = self.order_by().exclude(audience="").values_list("audience", flat=True).distinct()
        newer = self.model.objects.filter(report=OuterRef("report"), number__gt=OuterRef("number"))
        return self.filter(of_visible_report(user), Q(audience__in=audiences_with(user, audiences)) | ~Exists(newer))

    def manageable_by(self, user) -> "ReportVersionQuerySet":
        """All versions, of offline reports too, for users who may maintain the library."""
        return self if can_maintain_library(user) else self.none()

    def not_withdrawn(self) -> "ReportVersionQuerySet":
        return self.filter(withdrawn_at=None)

    def without_pdf(self) -> "ReportVersionQuerySet":
        return self.not_withdrawn().filter(pdf="", pdf_tries__lt=MOST_TRIES)


class ReportVersion(models.Model):
    report = models.ForeignKey(PracticeReport, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField("Fassung")
    published_at = models.DateTimeField("veröffentlicht")
    note = models.TextField("Was hat sich geändert?", blank=True)
    audience = models.TextField(blank=True)  # see files.restrictions.audience_of; empty: public
    document = models.JSONField()
    pdf = models.FileField(upload_to=pdf_path, blank=True)
    pdf_error = models.CharField(max_length=200, blank=True)
    pdf_tries = models.PositiveSmallIntegerField(default=0)
    withdrawn_at = models.DateTimeField("zurückgezogen", null=True, blank=True)  # the page log says by whom
    withdrawn_because = models.CharField("Grund", max_length=300, blank=True)

    objects = ReportVersionQuerySet.as_manager()

    class Meta:
        verbose_name = "Fassung"
        verbose_name_plural = "Fassungen"
        ordering = ["-number"]
        indexes = [
            models.Index(
                fields=["pdf_tries"],
                condition=models.Q(pdf="", withdrawn_at__isnull=True),
                name="knowledge_version_without_pdf",
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="knowledge_version_once"),
            models.CheckConstraint(
                condition=models.Q(withdrawn_at=None) | models.Q(note="", pdf=""), name="knowledge_withdrawn_is_empty"
            ),
        ]

    def __str__(self) -> str:
        return f"Fassung {self.number}"

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None

    @property
    def pdf_has_failed(self) -> bool:
        """Whether all attempts to make it have failed."""
        return not self.pdf and self.pdf_tries >= MOST_TRIES

    @property
    def filename(self) -> str:
        return f"{self.report.slug[:60]}-fassung-{self.number}{PurePath(self.pdf.name).suffix}"
