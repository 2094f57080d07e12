"""Texts of an expired session. Everything else is stored by the feature that it belongs to."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

KEPT_FOR = timedelta(hours=1)


class KeptTextQuerySet(models.QuerySet):
    def visible_to(self, user) -> "KeptTextQuerySet":
        """One's own, for an hour."""
        return self.valid().filter(person=user.pk) if user.is_authenticated else self.none()

    def valid(self) -> "KeptTextQuerySet":
        return self.filter(kept_at__gt=timezone.now() - KEPT_FOR)

    def expired(self) -> "KeptTextQuerySet":
        return self.filter(kept_at__lte=timezone.now() - KEPT_FOR)


class KeptText(models.Model):
    """What a person sent after their session had expired: encrypted, for an hour, for the same person and the same form."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=60)
    key = models.CharField(max_length=60, blank=True)
    content = models.BinaryField("verschlüsselter Inhalt")
    kept_at = models.DateTimeField("aufgehoben", default=timezone.now, db_index=True)

    objects = KeptTextQuerySet.as_manager()

    class Meta:
        verbose_name = "aufgehobener Text"
        verbose_name_plural = "aufgehobene Texte"
        ordering = ["kept_at", "pk"]
        indexes = [models.Index(fields=["person", "kind", "key"], name="autosave_kept_of_form")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"

    @property
    def belongs_to(self) -> str:
        """Bound into the encryption, so that a row that was moved to somebody else cannot be read."""
        return f"{self.person_id}|{self.kind}|{self.key}"
