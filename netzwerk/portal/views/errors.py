"""Error pages. Page 500 uses neither database nor session, because they may be the cause."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import get_template

from netzwerk.autosave.pages import keep_refused_post


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "errors/400.html", status=400)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "errors/404.html", status=404)


def too_many_requests(request: HttpRequest) -> HttpResponse:
    return render(request, "errors/429.html", status=429)


def server_error(request: HttpRequest) -> HttpResponse:
    return HttpResponse(
        get_template("errors/500.html").render({"csp_nonce": getattr(request, "csp_nonce", "")}), status=500
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """For forms that were open too long and browsers without cookies: says what to do. Texts of autosaved forms are kept."""
    return keep_refused_post(request) or render(request, "errors/csrf.html", status=403)
