"""/mein-bereich/workshops/<pk>/…: the desk of a workshop's organisers."""

from django.urls import path

from workshops.events.views import desk

app_name = "workshop_desk"
urlpatterns = [
    path("<int:pk>/anmeldungen/", desk.bookings, name="bookings"),
]
