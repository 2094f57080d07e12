"""Published versions of a report: what it said, kept as it was read, and the PDF that was made of it."""

from pathlib import PurePath

from django.db import models, transaction
from django.utils import timezone
from django_q.tasks import async_task

from knowledge.document import document_of
from knowledge.models.reports import PracticeReport, of_visible_report

MAKE_PDF = "knowledge.tasks.make_pdf"
MOST_TRIES = 5


def pdf_path(version: "ReportVersion", _name: str) -> str:
    return f"reports/{version.report_id}-{version.number}.pdf"


class ReportVersionQuerySet(models.QuerySet):
    def visible_to(self, user) -> "ReportVersionQuerySet":
        """Versions of the reports that this person may see."""
        return self.filter(of_visible_report(user))

    def without_pdf(self) -> "ReportVersionQuerySet":
        return self.filter(pdf="", pdf_tries__lt=MOST_TRIES)

    def record(self, report: PracticeReport) -> "ReportVersion":
        """The next version of a report that has just gone online. Called inside the transaction that publishes it."""
        PracticeReport.objects.select_for_update().get(pk=report.pk)
        last = self.filter(report=report).order_by("-number").first()
        number = last.number + 1 if last else 1
        if last and report.change_note == last.note:
            report.change_note = ""  # nobody has said what changed this time
        moment = timezone.now()
        version = self.create(
            report=report,
            number=number,
            published_at=moment,
            note=report.change_note,
            document=document_of(report, number=number, published_on=timezone.localdate(moment)),
        )
        transaction.on_commit(lambda: async_task(MAKE_PDF, version.pk), robust=True)
        return version


class ReportVersion(models.Model):
    report = models.ForeignKey(PracticeReport, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField("Fassung")
    published_at = models.DateTimeField("veröffentlicht")
    note = models.TextField("Was hat sich geändert?", blank=True)
    document = models.JSONField()
    pdf = models.FileField(upload_to=pdf_path, blank=True)
    pdf_error = models.CharField(max_length=200, blank=True)
    pdf_tries = models.PositiveSmallIntegerField(default=0)

    objects = ReportVersionQuerySet.as_manager()

    class Meta:
        verbose_name = "Fassung"
        verbose_name_plural = "Fassungen"
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["report", "number"], name="knowledge_version_once")]

    def __str__(self) -> str:
        return f"Fassung {self.number}"

    @property
    def has_no_pdf(self) -> bool:
        """None will come any more."""
        return not self.pdf and self.pdf_tries >= MOST_TRIES

    @property
    def filename(self) -> str:
        return f"{self.report.slug[:60]}-fassung-{self.number}{PurePath(self.pdf.name).suffix}"
