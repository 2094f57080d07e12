"""The side navigation of "Mein Bereich", from registry.area_links."""

from dataclasses import dataclass, field

from django.http import HttpRequest
from django.urls import reverse

from netzwerk.surfaces import registry
from netzwerk.surfaces.registry import TASKS, AreaLink

HEADINGS = {"": "", TASKS: "Ihre Aufgaben im Netzwerk"}


@dataclass(frozen=True)
class Entry:
    title: str
    url: str
    current: str = ""  # the value of aria-current: "page", "true" for a page below it, or ""
    count: int = 0
    count_words: str = ""
    below: list["Entry"] = field(default_factory=list)


@dataclass(frozen=True)
class AreaNavigation:
    groups: list[tuple[str, list[Entry]]]  # each with its heading
    here: str  # title of the current entry


def navigation_of(request: HttpRequest, key: str = "") -> AreaNavigation:
    """The entries that this user may see. `key` names the current one where the name of the view does not tell it."""
    links = [link for link in registry.area_links if link.visible(request)]
    view_name = request.resolver_match.view_name if request.resolver_match else ""
    current = next((link for link in links if link.key == key), None) or _covering(links, view_name)
    groups = []
    for group, heading in HEADINGS.items():
        entries = [_entry(request, link, view_name, link is current) for link in links if link.group == group]
        if entries:
            groups.append((heading, entries))
    return AreaNavigation(groups, current.title if current else "")


def _covering(links: list[AreaLink], view_name: str) -> AreaLink | None:
    """The link whose page this is, or else the one that covers it most closely."""
    best, longest = None, 0
    for link in links:
        if link.url_name == view_name:
            return link
        for name in link.covers:
            if view_name.startswith(name) and len(name) > longest:
                best, longest = link, len(name)
    return best


def _entry(request: HttpRequest, link: AreaLink, view_name: str, is_current: bool) -> Entry:
    below = [
        Entry(title, reverse(name), "page" if name == view_name else "") for title, name in link.below if is_current
    ]
    is_page = is_current and link.url_name == view_name and not any(one.current for one in below)
    return Entry(
        link.title,
        reverse(link.url_name),
        ("page" if is_page else "true") if is_current else "",
        link.count(request) if link.count else 0,
        link.count_words,
        below,
    )
