"""Workshops for search engines."""

from datetime import datetime

from django.contrib.auth.models import AnonymousUser

from netzwerk.portal.sitemaps import ViewSitemap
from workshops.events.models import Workshop
from workshops.events.models.workshops import WorkshopQuerySet


class WorkshopSitemap(ViewSitemap):
    """Public ones that take place or took place."""

    def items(self) -> WorkshopQuerySet:
        found = Workshop.objects.visible_to(AnonymousUser()).filter(state=Workshop.State.PUBLISHED)
        return found.only("slug", "changed_at").order_by("pk")

    def lastmod(self, item: Workshop) -> datetime:
        return item.changed_at
