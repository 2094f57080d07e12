"""Published versions of a report: what it said, kept as it was read, and the PDF that was made of it."""

from pathlib import PurePath

from django.db import models
from django.db.models import Exists, OuterRef, Q

from knowledge.access import can_keep_library
from knowledge.models.reports import PracticeReport, of_visible_report
from netzwerk.files.restrictions import audiences_with

MOST_TRIES = 5
PDF_FOLDER = "reports"


def pdf_path(version: "ReportVersion", _name: str) -> str:
    return f"{PDF_FOLDER}/{version.report_id}-{version.number}.pdf"


class ReportVersionQuerySet(models.QuerySet):
    def visible_to(self, user) -> "ReportVersionQuerySet":
        """Of the reports that this person may see, what was published for an audience to which they belong, and the newest.

        A report that opens later does not open what was written for a closed circle: nobody has released that to all. The
        newest is what the page itself shows.
        """
        audiences = self.order_by().exclude(audience="").values_list("audience", flat=True).distinct()
        newer = self.model.objects.filter(report=OuterRef("report"), number__gt=OuterRef("number"))
        return self.filter(of_visible_report(user), Q(audience__in=audiences_with(user, audiences)) | ~Exists(newer))

    def manageable_by(self, user) -> "ReportVersionQuerySet":
        """Of all reports, offline ones too, for those who keep the library."""
        return self if can_keep_library(user) else self.none()

    def not_withdrawn(self) -> "ReportVersionQuerySet":
        """Not taken back."""
        return self.filter(withdrawn_at=None)

    def without_pdf(self) -> "ReportVersionQuerySet":
        return self.not_withdrawn().filter(pdf="", pdf_tries__lt=MOST_TRIES)


class ReportVersion(models.Model):
    report = models.ForeignKey(PracticeReport, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField("Fassung")
    published_at = models.DateTimeField("veröffentlicht")
    note = models.TextField("Was hat sich geändert?", blank=True)
    audience = models.TextField(blank=True)  # for whom it was published; empty: for everybody
    document = models.JSONField()
    pdf = models.FileField(upload_to=pdf_path, blank=True)
    pdf_error = models.CharField(max_length=200, blank=True)
    pdf_tries = models.PositiveSmallIntegerField(default=0)
    withdrawn_at = models.DateTimeField("zurückgezogen", null=True, blank=True)  # by whom: in the log of the page
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
    def has_no_pdf(self) -> bool:
        """None will come any more."""
        return not self.pdf and self.pdf_tries >= MOST_TRIES

    @property
    def filename(self) -> str:
        return f"{self.report.slug[:60]}-fassung-{self.number}{PurePath(self.pdf.name).suffix}"
