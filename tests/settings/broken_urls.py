"""The project's URLs and a view that raises an error."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def fail(request: HttpRequest) -> HttpResponse:
    raise RuntimeError(request.path)


urlpatterns = [path("bricht/", fail), path("", include("netzwerk.urls"))]
