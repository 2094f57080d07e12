"""One concrete date: when, where, for whom, and how far its messages have counted."""

import uuid
from collections.abc import Iterable
from datetime import date as day_type
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from netzwerk.calendar import times
from netzwerk.calendar.models.series import Series
from netzwerk.calendar.models.venues import Venue
from netzwerk.surfaces import registry
from netzwerk.texts.readable import ReadableTexts
from netzwerk.vocabulary.models import Term
from netzwerk.vocabulary.rows import with_terms

LONGEST = timedelta(days=31)
ROOM_OPENS = timedelta(hours=48)  # before the start, those who take part see the address of the online room
TOO_SHORT = "Das Ende liegt nicht nach dem Beginn. Bitte prüfen Sie Tag und Uhrzeit."
TOO_LONG = "Ein Termin dauert höchstens 31 Tage. Bitte legen Sie für längere Zeiten mehrere Termine an."


def new_uid() -> str:
    """A random identity in all calendars. It says nothing about the date, and never changes."""
    return str(uuid.uuid4())


class DateQuerySet(models.QuerySet):
    def listed(self) -> "DateQuerySet":
        return self.filter(listed_at__isnull=False)

    def public(self) -> "DateQuerySet":
        return self.listed().filter(audience=Date.Audience.PUBLIC)

    def of_person(self, user) -> "DateQuerySet":
        """Those in which the user takes part or that they lead, of all kinds."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        own = Q()
        for kind in registry.date_kinds:
            own |= Q(kind=kind.key, pk__in=kind.of_person(user))
        return self.filter(own) if own else self.none()

    def visible_to(self, user) -> "DateQuerySet":
        """What stands in the calendar for everybody; for those signed in, what is for members; and one's own dates."""
        if not user.is_authenticated or not user.is_active:
            return self.public()
        seen = Q(listed_at__isnull=False, audience__in=[Date.Audience.PUBLIC, Date.Audience.MEMBERS])
        for kind in registry.date_kinds:
            seen |= Q(kind=kind.key, pk__in=kind.of_person(user))
            if kind.shown_to is not None:
                seen |= Q(kind=kind.key, listed_at__isnull=False, pk__in=kind.shown_to(user))
        return self.filter(seen)

    def upcoming(self, now: datetime | None = None) -> "DateQuerySet":
        """Those that have not ended, the next one first."""
        return self.filter(ends_at__gt=now or timezone.now()).order_by("starts_at", "pk")

    def past(self, now: datetime | None = None) -> "DateQuerySet":
        return self.filter(ends_at__lte=now or timezone.now()).order_by("-starts_at", "-pk")

    def taking_place(self) -> "DateQuerySet":
        return self.exclude(state=Date.State.CANCELLED)

    def overlapping(self, start: datetime, end: datetime) -> "DateQuerySet":
        """Those that last at some time between the two; one that ends when another begins does not."""
        return self.filter(starts_at__lt=end, ends_at__gt=start)

    def on_days(self, first: day_type, last: day_type) -> "DateQuerySet":
        """Those that last on some of these days, by their own wall time."""
        return self.filter(start_day__lte=last, end_day__gte=first)

    def about(self, terms: Iterable[int]) -> "DateQuerySet":
        """Those with one of these terms, each once."""
        return with_terms(self, "topics", terms)

    def for_lists(self) -> "DateQuerySet":
        return self.select_related("venue")


