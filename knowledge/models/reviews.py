"""Requests to review a report. Not a field of the page, because publishing an old draft would reset it."""

from django.db import models

from knowledge.models.reports import PracticeReport


class ReviewRequest(models.Model):
    report = models.ForeignKey(PracticeReport, on_delete=models.CASCADE, related_name="review_requests")
    review_due = models.DateField("Prüfen bis")  # of the report when the request was sent
    asked_on = models.DateField("gefragt am", auto_now_add=True)

    class Meta:
        verbose_name = "Bitte um Prüfung"
        verbose_name_plural = "Bitten um Prüfung"
        constraints = [models.UniqueConstraint(fields=["report", "review_due"], name="knowledge_review_asked_once")]

    def __str__(self) -> str:
        return f"{self.report}: {self.review_due}"
