"""The card "Mitteilungen" of "Mein Bereich", and the number of unread ones beside its entry in the navigation."""

from django.http import HttpRequest

from netzwerk.post.models import Notification
from netzwerk.post.services.notifications import unread_count
from netzwerk.texts.amounts import counted, sentence

LATEST = 5


def unread(request: HttpRequest) -> int:
    return unread_count(request.user)


def notifications(request: HttpRequest) -> dict:
    own = Notification.objects.visible_to(request.user)
    return {"unread": unread(request), "latest": list(own.unread_first()[:LATEST])}


def how_many_unread(context: dict) -> str:
    number = context["unread"]
    return sentence(counted(number, "eine Mitteilung ist neu.", "Mitteilungen sind neu.")) if number else ""
