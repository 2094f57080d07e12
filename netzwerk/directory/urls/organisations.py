"""The directory of organisations. Sub-pages are below an organisation's slug, so that no slug can hide one."""

from django.urls import include, path

from netzwerk.directory.views import organisations

app_name = "organisations"
urlpatterns = [
    path("", organisations.directory, name="directory"),
    path("<slug:slug>/", organisations.profile, name="profile"),
    path("", include("netzwerk.members.urls.organisation")),
]
