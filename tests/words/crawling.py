"""Walks through the portal as a person does: along its links, from a few first pages on."""

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Comment
from django.test import Client
from django.urls import Resolver404, resolve

from netzwerk.portal.models import PortalPage
from tests.words.catalogues import squeezed

SPOKEN = ("aria-label", "alt", "placeholder", "title", "data-w-tooltip-content-value")
SILENT = ("script", "style", "code", "pre", "textarea", "svg")
BLOCKS = [
    "p",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "td",
    "th",
    "dd",
    "dt",
    "label",
    "a",
    "button",
    "legend",
    "summary",
    "strong",
]
OF_EACH_VIEW = 1  # what a view says of itself is the same on all its pages
LEFT_OUT = ("/konto/abmelden/", "/redaktion/abmelden/", "/dateien/", "/static/")


@dataclass(frozen=True)
class Visit:
    address: str
    page: BeautifulSoup

    def texts(self) -> Iterator[str]:
        """Each piece of text that a person reads or hears, and each paragraph, item or cell as a whole."""
        for node in self.page.find_all(string=True):
            if not isinstance(node, Comment) and not node.find_parent(SILENT):
                yield squeezed(node)
        for element in self.page.find_all(True):
            yield from (squeezed(element[name]) for name in SPOKEN if element.has_attr(name))
            if element.name in BLOCKS:
                yield squeezed(element.get_text(" "))
            if element.name == "input" and element.get("type") == "submit":
                yield squeezed(element.get("value", ""))


def kind_of(address: str, page_types: dict[str, str]) -> str:
    """The view that answers, or the type of the page in the tree."""
    path = urlsplit(address).path
    if path in page_types:
        return page_types[path]
    try:
        match = resolve(path)
    except Resolver404:
        return ""
    return match.view_name or str(match.func)


def visits(client: Client, first: Iterable[str]) -> Iterator[Visit]:
    """The pages behind these and behind what they lead to; of each view, and of each type of page, one."""
    page_types = {page.url: page.specific_class.__name__ for page in PortalPage.objects.live()}
    waiting, asked = deque(first), Counter()
    seen = set(waiting)
    while waiting:
        address = waiting.popleft()
        kind = kind_of(address, page_types)
        if not kind or asked[kind] == OF_EACH_VIEW:
            continue
        asked[kind] += 1
        answer = client.get(address, follow=True)
        if answer.status_code != 200 or not answer["Content-Type"].startswith("text/html"):
            continue
        page = BeautifulSoup(answer.content, "lxml")
        links = [link["href"] for link in page.select("a[href]")]
        for hidden in page.select("[hidden]"):
            hidden.decompose()
        yield Visit(address, page)
        for link in links:
            target = urljoin(address, link).partition("#")[0]
            if target.startswith("/") and not target.startswith(LEFT_OUT) and target not in seen:
                seen.add(target)
                waiting.append(target)
