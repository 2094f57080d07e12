from django.http import Http404, HttpRequest, HttpResponse


def own(request: HttpRequest, pk: int) -> HttpResponse:
    raise Http404


def guest(request: HttpRequest, token: str) -> HttpResponse:
    raise Http404
