"""Menu, service line, footer and breadcrumb: from the page tree, in one query, and from registry.menu."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from django.http import HttpRequest
from django.urls import reverse

from netzwerk.portal.access import START_DEPTH
from netzwerk.portal.links import address_of
from netzwerk.portal.models import PortalPage
from netzwerk.portal.models.base import FooterGroup
from netzwerk.portal.models.frame import rows_of_frame
from netzwerk.surfaces import registry
from netzwerk.surfaces.registry import MenuSection

STEP = PortalPage.steplen
PAGES_ORDER = 50  # of pages among the registered links of a section


class Row(NamedTuple):
    title: str
    url_path: str
    path: str
    depth: int
    content_type_id: int
    menu_section: str
    in_service_line: bool
    footer_group: str

    @property
    def url(self) -> str:
        return address_of(self.url_path)


@dataclass(frozen=True)
class Link:
    title: str
    url: str
    current: bool
    description: str = ""


START = Link("Start", "/", False)


@dataclass(frozen=True)
class Section:
    """An entry of the main menu, with its second level."""

    key: str
    title: str
    lead: str
    url: str
    current: bool
    links: list[Link]


@dataclass
class Navigation:
    menu: list[Section] = field(default_factory=list)
    service: list[Link] = field(default_factory=list)
    footer: list[tuple[str, list[Link]]] = field(default_factory=list)
    crumbs: list[Link] = field(default_factory=list)  # start page, section of the menu, pages above what is shown


def paths_above(page: PortalPage | None) -> list[str]:
    """Tree paths of the pages above this one, from the start page down."""
    if page is None or not page.path:
        return []
    return [page.path[: depth * STEP] for depth in range(START_DEPTH, len(page.path) // STEP)]


def navigation_for(request: HttpRequest, page: PortalPage | None = None) -> Navigation:
    """The links of header and footer around `page` that this user may see."""
    above = paths_above(page)
    rows = _rows(request, above)
    navigation = Navigation(menu=_menu(request, rows))
    if page is None or above:
        pages = [Link(row.title, row.url, False) for row in rows if row.path in above and row.depth > START_DEPTH]
        navigation.crumbs = _crumbs(request.path, navigation.menu, pages)
    groups: dict[str, list[Link]] = {}
    for row in rows:
        link = Link(row.title, row.url, request.path.startswith(row.url) and row.depth > START_DEPTH)
        if row.in_service_line:
            navigation.service.append(link)
        if row.footer_group:
            groups.setdefault(row.footer_group, []).append(link)
    for entry in registry.menu:
        if entry.in_footer and entry.visible(request):
            url = reverse(entry.url_name)
            groups.setdefault(FooterGroup.NETWORK, []).append(Link(entry.title, url, request.path.startswith(url)))
    navigation.footer = [(kind.label, groups[kind]) for kind in FooterGroup if kind and kind in groups]
    return navigation


def _crumbs(path: str, menu: list[Section], pages: list[Link]) -> list[Link]:
    """From the start page over the section of the menu to the parent of what is shown at `path`; `pages` are those above it."""
    section = _section_around(path, menu)
    if section is None or section.url in {path, *(page.url for page in pages)}:
        return [START, *pages]
    return [START, Link(section.title, section.url, False), *pages]


def _section_around(path: str, menu: list[Section]) -> Section | None:
    """The section that the menu marks; of several the one with the nearest link above the address."""

    def nearest(section: Section) -> int:
        urls = (section.url, *(link.url for link in section.links if link.current))
        return max((len(url) for url in urls if path.startswith(url)), default=0)

    return max((section for section in menu if section.current), key=nearest, default=None)


def _rows(request: HttpRequest, above: list[str]) -> list[Row]:
    """The pages of header, footer and breadcrumb in the order of the tree."""
    found = rows_of_frame(request.user, above, Row._fields)
    return sorted({Row(*row) for row in found}, key=lambda row: row.path)


def _menu(request: HttpRequest, rows: Iterable[Row]) -> list[Section]:
    own: dict[str, str] = {}  # URLs of pages that are a section's own, by section
    below: dict[str, list[tuple[int, str, str, str]]] = {section.key: [] for section in registry.menu_sections}
    for row in rows:
        section = registry.menu_sections.get(row.menu_section)
        if section and row.depth > START_DEPTH:
            if (
                section.page_type
                and section.key not in own
                and PortalPage.id_of_type(section.page_type) == row.content_type_id
            ):
                own[section.key] = row.url
            else:
                below[section.key].append((PAGES_ORDER, row.title, row.url, ""))
    for entry in registry.menu:
        if entry.section in below and entry.visible(request):
            url = reverse(entry.url_name)
            below[entry.section].append((entry.order, entry.title, url, entry.description))
    # The nearest one above the address shown is the current one: of two pages, of which one is below the other, only one.
    urls = {url for entries in below.values() for _order, _title, url, _description in entries}
    nearest = max((url for url in urls if request.path.startswith(url)), key=len, default="")
    found = []
    for section in registry.menu_sections:
        entries = sorted(below[section.key], key=lambda entry: entry[0])
        links = [Link(title, url, url == nearest, description) for _order, title, url, description in entries]
        if section.visible(request) and (url := _url_of(section, own, links)):
            current = request.path.startswith(url) or any(link.current for link in links)
            found.append(Section(section.key, section.title, section.lead, url, current, links))
    return found


def _url_of(section: MenuSection, own: dict[str, str], links: list[Link]) -> str:
    """The address of the section; "" if it does not show."""
    if section.url_name:
        return reverse(section.url_name)
    if section.page_type:
        return own.get(section.key) or (links[0].url if links else "")
    return reverse("portal:section", args=[section]) if links else ""
