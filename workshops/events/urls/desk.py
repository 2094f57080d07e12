"""/mein-bereich/workshops/<pk>/…: the desk of a workshop's organisers."""

from django.urls import path

from workshops.events.views.desk import adding, booking, bookings, bulk, check_in, closing, messages, seats, sheets

app_name = "workshop_desk"
urlpatterns = [
    path("einlass/<str:code>/", check_in.code, name="code"),
    path("<int:pk>/anmeldungen/", bookings.bookings, name="bookings"),
    path("<int:pk>/anmeldungen/auswahl/", bulk.bulk, name="bulk"),
    path("<int:pk>/anmeldungen/eintragen/", adding.add, name="add"),
    path("<int:pk>/anmeldungen/liste/", sheets.sheet, name="sheet"),
    path("<int:pk>/anmeldungen/<int:booking_pk>/", booking.booking, name="booking"),
    path("<int:pk>/anmeldungen/<int:booking_pk>/<slug:key>/", booking.step, name="step"),
    path("<int:pk>/einlass/", check_in.check_in, name="check_in"),
    path("<int:pk>/einlass/<int:date_pk>/", check_in.door, name="door"),
    path("<int:pk>/einlass/<int:date_pk>/ohne-anmeldung/", check_in.walk_in, name="walk_in"),
    path("<int:pk>/plaetze/", seats.seats, name="seats"),
    path("<int:pk>/plaetze/<int:pool_pk>/", seats.capacity, name="capacity"),
    path("<int:pk>/plaetze/kontingent/", seats.allotment, name="allotment"),
    path("<int:pk>/plaetze/<int:pool_pk>/freigeben/", seats.release, name="release"),
    path("<int:pk>/nachrichten/", messages.message_list, name="messages"),
    path("<int:pk>/nachrichten/neu/", messages.new, name="message_new"),
    path("<int:pk>/abschluss/", closing.closing, name="closing"),
    path("<int:pk>/abschluss/pruefen/", closing.review, name="closing_review"),
    path("<int:pk>/abschluss/berichtigen/<int:booking_pk>/", closing.correct, name="correct"),
]
