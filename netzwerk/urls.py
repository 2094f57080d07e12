"""All routes. Routes of Wagtail that the portal must not offer are shadowed by earlier ones."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import include, path, re_path
from django.views.generic import RedirectView


def closed(request: HttpRequest, *args: str, **kwargs: str) -> HttpResponse:
    """For routes of a package that are switched off: 404 for everybody."""
    raise Http404


TO_LOGIN = RedirectView.as_view(pattern_name="account_login", query_string=True)

# Wagtail's own login has no second factor and no rate limit; its screens for users, groups, sites and workflows could undo
# our roles and the four eyes. Its routes for page passwords and the front-end login are not included at all.
shadowed = [
    path("redaktion/login/", TO_LOGIN, name="shadow_admin_login"),
    path("redaktion/logout/", RedirectView.as_view(pattern_name="account_logout"), name="shadow_admin_logout"),
    re_path(
        r"^redaktion/(password_reset|users|groups|sites|locales|failwhale|test404|bulk/members|bulk/auth)/",
        closed,
        name="shadow_admin_screens",
    ),
    re_path(r"^redaktion/workflows/(?!usage/)", closed, name="shadow_admin_workflows"),
    # Reverting by the admin's API bypasses the lock of a page under review; no screen of the admin uses these actions.
    path("redaktion/api/main/pages/<int:pk>/action/<str:action>/", closed, name="shadow_admin_actions"),
    # No form chooses a snippet, and the chooser would offer to create one.
    re_path(r"^redaktion/snippets/choose/", closed, name="shadow_snippet_choosers"),
    # These store an upload without the checks of netzwerk.files.guard.
    path("redaktion/images/multiple/create_from_uploaded_image/<int:pk>/", closed, name="shadow_raw_images"),
    path("redaktion/documents/multiple/create_from_uploaded_document/<int:pk>/", closed, name="shadow_raw_documents"),
]

urlpatterns = [
    *shadowed,
    path("konto/", include("netzwerk.members.urls.login")),
    path("konto/", include("netzwerk.members.urls.own")),
    path("geschaeftsstelle/", include("netzwerk.members.urls.desk")),
    path("", include("netzwerk.members.urls.joining")),
    path("organisationen/", include("netzwerk.directory.urls.organisations")),
    path("mein-bereich/organisation/", include("netzwerk.members.urls.coordination")),
    path("menschen/", include("netzwerk.directory.urls.people")),
    path("mein-bereich/stunden/", include("netzwerk.hours.urls.own")),
    path("geschaeftsstelle/", include("netzwerk.hours.urls.desk")),
    path("bescheinigung/", include("netzwerk.hours.urls.public")),
    path("rollen/", include("netzwerk.members.urls.roles")),
    path("autospeichern/", include("netzwerk.autosave.urls")),
    path("dateien/", include("netzwerk.files.urls")),
    path("mitteilungen/", include("netzwerk.post.urls.notifications")),
    path("suche/", include("netzwerk.search.urls")),
    path("termine/workshop/", include("workshops.events.urls.pages")),
    path("termine/anmeldung/", include("workshops.events.urls.bookings")),
    path("mein-bereich/plaetze/", include("workshops.events.urls.house")),
    path("mein-bereich/workshops/", include("workshops.events.urls.planning")),
    path("mein-bereich/workshops/", include("workshops.events.urls.desk")),
    path("termine/", include("netzwerk.calendar.urls.dates")),
    path("mein-bereich/termine/", include("netzwerk.calendar.urls.own")),
    path("mein-bereich/orte/", include("netzwerk.calendar.urls.venues")),
    path("berichte/", include("knowledge.urls.reports")),
    path("merkliste/", include("knowledge.urls.bookmarks")),
    path("glossar/", include("knowledge.urls.glossary")),
    path("", include("netzwerk.portal.urls.portal")),
    path("redaktion/", include("netzwerk.portal.urls.admin")),
    path("redaktion/", include("wagtail.admin.urls")),
    path("", include("netzwerk.portal.urls.pages")),
]
if settings.DEMO:
    urlpatterns.insert(len(shadowed), path("demo/postausgang/", include("netzwerk.post.urls.demo")))

handler400 = "netzwerk.portal.views.errors.bad_request"
handler403 = "netzwerk.portal.views.errors.permission_denied"
handler404 = "netzwerk.portal.views.errors.not_found"
handler429 = "netzwerk.portal.views.errors.too_many_requests"
handler500 = "netzwerk.portal.views.errors.server_error"
