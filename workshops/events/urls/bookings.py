"""/termine/anmeldung/: the way to a seat, and what one does with it."""

from django.urls import path

from workshops.events.views import bookings

app_name = "bookings"
urlpatterns = [
    path("<int:pk>/", bookings.own, name="own"),
    path("gast/<str:token>/", bookings.guest, name="guest"),
]
