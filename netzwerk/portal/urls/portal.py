"""Routes of the portal itself; those of its pages are in pages.py."""

from django.conf import settings
from django.urls import path

from netzwerk.portal.feeds import NewsFeed
from netzwerk.portal.views import desk, my_area, service

app_name = "portal"
urlpatterns = [
    path("mein-bereich/", my_area.my_area, name="my_area"),
    path("geschaeftsstelle/", desk.desk, name="desk"),
    path("gesund/", service.health, name="health"),
    path("robots.txt", service.robots, name="robots"),
    path("sitemap.xml", service.sitemap, name="sitemap"),
    path("aktuelles.rss", NewsFeed(), name="news_feed"),
]
if settings.DEMO:
    urlpatterns.append(path("stil/", service.style, name="style"))
