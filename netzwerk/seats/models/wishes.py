"""What people and organisations want when seats are booked for them."""

from django.conf import settings
from django.db import models

from netzwerk.members.models import Organisation


class BookingWish(models.Model):
    """Whether colleagues may book seats for this person. Without a row they may."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="booking_wish", verbose_name="Person"
    )
    by_colleagues = models.BooleanField("darf von der Koordination angemeldet werden", default=True)

    class Meta:
        verbose_name = "Wunsch zu Anmeldungen"
        verbose_name_plural = "Wünsche zu Anmeldungen"

    def __str__(self) -> str:
        return f"Wunsch Nr. {self.pk}"


class ReleaseRule(models.Model):
    """Whether the coordination of an organisation releases what its people book, before it counts. Without a row it does
    not."""

    organisation = models.OneToOneField(
        Organisation, models.CASCADE, related_name="release_rule", verbose_name="Organisation"
    )
    needs_release = models.BooleanField("Anmeldungen unserer Mitarbeitenden erst freigeben", default=False)

    class Meta:
        verbose_name = "Regel zur Freigabe"
        verbose_name_plural = "Regeln zur Freigabe"

    def __str__(self) -> str:
        return f"Freigabe: {self.organisation}"
