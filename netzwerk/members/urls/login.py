"""Routes for login and password: allauth's views, without those that the portal does not offer."""

from allauth.account import views
from django.conf import settings
from django.urls import include, path, re_path

from netzwerk.members.views.login import demo_login

urlpatterns = [
    path("anmelden/", views.login, name="account_login"),
    path("abmelden/", views.logout, name="account_logout"),
    path("gesperrt/", views.account_inactive, name="account_inactive"),
    path("neu/", views.signup, name="account_signup"),
    path("bestaetigen/", views.reauthenticate, name="account_reauthenticate"),
    path("passwort/aendern/", views.password_change, name="account_change_password"),
    path("passwort/vergessen/", views.password_reset, name="account_reset_password"),
    path("passwort/vergessen/gesendet/", views.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^passwort/neu/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("sicherheit/", include("netzwerk.members.second_factor.urls")),
    path("passwort/neu/gespeichert/", views.password_reset_from_key_done, name="account_reset_password_from_key_done"),
]
if settings.DEMO:
    urlpatterns.append(path("demo/<slug:key>/", demo_login, name="demo_login"))
