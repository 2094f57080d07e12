"""Menu, service line and footer from the page tree: one query, whatever the size of the tree."""

from dataclasses import dataclass, field

from django.db.models import Q
from django.http import HttpRequest

from netzwerk.portal.models import PortalPage
from netzwerk.portal.models.base import FooterGroup


@dataclass(frozen=True)
class Link:
    title: str
    url: str
    current: bool


@dataclass
class Navigation:
    menu: list[Link] = field(default_factory=list)
    service: list[Link] = field(default_factory=list)
    footer: list[tuple[str, list[Link]]] = field(default_factory=list)


def navigation_for(request: HttpRequest) -> Navigation:
    """What this person may see of the pages that stand in menu, service line or footer."""
    pages = (
        PortalPage.objects.visible_to(request.user)
        .filter(Q(show_in_menus=True, depth=3) | Q(in_service_line=True) | ~Q(footer_group=""))
        .order_by("path")
    )
    navigation = Navigation()
    groups: dict[str, list[Link]] = {}
    for page in pages:
        url = page.get_url(request) or "/"
        link = Link(page.title, url, request.path.startswith(url) and url != "/")
        if page.show_in_menus and page.depth == 3:
            navigation.menu.append(link)
        if page.in_service_line:
            navigation.service.append(link)
        if page.footer_group:
            groups.setdefault(page.footer_group, []).append(link)
    navigation.footer = [(kind.label, groups[kind]) for kind in FooterGroup if kind and kind in groups]
    return navigation
