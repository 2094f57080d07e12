"""Menu, service line, footer and breadcrumb: from the page tree, in one query, and from registry.menu."""

from dataclasses import dataclass, field

from django.http import HttpRequest
from django.urls import reverse

from netzwerk.portal.access import SECTION_DEPTH, START_DEPTH
from netzwerk.portal.links import address_of
from netzwerk.portal.models import PortalPage
from netzwerk.portal.models.base import FooterGroup
from netzwerk.surfaces import registry

STEP = PortalPage.steplen


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
    crumbs: list[Link] = field(default_factory=list)  # from the start page to the parent of the page shown


def paths_above(page: PortalPage | None) -> list[str]:
    """Tree paths of the pages above this one, from the start page down."""
    if page is None or not page.path:
        return []
    return [page.path[: depth * STEP] for depth in range(START_DEPTH, len(page.path) // STEP)]


def navigation_for(request: HttpRequest, page: PortalPage | None = None) -> Navigation:
    """The links of header and footer around `page` that this user may see."""
    above = paths_above(page)
    pages = PortalPage.objects.visible_to(request.user).order_by()
    # A UNION, because each part has an index; with OR, or ordered by path, the database would read all pages.
    parts = [
        found.values_list("title", "url_path", "path", "depth", "show_in_menus", "in_service_line", "footer_group")
        for found in (
            pages.filter(show_in_menus=True, depth=SECTION_DEPTH),
            pages.filter(in_service_line=True),
            pages.filter(footer_group__in=[kind for kind in FooterGroup.values if kind]),
            pages.filter(path__in=above),
        )
    ]
    rows = sorted(set(parts[0].union(*parts[1:], all=True)), key=lambda row: row[2])
    navigation = Navigation()
    groups: dict[str, list[Link]] = {}
    for title, url_path, path, depth, in_menu, in_service_line, footer_group in rows:
        url = address_of(url_path)
        link = Link(title, url, request.path.startswith(url) and depth > START_DEPTH)
        if in_menu and depth == SECTION_DEPTH:
            navigation.menu.append(link)
        if in_service_line:
            navigation.service.append(link)
        if footer_group:
            groups.setdefault(footer_group, []).append(link)
        if path in above:
            navigation.crumbs.append(Link("Start" if depth == START_DEPTH else title, url, False))
    for entry in registry.menu:
        if entry.visible(request):
            url = reverse(entry.url_name)
            link = Link(entry.title, url, request.path.startswith(url))
            (groups.setdefault(FooterGroup.NETWORK, []) if entry.in_footer else navigation.menu).append(link)
    navigation.footer = [(kind.label, groups[kind]) for kind in FooterGroup if kind and kind in groups]
    return navigation
