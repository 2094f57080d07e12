"""Bookings: who has a seat, waits for one, or had one."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from netzwerk.members.models import Organisation
from netzwerk.members.reach import reach
from netzwerk.members.roles import May
from netzwerk.seats.models.places import Format, Place
from netzwerk.seats.models.pools import Pool
from netzwerk.surfaces import registry
from netzwerk.texts.folding import fold
from netzwerk.texts.readable import ReadableTexts


class BookingQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "BookingQuerySet":
        """One's own, those of the organisations for which one books, and those that one handles."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        seen = Q(person_id=user.pk)
        if organisations := reach(user, May.BOOK_FOR_COLLEAGUES).organisations:
            seen |= Q(organisation_id__in=organisations)
        for kind in registry.place_kinds:
            seen |= Q(place__kind=kind.key, place_id__in=kind.managed_by(user))
        return self.filter(seen)

    def live(self) -> "BookingQuerySet":
        return self.filter(state__in=Booking.LIVE)

    def holding(self) -> "BookingQuerySet":
        """Those that count as taken: confirmed, and offers."""
        return self.filter(state__in=Booking.HOLDING)

    def confirmed(self) -> "BookingQuerySet":
        return self.filter(state=Booking.State.CONFIRMED)

    def waiting(self) -> "BookingQuerySet":
        """The waiting list, first come first."""
        return self.filter(state=Booking.State.WAITING).order_by("queue_number", "pk")

    def that_left_before(self, booking: "Booking") -> "BookingQuerySet":
        """Those that stood before it on its waiting list and have left since, in the order of leaving."""
        ahead = self.filter(format_id=booking.format_id, queue_number__lt=booking.queue_number)
        return ahead.filter(left_queue_at__gt=booking.waiting_since).order_by("left_queue_at", "pk")

    def of_holder(self, *, person: Any = None, email: str = "") -> "BookingQuerySet":
        return self.filter(person=person) if person is not None else self.filter(person=None, email=email)

    def matching(self, words: str) -> "BookingQuerySet":
        """Whose name or organisation contains all these words."""
        found = self
        for word in words.split()[:8]:
            folded = fold(word)
            found = found.filter(
                Q(folded__contains=folded)
                | Q(person__folded__contains=folded)
                | Q(organisation__folded__contains=folded)
            )
        return found

    def for_lists(self) -> "BookingQuerySet":
        return self.select_related("person", "organisation", "format", "pool")


