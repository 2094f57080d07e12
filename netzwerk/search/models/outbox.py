"""The outbox of changes for the index, and the state of the index."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils import timezone


class IndexChangeQuerySet(models.QuerySet):
    def pending(self) -> "IndexChangeQuerySet":
        return self.filter(drained_at__isnull=True)

    def drained_since(self, moment: datetime) -> "IndexChangeQuerySet":
        return self.filter(drained_at__gte=moment)

    def changing_audience(self) -> "IndexChangeQuerySet":
        """Pending changes after which somebody may no longer see the object."""
        return self.pending().filter(changes_doors=True)


class IndexChange(models.Model):
    """An object that was changed, created or deleted; written in the same transaction, until a job drains it.

    Drained rows are kept for a day: a rebuild makes those since its start pending again.
    """

    kind = models.CharField(max_length=40)
    object_pk = models.BigIntegerField()
    changes_doors = models.BooleanField(default=True)  # may change who sees it; later changes do not revoke it
    created_at = models.DateTimeField(default=timezone.now)
    drained_at = models.DateTimeField(null=True, blank=True)

    objects = IndexChangeQuerySet.as_manager()

    class Meta:
        verbose_name = "Änderung für den Suchindex"
        verbose_name_plural = "Änderungen für den Suchindex"
        indexes = [
            models.Index(fields=["id"], condition=Q(drained_at__isnull=True), name="search_change_pending"),
            models.Index(
                fields=["kind", "object_pk"],
                condition=Q(drained_at__isnull=True, changes_doors=True),
                name="search_change_hiding",
            ),
            models.Index(fields=["drained_at"], name="search_change_drained"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}:{self.object_pk}"


class IndexState(models.Model):
    """One row: what the index in use was built with. Every process checks its version."""

    THE_ONE = 1

    version = models.PositiveBigIntegerField(default=0)  # changes with the vocabulary
    engine = models.CharField(max_length=20, blank=True)
    built_at = models.DateTimeField(null=True, blank=True)
    usual_length = models.FloatField(default=0)  # mean number of words in a document
    vocabulary = models.BinaryField(default=bytes)  # the words of all documents with their frequency, compressed
    made_with = models.CharField(max_length=64, blank=True)  # active_analyser.fingerprint()

    class Meta:
        verbose_name = "Stand des Suchindex"
        verbose_name_plural = "Stand des Suchindex"
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="search_state_is_one_row")]

    def __str__(self) -> str:
        return f"Suchindex, Fassung {self.version}"
