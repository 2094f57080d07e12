"""One address whose view fails."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def fail(request: HttpRequest) -> HttpResponse:
    raise RuntimeError(request.path)


urlpatterns = [path("bricht/", fail), path("", include("netzwerk.urls"))]
