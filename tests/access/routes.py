"""Every route of the project, with an address of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLResolver, get_resolver

from tests.access.matrix import OWN

WORDS = {
    "app_label": "portal",
    "model_name": "contentpage",
    "action": "delete",
    "content_type_app_name": "portal",
    "pk": "1",
    "object_id": "1",
}


@dataclass(frozen=True)
class Found:
    key: str  # namespace:name, or namespace:#n for a route without a name
    namespace: str
    own: bool
    address: str  # with every parameter filled


def word_for(name: str, converter: str | None) -> str:
    return WORDS.get(name) or ("1" if converter == "int" else "x")


def fill(pattern: str, parameters: dict[str, str]) -> str:
    """An address that the pattern matches; words and numbers that name nothing of ours."""
    text = pattern
    if "(?P<" not in pattern:
        text = re.sub(r"<(?:(\w+):)?(\w+)>", lambda m: parameters.get(m[2]) or word_for(m[2], m[1]), pattern)
    if "(" in text:
        names = iter(range(9))

        def group(match: re.Match) -> str:
            name = match["name"] or str(next(names))
            return parameters.get(name) or ("1" if r"\d" in match[0] else "")

        text = re.sub(r"\((?:\?P<(?P<name>\w+)>)?(?!\?[!:])[^()]*(?:\([^()]*\)[^()]*)*\)[*+]?", group, text)
        text = re.sub(r"\(\?[!:][^()]*\)", "", text)
    return text.replace("^", "").replace("$", "").replace("\\", "")


def routes(
    resolver: URLResolver | None = None, prefix: str = "/", namespaces: tuple[str, ...] = ()
) -> Iterator[Found]:
    seen: dict[str, int] = {}
    for entry in (resolver or get_resolver()).url_patterns:
        raw = str(entry.pattern)
        if isinstance(entry, URLResolver):
            inner = (*namespaces, entry.namespace) if entry.namespace else namespaces
            yield from routes(entry, prefix + fill(raw, {}), inner)
            continue
        namespace = ":".join(namespaces)
        number = seen[namespace] = seen.get(namespace, 0) + 1
        key = ":".join([*namespaces, entry.name or f"#{number}"])
        module = entry.callback.__module__
        own = module.startswith(("netzwerk.", "knowledge.", "workshops.", "allauth.")) or key in OWN
        own = own and not namespace.startswith("wagtailadmin_api")  # Wagtail's, narrowed to one's own folders
        parameters = OWN[key].parameters if key in OWN else {}
        yield Found(key, namespace, own, prefix + fill(raw, parameters))