class Date(ReadableTexts):
    """One concrete date of a feature, which holds a one-to-one to it and fills in title, summary and path.

    What people agreed on is the wall time (`start_day` ... `zone`); `starts_at` and `ends_at` follow from it. All
    changes go through the services, which raise `sequence` under a lock for every message that leaves.
    """

    class State(models.TextChoices):
        TENTATIVE = "tentative", "noch nicht sicher"
        CONFIRMED = "confirmed", "findet statt"
        CANCELLED = "cancelled", "fällt aus"

    class Audience(models.TextChoices):
        PUBLIC = "public", "alle, auch ohne Konto"
        MEMBERS = "members", "nur Mitglieder"
        PARTICIPANTS = "participants", "nur, wer teilnimmt"

    kind = models.CharField("Art", max_length=40)
    title = models.CharField("Titel", max_length=200)
    summary = models.CharField("Worum es geht", max_length=400, blank=True)
    path = models.CharField("Seite", max_length=300)
    start_day = models.DateField("erster Tag")
    start_time = models.TimeField("Beginn")
    end_day = models.DateField("letzter Tag")
    end_time = models.TimeField("Ende")
    zone = models.CharField("Zeitzone", max_length=40, choices=times.ZONE_CHOICES, default=times.DEFAULT_ZONE)
    starts_at = models.DateTimeField("beginnt (UTC)", editable=False)
    ends_at = models.DateTimeField("endet (UTC)", editable=False)
    state = models.CharField("Stand", max_length=10, choices=State, default=State.CONFIRMED)
    audience = models.CharField("Für wen", max_length=12, choices=Audience, default=Audience.PUBLIC)
    listed_at = models.DateTimeField("im Kalender seit", null=True, blank=True)
    venue = models.ForeignKey(
        Venue, models.PROTECT, null=True, blank=True, related_name="dates", verbose_name="Veranstaltungsort"
    )
    room = models.CharField("Raum", max_length=80, blank=True)
    online_url = models.URLField(
        "Adresse des Online-Raums",
        max_length=500,
        blank=True,
        help_text="Nur wer teilnimmt oder leitet, sieht diese Adresse, ab zwei Tage vorher.",
    )
    is_online = models.BooleanField("online möglich", default=False)
    topics = models.ManyToManyField(
        Term,
        verbose_name="Themen",
        blank=True,
        related_name="+",
        limit_choices_to={"vocabulary": registry.TOPICS},
    )
    series = models.ForeignKey(
        Series, models.SET_NULL, null=True, blank=True, related_name="dates", verbose_name="Terminreihe"
    )
    is_changed_by_hand = models.BooleanField("einzeln geändert", default=False)
    reason = models.CharField("Warum er ausfällt", max_length=300, blank=True)
    cancelled_at = models.DateTimeField("abgesagt", null=True, blank=True)
    uid = models.CharField(max_length=64, unique=True, default=new_uid, editable=False)
    sequence = models.PositiveIntegerField("Zähler der Nachrichten", default=0, editable=False)
    created_at = models.DateTimeField("angelegt", default=timezone.now, editable=False)
    changed_at = models.DateTimeField("geändert", default=timezone.now, editable=False)

    objects = DateQuerySet.as_manager()

    class Meta:
        verbose_name = "Termin"
        verbose_name_plural = "Termine"
        ordering = ["starts_at", "pk"]
        indexes = [
            models.Index(fields=["ends_at", "starts_at"], name="calendar_date_time"),
            models.Index(fields=["start_day", "end_day"], name="calendar_date_days"),
            models.Index(fields=["kind", "starts_at"], name="calendar_date_kind"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="calendar_date_ends_later"),
            models.CheckConstraint(
                condition=Q(path__startswith="/") & ~Q(path__startswith="//"), name="calendar_date_stays_inside"
            ),
            models.CheckConstraint(
                condition=Q(state="cancelled", cancelled_at__isnull=False)
                | (~Q(state="cancelled") & Q(cancelled_at__isnull=True, reason="")),
                name="calendar_date_cancelled_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.start_day:%d.%m.%Y})" if self.start_day else self.title

    def get_absolute_url(self) -> str:
        return self.path

    def set_moments(self) -> None:
        """Compute UTC from the wall time. Raises ValidationError for a time that does not exist, and for a wrong end."""
        moments = {}
        for day, at, moment in (("start_day", "start_time", "starts_at"), ("end_day", "end_time", "ends_at")):
            if getattr(self, day) is None or getattr(self, at) is None:
                raise ValidationError({at: "Bitte geben Sie Tag und Uhrzeit an."})
            try:
                moments[moment] = times.moment_of(getattr(self, day), getattr(self, at), self.zone)
            except times.NoSuchTime as error:
                raise ValidationError({at: str(error)}) from error
        if moments["ends_at"] <= moments["starts_at"]:
            raise ValidationError({"end_time": TOO_SHORT})
        if moments["ends_at"] - moments["starts_at"] > LONGEST:
            raise ValidationError({"end_day": TOO_LONG})
        self.starts_at, self.ends_at = moments["starts_at"], moments["ends_at"]

    @property
    def start(self) -> datetime:
        """The beginning as wall time with its zone."""
        return self.starts_at.astimezone(ZoneInfo(self.zone))

    @property
    def end(self) -> datetime:
        return self.ends_at.astimezone(ZoneInfo(self.zone))

    @property
    def is_cancelled(self) -> bool:
        return self.state == self.State.CANCELLED

    @property
    def is_past(self) -> bool:
        return self.ends_at <= timezone.now()

    @property
    def room_url(self) -> str:
        """The address of the online room once it may be shown to those who take part, until the end; else ""."""
        now = timezone.now()
        is_near = self.starts_at - ROOM_OPENS <= now < self.ends_at
        return self.online_url if is_near and not self.is_cancelled else ""

    @property
    def kind_label(self) -> str:
        """The label of the kind, its key if no feature registers it (any more)."""
        kind = registry.date_kinds.get(self.kind)
        return kind.one if kind else self.kind
