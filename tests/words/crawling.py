"""A crawler that follows the links of the portal."""

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
OF_EACH_VIEW = 1  # pages to visit
LEFT_OUT = ("/konto/abmelden/", "/redaktion/abmelden/", "/dateien/", "/static/")


@dataclass(frozen=True)
class Visit:
    address: str
    page: BeautifulSoup

    def texts(self) -> Iterator[str]:
        """Each text node and spoken attribute, and each paragraph, item or cell as a whole."""
        for node in self.page.find_all(string=True):
            if not isinstance(node, Comment) and not node.find_parent(SILENT):
                yield squeezed(node)
        for element in self.page.find_all(True):
            yield from (squeezed(element[name]) for name in SPOKEN if element.has_attr(name))
            if element.name in BLOCKS:
                yield squeezed(element.get_text(" "))
            if element.name == "input" and element.get("type") == "submit":
                yield squeezed(element.get("value", ""))


def page_kind(address: str, page_types: dict[str, str]) -> str:
    """The name of the view, or the type of the page in the tree."""
    path = urlsplit(address).path
    if path in page_types:
        return page_types[path]
    try:
        match = resolve(path)
    except Resolver404:
        return ""
    return match.view_name or str(match.func)


def visits(client: Client, first: Iterable[str]) -> Iterator[Visit]:
    """Visit these URLs and those that they link to; one of each view and page type."""
    page_types = {page.url: page.specific_class.__name__ for page in PortalPage.objects.live()}
    queue, visited = deque(first), Counter()
    seen = set(queue)
    while queue:
        address = queue.popleft()
        kind = page_kind(address, page_types)
        if not kind or visited[kind] == OF_EACH_VIEW:
            continue
        visited[kind] += 1
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
                queue.append(target)
