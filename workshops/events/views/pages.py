from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from workshops.events.models import Workshop


def page(request: HttpRequest, slug: str) -> HttpResponse:
    return HttpResponse(get_object_or_404(Workshop.objects.visible_to(request.user), slug=slug).title)
