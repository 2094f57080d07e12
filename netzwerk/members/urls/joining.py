"""Routes for joining, open to people without an account."""

from django.urls import path

from netzwerk.members.views import joining

app_name = "joining"
urlpatterns = [
    path("mitglied-werden/", joining.apply, name="apply"),
    path("mitglied-werden/schon-dabei/<slug:slug>/", joining.ask_for_invitation, name="ask"),
    path("mitglied-werden/stand/<str:token>/", joining.state, name="state"),
    path("einladung/<str:secret>/", joining.invitation, name="invitation"),
    path("einladung/<str:secret>/ablehnen/", joining.refuse, name="refuse"),
]
