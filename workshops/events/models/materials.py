"""What organisers hand out."""

from typing import Any

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.db.models import Q
from django.utils import timezone

from netzwerk.files.models import AttachedFile
from netzwerk.seats.models import Attendance, Booking
from netzwerk.texts.readable import ReadableTexts
from workshops.events.models.workshops import Workshop


class MaterialQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "MaterialQuerySet":
        """What the user may open: for everyone who sees the workshop, for those with a seat, or for those who were there."""
        managed = Q(workshop__in=Workshop.objects.manageable_by(user))
        open_now = Q(open_from__isnull=True) | Q(open_from__lte=timezone.now())
        everyone = Q(audience=Material.Audience.EVERYONE, is_approved=True)
        if not user.is_authenticated or not user.is_active:
            return self.filter(open_now & everyone, workshop__in=Workshop.objects.visible_to(user))
        seated = Booking.objects.filter(person=user).confirmed().order_by()
        present = Attendance.objects.filter(booking__person=user, extent__in=Attendance.PRESENT).order_by()
        seen = everyone & Q(workshop__in=Workshop.objects.visible_to(user))
        seen |= Q(audience=Material.Audience.REGISTERED, workshop__dates__place__in=seated.values("place"))
        seen |= Q(audience=Material.Audience.PRESENT, workshop__dates__place__in=present.values("booking__place"))
        leading = Q(workshop__leaders__person=user)
        keys = self.model.objects.filter(managed | leading | (open_now & seen)).order_by().values("pk")
        return self.filter(pk__in=keys)


class Material(ReadableTexts):
    """A file for everyone, for those with a seat, or for those who were there. One for everyone needs a second person."""

    class Audience(models.TextChoices):
        EVERYONE = "everyone", "für alle"
        REGISTERED = "registered", "für Angemeldete"
        PRESENT = "present", "für alle, die da waren"

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="materials", verbose_name="Workshop")
    title = models.CharField("Titel", max_length=160)
    audience = models.CharField("Für wen", max_length=10, choices=Audience, default=Audience.REGISTERED)
    open_from = models.DateTimeField("ab wann", null=True, blank=True)
    is_approved = models.BooleanField("von jemand zweitem geprüft", default=False)
    added_at = models.DateTimeField("hinzugefügt", default=timezone.now, editable=False)
    files = GenericRelation(AttachedFile)

    objects = MaterialQuerySet.as_manager()

    class Meta:
        verbose_name = "Material eines Workshops"
        verbose_name_plural = "Materialien eines Workshops"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title
