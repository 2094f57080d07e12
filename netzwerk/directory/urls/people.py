"""Route of the people directory."""

from django.urls import path

from netzwerk.directory.views import people

app_name = "people"
urlpatterns = [path("", people.people, name="list")]
