"""The outbox: a mail is a row first. The row is the truth, jobs only say "look"."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils import timezone


class MessageQuerySet(models.QuerySet):
    def due(self, now: datetime | None = None) -> "MessageQuerySet":
        """Waiting mails whose time has come, oldest first."""
        return self.filter(state=Message.State.WAITING, next_try_at__lte=now or timezone.now()).order_by("pk")

    def stranded(self, before: datetime) -> "MessageQuerySet":
        """Mails that a process marked as being sent before this moment, and never finished."""
        return self.filter(state=Message.State.SENDING, claimed_at__lt=before)

    def visible_to(self, user) -> "MessageQuerySet":
        """Mail holds links that open accounts; nobody reads another's mail. Only the demo shows its outbox."""
        from netzwerk.post.access import can_read_outbox

        return self if can_read_outbox(user) else self.none()


class Message(models.Model):
    """One mail to one or more addresses, with the text as it leaves the house."""

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
    text = models.TextField("Text")
    html = models.TextField("HTML", blank=True)
    headers = models.JSONField(default=dict, blank=True)
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
        indexes = [models.Index(fields=["state", "next_try_at"], name="post_message_due")]
        constraints = [
            models.CheckConstraint(condition=~Q(state="sent") | Q(sent_at__isnull=False), name="post_sent_has_a_time"),
            models.CheckConstraint(
                condition=~Q(state="sending") | Q(claimed_at__isnull=False), name="post_sending_has_a_claim"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject} ({self.get_state_display()})"
