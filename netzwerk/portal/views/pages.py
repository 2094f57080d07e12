"""Serves pages by their URL: one query for the page, instead of one for each level as in Wagtail."""

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import resolve_url

from netzwerk.portal.models import PortalPage
from netzwerk.portal.views.office_forms import FORMS, serve_form_page
from netzwerk.surfaces import registry


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Serve the page at this path.

    404 for a page that is not live. A restricted page redirects visitors to the login, and is 404 for logged-in users
    without permission.
    """
    found = PortalPage.objects.visible_to(request.user).at_address(path).values_list("pk", "content_type_id").first()
    if found is None:
        if request.user.is_anonymous and PortalPage.objects.visible_to_someone().at_address(path).exists():
            return redirect_to_login(request.get_full_path(), resolve_url(settings.LOGIN_URL))
        raise Http404
    page = PortalPage.of_type(*found)
    if (not_allowed := page.check_request_method(request)) is not None:
        return not_allowed
    if type(page) in FORMS:
        return serve_form_page(page, request)
    if registered := registry.page_views.get(page._meta.label):
        return registered.serve(page, request)
    return page.serve(request)
