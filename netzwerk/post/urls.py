"""Routes of the demo's outbox; netzwerk.urls includes them only in the demo."""

from django.urls import path

from netzwerk.post import views

app_name = "post"
urlpatterns = [
    path("", views.outbox, name="outbox"),
    path("<int:pk>/", views.message, name="message"),
]
