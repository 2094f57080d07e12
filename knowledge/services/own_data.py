"""Data about a person in the library: bookmarks with notes. They are deleted with the account."""

from typing import Any

from django.utils import timezone

from knowledge.models import Bookmark
from netzwerk.surfaces.registry import OwnData


def _export(user) -> list[dict[str, Any]]:
    rows = Bookmark.objects.filter(person=user).select_related("report")
    return [
        {"Bericht": row.report.title, "Notiz": row.note, "gemerkt am": timezone.localtime(row.made_at)} for row in rows
    ]


def _erase(user) -> None:
    Bookmark.objects.filter(person=user).delete()


OWN_DATA = OwnData(
    key="bookmarks",
    order=60,
    title="Merkliste",
    export=_export,
    erase=_erase,
    goes="Ihre Merkliste und Ihre Notizen zu Praxisberichten werden gelöscht.",
    models=("knowledge.Bookmark",),
)
