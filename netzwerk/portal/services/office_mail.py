"""Messages from visitors to the network office. They become mail and are stored nowhere else."""

from django.conf import settings
from django.template.loader import render_to_string

from netzwerk.post.models import Message
from netzwerk.post.services import queue_mail


def send_contact(*, name: str, email: str, subject: str, message: str) -> Message:
    """Hand a visitor's question to the office; answering the mail answers the visitor."""
    text = render_to_string("portal/mail/contact.txt", {"name": name, "email": email, "message": message})
    return queue_mail(to=settings.OFFICE_EMAIL, subject=f"Kontakt: {subject}", text=text, reply_to=email)


def report_barrier(*, page: str, barrier: str, email: str) -> Message:
    """Hand a reported barrier to the office. The address is optional: a report may be anonymous."""
    text = render_to_string("portal/mail/barrier.txt", {"page": page, "barrier": barrier, "email": email})
    return queue_mail(
        to=settings.OFFICE_EMAIL,
        subject="Barriere gemeldet",
        text=text,
        reply_to=email,
    )
