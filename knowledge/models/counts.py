"""How often a report is read and downloaded: numbers by month, nothing about visitors."""

from datetime import date

from django.db import models
from django.db.models import F, Sum
from django.utils import timezone

from knowledge.models.reports import PracticeReport, of_visible_report
from netzwerk.search.services.questions import first_of_month

RECENT_MONTHS = 4  # this one and the three before
CANDIDATES = 50  # rows of each month that can get among the most read


class MonthlyCountQuerySet(models.QuerySet):
    def visible_to(self, user) -> "MonthlyCountQuerySet":
        return self.filter(of_visible_report(user))

    def add(self, report_pk: int, what: str) -> None:
        """Adds one to this month. If two requests create the row at the same time, both count."""
        month = timezone.localdate().replace(day=1)
        row = self.filter(report_id=report_pk, month=month, what=what)
        if not row.update(number=F("number") + 1):
            _row, is_new = self.get_or_create(report_id=report_pk, month=month, what=what, defaults={"number": 1})
            if not is_new:
                row.update(number=F("number") + 1)

    def highest(self, what: str, month: date, most: int) -> "MonthlyCountQuerySet":
        """The rows of this month with the highest numbers, in the order of an index."""
        return self.filter(what=what, month=month).order_by("-number", "pk")[:most]

    def most_read(self, most: int) -> list[int]:
        """Ids of the reports with the most views in recent months. Only the CANDIDATES of each month are summed up, so that the
        time does not grow with the number of reports."""
        view, today = MonthlyCount.What.VIEW, timezone.localdate()
        months = [first_of_month(today, back) for back in range(RECENT_MONTHS)]
        first, *others = (
            self.model.objects.filter(pk__in=self.highest(view, month, CANDIDATES).values("pk")).values("report_id")
            for month in months
        )
        rows = self.filter(what=view, month__in=months, report__in=first.union(*others)).order_by().values("report_id")
        return [row["report_id"] for row in rows.annotate(total=Sum("number")).order_by("-total", "report_id")[:most]]

    def most_used(self, month: date, most: int) -> dict[int, dict[str, int]]:
        """By report the numbers of a month by kind: most read first, then reports that were only downloaded."""
        best: dict[int, dict[str, int]] = {}
        for what in MonthlyCount.What:
            for pk in self.highest(what, month, most).values_list("report_id", flat=True):
                best.setdefault(pk, {})
        best = dict(list(best.items())[:most])
        for pk, what, number in self.filter(month=month, report__in=best).values_list("report_id", "what", "number"):
            best[pk][what] = number
        return best


class MonthlyCount(models.Model):
    class What(models.TextChoices):
        VIEW = "view", "Aufrufe"
        PDF = "pdf", "PDF geladen"
        FILE = "file", "Dateien geladen"

    report = models.ForeignKey(PracticeReport, on_delete=models.CASCADE, related_name="counts")
    month = models.DateField("Monat")  # first day
    what = models.CharField("Was", max_length=5, choices=What)
    number = models.PositiveIntegerField("Zahl", default=0)

    objects = MonthlyCountQuerySet.as_manager()

    class Meta:
        verbose_name = "Zahl im Monat"
        verbose_name_plural = "Zahlen im Monat"
        constraints = [models.UniqueConstraint(fields=["report", "month", "what"], name="knowledge_count_once")]
        indexes = [models.Index(fields=["what", "month", "-number", "id"], name="knowledge_count_highest")]

    def __str__(self) -> str:
        return f"{self.report} {self.month:%Y-%m} {self.get_what_display()}: {self.number}"
