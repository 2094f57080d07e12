from django.urls import path

from netzwerk.files import views

app_name = "files"
urlpatterns = [
    path("bild/<str:signature>/<int:image_id>/<str:filter_spec>/<str:name>", views.image, name="image"),
    path("dokument/<int:document_id>/<str:name>", views.document, name="document"),
    path("anlage/<int:pk>/<str:name>", views.attached, name="attached"),
]
