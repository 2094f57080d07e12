"""A person's notifications, their choices about mail, and one-click unsubscribe."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from netzwerk.post import unsubscribing
from netzwerk.post.forms import MailChoiceForm
from netzwerk.post.models import Notification
from netzwerk.post.services import notifications as services
from netzwerk.surfaces import registry

PER_PAGE = 20


@require_safe
@never_cache
@login_required
def listing(request: HttpRequest) -> HttpResponse:
    own = Notification.objects.visible_to(request.user)
    page = Paginator(own.unread_first(), PER_PAGE).get_page(request.GET.get("seite"))
    context = {"page_obj": page, "unread": services.unread_count(request.user), "title": "Mitteilungen"}
    return render(request, "post/notifications.html", context)


@require_safe
@never_cache
@login_required
def follow(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark a notification as read and redirect to its page. Idempotent, although it is a GET."""
    found = get_object_or_404(Notification.objects.visible_to(request.user), pk=pk)
    services.mark_read(found, actor=request.user)
    return redirect(found.url if services.is_inside(found.url) else "notifications:list")


@require_POST
@never_cache
@login_required
def read_all(request: HttpRequest) -> HttpResponse:
    services.mark_all_read(actor=request.user)
    messages.success(request, "Alle Mitteilungen sind als gelesen markiert.")
    return redirect("notifications:list")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def settings(request: HttpRequest) -> HttpResponse:
    chosen = services.mail_choices(request.user.pk)
    form = MailChoiceForm(request.POST if request.method == "POST" else None, initial=chosen)
    if form.is_valid():
        services.save_mail_choices(actor=request.user, choices=form.cleaned_data)
        messages.success(request, "Ihre Auswahl ist gespeichert.")
        return redirect("notifications:settings")
    return render(request, "post/settings.html", {"form": form, "title": "E-Mails zu Mitteilungen"})


@csrf_exempt  # mail programs post here without a cookie; the signed token authorises them
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """Switch one kind of mail off, or on again, without a login. GET changes nothing, as link scanners open every link."""
    known = unsubscribing.read_token(token)
    if known is None:
        raise Http404
    if request.method == "POST":
        services.save_mail_choice(known, by_mail="einschalten" in request.POST)
    is_on = services.is_mail_on(known)
    context = {
        "kind": registry.notifications.get(known[1]),
        "is_on": is_on,
        "done": request.method == "POST",
        "title": "E-Mails abschalten" if is_on else "E-Mails sind abgeschaltet",
    }
    return render(request, "post/unsubscribe.html", context)
