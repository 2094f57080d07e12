"""Routes of a person's own account."""

from django.urls import path

from netzwerk.members.views import own

app_name = "own"
urlpatterns = [
    path("profil/", own.profile, name="profile"),
    path("rollen/<int:pk>/ablegen/", own.resign, name="resign"),
    path("organisationen/<int:pk>/verlassen/", own.leave, name="leave"),
    path("adresse/", own.email, name="email"),
    path("adresse/<str:token>/", own.email_confirm, name="email_confirm"),
    path("meine-daten/", own.data, name="data"),
    path("meine-daten/datei/", own.data_json, name="data_json"),
    path("loeschen/", own.erase, name="erase"),
]
