"""Data about a person in the library: bookmarks with notes, and the link from their reports to the account."""

from typing import Any

from django.utils import timezone

from knowledge.models import Bookmark, ReportAuthor
from netzwerk.surfaces.registry import OwnData


def _export(user) -> list[dict[str, Any]]:
    rows = Bookmark.objects.filter(person=user).select_related("report")
    return [
        {"Bericht": row.report.title, "Notiz": row.note, "gemerkt am": timezone.localtime(row.made_at)} for row in rows
    ]


def _erase(user) -> None:
    Bookmark.objects.filter(person=user).delete()


def _export_reports(user) -> list[dict[str, Any]]:
    rows = ReportAuthor.objects.filter(person=user).select_related("report").order_by("pk")
    return [{"Bericht": row.report.title, "Name": row.name, "Funktion und Organisation": row.role} for row in rows]


def _unlink_reports(user) -> None:
    """Names of authors are published, and cited. A link in an older draft leads nowhere: the account has no profile."""
    ReportAuthor.objects.filter(person=user).update(person=None)


PARTS = (
    OwnData(
        *("bookmarks", 60, "Merkliste", _export, _erase),
        goes="Ihre Merkliste und Ihre Notizen zu Praxisberichten werden gelöscht.",
        models=("knowledge.Bookmark",),
    ),
    OwnData(
        *("authors", 61, "Praxisberichte von Ihnen", _export_reports, _unlink_reports),
        goes="Ihr Profil ist mit Ihren Praxisberichten nicht mehr verbunden.",
        stays="Ihr Name bleibt in Berichten, die Sie geschrieben haben, weil andere sie mit ihm zitieren.",
        models=("knowledge.ReportAuthor",),
    ),
)
