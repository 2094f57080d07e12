"""What one page points to, read at once.

Wagtail resolves links text by text, which costs queries per paragraph. A page here collects the ids of everything its
body links to and asks twice at most, however long it is.
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
from netzwerk.surfaces.addresses import ascii_email, normalise_url

ANCHOR = re.compile(r"<a(\b[^>]*)>")
TAG = re.compile(r"(<[^>]+>)")
CLOSED = re.compile(r"<(/?)(a|code)\b")  # no link inside a link
ADDRESS = re.compile(r"(?<![\w.+/@:%-])[\w.+%-]+@(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}(?![\w@])")
SAFE_HREF = re.compile(r"^(https?:|mailto:|tel:|/|#)", re.IGNORECASE)


START_PATH = "/start/"  # the slug of the one start page, never part of an address


def with_ascii_domain(href: str) -> str:
    """A link to another host or a mailbox; old browsers and mail programs would spell its domain by IDNA 2003."""
    try:
        if href.lower().startswith("mailto:"):
            address, mark, rest = href[len("mailto:") :].partition("?")
            return f"mailto:{ascii_email(address)}{mark}{rest}"
        return normalise_url(href)
    except ValueError:
        return href


def address_of(url_path: str) -> str:
    """Where a page is reached: its place in the tree below the one start page of the one site."""
    return f"/{url_path.removeprefix(START_PATH)}"


def with_mail_links(html: str) -> SafeString:
    """Safe HTML in, safe HTML out: each e-mail address in its text becomes a link, but for those inside a link."""
    if "@" not in html:
        return mark_safe(html)  # noqa: S308  came in as safe
    depth, parts = 0, []
    for part in TAG.split(html):
        if closed := CLOSED.match(part):
            depth += -1 if closed[1] else 1
        elif depth <= 0 and not part.startswith("<"):
            part = ADDRESS.sub(lambda found: f'<a href="mailto:{found[0]}">{found[0]}</a>', part)
        parts.append(part)
    return mark_safe("".join(parts))  # noqa: S308  came in as safe; an address holds no sign that would have to be escaped


@dataclass
class LinkTargets:
    """Addresses of the pages and documents that a person may follow from here, by id."""

    pages: dict[int, str] = field(default_factory=dict)
    documents: dict[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, raw_body: Any, request: HttpRequest) -> "LinkTargets":
        """`raw_body` is a stream's raw data, or any nesting of lists and dicts with rich texts and page ids in it."""
        ids: dict[str, set[int]] = {"page": set(), "document": set()}
        for kind, pk in _references(raw_body):
            ids[kind].add(pk)
        targets = cls()
        if ids["page"]:
            pages = pages_open_to(Page.objects.filter(pk__in=ids["page"]), request.user)
            targets.pages = {pk: address_of(url_path) for pk, url_path in pages.values_list("pk", "url_path")}
        if ids["document"]:
            papers = PortalDocument.objects.visible_to(request.user).filter(pk__in=ids["document"])
            targets.documents = {paper.pk: paper.url for paper in papers}
        return targets

    def expand(self, html: str) -> SafeString:
        """Stored rich text as HTML. A link whose target is gone or closed to this person stays as plain text."""
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
    """Every page or document that a nested value points to: links in rich texts, and choosers named `page`."""
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
