"""Routes of the portal itself; those of its pages are in pages.py."""

from django.conf import settings
from django.urls import path, register_converter

from netzwerk.portal.feeds import NewsFeed, TopicFeed
from netzwerk.portal.views import desk, my_area, sections, service, topics
from netzwerk.surfaces import registry
from netzwerk.surfaces.registry import MenuSection


class SectionConverter:
    """The slug of a menu section that the portal lists. Everything else is left to the routes that follow."""

    regex = r"[\w-]+"

    def to_python(self, value: str) -> MenuSection:
        for section in registry.menu_sections:
            if section.slug == value:
                return section
        raise ValueError

    def to_url(self, section: MenuSection) -> str:
        return section.slug


register_converter(SectionConverter, "menu_section")

app_name = "portal"
urlpatterns = [
    path("mein-bereich/", my_area.my_area, name="my_area"),
    path("geschaeftsstelle/", desk.desk, name="desk"),
    path("gesund/", service.health, name="health"),
    path("robots.txt", service.robots, name="robots"),
    path("sitemap.xml", service.sitemap, name="sitemap"),
    path("aktuelles.rss", NewsFeed(), name="news_feed"),
    path("themen/", topics.topics, name="topics"),
    path("themen/<slug:slug>/", topics.topic, name="topic"),
    path("themen/<slug:slug>.rss", TopicFeed(), name="topic_feed"),
]
if settings.DEMO:
    urlpatterns.append(path("stil/", service.style, name="style"))
urlpatterns.append(path("<menu_section:section>/", sections.section, name="section"))
