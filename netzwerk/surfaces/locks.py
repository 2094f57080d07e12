"""Locks that hold to the end of a transaction."""

from django.contrib.contenttypes.models import ContentType


def lock_setup() -> None:
    """Serialise setup steps, which check for an object and then create it.

    Locks a row that every installation has and that nothing else locks.
    """
    ContentType.objects.select_for_update(no_key=True).order_by("pk").first()
