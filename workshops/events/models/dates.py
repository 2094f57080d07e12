"""The dates of a workshop."""

from django.conf import settings
from django.db import models

from netzwerk.calendar.models import Date
from netzwerk.seats.models import Place
from netzwerk.texts.readable import ReadableTexts
from workshops.events.models.workshops import Workshop


class WorkshopDate(ReadableTexts):
    """A date of the calendar, with what is done on that day and what it counts. Dates that belong together share a place."""

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="dates", verbose_name="Workshop")
    date = models.OneToOneField(Date, models.PROTECT, related_name="workshop_date", verbose_name="Termin")
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="workshop_dates", verbose_name="Plätze"
    )
    heading = models.CharField("Was an diesem Tag geschieht", max_length=160, blank=True)
    note = models.CharField("Hinweis zum Tag", max_length=200, blank=True)
    minutes_in_person = models.PositiveSmallIntegerField("Lernzeit vor Ort, Minuten", default=0)
    minutes_online = models.PositiveSmallIntegerField("Lernzeit online, Minuten", default=0)
    closed_at = models.DateTimeField("abgeschlossen", null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="abgeschlossen von",
    )

    class Meta:
        verbose_name = "Termin eines Workshops"
        verbose_name_plural = "Termine eines Workshops"
        ordering = ["date__starts_at", "pk"]

    def __str__(self) -> str:
        return str(self.date)

    @property
    def is_closed(self) -> bool:
        return self.closed_at is not None
