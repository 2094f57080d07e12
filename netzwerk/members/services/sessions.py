"""Sessions that have ended."""

from django.contrib.sessions.models import Session
from django.utils import timezone


def forget_old_sessions() -> int:
    """Delete sessions that have ended; Django keeps their rows for ever."""
    return Session.objects.filter(expire_date__lt=timezone.now()).delete()[0]
