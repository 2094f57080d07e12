"""schema.org descriptions of pages, for search engines."""

import json

from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString, mark_safe

from netzwerk.portal.models import PortalPage

ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}
PUBLISHER = {"@type": "Organization", "name": "Netzwerk Sozialagenturen"}


def description_of(page: PortalPage, base_url: str) -> dict:
    """The schema.org description of a page."""
    url = f"{base_url}{page.url}"
    data: dict = {
        "@context": "https://schema.org",
        "@type": page.schema_type,
        "name": page.title,
        "url": url,
        "inLanguage": "de",
        "description": page.teaser,
        "publisher": PUBLISHER,
    }
    if page.schema_type in {"Article", "NewsArticle"}:
        data["headline"] = page.title
        changed = page.last_published_at or page.latest_revision_created_at
        if changed:
            data["dateModified"] = changed.isoformat()
    if page.schema_type == "NewsArticle":
        data["datePublished"] = page.date.isoformat()
    if page.schema_type == "FAQPage":
        data["mainEntity"] = [
            {
                "@type": "Question",
                "name": item["title"],
                "acceptedAnswer": {"@type": "Answer", "text": strip_tags(item["text"].source)},
            }
            for group in page.groups
            for item in group.value["items"]
        ]
    return data


def script_of(data: dict, nonce: str) -> SafeString:
    """The description as a script element; texts cannot close it."""
    text = json.dumps(data, ensure_ascii=False).translate(ESCAPES)
    return format_html(
        '<script type="application/ld+json" nonce="{}">{}</script>',
        nonce,
        mark_safe(text),  # noqa: S308  angle brackets are escaped for JSON
    )