class Booking(ReadableTexts):
    """One person's way to one seat of a place. Only what is HOLDING has a pool and counts there as taken."""

    class State(models.TextChoices):
        UNCONFIRMED = "unconfirmed", "Adresse noch nicht bestätigt"
        RELEASE = "release", "wartet auf Freigabe der Organisation"
        REQUESTED = "requested", "zu genehmigen"
        WAITING = "waiting", "Warteliste"
        OFFERED = "offered", "Platz angeboten"
        CONFIRMED = "confirmed", "angemeldet"
        CANCELLED = "cancelled", "abgesagt"
        DECLINED = "declined", "abgelehnt"
        LAPSED = "lapsed", "nicht nachgerückt"

    # Without UNCONFIRMED: whoever types a foreign address must not keep its owner out.
    LIVE = (State.RELEASE, State.REQUESTED, State.WAITING, State.OFFERED, State.CONFIRMED)
    HOLDING = (State.OFFERED, State.CONFIRMED)
    UNDECIDED = (State.RELEASE, State.REQUESTED)
    ENDED = (State.CANCELLED, State.DECLINED, State.LAPSED)

    place = models.ForeignKey(Place, models.CASCADE, related_name="bookings", verbose_name="Angebot")
    format = models.ForeignKey(Format, models.PROTECT, related_name="bookings", verbose_name="Form")
    pool = models.ForeignKey(
        Pool, models.PROTECT, null=True, blank=True, related_name="bookings", verbose_name="Platz aus"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="bookings", verbose_name="Person"
    )
    name = models.CharField("Name des Gastes", max_length=200, blank=True)
    email = models.EmailField("E-Mail-Adresse des Gastes", max_length=254, blank=True)
    affiliation = models.CharField("Organisation des Gastes", max_length=200, blank=True)
    folded = models.CharField(max_length=450, editable=False, default="")
    organisation = models.ForeignKey(
        Organisation, models.SET_NULL, null=True, blank=True, related_name="bookings", verbose_name="für Organisation"
    )
    booked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="angemeldet von",
    )
    state = models.CharField("Stand", max_length=12, choices=State)
    queue_number = models.PositiveIntegerField("Nummer auf der Warteliste", null=True, blank=True, editable=False)
    promote_at_once = models.BooleanField("gleich anmelden, wenn ein Platz frei wird", default=True)
    shows_name = models.BooleanField("andere Teilnehmende sehen den Namen", default=False)
    offered_until = models.DateTimeField("Antwort bis", null=True, blank=True)
    form_key = models.CharField(max_length=40, blank=True, editable=False)  # a form sent twice books once
    created_at = models.DateTimeField("seit", default=timezone.now)
    waiting_since = models.DateTimeField("auf der Warteliste seit", null=True, blank=True)
    left_queue_at = models.DateTimeField("von der Warteliste", null=True, blank=True)
    confirmed_at = models.DateTimeField("angemeldet am", null=True, blank=True)
    ended_at = models.DateTimeField("beendet am", null=True, blank=True)
    reason = models.CharField("Grund", max_length=300, blank=True)

    objects = BookingQuerySet.as_manager()

    class Meta:
        verbose_name = "Anmeldung"
        verbose_name_plural = "Anmeldungen"
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["place", "state"], name="seats_booking_state"),
            models.Index(fields=["format", "state", "queue_number"], name="seats_booking_queue"),
            models.Index(fields=["offered_until"], condition=Q(state="offered"), name="seats_booking_offer"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["place", "person"],
                condition=Q(
                    state__in=("release", "requested", "waiting", "offered", "confirmed"), person__isnull=False
                ),
                name="seats_booking_person_once",
            ),
            models.UniqueConstraint(
                fields=["place", "email"],
                condition=Q(state__in=("release", "requested", "waiting", "offered", "confirmed")) & ~Q(email=""),
                name="seats_booking_guest_once",
            ),
            models.UniqueConstraint(
                fields=["place", "form_key"], condition=~Q(form_key=""), name="seats_booking_form_once"
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=False, email="", name="") | (Q(person__isnull=True) & ~Q(name="")),
                name="seats_booking_one_holder",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("offered", "confirmed"), pool__isnull=False)
                | (~Q(state__in=("offered", "confirmed")) & Q(pool__isnull=True)),
                name="seats_booking_held_in_a_pool",
            ),
            models.CheckConstraint(
                condition=Q(state="offered", offered_until__isnull=False)
                | (~Q(state="offered") & Q(offered_until__isnull=True)),
                name="seats_booking_offer_ends",
            ),
            models.CheckConstraint(
                condition=~Q(state="waiting") | Q(queue_number__isnull=False, waiting_since__isnull=False),
                name="seats_booking_waiting_numbered",
            ),
        ]

    def __str__(self) -> str:
        return f"Anmeldung Nr. {self.pk}"  # without the person, as the log stores it for good

    def fold_names(self) -> None:
        """Set the folded column; services call this before they save."""
        self.folded = fold(f"{self.name} {self.affiliation}")[:450]

    @property
    def is_guest(self) -> bool:
        return self.person_id is None

    @property
    def holder_name(self) -> str:
        return self.person.get_full_name() if self.person is not None else self.name

    @property
    def holder_email(self) -> str:
        return self.person.email if self.person is not None else self.email

    @property
    def from_where(self) -> str:
        """The organisation in words."""
        return str(self.organisation) if self.organisation is not None else self.affiliation

    @property
    def is_live(self) -> bool:
        return self.state in self.LIVE

    @property
    def is_holding(self) -> bool:
        return self.state in self.HOLDING

    @property
    def has_seat(self) -> bool:
        return self.state == self.State.CONFIRMED

    @property
    def was_promoted(self) -> bool:
        return self.waiting_since is not None and self.confirmed_at is not None

    def position(self) -> int | None:
        """Place on the waiting list, counted from 1; None for whoever does not wait. One query."""
        if self.state != self.State.WAITING:
            return None
        ahead = Booking.objects.filter(
            format_id=self.format_id, state=self.State.WAITING, queue_number__lt=self.queue_number
        )
        return ahead.count() + 1

    def offer_has_ended(self, now: datetime | None = None) -> bool:
        return self.offered_until is not None and self.offered_until <= (now or timezone.now())
