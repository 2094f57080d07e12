"""Drafts of something new, and texts of an expired session. Everything else is stored by the feature that it belongs to."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

DRAFT_DAYS = 90
KEPT_FOR = timedelta(hours=1)


class DraftQuerySet(models.QuerySet):
    def expired(self) -> "DraftQuerySet":
        """All rows of drafts on which nobody has written for 90 days."""
        recent = timezone.now() - timedelta(days=DRAFT_DAYS)
        alive = self.model.objects.filter(
            person=models.OuterRef("person"), kind=models.OuterRef("kind"), written_at__gte=recent
        )
        return self.exclude(models.Exists(alive))


class Draft(models.Model):
    """A field of something new that a person has not created yet. One draft per person and kind, a row per field."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=60)
    field = models.CharField(max_length=60)
    text = models.TextField("Text", blank=True)
    written_at = models.DateTimeField("zuletzt gespeichert")

    objects = DraftQuerySet.as_manager()

    class Meta:
        verbose_name = "Entwurf"
        verbose_name_plural = "Entwürfe"
        constraints = [models.UniqueConstraint(fields=["person", "kind", "field"], name="autosave_draft_once")]
        indexes = [models.Index(fields=["written_at"], name="autosave_draft_written")]

    def __str__(self) -> str:
        return f"{self.kind}, {self.field}"


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
