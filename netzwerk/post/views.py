"""The "Postausgang der Demo": what the portal would have sent, readable in the browser. These routes exist only in the demo."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from netzwerk.post.models import Message


@require_safe
@never_cache
def outbox(request: HttpRequest) -> HttpResponse:
    messages = Paginator(Message.objects.visible_to(request.user), 20).get_page(request.GET.get("seite"))
    return render(request, "post/outbox.html", {"page_obj": messages, "title": "Postausgang der Demo"})


@require_safe
@never_cache
def message(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Message.objects.visible_to(request.user), pk=pk)
    return render(request, "post/message.html", {"message": found, "title": found.subject})
