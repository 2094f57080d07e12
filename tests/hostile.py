"""Hostile values for URLs, and every route of the portal with its parameters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver

from tests.access.routes import fill, word_for

NUMBERS = {
    "beyond 64 bits": "9" * 19,
    "largest of 64 bits": str(2**63 - 1),
    "beyond 32 bits": str(2**31),
    "hundreds of digits": "9" * 400,
    "more digits than Python reads": "9" * 5_000,
    "zero": "0",
}
WORDS = {
    "negative": "-1",
    "beyond 64 bits and negative": "-" + "9" * 20,
    "quotation mark": '"',
    "apostrophe": "'",
    "an open quotation": 'Bericht "zu',
    "NUL": "a%00b",
    "half of a surrogate pair": "%ED%A0%BD",
    "no UTF-8": "%FF%FE",
    "broken percent signs": "%25ZZ%25",
    "right to left": "\u202eabc\u202c",
    "emoji": "🧑‍🤝‍🧑",
    "long": "x" * 3_000,
    "not a number": "NaN",
    "infinite": "Infinity",
    "exponent": "1e400",
    "a fraction": "1.5",
    "other digits": "٣",
    "superscript": "²",
    "a day that is none": "2026-02-30",
    "a month that is none": "2026-99",
    "a year that is none": "0000-00-00",
    "a year too far": "99999-01-01",
    "the last day": "9999-12-31",
    "the first day": "0001-01-01",
    "a path upwards": "../../etc/passwd",
    "query syntax": "title:* AND (a OR b)^9~2 -c +d",
    "markup": "<script>alert(1)</script>",
    "wildcards": "%25_*?[]{}\\",
    "empty": "",
    "JSON": '{"a":[1]}',
}
# Query parameters of lists and filters that are not in a form of the page.
COMMON = (
    *("q", "p", "page", "seite", "per_page", "ordering", "export", "next", "monat", "thema", "art", "collection_id"),
    *("id", "ids", "pk", "fields", "limit", "offset", "child_of", "descendant_of", "ancestor_of", "search", "type"),
    *("tag", "page_type", "content_type", "locale", "user", "owner", "date_0", "date_1", "timestamp_from", "results"),
    *("last_published_at_from", "last_published_at_to", "timestamp_to", "latest_revision_created_at_from", "email"),
    *("object_id", "parent_page_id", "for_explorer", "has_children", "site", "order", "search_operator", "_w_filter"),
    *("multiple", "allow_external_link", "link_text", "can_choose_root", "user_perms", "target_pages[]", "choose"),
)


@dataclass(frozen=True)
class Route:
    """A route and its parameters."""

    prefix: str
    pattern: str
    key: str
    callback: object
    parameters: dict[str, str] = field(default_factory=dict)  # name: converter

    def address(self, **values: str) -> str:
        return self.prefix + fill(
            self.pattern, {name: values.get(name, "") or _usual(name, how) for name, how in self.parameters.items()}
        )


def _usual(name: str, converter: str) -> str:
    return word_for(name, converter)


def all_routes(resolver: URLResolver | None = None, prefix: str = "/", key: str = "") -> Iterator[Route]:
    for entry in (resolver or get_resolver()).url_patterns:
        raw = str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from all_routes(
                entry, prefix + fill(raw, {}), f"{key}{entry.namespace}:" if entry.namespace else key
            )
        elif isinstance(entry, URLPattern):
            yield Route(prefix, raw, f"{key}{entry.name or raw}", entry.callback, dict(_parameters(raw)))


def _parameters(raw: str) -> Iterator[tuple[str, str]]:
    for converter, name in re.findall(r"(?<!\?P)<(?:(\w+):)?(\w+)>", raw):
        yield name, converter or "str"
    for name, inside in re.findall(r"\(\?P<(\w+)>([^)]*)\)", raw):
        yield name, "int" if r"\d" in inside else "str"


class SavepointMiddleware:
    """Tests run inside a transaction; this rolls a failed request back, as without one."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.savepoint = transaction.savepoint()
        return self.get_response(request)

    def process_exception(self, request, error):
        transaction.savepoint_rollback(request.savepoint)


class Fields(HTMLParser):
    """Collects the names of all form fields of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("input", "select", "textarea"):
            self.names |= {value for name, value in attrs if name == "name" and value}


def names_in(html: str) -> set[str]:
    fields = Fields()
    fields.feed(html)
    return fields.names - {"csrfmiddlewaretoken"}
