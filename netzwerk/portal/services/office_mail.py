"""Messages from visitors to the network office. They are queued as mail and stored nowhere else."""

from django.conf import settings
from django.template.loader import render_to_string

from netzwerk.post.models import Message
from netzwerk.post.services import queue_mail


def send_contact(*, name: str, email: str, subject: str, message: str) -> Message:
    """Mail a visitor's question to the office, with the visitor as Reply-To."""
    text = render_to_string("portal/mail/contact.txt", {"name": name, "email": email, "message": message})
    return queue_mail(to=settings.OFFICE_EMAIL, subject=f"Kontakt: {subject}", text=text, reply_to=email)


def report_barrier(*, page: str, barrier: str, email: str) -> Message:
    """Mail a reported barrier to the office. `email` may be empty: a report may be anonymous."""
    text = render_to_string("portal/mail/barrier.txt", {"page": page, "barrier": barrier, "email": email})
    return queue_mail(
        to=settings.OFFICE_EMAIL,
        subject="Barriere gemeldet",
        text=text,
        reply_to=email,
    )
