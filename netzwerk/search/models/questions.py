"""Questions to the search per month, without who asked."""

from collections.abc import Iterable
from datetime import date

from django.db import models
from django.db.models import F, Q

from netzwerk.search.access import can_maintain_search

LONGEST_TEXT = 80


class AskedQuestionQuerySet(models.QuerySet):
    def visible_to(self, user) -> "AskedQuestionQuerySet":
        return self if can_maintain_search(user) else self.none()

    def of_months(self, months: Iterable[date]) -> "AskedQuestionQuerySet":
        """`months` by their first day."""
        return self.filter(month__in=list(months))

    def in_words(self) -> "AskedQuestionQuerySet":
        return self.exclude(text="")


class AskedQuestion(models.Model):
    """How often a question was asked in a month.

    `digest` is a keyed hash of the folded question. The text is stored only after several people asked the same: what one
    person searches may be the name of a client (SECURITY 18).
    """

    month = models.DateField("Monat")
    digest = models.CharField(max_length=64)
    text = models.CharField("Gesucht", max_length=LONGEST_TEXT, blank=True)
    times = models.PositiveIntegerField("Wie oft", default=0)
    nothing = models.PositiveIntegerField("Davon ohne Treffer", default=0)
    found = models.PositiveIntegerField("Zuletzt gefunden", default=0)

    objects = AskedQuestionQuerySet.as_manager()

    class Meta:
        verbose_name = "gestellte Frage"
        verbose_name_plural = "gestellte Fragen"
        constraints = [
            models.UniqueConstraint(fields=["month", "digest"], name="asked_question_once_a_month"),
            models.CheckConstraint(condition=Q(nothing__lte=F("times")), name="asked_question_nothing_within_times"),
        ]

    def __str__(self) -> str:
        return self.text or "Frage ohne Worte"
