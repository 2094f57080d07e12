"""The directory of organisations. Sub-pages are below an organisation's slug, so that no slug can hide one."""

from django.urls import include, path

from netzwerk.members.views import directory

app_name = "organisations"
urlpatterns = [
    path("", directory.directory, name="directory"),
    path("<slug:slug>/", directory.profile, name="profile"),
    path("", include("netzwerk.members.urls.organisation")),
]
