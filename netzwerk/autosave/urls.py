from django.urls import path

from netzwerk.autosave import views

app_name = "autosave"
urlpatterns = [
    path("", views.save, name="save"),
    path("angemeldet/", views.logged_in, name="logged_in"),
]
