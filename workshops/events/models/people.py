"""Who plans a workshop and who leads it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from netzwerk.texts.readable import ReadableTexts
from workshops.events.models.workshops import Workshop


class Organiser(models.Model):
    """Plans the workshop and handles its bookings. A role lets a person become organiser; of which workshop, this row says."""

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="organisers", verbose_name="Workshop")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="organised_workshops", verbose_name="Person"
    )

    class Meta:
        verbose_name = "Veranstalter:in"
        verbose_name_plural = "Veranstalter:innen"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["workshop", "person"], name="events_organiser_once")]

    def __str__(self) -> str:
        return f"Veranstalter:in Nr. {self.pk}"


class Leader(ReadableTexts):
    """Leads the workshop: a person of the network, or a guest by name."""

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="leaders", verbose_name="Workshop")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="led_workshops",
        verbose_name="Person im Netzwerk",
    )
    name = models.CharField("Name", max_length=160, blank=True)
    function = models.CharField("Funktion und Organisation", max_length=200, blank=True)
    position = models.PositiveSmallIntegerField("Reihenfolge", default=0)

    class Meta:
        verbose_name = "Leitung"
        verbose_name_plural = "Leitung"
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["workshop", "person"], condition=Q(person__isnull=False), name="events_leader_once"
            ),
            models.CheckConstraint(condition=Q(person__isnull=False) | ~Q(name=""), name="events_leader_has_a_name"),
        ]

    def __str__(self) -> str:
        return f"Leitung Nr. {self.pk}"

    @property
    def full_name(self) -> str:
        return self.person.get_full_name() if self.person is not None else self.name
