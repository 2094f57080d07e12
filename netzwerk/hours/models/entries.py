"""The ledger: who learnt how many minutes, in which form. Entries are never changed; a correction adds entries."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from netzwerk.hours.models.rules import Category, CountingRule
from netzwerk.texts.readable import ReadableTexts


class Presence(models.TextChoices):
    IN_PERSON = "in_person", "in Präsenz"
    ONLINE = "online", "online"


@dataclass(frozen=True)
class Source:
    """What hours come from, as a reference: kind ("hours.credit"), id, and its title at the time of the credit."""

    kind: str
    id: str
    title: str


class EntryQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "EntryQuerySet":
        """Everybody sees their own account; nobody sees that of others."""
        return self.filter(person_id=user.pk) if user.is_authenticated and user.is_active else self.none()

    def of_source(self, source: Source) -> "EntryQuerySet":
        return self.filter(source_kind=source.kind, source_id=source.id)

    def in_form(self, category: Category, presence: str) -> "EntryQuerySet":
        return self.filter(category=category, presence=presence)

    def standing(self) -> "EntryQuerySet":
        """Entries that count: no counter-entries, and nothing that one takes back."""
        return self.filter(is_counter=False, taken_back__isnull=True)


class Entry(ReadableTexts):
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="hours", verbose_name="Person"
    )
    source_kind = models.CharField("Art der Quelle", max_length=40)
    source_id = models.CharField("Schlüssel der Quelle", max_length=40)
    title = models.CharField("Wofür", max_length=250)
    category = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="+", verbose_name="Art")
    presence = models.CharField("Form", max_length=10, choices=Presence)
    minutes = models.IntegerField("Minuten")
    day = models.DateField("Tag")
    rule = models.ForeignKey(CountingRule, on_delete=models.PROTECT, related_name="entries", verbose_name="Zählregel")
    revision = models.PositiveSmallIntegerField("Fassung", default=1)
    is_counter = models.BooleanField("Gegenbuchung", default=False)
    takes_back = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="taken_back", verbose_name="nimmt zurück"
    )
    reason = models.CharField("Grund der Berichtigung", max_length=500, blank=True)
    credited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="gutgeschrieben von",
    )
    credited_at = models.DateTimeField("gutgeschrieben am", default=timezone.now)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = "Stundenbuchung"
        verbose_name_plural = "Stundenbuchungen"
        ordering = ["-day", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "source_kind", "source_id", "category", "presence", "revision", "is_counter"],
                name="hours_entry_once",
            ),
            models.CheckConstraint(
                condition=Q(is_counter=False, minutes__gt=0, takes_back__isnull=True)
                | Q(is_counter=True, minutes__lt=0, takes_back__isnull=False),
                name="hours_entry_counter_is_negative",
            ),
            models.CheckConstraint(
                condition=Q(is_counter=False, revision=1) | ~Q(reason=""), name="hours_entry_correction_has_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"Stundenbuchung Nr. {self.pk}"  # no title and no person, as the log stores it for good

    @property
    def minutes_in_words(self) -> str:
        """ "1.260", "−95" with a real minus sign."""
        return f"{self.minutes:,}".replace(",", ".").replace("-", "\N{MINUS SIGN}")
