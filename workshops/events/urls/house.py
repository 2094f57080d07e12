"""/mein-bereich/plaetze/: the seats of an organisation, and who may book for oneself."""

from django.urls import path

from workshops.events.views.bookings import house

app_name = "house_seats"
urlpatterns = [
    path("", house.seats, name="list"),
    path("<int:pk>/freigabe/", house.release, name="release"),
    path("regel/<int:pk>/", house.rule, name="rule"),
    path("wunsch/", house.wish, name="wish"),
]
