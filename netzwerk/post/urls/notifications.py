"""Routes of a person's notifications, and of their choices about mail."""

from django.urls import path

from netzwerk.post.views import notifications

app_name = "notifications"
urlpatterns = [
    path("", notifications.listing, name="list"),
    path("<int:pk>/", notifications.follow, name="follow"),
    path("gelesen/", notifications.read_all, name="read_all"),
    path("einstellungen/", notifications.settings, name="settings"),
    path("abbestellen/<str:token>/", notifications.unsubscribe, name="unsubscribe"),
]
