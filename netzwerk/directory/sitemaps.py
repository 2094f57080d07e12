"""Public URLs of organisations for search engines. They begin with BASE_URL, whatever the host of the request."""

from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from netzwerk.members.models import Organisation


class OrganisationSitemap(Sitemap):
    """The profiles that a visitor may see, the directory and the page about roles."""

    def items(self) -> list[Organisation | str]:
        profiles = Organisation.objects.visible_to(AnonymousUser()).order_by("pk").only("slug", "updated_at")
        return ["organisations:directory", "members:roles", *profiles]

    def location(self, item: Organisation | str) -> str:
        return reverse(item) if isinstance(item, str) else item.get_absolute_url()

    def lastmod(self, item: Organisation | str) -> datetime | None:
        return None if isinstance(item, str) else item.updated_at

    def get_domain(self, site=None) -> str:
        return urlsplit(settings.BASE_URL).netloc

    def get_protocol(self, protocol: str | None = None) -> str:
        return urlsplit(settings.BASE_URL).scheme
