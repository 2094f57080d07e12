"""Who was there, for each date of a booking."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from netzwerk.calendar.models import Date
from netzwerk.seats.models.bookings import Booking


class Attendance(models.Model):
    """Somebody was there the whole time, half of it, some minutes, or not at all. Without a row nobody has said anything
    yet."""

    class Extent(models.TextChoices):
        WHOLE = "whole", "da"
        HALF = "half", "halb da"
        MINUTES = "minutes", "zeitweise da"
        EXCUSED = "excused", "entschuldigt"
        ABSENT = "absent", "nicht da"

    PRESENT = (Extent.WHOLE, Extent.HALF, Extent.MINUTES)

    booking = models.ForeignKey(Booking, models.CASCADE, related_name="attendances", verbose_name="Anmeldung")
    date = models.ForeignKey(Date, models.CASCADE, related_name="attendances", verbose_name="Termin")
    extent = models.CharField("Anwesenheit", max_length=10, choices=Extent, default=Extent.WHOLE)
    minutes = models.PositiveSmallIntegerField("Minuten", null=True, blank=True)
    checked_in_at = models.DateTimeField("eingelassen um", null=True, blank=True)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="erfasst von"
    )
    noted_at = models.DateTimeField("erfasst am", default=timezone.now)
    reason = models.CharField("Grund der Berichtigung", max_length=300, blank=True)

    class Meta:
        verbose_name = "Anwesenheit"
        verbose_name_plural = "Anwesenheiten"
        ordering = ["booking", "date"]
        constraints = [
            models.UniqueConstraint(fields=["booking", "date"], name="seats_attendance_once"),
            models.CheckConstraint(
                condition=Q(extent="minutes", minutes__isnull=False)
                | (~Q(extent="minutes") & Q(minutes__isnull=True)),
                name="seats_attendance_minutes",
            ),
        ]

    def __str__(self) -> str:
        return self.get_extent_display()

    @property
    def was_there(self) -> bool:
        return self.extent in self.PRESENT

    def share_of(self, minutes: int) -> int:
        """Of a date that counts so many minutes, those of this person."""
        if self.extent == self.Extent.MINUTES:
            return min(self.minutes or 0, minutes)
        if self.extent == self.Extent.HALF:
            return minutes // 2
        return minutes if self.extent == self.Extent.WHOLE else 0
