"""/termine/anmeldung/: the way to a seat, and what one does with it."""

from django.urls import path

from workshops.events.views.bookings import changes, colleagues, own, start
from workshops.events.views.bookings.doors import for_guest, for_person

app_name = "bookings"
urlpatterns = [
    # of a place
    path("<int:pk>/neu/", start.start, name="start"),
    path("<int:pk>/gesendet/", start.sent, name="sent"),
    path("<int:pk>/kolleginnen/", colleagues.choose, name="colleagues"),
    path("<int:pk>/kolleginnen/<slug:key>/", colleagues.result, name="colleagues_result"),
    # of a booking
    path("<int:pk>/", for_person(own.own, only_own=True), name="own"),
    path("<int:pk>/antworten/", for_person(changes.answers, only_own=True), name="answers"),
    path("<int:pk>/nachruecken/", for_person(changes.promotion, only_own=True), name="promotion"),
    path("<int:pk>/form/", for_person(changes.switch), name="switch"),
    path("<int:pk>/absagen/", for_person(changes.cancel), name="cancel"),
    path("<int:pk>/angebot/", for_person(changes.offer), name="offer"),
    path("<int:pk>/ersatz/", for_person(changes.hand_over), name="hand_over"),
    # of a guest's booking, with the secret of their mail
    path("gast/<str:token>/", for_guest(own.guest), name="guest"),
    path("gast/<str:token>/antworten/", for_guest(changes.answers), name="guest_answers"),
    path("gast/<str:token>/nachruecken/", for_guest(changes.promotion), name="guest_promotion"),
    path("gast/<str:token>/form/", for_guest(changes.switch), name="guest_switch"),
    path("gast/<str:token>/absagen/", for_guest(changes.cancel), name="guest_cancel"),
    path("gast/<str:token>/angebot/", for_guest(changes.offer), name="guest_offer"),
]
