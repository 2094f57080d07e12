""" "Meine Termine" in "Mein Bereich"."""

from django.urls import path

from netzwerk.calendar.views import own

app_name = "my_dates"
urlpatterns = [
    path("", own.dates, name="list"),
    path("adresse/", own.renew, name="renew"),
    path("adresse/zurueckziehen/", own.revoke, name="revoke"),
]
