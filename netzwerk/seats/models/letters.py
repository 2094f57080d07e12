"""Letters that are to be written: rows of the same transaction as the change of which they tell."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from netzwerk.seats.models.bookings import Booking


class LetterQuerySet(models.QuerySet):
    def unwritten(self) -> "LetterQuerySet":
        return self.filter(written_at__isnull=True).order_by("pk")


class Letter(models.Model):
    """A job writes the letter into the outbox and stamps the row in one transaction, so none is lost and none written twice.

    Who gets it stands in the row: after a hand-over the booking has another holder.
    """

    class Kind(models.TextChoices):
        ADDRESS = "address", "Adresse bestätigen"
        REQUESTED = "requested", "Anfrage eingegangen"
        CONFIRMED = "confirmed", "angemeldet"
        WAITING = "waiting", "auf der Warteliste"
        OFFERED = "offered", "Platz angeboten"
        PROMOTED = "promoted", "nachgerückt"
        CANCELLED = "cancelled", "abgesagt"
        LEFT = "left", "Warteliste verlassen"
        DECLINED = "declined", "abgelehnt"
        EXPIRED = "expired", "Angebot verfallen"
        LAPSED = "lapsed", "nicht nachgerückt"
        SWITCHED = "switched", "Form gewechselt"
        HANDED = "handed", "Platz übergeben"
        FALLS = "falls", "fällt aus"

    booking = models.ForeignKey(Booking, models.CASCADE, related_name="letters")
    kind = models.CharField(max_length=10, choices=Kind)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=200, blank=True)
    email = models.EmailField(max_length=254, blank=True)
    facts = models.JSONField(default=dict, blank=True)  # what the letter says besides what the booking says
    created_at = models.DateTimeField(default=timezone.now)
    written_at = models.DateTimeField(null=True, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = "Brief zu einer Anmeldung"
        verbose_name_plural = "Briefe zu Anmeldungen"
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["id"], condition=models.Q(written_at__isnull=True), name="seats_letter_unwritten")
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} (Nr. {self.pk})"
