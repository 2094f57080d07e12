"""Data about a person in this app: texts of an expired session."""

from typing import Any

from django.utils import timezone

from netzwerk.autosave.models import KeptText
from netzwerk.surfaces.registry import OwnData


def _export(user: Any) -> list[dict[str, Any]]:
    kept = KeptText.objects.filter(person=user)
    return [{"Nach abgelaufener Sitzung aufgehoben": timezone.localtime(row.kept_at)} for row in kept]


def _erase(user: Any) -> None:
    KeptText.objects.filter(person=user).delete()


OWN_DATA = OwnData(
    key="kept-texts",
    order=55,
    title="Texte einer abgelaufenen Sitzung",
    export=_export,
    erase=_erase,
    goes="Texte, die nach einer abgelaufenen Sitzung für Sie aufgehoben sind, werden gelöscht.",
    models=("autosave.KeptText",),
)
