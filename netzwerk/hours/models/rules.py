"""What hours are counted by: categories, and the rule of rounding that applies from a day on. Both are data."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from netzwerk.hours.counting import PER_DATE, SUM
from netzwerk.texts.readable import ReadableTexts


class CategoryQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "CategoryQuerySet":
        """Public."""
        return self

    def in_use(self) -> "CategoryQuerySet":
        return self.filter(is_active=True)


class Category(ReadableTexts):
    key = models.SlugField("Kürzel", max_length=30, unique=True)
    label = models.CharField("Bezeichnung", max_length=80, unique=True)
    explanation = models.CharField("Erklärung", max_length=200, blank=True)
    position = models.PositiveSmallIntegerField("Reihenfolge", default=0)
    is_active = models.BooleanField("kann gewählt werden", default=True)

    objects = CategoryQuerySet.as_manager()

    class Meta:
        verbose_name = "Art der Stunden"
        verbose_name_plural = "Arten der Stunden"
        ordering = ["position", "label"]

    def __str__(self) -> str:
        return self.label


class CountingRuleQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "CountingRuleQuerySet":
        """Public: certificates name them."""
        return self

    def at(self, day: date) -> "CountingRule":
        """The rule for hours of this day: the last that began until then. Raises DoesNotExist."""
        return self.filter(valid_from__lte=day).latest("valid_from")


FIXED = ("valid_from", "minutes_per_unit", "rounding")
IN_USE = "Nach dieser Regel sind schon Stunden gezählt. Bitte legen Sie eine neue an, die ab einem anderen Tag gilt."


class CountingRule(ReadableTexts):
    """Entries name their rule, so a new rule changes no hour that was credited before."""

    class Rounding(models.TextChoices):
        PER_DATE = PER_DATE, "je Tag auf ganze UE abrunden"
        SUM = SUM, "Minuten zusammenzählen, dann abrunden"

    name = models.CharField("Name", max_length=80, unique=True)
    valid_from = models.DateField("gilt für Stunden ab", unique=True)
    minutes_per_unit = models.PositiveSmallIntegerField(
        "Minuten je Unterrichtseinheit", default=45, validators=[MinValueValidator(1)]
    )
    rounding = models.CharField("Rundung", max_length=10, choices=Rounding, default=Rounding.SUM)

    objects = CountingRuleQuerySet.as_manager()

    class Meta:
        verbose_name = "Zählregel"
        verbose_name_plural = "Zählregeln"
        ordering = ["-valid_from"]
        constraints = [
            models.CheckConstraint(condition=Q(minutes_per_unit__gt=0), name="hours_rule_has_minutes"),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """A rule by which hours were counted stays as it is, but for its name."""
        super().clean()
        before = CountingRule.objects.filter(pk=self.pk).first()
        if before is None or not self.entries.exists():
            return
        wrong = {name: IN_USE for name in FIXED if getattr(self, name) != getattr(before, name)}
        if wrong:
            raise ValidationError(wrong)
