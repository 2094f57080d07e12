"""Personal data in pages: who wrote which version."""

from typing import Any

from django.utils import timezone
from wagtail.models import Revision

from netzwerk.surfaces.registry import OwnData


def _export(user: Any) -> list[dict[str, Any]]:
    rows = Revision.page_revisions.filter(user=user).order_by("-created_at")
    return [{"Seite": row.object_str, "Fassung vom": timezone.localtime(row.created_at)} for row in rows]


def _erase(user: Any) -> None:
    """Nothing: versions keep the reference to the anonymised user, as evidence that two people saw them."""


OWN_DATA = OwnData(
    "pages",
    65,
    "Geschriebene Seiten",
    _export,
    _erase,
    stays="Seiten und ihre Fassungen bleiben ohne Ihren Namen, damit nachweisbar ist, dass zwei Personen sie gesehen haben.",
)
