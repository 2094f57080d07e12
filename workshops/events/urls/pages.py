"""/termine/workshop/: the pages of workshops."""

from django.urls import path

from workshops.events.views import pages

app_name = "workshops"
urlpatterns = [
    path("<slug:slug>/", pages.page, name="page"),
]
