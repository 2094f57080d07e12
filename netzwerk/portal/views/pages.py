"""Serving a page by its address: found at once instead of level by level, and only through what the person may see."""

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import resolve_url

from netzwerk.portal.models import PortalPage
from netzwerk.portal.views.office_forms import FORMS, serve_form_page
from netzwerk.surfaces import registry


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Answer with the page at this address.

    Nobody learns of a page that is offline. A restricted page leads a visitor to the login, and is missing for a
    logged-in person without the right.
    """
    found = PortalPage.objects.visible_to(request.user).at_address(path).values_list("pk", "content_type_id").first()
    if found is None:
        if request.user.is_anonymous and PortalPage.objects.visible_to_someone().at_address(path).exists():
            return redirect_to_login(request.get_full_path(), resolve_url(settings.LOGIN_URL))
        raise Http404
    page = PortalPage.of_type(*found)
    refused = page.check_request_method(request)
    if refused is not None:
        return refused
    if type(page) in FORMS:
        return serve_form_page(page, request)
    if registered := registry.page_views.get(page._meta.label):
        return registered.serve(page, request)
    return page.serve(request)
