"""The address that saves one field while a person writes, and the page after a login in another window."""

import json
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, RequestDataTooBig, ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse, RawPostDataException
from django.middleware.csrf import get_token
from django.shortcuts import render, resolve_url
from django.urls import reverse
from django.utils import formats, timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from netzwerk.autosave.forms import cleaned, moment
from netzwerk.autosave.opened import read_opened
from netzwerk.autosave.pages import who_wrote
from netzwerk.autosave.services.kept import forget_kept_field
from netzwerk.surfaces import registry
from netzwerk.surfaces.autosaved import Conflict, Stored

OTHER_ACCOUNT = (
    "In diesem Browser ist jetzt ein anderes Konto angemeldet. Ihr Text steht noch hier. Bitte melden Sie sich in einem "
    "anderen Fenster wieder mit dem Konto an, mit dem Sie diese Seite geöffnet haben."
)
GONE = "Hierfür gibt es keinen Platz mehr, oder Sie dürfen hier nicht mehr schreiben. Bitte kopieren Sie Ihren Text."
TOO_MUCH = "Der Text ist zu groß für eine Übertragung. Er steht noch hier. Bitte kürzen Sie ihn."
WRONG = (
    "Das ließ sich nicht speichern. Ihr Text steht noch hier. Bitte laden Sie die Seite in einem anderen Fenster neu."
)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def save(request: HttpRequest) -> HttpResponse:
    """GET: whether somebody is logged in, and a current CSRF token, which a login replaces. POST: save one field.

    The answer "saved" leaves after the commit. Whoever has no answer asks again with the same text, which is saved once.
    """
    if not request.user.is_authenticated:
        login = f"{resolve_url('account_login')}?next={reverse('autosave:logged_in')}"
        return JsonResponse({"state": "logged-out", "login": login}, status=401)
    if request.method != "POST":
        return JsonResponse({"state": "logged-in", "token": get_token(request)})
    try:
        sent = json.loads(request.body)
    except RequestDataTooBig:
        return refused(TOO_MUCH, 413)
    except (RawPostDataException, RecursionError, ValueError):  # a form, or no JSON
        return refused(WRONG, 400)
    return save_field(request, sent) if isinstance(sent, dict) else refused(WRONG, 400)


def save_field(request: HttpRequest, sent: dict[str, Any]) -> HttpResponse:
    opened, text, seen = read_opened(sent.get("opened")), sent.get("text"), sent.get("seen")
    kind = registry.autosaved.get(opened.kind) if opened else None
    name = sent.get("field")
    field = kind.field(name) if kind and isinstance(name, str) else None
    if field is None or not isinstance(text, str) or not isinstance(seen, str):
        return refused(WRONG, 400)
    if opened.person != request.user.pk:
        return refused(OTHER_ACCOUNT, 403, state="other-account")
    text = cleaned(field, text)
    if len(text) > field.max_length:
        return refused(too_long(len(text), field.max_length), 422)
    thing = kind.find(request.user, opened.key)
    if thing is None:
        return refused(GONE, 404)
    try:
        stored = kind.write(thing, field.name, text, seen, actor=request.user)
    except Conflict as conflict:
        return both(conflict.stored[field.name], request.user)
    except PermissionDenied:
        return refused(GONE, 404)
    except ValidationError as error:
        return refused(" ".join(error.messages), 422)
    forget_kept_field(opened, sent.get("kept"), field.name)
    time = moment(stored.at or timezone.now())
    words = (kind.saved if stored.at else kind.unchanged).format(time=time)
    return JsonResponse({"state": "saved", "version": stored.version, "time": time, "words": words})


def both(stored: Stored, user: Any) -> HttpResponse:
    answer = {
        "state": "conflict",
        "version": stored.version,
        "text": stored.text,
        "who": who_wrote(stored, user),
        "time": moment(stored.at) if stored.at else "",
    }
    return JsonResponse(answer, status=409)


def refused(message: str, status: int, *, state: str = "refused") -> HttpResponse:
    return JsonResponse({"state": state, "message": message}, status=status)


def too_long(length: int, at_most: int) -> str:
    written, possible = (formats.number_format(number, force_grouping=True) for number in (length, at_most))
    return f"Nicht gespeichert: Ihr Text hat {written} Zeichen, möglich sind {possible}. Bitte kürzen Sie ihn."


@require_safe
@never_cache
@login_required
def logged_in(request: HttpRequest) -> HttpResponse:
    """Where a login in another window ends."""
    return render(request, "autosave/logged_in.html", {"title": "Sie sind wieder angemeldet"})
