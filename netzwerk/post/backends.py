"""Django mail backend that writes all mail into the outbox: allauth's, Wagtail's and our own."""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from netzwerk.post import services


class OutboxBackend(BaseEmailBackend):
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for mail in email_messages:
            html = next((str(part[0]) for part in getattr(mail, "alternatives", []) if part[1] == "text/html"), "")
            services.queue_message(mail, html=html)
        return len(email_messages)
