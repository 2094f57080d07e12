"""Certificates: what the paper says is stored as plain data and stays, whatever becomes of event, template and account."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from netzwerk.hours.access import can_decide_credits
from netzwerk.hours.models.entries import Source
from netzwerk.texts.addresses import normalise_email


class Series(models.Model):
    """The last number of a year. The row is locked while a number is given, so numbers have no gaps and no doubles."""

    year = models.PositiveSmallIntegerField(unique=True)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "Nummernkreis der Bescheinigungen"
        verbose_name_plural = "Nummernkreise der Bescheinigungen"

    def __str__(self) -> str:
        return str(self.year)


class CertificateQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "CertificateQuerySet":
        """One's own, and all for the office. Whoever has the link sees a certificate without this (with_token)."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        return self if can_decide_credits(user) else self.filter(person_id=user.pk)

    def with_token(self, token: str) -> "CertificateQuerySet":
        return self.filter(token=token)

    def valid(self) -> "CertificateQuerySet":
        return self.filter(state=Certificate.State.VALID)

    def of_source(self, source: Source) -> "CertificateQuerySet":
        return self.filter(source_kind=source.kind, source_id=source.id)

    def for_holder(self, *, person: Any = None, email: str = "") -> "CertificateQuerySet":
        return self.filter(person=person) if person else self.filter(person=None, email=normalise_email(email))

    def to_be_mailed(self) -> "CertificateQuerySet":
        return self.valid().exclude(email="").filter(mailed_at__isnull=True)

    def matching(self, words: str) -> "CertificateQuerySet":
        found = self
        for word in words.split()[:8]:
            found = found.filter(Q(number__icontains=word) | Q(holder__icontains=word) | Q(title__icontains=word))
        return found


class Certificate(models.Model):
    class State(models.TextChoices):
        VALID = "valid", "gültig"
        REPLACED = "replaced", "ersetzt"
        REVOKED = "revoked", "zurückgezogen"

    number = models.CharField("Nummer", max_length=20, unique=True)
    # In clear: the link is printed on the paper, and printed again for its holder. It protects against guessing only.
    token = models.CharField(max_length=64, unique=True, editable=False)
    kind = models.CharField("Vorlage", max_length=40)
    title = models.CharField("Titel", max_length=200)
    holder = models.CharField("Name auf dem Papier", max_length=200)
    paper = models.JSONField("Was auf dem Papier steht")  # see services.certificates.Paper
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="certificates",
        verbose_name="Konto",
    )
    email = models.EmailField("E-Mail-Adresse des Gastes", max_length=254, blank=True)
    source_kind = models.CharField("Art der Quelle", max_length=40)
    source_id = models.CharField("Schlüssel der Quelle", max_length=40)
    state = models.CharField("Stand", max_length=10, choices=State, default=State.VALID)
    issued_at = models.DateTimeField("ausgestellt am", default=timezone.now)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="ausgestellt von",
    )
    replaces = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaced_by", verbose_name="ersetzt"
    )
    ended_at = models.DateTimeField("ersetzt oder zurückgezogen am", null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="ersetzt oder zurückgezogen von",
    )
    reason = models.CharField("Grund", max_length=500, blank=True)
    mailed_at = models.DateTimeField("dem Gast geschickt am", null=True, blank=True)

    objects = CertificateQuerySet.as_manager()

    class Meta:
        verbose_name = "Bescheinigung"
        verbose_name_plural = "Bescheinigungen"
        ordering = ["-issued_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind", "source_kind", "source_id"],
                condition=Q(state="valid", person__isnull=False),
                name="hours_certificate_valid_once",
            ),
            models.UniqueConstraint(
                fields=["email", "kind", "source_kind", "source_id"],
                condition=Q(state="valid") & ~Q(email=""),
                name="hours_certificate_of_guest_valid_once",
            ),
            models.CheckConstraint(
                condition=Q(state="valid", ended_at__isnull=True)
                | (Q(state__in=("replaced", "revoked"), ended_at__isnull=False) & ~Q(reason="")),
                name="hours_certificate_ends_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=True) | Q(email=""), name="hours_certificate_one_holder"
            ),
        ]

    def __str__(self) -> str:
        return f"Bescheinigung {self.number}"  # without the holder, as the log stores it for good

    def get_absolute_url(self) -> str:
        """The page that verifies it."""
        return reverse("certificates:verify", args=[self.token])

    @property
    def is_valid(self) -> bool:
        return self.state == self.State.VALID

    @property
    def source(self) -> Source:
        return Source(self.source_kind, self.source_id, self.title)

    @property
    def public_url(self) -> str:
        return settings.BASE_URL + self.get_absolute_url()
