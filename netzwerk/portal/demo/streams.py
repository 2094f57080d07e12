"""Converts the demo's content, plain Python data, to the raw data of StreamFields."""

import json
import re
import uuid
from dataclasses import dataclass
from typing import Any

from netzwerk.files.models import PortalDocument, PortalImage

LINK = re.compile(r"\[\[(?P<document>dok:)?(?P<target>[^|\]]+)\|(?P<text>[^\]]+)\]\]")
NAMESPACE = uuid.UUID("6f0c2b1e-8f43-4a52-9d0b-2f6a7f3f2026")


@dataclass
class Targets:
    """Pages and files by their names in the content, for links and choosers."""

    pages: dict[str, int]
    pictures: dict[str, PortalImage]
    documents: dict[str, PortalDocument]

    def html(self, text: str) -> str:
        """Rich text with [[slug|text]] and [[dok:name|text]] converted to Wagtail's links."""

        def anchor(match: re.Match) -> str:
            kind = "document" if match["document"] else "page"
            pk = self.documents[match["target"]].pk if match["document"] else self.pages[match["target"]]
            return f'<a linktype="{kind}" id="{pk}">{match["text"]}</a>'

        return LINK.sub(anchor, text)

    def _titled(self, value: dict) -> dict:
        items = [
            {
                "type": "item",
                "value": {"title": item["title"], "text": self.html(item["text"])},
                "id": str(uuid.uuid5(NAMESPACE, item["title"])),
            }
            for item in value["items"]
        ]
        return {"title": value["title"], "items": items}

    def value(self, kind: str, value: Any) -> Any:
        """The raw value of a block."""
        match kind:
            case "text":
                return self.html(value)
            case "image":
                return {
                    **{k: v for k, v in value.items() if k != "picture"},
                    "image": self.pictures[value["picture"]].pk,
                }
            case "accordion" | "steps":
                return self._titled(value)
            case "table":
                return {
                    "columns": [{"type": "text", "heading": heading} for heading in value["columns"]],
                    "rows": [{"values": row} for row in value["rows"]],
                    "caption": value["caption"],
                }
            case "downloads":
                files = [
                    {"document": self.documents[file["document"]].pk, "description": file["description"]}
                    for file in value["files"]
                ]
                return {"title": value["title"], "files": files}
            case "call_to_action" | "action" | "task" | "level":
                return {**value, "page": self.pages[value["page"]] if value.get("page") else None}
            case _:
                return value

    def stream(self, owner: str, blocks: list[tuple[str, Any]]) -> str:
        """Raw data of a stream as JSON. Block ids depend on `owner`, a slug, so that every build is the same."""
        return json.dumps(
            [
                {
                    "type": kind,
                    "value": self.value(kind, value),
                    "id": str(uuid.uuid5(NAMESPACE, f"{owner}/{number}/{kind}")),
                }
                for number, (kind, value) in enumerate(blocks)
            ]
        )
