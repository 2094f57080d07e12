from django.conf import settings


def can_read_outbox(user) -> bool:
    """The "Postausgang der Demo" is open to all, and exists only in the demo."""
    return bool(settings.DEMO)
