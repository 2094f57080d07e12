"""Something with limited places, and the formats in which one can take part."""

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from netzwerk.calendar.models import Date
from netzwerk.surfaces import registry
from netzwerk.texts.readable import ReadableTexts


class PlaceQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "PlaceQuerySet":
        """Those whose bookings the user handles. Who books reaches a place through the feature that shows it."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        handled = Q(pk__in=[])
        for kind in registry.place_kinds:
            handled |= Q(kind=kind.key, pk__in=kind.managed_by(user))
        return self.filter(handled)

    def promoting(self, now: datetime | None = None) -> "PlaceQuerySet":
        """Those in which free seats still go to the waiting list."""
        return self.filter(is_open=True, cancelled_at__isnull=True, promotes_until__gt=now or timezone.now())


class Place(ReadableTexts):
    """What one books: one date, or several that belong together. A feature holds a one-to-one to it and fills in title and
    path.

    One person has at most one live booking of it, in one of its formats. All changes go through the services, which lock the
    pools of the place first.
    """

    kind = models.CharField("Art", max_length=40)
    title = models.CharField("Titel", max_length=200)
    path = models.CharField("Seite", max_length=300)
    dates = models.ManyToManyField(Date, related_name="places", verbose_name="Termine")
    starts_at = models.DateTimeField("beginnt", editable=False)
    ends_at = models.DateTimeField("endet", editable=False)
    books_until = models.DateTimeField("Anmelden bis")
    cancels_until = models.DateTimeField("Absagen bis")
    promotes_until = models.DateTimeField("Nachrücken bis")
    needs_approval = models.BooleanField("Anmeldungen werden geprüft", default=False)
    takes_guests = models.BooleanField("auch ohne Konto", default=False)
    has_waiting_list = models.BooleanField("mit Warteliste", default=True)
    is_open = models.BooleanField("Anmeldung geöffnet", default=False)
    minimum = models.PositiveSmallIntegerField("Mindestzahl", default=0)
    minimum_by = models.DateField("Entscheidung über die Mindestzahl am", null=True, blank=True)
    minimum_told_at = models.DateTimeField(null=True, blank=True, editable=False)
    promotion_ended_at = models.DateTimeField("Warteliste geschlossen", null=True, blank=True, editable=False)
    cancelled_at = models.DateTimeField("fällt aus seit", null=True, blank=True, editable=False)
    created_at = models.DateTimeField("angelegt", default=timezone.now, editable=False)

    objects = PlaceQuerySet.as_manager()

    class Meta:
        verbose_name = "Angebot mit begrenzten Plätzen"
        verbose_name_plural = "Angebote mit begrenzten Plätzen"
        ordering = ["starts_at", "pk"]
        indexes = [models.Index(fields=["promotes_until"], name="seats_place_promotion")]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="seats_place_ends_later"),
            models.CheckConstraint(
                condition=Q(books_until__lte=F("ends_at"), cancels_until__lte=F("ends_at")),
                name="seats_place_deadlines_before_end",
            ),
            models.CheckConstraint(
                condition=Q(promotes_until__lte=F("starts_at")), name="seats_place_promotes_before_start"
            ),
            models.CheckConstraint(
                condition=Q(minimum=0) | Q(minimum_by__isnull=False), name="seats_place_minimum_has_a_day"
            ),
            models.CheckConstraint(
                condition=Q(path__startswith="/") & ~Q(path__startswith="//"), name="seats_place_stays_inside"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return self.path

    @property
    def is_cancelled(self) -> bool:
        return self.cancelled_at is not None

    def takes_bookings(self, now: datetime | None = None) -> bool:
        return self.is_open and not self.is_cancelled and (now or timezone.now()) < self.books_until

    def promotes(self, now: datetime | None = None) -> bool:
        """Whether free seats go to the waiting list."""
        return self.is_open and not self.is_cancelled and (now or timezone.now()) < self.promotes_until


class Format(ReadableTexts):
    """A way to take part: on site or online. Its seats lie in pools."""

    class Key(models.TextChoices):
        IN_PERSON = "in_person", "vor Ort"
        ONLINE = "online", "online"

    place = models.ForeignKey(Place, models.CASCADE, related_name="formats", verbose_name="Angebot")
    key = models.CharField("Form", max_length=10, choices=Key)
    # Both are changed under the lock of the pools.
    waiting = models.PositiveIntegerField("auf der Warteliste", default=0, editable=False)
    last_number = models.PositiveIntegerField("letzte Nummer der Warteliste", default=0, editable=False)

    class Meta:
        verbose_name = "Form der Teilnahme"
        verbose_name_plural = "Formen der Teilnahme"
        ordering = ["place", "key"]
        constraints = [
            models.UniqueConstraint(fields=["place", "key"], name="seats_format_once"),
            models.CheckConstraint(condition=Q(waiting__lte=F("last_number")), name="seats_format_waiting_numbered"),
        ]

    def __str__(self) -> str:
        return self.get_key_display()
