"""Addresses for search engines: of views, and of the section pages of the main menu."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.sitemaps import Sitemap
from django.http import HttpRequest
from django.urls import reverse

from netzwerk.portal.navigation import Section, navigation_for
from netzwerk.portal.topics import public_topics
from netzwerk.surfaces import registry
from netzwerk.surfaces.registry import TOPICS
from netzwerk.vocabulary.models import Term, Tree


class ViewSitemap(Sitemap):
    """Addresses outside the page tree. They begin with BASE_URL, whatever the host of the request."""

    def get_domain(self, site=None) -> str:
        return urlsplit(settings.BASE_URL).netloc

    def get_protocol(self, protocol: str | None = None) -> str:
        return urlsplit(settings.BASE_URL).scheme


class SectionSitemap(ViewSitemap):
    """Those that the portal itself shows to visitors; pages of the tree and views of features stand in other parts."""

    def items(self) -> list[Section]:
        request = HttpRequest()
        request.user = AnonymousUser()
        listed = {section.key for section in registry.menu_sections if section.slug}
        return [section for section in navigation_for(request).menu if section.key in listed]

    def location(self, item: Section) -> str:
        return item.url


class TopicSitemap(ViewSitemap):
    """Topics on which there is something public."""

    def items(self) -> list[Term]:
        return public_topics(Tree.load(TOPICS))

    def location(self, item: Term) -> str:
        return reverse("portal:topic", args=[item.slug])
