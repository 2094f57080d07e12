"""Mails of organisers to those who booked."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from netzwerk.texts.readable import ReadableTexts
from workshops.events.models.workshops import Workshop


class GroupMessage(ReadableTexts):
    """One mail to many: what was written, to whom in words, and to how many. Who got it, the outbox knows for a while."""

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="messages", verbose_name="Workshop")
    subject = models.CharField("Betreff", max_length=150)
    text = models.TextField("Text", max_length=5000)
    audience = models.CharField("An wen", max_length=200)
    recipients = models.PositiveIntegerField("Zahl der E-Mails")
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="gesendet von"
    )
    sent_at = models.DateTimeField("gesendet am", default=timezone.now)
    form_key = models.CharField(max_length=40, editable=False)  # a form sent twice sends once

    class Meta:
        verbose_name = "Nachricht an Angemeldete"
        verbose_name_plural = "Nachrichten an Angemeldete"
        ordering = ["-sent_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["workshop", "form_key"], name="events_group_message_once"),
        ]

    def __str__(self) -> str:
        return f"Nachricht Nr. {self.pk}"
