"""Applications of organisations and invitations of people."""

from datetime import datetime

from django.conf import settings
from django.core.validators import RegexValidator, URLValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone

from netzwerk.members.models.organisations import Organisation
from netzwerk.members.reach import reach
from netzwerk.members.regions import check_ags
from netzwerk.members.roles import ROLE_BY_KEY, May, Role
from netzwerk.texts.folding import fold


class ApplicationQuerySet(models.QuerySet):
    def visible_to(self, user) -> "ApplicationQuerySet":
        return self if reach(user, May.REVIEW_APPLICATIONS).everywhere else self.none()

    def open(self) -> "ApplicationQuerySet":
        return self.filter(state__in=Application.OPEN)

    def matching(self, words: str) -> "ApplicationQuerySet":
        found = self
        for word in words.split()[:8]:
            names = Q(name__icontains=word) | Q(place__icontains=word)
            found = found.filter(names | Q(last_name__icontains=word) | Q(email__icontains=word))
        return found


class Application(models.Model):
    """An organisation applies for membership. The applicant needs no account and follows it by a signed link."""

    class State(models.TextChoices):
        SUBMITTED = "submitted", "eingegangen"
        ASKED = "asked", "Rückfrage offen"
        APPROVED = "approved", "angenommen"
        DECLINED = "declined", "abgelehnt"
        WITHDRAWN = "withdrawn", "zurückgezogen"

    OPEN = (State.SUBMITTED, State.ASKED)

    name = models.CharField("Name der Organisation", max_length=200)
    kind = models.CharField("Art der Organisation", max_length=10, choices=Organisation.Kind)
    ags = models.CharField("Gemeindeschlüssel (AGS)", max_length=8, blank=True, validators=[check_ags])
    district_name = models.CharField("Kreis oder kreisfreie Stadt", max_length=120, blank=True)
    street = models.CharField("Straße und Hausnummer", max_length=120, blank=True)
    postcode = models.CharField(
        "Postleitzahl", max_length=5, validators=[RegexValidator(r"^[0-9]{5}$", "Die Postleitzahl hat fünf Ziffern.")]
    )
    place = models.CharField("Ort", max_length=120)
    inhabitants = models.PositiveIntegerField("Einwohner:innen", null=True, blank=True)
    website = models.URLField("Internetadresse", blank=True, validators=[URLValidator(schemes=["http", "https"])])
    reason = models.TextField("Was erhoffen Sie sich vom Netzwerk?", max_length=3000)
    first_name = models.CharField("Vorname", max_length=100)
    last_name = models.CharField("Nachname", max_length=100)
    function = models.CharField("Funktion", max_length=120)
    email = models.EmailField("Dienstliche E-Mail-Adresse", max_length=254)
    phone = models.CharField("Telefon", max_length=40, blank=True)
    name_key = models.CharField(max_length=400, editable=False, default="")  # the folded name, for the constraint
    state = models.CharField("Stand", max_length=10, choices=State, default=State.SUBMITTED)
    created_at = models.DateTimeField("eingegangen am", default=timezone.now)
    decided_at = models.DateTimeField("entschieden am", null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.SET_NULL, related_name="applications"
    )

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = "Aufnahmeantrag"
        verbose_name_plural = "Aufnahmeanträge"
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["state", "created_at"], name="members_application_state")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="approved") | Q(decided_at__isnull=False), name="members_approved_has_a_time"
            ),
            models.UniqueConstraint(
                fields=["name_key", "email"],
                condition=Q(state__in=["submitted", "asked"]),
                name="members_application_open_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def fold_name(self) -> None:
        """Set the folded column; services call this before they save."""
        self.name_key = fold(self.name)[:400]

    @property
    def is_open(self) -> bool:
        return self.state in self.OPEN

    @property
    def applicant(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()


class ApplicationMessage(models.Model):
    """One step of an application with its text: question, answer or decision."""

    class Kind(models.TextChoices):
        SUBMITTED = "submitted", "Antrag eingegangen"
        QUESTION = "question", "Rückfrage der Geschäftsstelle"
        ANSWER = "answer", "Antwort"
        APPROVED = "approved", "Antrag angenommen"
        DECLINED = "declined", "Antrag abgelehnt"
        WITHDRAWN = "withdrawn", "Antrag zurückgezogen"

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="messages")
    kind = models.CharField(max_length=10, choices=Kind)
    text = models.TextField(max_length=3000, blank=True)
    author = models.ForeignKey(  # None: the applicant
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "Schritt eines Antrags"
        verbose_name_plural = "Schritte eines Antrags"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.get_kind_display()


class InvitationQuerySet(models.QuerySet):
    def open(self, now: datetime | None = None) -> "InvitationQuerySet":
        """Those that can still be accepted."""
        return self.filter(accepted_at__isnull=True, withdrawn_at__isnull=True, expires_at__gt=now or timezone.now())

    def matching(self, words: str) -> "InvitationQuerySet":
        found = self
        for word in words.split()[:8]:
            names = Q(first_name__icontains=word) | Q(last_name__icontains=word) | Q(email__icontains=word)
            found = found.filter(names | Q(organisation__name__icontains=word))
        return found

    def visible_to(self, user) -> "InvitationQuerySet":
        where = reach(user, May.INVITE_COLLEAGUES)
        seen = Q(organisation__in=where.organisations)
        if where.everywhere:
            seen |= Q(organisation__isnull=False)
        if reach(user, May.GIVE_NETWORK_ROLES).everywhere:
            seen |= Q(organisation__isnull=True)
        return self.filter(seen)


class Invitation(models.Model):
    """A person may join, with these roles. The secret of the link is in the mail only; the row holds its hash."""

    email = models.EmailField("E-Mail-Adresse", max_length=254)
    first_name = models.CharField("Vorname", max_length=100, blank=True)
    last_name = models.CharField("Nachname", max_length=100, blank=True)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.CASCADE, related_name="invitations"
    )
    roles = models.JSONField("Rollen", default=list)
    fingerprint = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField("eingeladen am", default=timezone.now)
    expires_at = models.DateTimeField("gültig bis")
    accepted_at = models.DateTimeField("angenommen am", null=True, blank=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    withdrawn_at = models.DateTimeField("zurückgezogen am", null=True, blank=True)
    refused = models.BooleanField("von der eingeladenen Person abgelehnt", default=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = "Einladung"
        verbose_name_plural = "Einladungen"
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                "organisation",
                condition=Q(accepted_at__isnull=True, withdrawn_at__isnull=True),
                name="members_invitation_once",
            ),
            models.UniqueConstraint(  # in databases, NULL organisations are distinct
                Lower("email"),
                condition=Q(organisation__isnull=True, accepted_at__isnull=True, withdrawn_at__isnull=True),
                name="members_invitation_to_network_once",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True) | Q(withdrawn_at__isnull=True),
                name="members_invitation_ends_one_way",
            ),
        ]

    def __str__(self) -> str:
        return (
            f"Einladung in {self.organisation or 'das Netzwerk'}"  # without the address, as the log stores it for good
        )

    @property
    def is_open(self) -> bool:
        return self.accepted_at is None and self.withdrawn_at is None and self.expires_at > timezone.now()

    @property
    def where(self) -> str:
        return str(self.organisation) if self.organisation else "Netzwerk"

    @property
    def state_label(self) -> str:
        if self.accepted_at:
            return "angenommen"
        if self.withdrawn_at:
            return "abgelehnt" if self.refused else "zurückgezogen"
        return "offen" if self.is_open else "abgelaufen"

    @property
    def role_definitions(self) -> list[Role]:
        return [ROLE_BY_KEY[key] for key in self.roles if key in ROLE_BY_KEY]
