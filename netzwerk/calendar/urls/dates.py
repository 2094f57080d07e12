"""The public calendar, its feeds, and pages of places."""

from django.urls import path

from netzwerk.calendar.rss import DatesFeed
from netzwerk.calendar.views import files, lists, venues

app_name = "dates"
urlpatterns = [
    path("", lists.agenda, name="list"),
    path("kalender/", lists.month, name="month"),
    path("vergangene/", lists.past, name="past"),
    path("abonnieren/", lists.subscribe, name="subscribe"),
    path("termine.ics", files.feed, name="feed"),
    path("rss/", DatesFeed(), name="rss"),
    path("persoenlich/<str:secret>.ics", files.personal, name="personal"),
    path("<int:pk>/termin.ics", files.one, name="file"),
    path("orte/<int:pk>/", venues.page, name="venue"),
]
