"""The portal's own cards of "Mein Bereich"."""

from django.http import HttpRequest
from wagtail.models import TaskState

from netzwerk.files.access import can_use_admin
from netzwerk.portal.models import NewsPage, PortalPage
from netzwerk.texts.amounts import counted, sentence

AT_MOST = 5


def editing(request: HttpRequest) -> dict | None:
    """For editors: versions that wait for their review, and the pages that they edited last."""
    if not can_use_admin(request.user):
        return None
    waiting = list(
        TaskState.objects.reviewable_by(request.user).select_related("revision", "revision__user")[:AT_MOST]
    )
    own = PortalPage.objects.edited_by(request.user)[:AT_MOST]
    return {"waiting": waiting, "own": list(own)}


def pages_to_review(context: dict) -> str:
    number = len(context["waiting"])
    if number == AT_MOST:  # there may be more
        return "Mehrere Seiten warten auf Ihre Freigabe."
    one, many = "eine Seite wartet auf Ihre Freigabe.", "Seiten warten auf Ihre Freigabe."
    return sentence(counted(number, one, many)) if number else ""


def account(request: HttpRequest) -> dict:
    return {
        "user": request.user,
        "mail": request.user.email.partition("@"),
        "roles": [group.name for group in request.user.groups.all()],
    }


def news(request: HttpRequest) -> dict | None:
    items = list(NewsPage.objects.visible_to(request.user).newest_first()[:3])
    return {"items": items} if items else None
