"""Public URLs of organisations for search engines."""

from datetime import datetime

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from netzwerk.members.models import Organisation
from netzwerk.portal.sitemaps import ViewSitemap


class OrganisationSitemap(ViewSitemap):
    """The profiles that a visitor may see, the directory and the page about roles."""

    def items(self) -> list[Organisation | str]:
        profiles = Organisation.objects.visible_to(AnonymousUser()).order_by("pk").only("slug", "updated_at")
        return ["organisations:directory", "members:roles", *profiles]

    def location(self, item: Organisation | str) -> str:
        return reverse(item) if isinstance(item, str) else item.get_absolute_url()

    def lastmod(self, item: Organisation | str) -> datetime | None:
        return None if isinstance(item, str) else item.updated_at
