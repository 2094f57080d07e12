"""Links in pages. Wagtail resolves them text by text, with queries per paragraph; here a page collects the ids of all pages
and documents that it links to, and resolves them in two queries at most.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page
from wagtail.rich_text.rewriters import extract_attrs

from netzwerk.files.models import PortalDocument
from netzwerk.files.restrictions import pages_open_to
from netzwerk.texts.addresses import ascii_email, normalise_url

ANCHOR = re.compile(r"<a(\b[^>]*)>")
TAG = re.compile(r"(<[^>]+>)")
NO_LINKS_INSIDE = re.compile(r"<(/?)(a|code)\b")  # no links inside links and code
ADDRESS = re.compile(r"(?<![\w.+/@:%-])[\w.+%-]+@(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}(?![\w@])")
SAFE_HREF = re.compile(r"^(https?:|mailto:|tel:|/|#)", re.IGNORECASE)


START_PATH = "/start/"  # the slug of the one start page, never part of an address


def with_ascii_domain(href: str) -> str:
    """The link with its domain in ASCII: old browsers and mail programs would encode it by IDNA 2003."""
    try:
        if href.lower().startswith("mailto:"):
            address, separator, rest = href[len("mailto:") :].partition("?")
            return f"mailto:{ascii_email(address)}{separator}{rest}"
        return normalise_url(href)
    except ValueError:
        return href


def address_of(url_path: str) -> str:
    """The URL of a page. There is one site, so it follows from the path below the start page."""
    return f"/{url_path.removeprefix(START_PATH)}"


def with_mail_links(html: str) -> SafeString:
    """Safe HTML in which e-mail addresses are links, except inside links and code. Takes safe HTML."""
    if "@" not in html:
        return mark_safe(html)  # noqa: S308  was safe
    depth, parts = 0, []
    for part in TAG.split(html):
        if inside := NO_LINKS_INSIDE.match(part):
            depth += -1 if inside[1] else 1
        elif depth <= 0 and not part.startswith("<"):
            part = ADDRESS.sub(_mail_link, part)
        parts.append(part)
    return mark_safe("".join(parts))  # noqa: S308  was safe; ADDRESS matches no character that needs escaping


def _mail_link(found: re.Match[str]) -> str:
    return f'<a href="{with_ascii_domain(f"mailto:{found[0]}")}">{found[0]}</a>'


@dataclass
class LinkTargets:
    """URLs of linked pages and documents that the user may see, by id."""

    pages: dict[int, str] = field(default_factory=dict)
    documents: dict[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, raw_body: Any, request: HttpRequest) -> "LinkTargets":
        """Resolve the links of `raw_body`: a stream's raw data, or nested lists and dicts with rich texts and page ids."""
        ids: dict[str, set[int]] = {"page": set(), "document": set()}
        for kind, pk in _references(raw_body):
            ids[kind].add(pk)
        targets = cls()
        if ids["page"]:
            pages = pages_open_to(Page.objects.filter(pk__in=ids["page"]), request.user)
            targets.pages = {pk: address_of(url_path) for pk, url_path in pages.values_list("pk", "url_path")}
        if ids["document"]:
            documents = PortalDocument.objects.visible_to(request.user).filter(pk__in=ids["document"])
            targets.documents = {document.pk: document.url for document in documents}
        return targets

    def expand(self, html: str) -> SafeString:
        """Stored rich text as HTML. Links whose target is missing or not visible to the user become plain text."""
        return with_mail_links(ANCHOR.sub(self._anchor, html))  # the text passed Wagtail's allow-list when saved

    def _anchor(self, match: re.Match) -> str:
        attributes = extract_attrs(match.group(1))
        kind, pk = attributes.get("linktype"), attributes.get("id", "")
        if kind in ("page", "document"):
            targets = self.pages if kind == "page" else self.documents
            href = targets.get(int(pk)) if pk.isdecimal() else None
        else:
            href = attributes.get("href", "")
            href = with_ascii_domain(href) if SAFE_HREF.match(href) else None
        return f'<a href="{escape(href)}">' if href else "<a>"


def _references(value: Any, key: str = "") -> Iterator[tuple[str, int]]:
    """Kind and id of each page or document in a nested value: links in rich texts, and choosers named `page`."""
    if isinstance(value, str):
        for match in ANCHOR.finditer(value):
            attributes = extract_attrs(match.group(1))
            if attributes.get("linktype") in ("page", "document") and attributes.get("id", "").isdecimal():
                yield attributes["linktype"], int(attributes["id"])
    elif isinstance(value, int) and key == "page":
        yield "page", value
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from _references(part, name)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _references(part)
