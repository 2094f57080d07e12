"""Applications for credit: hours that somebody learnt earlier or elsewhere, on proof."""

from typing import Any

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from netzwerk.files.models import AttachedFile
from netzwerk.hours.access import can_decide_credits
from netzwerk.hours.counting import Amount
from netzwerk.hours.models.entries import Presence, Source
from netzwerk.hours.models.rules import Category
from netzwerk.texts.folding import fold
from netzwerk.texts.readable import ReadableTexts

MOST_MINUTES = 60 * 2000  # more than any training lasts: a typing error


class CreditQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "CreditQuerySet":
        """One's own; the office sees all that were handed in. The same rule as access.can_view_credit."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        seen = Q(person_id=user.pk)
        if can_decide_credits(user):
            seen |= ~Q(state=Credit.State.DRAFT)
        return self.filter(seen)

    def matching(self, words: str) -> "CreditQuerySet":
        found = self
        for word in words.split()[:8]:
            names = Q(title__icontains=word) | Q(provider__icontains=word)
            found = found.filter(names | Q(person__folded__contains=fold(word)))
        return found

    def with_old_proof(self, limit: Any) -> "CreditQuerySet":
        """Decided before this moment, with proof."""
        return self.filter(decided_at__lt=limit, proofs__isnull=False).distinct()


class Credit(ReadableTexts):
    class State(models.TextChoices):
        DRAFT = "draft", "Entwurf"
        SUBMITTED = "submitted", "eingereicht"
        ASKED = "asked", "Rückfrage offen"
        GRANTED = "granted", "angerechnet"
        DECLINED = "declined", "abgelehnt"
        WITHDRAWN = "withdrawn", "zurückgezogen"

    OPEN = (State.DRAFT, State.SUBMITTED, State.ASKED)
    UNDECIDED = (State.SUBMITTED, State.ASKED)
    DECIDED = (State.GRANTED, State.DECLINED, State.WITHDRAWN)
    SOURCE = "hours.credit"

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="credits", verbose_name="Person"
    )
    title = models.CharField("Was haben Sie gelernt?", max_length=200)
    provider = models.CharField("Wer hat es angeboten?", max_length=200)
    category = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="+", verbose_name="Art")
    presence = models.CharField("Form", max_length=10, choices=Presence)
    minutes = models.PositiveIntegerField(
        "Minuten", validators=[MinValueValidator(1), MaxValueValidator(MOST_MINUTES)]
    )
    first_day = models.DateField("Erster Tag")
    last_day = models.DateField("Letzter Tag")
    explanation = models.TextField("Was sollen wir dazu wissen?", max_length=2000, blank=True)
    state = models.CharField("Stand", max_length=10, choices=State, default=State.DRAFT)
    same_key = models.CharField(max_length=400, editable=False)  # folded title and provider: the same training once
    created_at = models.DateTimeField("angelegt am", default=timezone.now)
    changed_at = models.DateTimeField("zuletzt geändert am", default=timezone.now)
    submitted_at = models.DateTimeField("eingereicht am", null=True, blank=True)
    decided_at = models.DateTimeField("entschieden am", null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="entschieden von",
    )
    granted_minutes = models.PositiveIntegerField("angerechnete Minuten", null=True, blank=True)
    granted_category = models.ForeignKey(
        Category, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name="angerechnet als"
    )
    granted_presence = models.CharField("angerechnete Form", max_length=10, choices=Presence, blank=True)

    proofs = GenericRelation(AttachedFile)

    objects = CreditQuerySet.as_manager()

    class Meta:
        verbose_name = "Antrag auf Anrechnung"
        verbose_name_plural = "Anträge auf Anrechnung"
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "same_key", "first_day", "category", "presence"],
                condition=Q(state__in=("submitted", "asked", "granted")),
                name="hours_credit_same_training_once",
            ),
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="hours_credit_ends_after_start"),
            models.CheckConstraint(
                condition=Q(state="granted", granted_minutes__isnull=False, granted_category__isnull=False)
                | (~Q(state="granted") & Q(granted_minutes__isnull=True, granted_category__isnull=True)),
                name="hours_credit_granted_with_minutes",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("granted", "declined", "withdrawn"), decided_at__isnull=False)
                | Q(state__in=("draft", "submitted", "asked"), decided_at__isnull=True),
                name="hours_credit_decided_has_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"Antrag auf Anrechnung Nr. {self.pk}"  # without title and person, as the log stores it for good

    def clean(self) -> None:
        super().clean()
        if self.first_day and self.last_day and self.last_day < self.first_day:
            raise ValidationError({"last_day": "Der letzte Tag liegt vor dem ersten. Bitte prüfen Sie beide."})

    def fold_title(self) -> None:
        """Set the folded column; services call this before they save."""
        self.same_key = fold(f"{self.title} {self.provider}")[:400]

    @property
    def is_draft(self) -> bool:
        return self.state == self.State.DRAFT

    @property
    def is_open(self) -> bool:
        return self.state in self.OPEN

    @property
    def is_undecided(self) -> bool:
        return self.state in self.UNDECIDED

    @property
    def can_be_changed(self) -> bool:
        """What it says and its proofs: until it is handed in, and while a question is open."""
        return self.state in (self.State.DRAFT, self.State.ASKED)

    @property
    def source(self) -> Source:
        return Source(self.SOURCE, str(self.pk), f"{self.title} ({self.provider})")

    @property
    def amount(self) -> Amount:
        return Amount.of(self.minutes)

    @property
    def granted_amount(self) -> Amount | None:
        return None if self.granted_minutes is None else Amount.of(self.granted_minutes)


class CreditStep(models.Model):
    class Kind(models.TextChoices):
        SUBMITTED = "submitted", "Eingereicht"
        QUESTION = "question", "Rückfrage der Geschäftsstelle"
        ANSWER = "answer", "Antwort"
        GRANTED = "granted", "Angerechnet"
        DECLINED = "declined", "Abgelehnt"
        WITHDRAWN = "withdrawn", "Zurückgezogen"
        CORRECTED = "corrected", "Berichtigt"

    credit = models.ForeignKey(Credit, on_delete=models.CASCADE, related_name="steps")
    kind = models.CharField(max_length=10, choices=Kind)
    text = models.TextField(max_length=2000, blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "Schritt eines Antrags auf Anrechnung"
        verbose_name_plural = "Schritte eines Antrags auf Anrechnung"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.get_kind_display()
