"""The library's cards in "Mein Bereich", and its section of the start page."""

from django.db.models import Count, Min
from django.http import HttpRequest

from knowledge.access import can_maintain_library
from knowledge.models import Bookmark, LibraryPage, PracticeReport
from netzwerk.surfaces.registry import Waiting
from netzwerk.texts.amounts import counted, sentence

AT_MOST = 5
ON_START = 3


def bookmarks(request: HttpRequest) -> dict | None:
    rows = list(Bookmark.objects.visible_to(request.user).select_related("report")[:AT_MOST])
    return {"bookmarks": rows} if rows else None


def overdue(request: HttpRequest) -> dict | None:
    """Reports whose review date has passed, for users who may maintain the library."""
    if not can_maintain_library(request.user):
        return None
    found = PracticeReport.objects.visible_to(request.user).overdue().for_lists().order_by("review_due")
    rows = list(found[: AT_MOST + 1])
    return {"reports": rows[:AT_MOST], "are_more": len(rows) > AT_MOST} if rows else None


def how_many_overdue(context: dict) -> str:
    if context["are_more"]:
        return "Mehrere Berichte sind über dem Prüfdatum."
    one, many = "ein Bericht ist über dem Prüfdatum.", "Berichte sind über dem Prüfdatum."
    return sentence(counted(len(context["reports"]), one, many))


def due_reviews(request: HttpRequest) -> Waiting:
    rows = PracticeReport.objects.visible_to(request.user).overdue().order_by()
    found = rows.aggregate(number=Count("pk"), oldest=Min("review_due"))
    return Waiting(found["number"], found["oldest"], "über dem Prüfdatum" if found["number"] else "alle im Prüfdatum")


def newest(request: HttpRequest) -> dict | None:
    """The newest reports, for the start page."""
    library = LibraryPage.of(request.user)
    reports = PracticeReport.objects.visible_to(request.user).current().for_cards().order_by("-as_of", "-pk")
    rows = list(reports[:ON_START]) if library else []
    return {"reports": rows, "url": library.url} if rows else None
