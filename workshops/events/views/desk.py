from django.http import Http404, HttpRequest, HttpResponse


def bookings(request: HttpRequest, pk: int) -> HttpResponse:
    raise Http404
