"""Endpoints for machines (health, robots.txt, sitemap), and the gallery of components in the demo."""

from django.conf import settings
from django.db import Error as DatabaseError
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.contrib.sitemaps import Sitemap as PageSitemap
from wagtail.contrib.sitemaps.views import sitemap as wagtail_sitemap

from netzwerk.portal import access
from netzwerk.portal.style import StyleForm, style_context
from netzwerk.surfaces import registry
from netzwerk.texts.fields import posted

NOT_FOR_ROBOTS = (
    *("/redaktion/", "/konto/", "/mein-bereich/", "/geschaeftsstelle/"),
    *("/einladung/", "/mitglied-werden/stand/", "/mitteilungen/"),
)


@require_safe
@never_cache
def health(request: HttpRequest) -> JsonResponse:
    """200 if the database and all registered probes are fine, else 503 with a German sentence for each problem."""
    problems = {}
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        for probe in registry.health:
            if problem := probe.check():
                problems[probe.key] = problem
    except DatabaseError:
        problems["database"] = "Die Datenbank antwortet nicht."
    status = "gestört" if problems else "gesund"
    return JsonResponse(
        {"status": status, "probleme": problems},
        status=503 if problems else 200,
        json_dumps_params={"ensure_ascii": False},
    )


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *"]
    if settings.DEMO:
        lines.append("Disallow: /")
    else:
        lines += [f"Disallow: {path}" for path in NOT_FOR_ROBOTS]
        lines.append(f"Sitemap: {request.build_absolute_uri(reverse('portal:sitemap'))}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Public pages, and what features register in registry.sitemaps."""
    parts = {part.key: part.sitemap() for part in registry.sitemaps}
    return wagtail_sitemap(request, sitemaps={"pages": PageSitemap, **parts})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def style(request: HttpRequest) -> HttpResponse:
    if not access.can_see_style_page(request.user):
        raise Http404
    context = {"title": "Bausteine", "form": StyleForm(posted(request)), **style_context()}
    return render(request, "portal/style.html", context)
