"""The outbox (a mail is a row; a job only triggers its delivery), and the notifications of a person."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Case, Q, Value, When
from django.utils import timezone

from netzwerk.post.access import can_read_outbox
from netzwerk.post.attachments import Attachment, unpack

# The server refused the recipient: a mistyped address or a closed mailbox, not a fault of the portal.
REFUSED = "SMTPRecipientsRefused"


class MessageQuerySet(models.QuerySet):
    def due(self, now: datetime | None = None) -> "MessageQuerySet":
        """Waiting mails that are due, oldest first."""
        return self.filter(state=Message.State.WAITING, next_try_at__lte=now or timezone.now()).order_by("pk")

    def stranded(self, before: datetime) -> "MessageQuerySet":
        """Mails that a process claimed before this time and never finished."""
        return self.filter(state=Message.State.SENDING, claimed_at__lt=before)

    def unsent(self) -> "MessageQuerySet":
        """Mails that are waiting or being sent."""
        return self.filter(state__in=[Message.State.WAITING, Message.State.SENDING])

    def given_up(self) -> "MessageQuerySet":
        """Failed mails, without those whose recipient was refused."""
        return self.filter(state=Message.State.FAILED).exclude(error__startswith=REFUSED)

    def undelivered_about(self, abouts: Iterable[str]) -> "MessageQuerySet":
        """The failed mails about these matters."""
        return self.filter(about__in=list(abouts), state=Message.State.FAILED)

    def visible_to(self, user) -> "MessageQuerySet":
        """Nobody, as mails contain links that open accounts; only the demo shows its outbox."""
        return self if can_read_outbox(user) else self.none()


class Message(models.Model):
    """One mail to one or more addresses, with its final text."""

    class State(models.TextChoices):
        WAITING = "waiting", "wartet"
        SENDING = "sending", "wird gesendet"
        SENT = "sent", "gesendet"
        FAILED = "failed", "nicht zustellbar"

    message_id = models.CharField(max_length=200, unique=True)
    sender = models.CharField("Absender", max_length=320)
    to = models.JSONField("An", default=list)
    reply_to = models.JSONField("Antwort an", default=list, blank=True)
    subject = models.CharField("Betreff", max_length=300)
    about = models.CharField(
        "wovon sie handelt", max_length=80, blank=True
    )  # "seats.booking:12", for the feature that asks
    text = models.TextField("Text")
    html = models.TextField("HTML", blank=True)
    headers = models.JSONField(default=dict, blank=True)
    attachments = models.JSONField("Anhänge", default=list, blank=True)
    state = models.CharField("Stand", max_length=10, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField("Versuche", default=0)
    error = models.CharField("letzter Fehler", max_length=300, blank=True)
    created_at = models.DateTimeField("angelegt", default=timezone.now)
    next_try_at = models.DateTimeField(default=timezone.now)
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField("gesendet", null=True, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = "Nachricht"
        verbose_name_plural = "Nachrichten"
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["state", "next_try_at"], name="post_message_due"),
            models.Index(fields=["about"], condition=~Q(about=""), name="post_message_about"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(state="sent") | Q(sent_at__isnull=False), name="post_sent_has_a_time"),
            models.CheckConstraint(
                condition=~Q(state="sending") | Q(claimed_at__isnull=False), name="post_sending_has_a_claim"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject} ({self.get_state_display()})"

    @property
    def files(self) -> list[Attachment]:
        return unpack(self.attachments)


class NotificationQuerySet(models.QuerySet):
    def visible_to(self, user) -> "NotificationQuerySet":
        """A person sees their own notifications only."""
        return self.filter(person_id=user.pk) if user.is_authenticated else self.none()

    def unread(self) -> "NotificationQuerySet":
        return self.filter(read_at__isnull=True)

    def unread_first(self) -> "NotificationQuerySet":
        return self.order_by(Case(When(read_at__isnull=True, then=Value(0)), default=Value(1)), "-pk")


class Notification(models.Model):
    """A message to one person in the portal, with a link to a page."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="notifications", verbose_name="Person"
    )
    kind = models.CharField("Art", max_length=60)
    title = models.CharField("Titel", max_length=200)
    text = models.TextField("Text", blank=True)
    url = models.CharField("Seite", max_length=500)
    created_at = models.DateTimeField("angelegt", default=timezone.now)
    read_at = models.DateTimeField("gelesen", null=True, blank=True)

    objects = NotificationQuerySet.as_manager()

    class Meta:
        verbose_name = "Mitteilung"
        verbose_name_plural = "Mitteilungen"
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["person", "read_at"], name="post_notification_unread"),
            models.Index(fields=["created_at"], name="post_notification_age"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(url__startswith="/") & ~Q(url__startswith="//"), name="post_notification_stays_inside"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class MailChoiceQuerySet(models.QuerySet):
    def visible_to(self, user) -> "MailChoiceQuerySet":
        return self.filter(person_id=user.pk) if user.is_authenticated else self.none()


class MailChoice(models.Model):
    """Whether a person wants mail for a kind of notification. Without a row, the kind's default applies."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="mail_choices")
    kind = models.CharField(max_length=60)
    by_mail = models.BooleanField()

    objects = MailChoiceQuerySet.as_manager()

    class Meta:
        verbose_name = "Wahl für E-Mails"
        verbose_name_plural = "Wahlen für E-Mails"
        constraints = [models.UniqueConstraint(fields=["person", "kind"], name="post_mail_choice_once")]

    def __str__(self) -> str:
        return f"{self.kind}: {'mit' if self.by_mail else 'ohne'} E-Mail"
