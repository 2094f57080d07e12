"""Routes of a person's own account."""

from django.urls import path

from netzwerk.members.views import own

app_name = "own"
urlpatterns = [
    path("profil/", own.profile, name="profile"),
    path("meine-daten/", own.data, name="data"),
    path("meine-daten/datei/", own.data_json, name="data_json"),
    path("loeschen/", own.erase, name="erase"),
]
