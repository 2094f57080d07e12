"""The card "Mitteilungen" of "Mein Bereich"."""

from django.http import HttpRequest

from netzwerk.post.models import Notification

LATEST = 5


def notifications(request: HttpRequest) -> dict:
    own = Notification.objects.visible_to(request.user)
    return {"unread": own.unread().count(), "latest": list(own.unread_first()[:LATEST])}
