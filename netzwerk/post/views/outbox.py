"""The "Postausgang der Demo": mail that the portal would have sent. These routes exist in the demo only."""

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.decorators import csp
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from netzwerk.files.sending import content_disposition
from netzwerk.post.models import Message

# Mails have inline styles. This response may use them, and nothing else.
MAIL_POLICY = {
    "default-src": [NONE],
    "style-src": [UNSAFE_INLINE],
    "form-action": [NONE],
    "frame-ancestors": [SELF],
    "base-uri": [NONE],
    "sandbox": True,
}


@require_safe
@never_cache
def listing(request: HttpRequest) -> HttpResponse:
    found = Message.objects.visible_to(request.user).defer("text", "html", "attachments")
    messages = Paginator(found, 20).get_page(request.GET.get("seite"))
    return render(request, "post/outbox.html", {"page_obj": messages, "title": "Postausgang der Demo"})


@require_safe
@never_cache
def message(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Message.objects.visible_to(request.user), pk=pk)
    return render(request, "post/message.html", {"message": found, "title": found.subject})


@require_safe
@never_cache
@csp(MAIL_POLICY)
def html(request: HttpRequest, pk: int) -> HttpResponse:
    """The HTML version of a mail."""
    return HttpResponse(get_object_or_404(Message.objects.visible_to(request.user), pk=pk).html)


@require_safe
@never_cache
def attachment(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    files = get_object_or_404(Message.objects.visible_to(request.user), pk=pk).files
    if number >= len(files):
        raise Http404
    # Whatever its type, the browser saves it and never shows it.
    answer = HttpResponse(files[number].content, content_type="application/octet-stream")
    answer["Content-Disposition"] = content_disposition(files[number].name)
    return answer
