"""Bookmarked reports with private notes."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render, resolve_url
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from knowledge.forms import NoteForm
from knowledge.models import Bookmark, LibraryPage
from knowledge.services import bookmarks
from knowledge.views.reports import get_report
from netzwerk.autosave.pages import both_versions, keeps_text
from netzwerk.surfaces.autosaved import Conflict
from netzwerk.texts.fields import posted


@require_safe
@never_cache
@login_required
def bookmark_list(request: HttpRequest) -> HttpResponse:
    rows = Bookmark.objects.visible_to(request.user).select_related("report")
    context = {
        "bookmarks": rows,
        "library": LibraryPage.of(request.user),
        "title": "Merkliste",
    }
    return render(request, "knowledge/bookmarks.html", context)


@require_POST
@never_cache
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """A user who has been logged out meanwhile returns to the report after logging in."""
    report = get_report(request, pk)
    if request.user.is_anonymous:
        return redirect_to_login(report.url, resolve_url(settings.LOGIN_URL))
    bookmark = bookmarks.add_bookmark(report, actor=request.user)
    messages.success(request, f"„{report.title}“ steht auf Ihrer Merkliste. Sie können eine Notiz dazu schreiben.")
    return redirect("bookmarks:note", bookmark.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@keeps_text
@login_required
def note(request: HttpRequest, pk: int) -> HttpResponse:
    bookmark = get_object_or_404(Bookmark.objects.visible_to(request.user).select_related("report", "person"), pk=pk)
    form = NoteForm(posted(request), bookmark=bookmark)
    if form.wants_saving and form.is_valid():
        try:
            bookmarks.write_note(bookmark, actor=request.user, note=form.cleaned_data["note"], seen=form.seen["note"])
        except Conflict as conflict:
            return both_versions(request, form, conflict, crumbs=[("Merkliste", reverse("bookmarks:list"))])
        form.forget_kept()
        messages.success(request, "Ihre Notiz ist gespeichert. Nur Sie sehen sie.")
        return redirect("bookmarks:list")
    context = {"form": form, "bookmark": bookmark, "title": f"Notiz zum Bericht: {bookmark.report.title}"}
    return render(request, "knowledge/note.html", context, status=422 if form.errors else 200)


@require_POST
@never_cache
@login_required
def delete(request: HttpRequest, pk: int) -> HttpResponse:
    bookmark = get_object_or_404(Bookmark.objects.visible_to(request.user).select_related("report"), pk=pk)
    title, url = bookmark.report.title, bookmark.report.url
    bookmarks.delete_bookmark(bookmark, actor=request.user)
    messages.success(request, f"„{title}“ steht nicht mehr auf Ihrer Merkliste.")
    return redirect(url if request.POST.get("zurueck") == "bericht" else "bookmarks:list")
