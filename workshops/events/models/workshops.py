"""A workshop: what it is about, for whom, and how one books it."""

from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from netzwerk.members.models import Organisation
from netzwerk.members.reach import reach
from netzwerk.members.roles import May
from netzwerk.surfaces import registry
from netzwerk.texts.readable import ReadableTexts
from netzwerk.vocabulary.models import Term

MOST_SEATS = 5000


class WorkshopQuerySet(models.QuerySet):
    def shown(self) -> "WorkshopQuerySet":
        """Those that have a page for their audience."""
        return self.filter(state__in=Workshop.SHOWN)

    def public(self) -> "WorkshopQuerySet":
        return self.shown().filter(audience=Workshop.Audience.PUBLIC)

    def waiting_for_review(self) -> "WorkshopQuerySet":
        return self.filter(Q(state=Workshop.State.REVIEW) | Q(pending__isnull=False))

    def planned_by(self, user: Any) -> "WorkshopQuerySet":
        return self.filter(organisers__person_id=user.pk) if user.is_authenticated and user.is_active else self.none()

    def manageable_by(self, user: Any) -> "WorkshopQuerySet":
        """Those whose bookings the user handles, as the office or as an organiser who has the role; as access.can_manage."""
        if reach(user, May.REVIEW_WORKSHOPS).everywhere:
            return self
        if not reach(user, May.PLAN_WORKSHOPS).everywhere:
            return self.none()
        return self.filter(pk__in=self.model.objects.planned_by(user).values("pk"))

    def visible_to(self, user: Any) -> "WorkshopQuerySet":
        """What has a page for the user's audience, and what one plans, leads or has booked; as access.can_view."""
        public = Q(state__in=Workshop.SHOWN, audience=Workshop.Audience.PUBLIC)
        if not user.is_authenticated or not user.is_active:
            return self.filter(public)
        if reach(user, May.REVIEW_WORKSHOPS).everywhere:
            return self
        houses = user.memberships.current().values("organisation")
        closed = self.model.organisations.through.objects.filter(organisation__in=houses).values("workshop")
        taking_part = Q(dates__place__bookings__person=user) | Q(leaders__person=user)
        own = self.model.objects.filter(taking_part, state__in=Workshop.SHOWN).order_by().values("pk")
        seen = public | Q(state__in=Workshop.SHOWN, audience=Workshop.Audience.MEMBERS)
        seen |= Q(state__in=Workshop.SHOWN, audience=Workshop.Audience.ORGANISATIONS, pk__in=closed)
        managed = self.model.objects.manageable_by(user).order_by().values("pk")
        return self.filter(seen | Q(pk__in=own) | Q(pk__in=managed))


