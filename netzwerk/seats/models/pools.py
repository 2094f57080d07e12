"""Pools of seats: the free rest of a format, and allotments for organisations."""

from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from netzwerk.members.models import Organisation
from netzwerk.seats.models.places import Format


class PoolQuerySet(models.QuerySet):
    def to_release(self, now: datetime | None = None) -> "PoolQuerySet":
        """Allotments whose release date has come."""
        return self.filter(is_rest=False, released_at__isnull=True, release_at__lte=now or timezone.now())


class Pool(models.Model):
    """Seats of a format. The free rest is for everybody; an allotment is for its organisations and kinds of organisation until
    its release, which moves what is left of its capacity into the free rest. Held offers count as taken."""

    format = models.ForeignKey(Format, models.CASCADE, related_name="pools", verbose_name="Form")
    is_rest = models.BooleanField("freier Rest", default=True)
    organisations = models.ManyToManyField(
        Organisation, related_name="+", blank=True, verbose_name="reserviert für Organisationen"
    )
    kinds = models.JSONField("reserviert für Arten von Organisationen", default=list, blank=True)
    release_at = models.DateTimeField("reserviert bis", null=True, blank=True)
    released_at = models.DateTimeField("freigegeben am", null=True, blank=True, editable=False)
    capacity = models.PositiveIntegerField("Plätze")
    taken = models.PositiveIntegerField("vergeben", default=0, editable=False)

    objects = PoolQuerySet.as_manager()

    class Meta:
        verbose_name = "Kontingent"
        verbose_name_plural = "Kontingente"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(taken__gte=0, taken__lte=F("capacity")), name="seats_pool_not_oversold"
            ),
            models.UniqueConstraint(fields=["format"], condition=Q(is_rest=True), name="seats_pool_one_rest"),
            models.CheckConstraint(
                condition=Q(is_rest=True, release_at__isnull=True, released_at__isnull=True)
                | Q(is_rest=False, release_at__isnull=False),
                name="seats_pool_allotment_is_released",
            ),
        ]

    def __str__(self) -> str:
        return "freie Plätze" if self.is_rest else f"Kontingent Nr. {self.pk}"

    @property
    def free(self) -> int:
        return self.capacity - self.taken

    @property
    def is_held(self) -> bool:
        """Whether it is an allotment that has not been released."""
        return not self.is_rest and self.released_at is None

    def is_for(self, organisation: Organisation | None) -> bool:
        """Whether people of this organisation may sit here. Reads the organisations, prefetched by the lock of the pools."""
        if self.is_rest:
            return True
        if organisation is None or not self.is_held:
            return False
        return organisation.kind in self.kinds or any(one.pk == organisation.pk for one in self.organisations.all())
