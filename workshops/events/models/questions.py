"""What organisers ask at the booking, and the answers."""

from django.db import models
from django.db.models import Q

from netzwerk.seats.models import Booking
from netzwerk.texts.readable import ReadableTexts
from workshops.events.models.workshops import Workshop


class Question(ReadableTexts):
    class Kind(models.TextChoices):
        TEXT = "text", "Text"
        CHOICE = "choice", "eine Antwort aus mehreren"
        CHOICES = "choices", "mehrere Antworten"
        CONSENT = "consent", "Zustimmung"
        NEEDS = "needs", "Unterstützung, Essen, Bedarf"

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="questions", verbose_name="Workshop")
    kind = models.CharField("Art der Antwort", max_length=8, choices=Kind, default=Kind.TEXT)
    label = models.CharField("Frage", max_length=200)
    help = models.CharField("Hinweis", max_length=300, blank=True)
    choices = models.JSONField("Antworten zur Auswahl", default=list, blank=True)
    is_required = models.BooleanField("muss beantwortet werden", default=False)
    position = models.PositiveSmallIntegerField("Reihenfolge", default=0)

    class Meta:
        verbose_name = "Frage bei der Anmeldung"
        verbose_name_plural = "Fragen bei der Anmeldung"
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.label

    @property
    def is_about_needs(self) -> bool:
        """Such answers are seen by the organisers only and deleted 30 days after the last date."""
        return self.kind == self.Kind.NEEDS


class Answer(models.Model):
    booking = models.ForeignKey(Booking, models.CASCADE, related_name="answers", verbose_name="Anmeldung")
    question = models.ForeignKey(Question, models.CASCADE, related_name="answers", verbose_name="Frage")
    value = models.JSONField("Antwort")  # a text, or a list of chosen texts, or true

    class Meta:
        verbose_name = "Antwort bei der Anmeldung"
        verbose_name_plural = "Antworten bei der Anmeldung"
        ordering = ["question__position", "question"]
        constraints = [
            models.UniqueConstraint(fields=["booking", "question"], name="events_answer_once"),
            models.CheckConstraint(condition=~Q(value=""), name="events_answer_not_empty"),
        ]

    def __str__(self) -> str:
        return f"Antwort Nr. {self.pk}"

    @property
    def words(self) -> str:
        """The answer in words."""
        if self.value is True:
            return "Ja"
        return ", ".join(str(one) for one in self.value) if isinstance(self.value, list) else str(self.value)