class Workshop(ReadableTexts):
    """What the public sees changes only after a second person has agreed: text, materials for everyone, audience (`pending`).
    Time, place, room and cancellation act at once, are logged and told to everyone concerned."""

    class State(models.TextChoices):
        DRAFT = "draft", "Entwurf"
        REVIEW = "review", "zur Prüfung"
        PUBLISHED = "published", "veröffentlicht"
        CANCELLED = "cancelled", "fällt aus"

    class Audience(models.TextChoices):
        PUBLIC = "public", "alle, auch ohne Konto"
        MEMBERS = "members", "Mitglieder"
        ORGANISATIONS = "organisations", "bestimmte Organisationen"

    class Booking(models.TextChoices):
        TOGETHER = "together", "alle Termine gehören zusammen"
        SINGLY = "singly", "jeder Termin einzeln"

    SHOWN = (State.PUBLISHED, State.CANCELLED)
    REVIEWED = ("title", "summary", "description", "for_whom", "cost_note", "audience")  # and topics, organisations

    title = models.CharField("Titel", max_length=160)
    slug = models.SlugField("Adresse im Portal", max_length=80, unique=True)
    summary = models.CharField("Worum es geht, in zwei Sätzen", max_length=400)
    description = models.TextField("Beschreibung", max_length=8000, blank=True)
    for_whom = models.CharField("Für wen", max_length=300, blank=True)
    topics = models.ManyToManyField(
        Term,
        verbose_name="Themen",
        blank=True,
        related_name="+",
        limit_choices_to={"vocabulary": registry.TOPICS},
    )
    audience = models.CharField("Wer sich anmelden kann", max_length=13, choices=Audience, default=Audience.PUBLIC)
    organisations = models.ManyToManyField(
        Organisation, related_name="+", blank=True, verbose_name="Für diese Organisationen"
    )
    state = models.CharField("Stand", max_length=10, choices=State, default=State.DRAFT)
    booking = models.CharField("Anmelden zu", max_length=8, choices=Booking, default=Booking.TOGETHER)
    cost_note = models.CharField(
        "Kosten", max_length=200, blank=True, help_text="Zum Beispiel: keine, Mittagessen inbegriffen."
    )
    contact_name = models.CharField("Fragen beantwortet", max_length=120)
    contact_email = models.EmailField("E-Mail-Adresse für Fragen")
    contact_phone = models.CharField("Telefon für Fragen", max_length=40, blank=True)
    seats_in_person = models.PositiveIntegerField(
        "Plätze vor Ort", null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(MOST_SEATS)]
    )
    seats_online = models.PositiveIntegerField(
        "Plätze online", null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(MOST_SEATS)]
    )
    booking_days = models.PositiveSmallIntegerField(
        "Anmelden bis so viele Tage vorher, 12 Uhr", default=7, validators=[MaxValueValidator(180)]
    )
    cancel_days = models.PositiveSmallIntegerField(
        "Absagen ohne Grund bis so viele Tage vorher, 12 Uhr", default=1, validators=[MaxValueValidator(180)]
    )
    takes_guests = models.BooleanField("auch Gäste ohne Konto", default=True)
    needs_approval = models.BooleanField("Anmeldungen werden erst geprüft", default=False)
    has_waiting_list = models.BooleanField("mit Warteliste", default=True)
    minimum = models.PositiveSmallIntegerField("Mindestzahl", default=0, help_text="0, wenn es keine gibt.")
    minimum_days = models.PositiveSmallIntegerField(
        "Entscheidung über die Mindestzahl, Tage vorher", default=14, validators=[MaxValueValidator(180)]
    )
    is_template = models.BooleanField("Vorlage", default=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="angelegt von"
    )
    created_at = models.DateTimeField("angelegt", default=timezone.now, editable=False)
    changed_at = models.DateTimeField("geändert", default=timezone.now, editable=False)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="vorgelegt von",
    )
    submitted_at = models.DateTimeField("vorgelegt", null=True, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="geprüft von"
    )
    published_at = models.DateTimeField("veröffentlicht", null=True, blank=True)
    # {"values": {field: text}, "topics": [key], "organisations": [key], "materials": [key]}, each part only if it changes.
    pending = models.JSONField("Änderungen, die jemand zweites prüft", null=True, blank=True)
    # Keys of those who wrote what waits for a second person: none of them is it.
    writers = models.JSONField(default=list, blank=True, editable=False)
    review_note = models.CharField("Rückmeldung der Prüfung", max_length=1000, blank=True)
    cancelled_at = models.DateTimeField("abgesagt", null=True, blank=True)
    reason = models.CharField("Warum er ausfällt", max_length=300, blank=True)
    # Nobody who plans it may do so any more: the office knows, and looks for a successor.
    office_told_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = WorkshopQuerySet.as_manager()

    class Meta:
        verbose_name = "Workshop"
        verbose_name_plural = "Workshops"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="published", published_at__isnull=False) | ~Q(state="published"),
                name="events_workshop_published_when",
            ),
            models.CheckConstraint(
                condition=Q(state="cancelled", cancelled_at__isnull=False)
                | (~Q(state="cancelled") & Q(cancelled_at__isnull=True)),
                name="events_workshop_cancelled_when",
            ),
            models.CheckConstraint(condition=~Q(title=""), name="events_workshop_has_a_title"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("workshops:page", args=[self.slug])

    @property
    def is_shown(self) -> bool:
        return self.state in self.SHOWN

    @property
    def is_cancelled(self) -> bool:
        return self.state == self.State.CANCELLED

    @property
    def is_published(self) -> bool:
        return self.state == self.State.PUBLISHED

    @property
    def waits_for_review(self) -> bool:
        """For its first publication, or with changes."""
        return self.state == self.State.REVIEW or bool(self.pending)

    @property
    def stamp(self) -> str:
        """Changes with every change; forms send it back, so that nobody overwrites or approves what they have not seen."""
        return self.changed_at.isoformat()
