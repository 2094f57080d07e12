"""Route to the organisations that a person coordinates, from "Mein Bereich"."""

from django.urls import path

from netzwerk.members.views import organisation

app_name = "coordination"
urlpatterns = [path("", organisation.own, name="home")]
