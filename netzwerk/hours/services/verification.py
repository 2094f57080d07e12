"""Finding a certificate by the secret of its link."""

from netzwerk.hours.models import Certificate
from netzwerk.texts.cleaning import without_invisible


def certificate_of(token: str) -> Certificate | None:
    """For anybody: the link is the permission. None for an unknown token."""
    rows = Certificate.objects.with_token(without_invisible(token)).select_related("replaced_by")
    return rows.first()
