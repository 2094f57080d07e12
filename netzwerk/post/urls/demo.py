"""Routes of the demo's outbox; netzwerk.urls includes them only in the demo."""

from django.urls import path

from netzwerk.post.views import outbox

app_name = "post"
urlpatterns = [
    path("", outbox.listing, name="outbox"),
    path("<int:pk>/", outbox.message, name="message"),
    path("<int:pk>/html/", outbox.html, name="html"),
    path("<int:pk>/anhang/<int:number>/", outbox.attachment, name="attachment"),
]
