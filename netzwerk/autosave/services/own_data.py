"""Data about a person in this app: drafts of something new, and texts of an expired session."""

from typing import Any

from django.utils import timezone

from netzwerk.autosave.models import Draft, KeptText
from netzwerk.surfaces.registry import OwnData


def _export(user: Any) -> list[dict[str, Any]]:
    drafts = Draft.objects.filter(person=user).order_by("kind", "field")
    kept = KeptText.objects.filter(person=user)
    return [
        {
            "Entwurf": row.kind,
            "Feld": row.field,
            "Text": row.text,
            "gespeichert am": timezone.localtime(row.written_at),
        }
        for row in drafts
    ] + [{"Nach abgelaufener Sitzung aufgehoben": timezone.localtime(row.kept_at)} for row in kept]


def _erase(user: Any) -> None:
    Draft.objects.filter(person=user).delete()
    KeptText.objects.filter(person=user).delete()


OWN_DATA = OwnData(
    key="drafts",
    order=55,
    title="Entwürfe",
    export=_export,
    erase=_erase,
    goes="Ihre Entwürfe werden gelöscht.",
    models=("autosave.Draft", "autosave.KeptText"),
)
