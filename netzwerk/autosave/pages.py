"""What views of features use: the decorator that keeps the text of an expired session, and the page with two versions."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from netzwerk.autosave.forms import ALL, CHOICE, DECIDE, MINE, OTHER, SEEN, VERSION, AutosavedForm, moment
from netzwerk.autosave.services import kept
from netzwerk.autosave.two_versions import compare
from netzwerk.surfaces.autosaved import Conflict, Stored
from netzwerk.texts.fields import submitted_values

KEPT = (
    "Ihre Sitzung war abgelaufen. Ihr Text ist noch nicht gespeichert, aber eine Stunde lang aufgehoben: "
    "Melden Sie sich an, dann steht er wieder im Formular."
)
NOT_KEPT = (
    "Ihre Sitzung war abgelaufen, Ihr Text ist nicht gespeichert. Gehen Sie im Browser zurück: Dort steht er meist noch. "
    "Kopieren Sie ihn, bevor Sie sich anmelden."
)
NOT_KEPT_FOR_OTHER = (
    "Dieses Formular wurde mit einem anderen Konto geöffnet. Es ist nichts gespeichert. Gehen Sie im Browser zurück und "
    "kopieren Sie Ihren Text."
)
KEPT_FOR_OTHER = (
    "Dieses Formular wurde mit einem anderen Konto geöffnet. Es ist nichts gespeichert. Der Text ist eine Stunde lang für "
    "das andere Konto aufgehoben: Melden Sie sich damit an und öffnen Sie das Formular wieder."
)
KEPT_AFTER_LOGIN = (
    "Sie haben sich inzwischen neu angemeldet. Ihr Text steht hier, ist aber noch nicht gespeichert. "
    "Bitte speichern Sie noch einmal."
)


def keeps_text(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For views of autosaved forms, outside of `login_required`: a text that comes after the session has expired, or under
    another account, is kept for the person who opened the form."""

    @wraps(view)
    def keeping(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "POST" and (answer := keep_foreign_post(request)):
            return answer
        return view(request, *args, **kwargs)

    keeping.keeps_text = True  # which services.kept looks up: not every view that gets the form's post saves it
    return keeping


def keep_foreign_post(request: HttpRequest) -> HttpResponse | None:
    """The answer to a post of an autosaved form by somebody who is not logged in as the person who opened it; else None."""
    opened = kept.opened_form(request)
    if opened is None or opened.person == request.user.pk:
        return None
    was_kept = kept.keep_posted(opened, request.POST)
    if not request.user.is_authenticated:
        messages.warning(request, KEPT if was_kept else NOT_KEPT)
        return redirect_to_login(request.get_full_path())
    messages.warning(request, KEPT_FOR_OTHER if was_kept else NOT_KEPT_FOR_OTHER)
    return redirect("/")


def keep_refused_post(request: HttpRequest) -> HttpResponse | None:
    """The answer to a post that came with an old CSRF token, which a login in another window has replaced. None if the post is
    not of an autosaved form. The signed name of who opened the form shows that the text comes from our page."""
    opened = kept.opened_form(request)
    if opened is None:
        return None
    if opened.person != request.user.pk:
        return keep_foreign_post(request)
    if not kept.keep_posted(opened, request.POST):
        return None
    messages.warning(request, KEPT_AFTER_LOGIN)
    return redirect(request.get_full_path())


def who_wrote(stored: Stored, user: Any) -> str:
    """A sentence for the heading of a conflict."""
    if stored.by_id == user.pk:
        return "Sie haben auch in einem anderen Fenster geschrieben"
    if stored.by:
        return f"{stored.by} hat zugleich geschrieben"
    return "Dieser Text ist inzwischen geändert worden"


def both_versions(request: HttpRequest, form: AutosavedForm, conflict: Conflict, **context: Any) -> HttpResponse:
    """The page on which the person chooses between their text and what stands there now. Its form goes to the same address.

    `context` is that of the form's own page: `base` is the template to extend, `crumbs` a list of (title, URL) above.
    """
    fields = [field for field in form.autosaved_fields if field.name in conflict.stored]
    names = {name for field in fields for name in (field.name, SEEN + field.name)}
    clashes = []
    for field in fields:
        stored, mine = conflict.stored[field.name], form.typed[field.name]
        clashes.append(
            {
                "field": field,
                "parts": compare(mine, stored.text),
                "who": who_wrote(stored, request.user),
                "by": "Ihre andere Fassung" if stored.by_id == request.user.pk else stored.by or "Fassung im Portal",
                "at": moment(stored.at) if stored.at else "",
                "choice": f"{CHOICE}{field.name}-",
                "mine": MINE + field.name,
                "sent": [
                    (MINE + field.name, mine),
                    (OTHER + field.name, stored.text),
                    (VERSION + field.name, stored.version),
                ],
            }
        )
    more = {
        "clashes": clashes,
        "hidden": [(name, value) for name, value in submitted_values(form) if name not in names] + [(DECIDE, "1")],
        "all_name": ALL,
        "lost_files": bool(request.FILES),
        "title": "Zwei Fassungen",
        "form": None,
    }
    return render(request, "autosave/two_versions.html", context | more, status=409)
