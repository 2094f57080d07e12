"""Locks that hold to the end of a transaction."""

from django.contrib.contenttypes.models import ContentType


def lock_setup() -> None:
    """Whoever makes what an installation begins with waits for others who do: it is looked for first, then made. The row is
    one that every installation has and that nobody else locks."""
    ContentType.objects.select_for_update(no_key=True).order_by("pk").first()
