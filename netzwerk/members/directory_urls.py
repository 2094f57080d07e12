from django.http import HttpResponse
from django.urls import include, path

app_name = "organisations"
urlpatterns = [
    path("", include("netzwerk.members.organisation_urls")),
    path("<slug:slug>/", lambda request, slug: HttpResponse(slug), name="profile"),
]
