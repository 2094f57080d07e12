"""/mein-bereich/workshops/: planning workshops."""

from django.urls import path

from workshops.events.views import planning

app_name = "my_workshops"
urlpatterns = [
    path("", planning.workshop_list, name="list"),
]
