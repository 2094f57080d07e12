from django.http import Http404, HttpRequest, HttpResponse


def workshop_list(request: HttpRequest) -> HttpResponse:
    raise Http404
