"""The dates of a workshop."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Subquery

from netzwerk.calendar.models import Date
from netzwerk.seats.models import Booking, Place
from netzwerk.texts.readable import ReadableTexts
from workshops.events.models.workshops import Workshop


class WorkshopDateQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "WorkshopDateQuerySet":
        """Those of workshops that the user sees."""
        return self.filter(workshop__in=Workshop.objects.visible_to(user).order_by().values("pk"))

    def for_booking(self, user: Any) -> "WorkshopDateQuerySet":
        """Those of one place, with all that booking needs: workshop, date, place, `asks` (whether there are questions), and
        `own_key`, that of the user's live booking. One query."""
        own = Booking.objects.filter(place=OuterRef("place"), person_id=getattr(user, "pk", None) or 0)
        own = own.live().order_by()
        questions = self.model._meta.apps.get_model("events.Question").objects.filter(workshop=OuterRef("workshop"))
        rows = self.select_related("workshop", "date__venue", "place").order_by("date__starts_at", "pk")
        return rows.annotate(asks=Exists(questions), own_key=Subquery(own.values("pk")[:1]))


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

    objects = WorkshopDateQuerySet.as_manager()

    class Meta:
        verbose_name = "Termin eines Workshops"
        verbose_name_plural = "Termine eines Workshops"
        ordering = ["date__starts_at", "pk"]

    def __str__(self) -> str:
        return str(self.date)

    @property
    def is_closed(self) -> bool:
        return self.closed_at is not None
