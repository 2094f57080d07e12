"""Data about a person in this app: the files that they uploaded."""

from typing import Any

from django.utils import timezone

from netzwerk.files.models import AttachedFile, PortalDocument, PortalImage
from netzwerk.surfaces.registry import OwnData


def _export(user: Any) -> list[dict[str, Any]]:
    return [
        {
            "Art": str(model._meta.verbose_name),
            "Titel": row.title,
            "hochgeladen am": timezone.localtime(row.created_at),
        }
        for model in (PortalImage, PortalDocument)
        for row in model.objects.filter(uploaded_by_user=user).order_by("pk")
    ] + [
        {"Art": "Anlage", "Titel": row.title, "hochgeladen am": timezone.localtime(row.uploaded_at)}
        for row in AttachedFile.objects.filter(uploaded_by=user)
    ]


def _erase(user: Any) -> None:
    for model in (PortalImage, PortalDocument):
        model.objects.filter(uploaded_by_user=user).update(uploaded_by_user=None)
    AttachedFile.objects.filter(uploaded_by=user).update(uploaded_by=None)


OWN_DATA = OwnData(
    "files",
    60,
    "Hochgeladene Dateien",
    _export,
    _erase,
    stays="Dateien, die Sie für Seiten hochgeladen haben, bleiben ohne Ihren Namen, solange Seiten sie zeigen.",
    models=("files.PortalImage", "files.PortalDocument", "files.AttachedFile"),
)
