"""The page of a section of the main menu: a list of its second level."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from netzwerk.portal.models import PortalPage
from netzwerk.portal.navigation import navigation_for
from netzwerk.surfaces.registry import MenuSection


@require_safe
def section(request: HttpRequest, section: MenuSection) -> HttpResponse:
    """404 where the menu does not show the section to this user."""
    navigation = navigation_for(request)
    shown = next((one for one in navigation.menu if one.key == section.key), None)
    if shown is None:
        raise Http404
    pages = PortalPage.objects.visible_to(request.user).filter(menu_section=section.key)
    sentences = {page.url: page.teaser for page in pages.only("url_path", "lead", "search_description")}
    entries = [(link, link.description or sentences.get(link.url, "")) for link in shown.links]
    context = {"section": shown, "entries": entries, "navigation": navigation, "title": shown.title}
    return render(request, "portal/section.html", context)
