"""Dates that were made by one rule."""

from django.db import models

from netzwerk.calendar.repetition import Rule
from netzwerk.texts.readable import ReadableTexts


class SeriesQuerySet(models.QuerySet):
    def visible_to(self, user) -> "SeriesQuerySet":
        """Whoever may see one of its dates."""
        dates = self.model._meta.get_field("dates").related_model.objects.visible_to(user)
        return self.filter(pk__in=dates.filter(series__isnull=False).order_by().values("series"))


class Series(ReadableTexts):
    """The rule as it was chosen. Its dates are rows of their own: each can be changed alone, and none follows from the rule."""

    kind = models.CharField("Art", max_length=40)
    rule = models.JSONField("Regel", default=dict)
    created_at = models.DateTimeField("angelegt", auto_now_add=True)

    objects = SeriesQuerySet.as_manager()

    class Meta:
        verbose_name = "Terminreihe"
        verbose_name_plural = "Terminreihen"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.words

    @property
    def words(self) -> str:
        """ "jeden dritten Mittwoch im Monat, bis 16. Dezember 2026" """
        return Rule.from_json(self.rule).in_words()
