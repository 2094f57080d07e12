"""How often a report is read and downloaded. Months and numbers, nothing of who."""

from datetime import timedelta

from django.db import models
from django.db.models import F, Sum
from django.utils import timezone

from knowledge.models.reports import PracticeReport

OFTEN_SINCE = timedelta(days=100)


class MonthlyCountQuerySet(models.QuerySet):
    def visible_to(self, user) -> "MonthlyCountQuerySet":
        return self.filter(report__in=PracticeReport.objects.visible_to(user).values("pk"))

    def add(self, report_pk: int, what: str) -> None:
        """One more in this month. Two at once may both make the row; then both count."""
        month = timezone.localdate().replace(day=1)
        row = self.filter(report_id=report_pk, month=month, what=what)
        if not row.update(number=F("number") + 1):
            _made, is_new = self.get_or_create(report_id=report_pk, month=month, what=what, defaults={"number": 1})
            if not is_new:
                row.update(number=F("number") + 1)

    def often_read(self, most: int) -> list[int]:
        """Ids of the reports that were read most lately, most first."""
        since = (timezone.localdate() - OFTEN_SINCE).replace(day=1)
        rows = self.filter(what=MonthlyCount.What.VIEW, month__gte=since).order_by().values("report_id")
        return [row["report_id"] for row in rows.annotate(total=Sum("number")).order_by("-total", "report_id")[:most]]


class MonthlyCount(models.Model):
    class What(models.TextChoices):
        VIEW = "view", "Aufrufe"
        PDF = "pdf", "PDF geladen"
        FILE = "file", "Dateien geladen"

    report = models.ForeignKey(PracticeReport, on_delete=models.CASCADE, related_name="counts")
    month = models.DateField("Monat")  # its first day
    what = models.CharField("Was", max_length=5, choices=What)
    number = models.PositiveIntegerField("Zahl", default=0)

    objects = MonthlyCountQuerySet.as_manager()

    class Meta:
        verbose_name = "Zahl im Monat"
        verbose_name_plural = "Zahlen im Monat"
        constraints = [models.UniqueConstraint(fields=["report", "month", "what"], name="knowledge_count_once")]

    def __str__(self) -> str:
        return f"{self.report} {self.month:%Y-%m} {self.get_what_display()}: {self.number}"
