"""Export and erasure of the address of a person's own calendar. Who takes part in which date belongs to the features."""

from typing import Any

from django.utils import timezone

from netzwerk.calendar.models import FeedToken
from netzwerk.surfaces.registry import OwnData


def _export(user: Any) -> list[dict[str, Any]]:
    found = FeedToken.objects.filter(person=user)
    return [
        {
            "Adresse des eigenen Kalenders, angelegt": timezone.localtime(row.created_at),
            "zuletzt abgerufen": row.used_on,
        }
        for row in found
    ]


def _erase(user: Any) -> None:
    FeedToken.objects.filter(person=user).delete()


OWN_DATA = OwnData(
    "calendar",
    60,
    "Eigener Kalender",
    _export,
    _erase,
    goes="Die geheime Adresse Ihres Kalenders gilt nicht mehr.",
    models=("calendar.FeedToken",),
)
