"""Context for header and footer of every page."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from netzwerk.portal.navigation import navigation_for
from netzwerk.post.services.notifications import unread_count


def frame(request: HttpRequest) -> dict:
    """`navigation` and `unread_notifications` are lazy: not all templates show them (those of the Wagtail admin do not)."""
    return {
        "navigation": SimpleLazyObject(lambda: navigation_for(request, getattr(request, "portal_page", None))),
        "unread_notifications": SimpleLazyObject(lambda: unread_count(request.user)),
        "demo": settings.DEMO,
        "site_name": settings.WAGTAIL_SITE_NAME,
        "base_url": settings.BASE_URL,
    }
