"""The secret address under which a calendar program reads all dates of a person."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class FeedTokenQuerySet(models.QuerySet):
    def visible_to(self, user) -> "FeedTokenQuerySet":
        return self.filter(person_id=user.pk) if user.is_authenticated else self.none()


class FeedToken(models.Model):
    """One per person. Only the SHA-256 hash of the secret is stored, so nobody can read the address out of the database."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="calendar_token", verbose_name="Person"
    )
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField("angelegt", default=timezone.now)
    used_on = models.DateField("zuletzt abgerufen", null=True, blank=True)

    objects = FeedTokenQuerySet.as_manager()

    class Meta:
        verbose_name = "Adresse eines Kalenders"
        verbose_name_plural = "Adressen von Kalendern"

    def __str__(self) -> str:
        return f"Kalender von {self.person}"
