"""Places, for those who maintain them."""

from django.urls import path

from netzwerk.calendar.views import venues

app_name = "venues"
urlpatterns = [
    path("", venues.venue_list, name="list"),
    path("neu/", venues.create, name="new"),
    path("<int:pk>/", venues.edit, name="edit"),
]
