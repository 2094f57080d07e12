"""StreamFields of a report as plain data (paragraphs, lists, tables, pictures), for PDFs and comparisons."""

from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup, NavigableString, Tag
from wagtail.fields import StreamValue

from netzwerk.portal.links import SAFE_HREF, LinkTargets
from netzwerk.portal.plain_text import INVISIBLE, collapse_spaces

Node = dict[str, Any]
Run = dict[str, Any]
HEADINGS = ("h2", "h3", "h4")
STYLES = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic"}


def nodes_of(stream: StreamValue, links: LinkTargets, base_url: str) -> list[Node]:
    found: list[Node] = []
    for block in stream:
        value = block.value
        match block.block_type:
            case "text":
                found += nodes_of_html(value.source, links, base_url)
            case "quotation":
                person = ", ".join(filter(None, [value["person"], value["role"]]))
                found.append({"kind": "quote", "text": value["text"], "person": person})
            case "table":
                found.append(_table(value))
            case "image" if value["image"]:
                image, alt = value["image"], "" if value["decorative"] else value["alt"]
                shown = {"alt": alt, "caption": value["caption"], "credit": image.credit}
                found.append({"kind": "image", "image": image.pk, **shown})
    return found


def _table(value: Any) -> Node:
    return {
        "kind": "table",
        "caption": value.caption,
        "columns": [column["heading"] for column in value.columns],
        "numeric": [column["block"].name == "number" for column in value.columns],
        "rows": [["" if cell.value is None else _cell(cell.value) for cell in row] for row in value.rows],
    }


def _cell(value: Any) -> str:
    """Numbers with a decimal comma."""
    return value if isinstance(value, str) else f"{value}".replace(".", ",")


def nodes_of_html(html: str, links: LinkTargets, base_url: str) -> Iterator[Node]:
    soup = BeautifulSoup(links.expand(html), "html.parser")
    for child in soup.children:
        if isinstance(child, NavigableString):
            if child.strip():
                yield {"kind": "paragraph", "runs": [{"text": str(child)}]}
        elif child.name in HEADINGS:
            yield {"kind": "heading", "text": collapse_spaces(child.get_text())}
        elif child.name in ("ul", "ol"):
            yield {"kind": "list", "ordered": child.name == "ol", "items": list(_items(child, 0, base_url))}
        elif runs := list(_runs(child, {}, base_url)):
            yield {"kind": "paragraph", "runs": runs}


def _items(ul: Tag, level: int, base_url: str) -> Iterator[Node]:
    for li in ul.find_all("li", recursive=False):
        inner = [one for one in li.children if isinstance(one, Tag) and one.name in ("ul", "ol")]
        for one in inner:
            one.extract()
        yield {"level": level, "runs": list(_runs(li, {}, base_url))}
        for one in inner:
            yield from _items(one, level + 1, base_url)


def _runs(tag: Tag, styles: Run, base_url: str) -> Iterator[Run]:
    for child in tag.children:
        if isinstance(child, NavigableString):
            text = str(child).translate(INVISIBLE)
            if text:
                yield {"text": text, **styles}
        elif child.name == "br":
            yield {"text": "\n", **styles}
        else:
            yield from _runs(child, styles | _style(child, base_url), base_url)


def _style(tag: Tag, base_url: str) -> Run:
    href = tag.get("href", "") if tag.name == "a" else ""
    if href and SAFE_HREF.match(href):
        return {"url": f"{base_url}{href}" if href.startswith("/") else href}
    return {STYLES[tag.name]: True} if tag.name in STYLES else {}


def text_of_runs(runs: list[Run]) -> str:
    return collapse_spaces("".join(run["text"] for run in runs))


def lines_of(nodes: list[Node]) -> list[str]:
    """The text of the nodes, a line for each paragraph, item, row or picture."""
    lines: list[str] = []
    for node in nodes:
        match node["kind"]:
            case "paragraph":
                lines.append(text_of_runs(node["runs"]))
            case "heading":
                lines.append(node["text"])
            case "list":
                lines += [f"– {text_of_runs(item['runs'])}" for item in node["items"]]
            case "quote":
                lines.append(f"„{node['text']}“ ({node['person']})")
            case "table":
                lines.append(node["caption"])
                lines.append(" | ".join(node["columns"]))
                lines += [" | ".join(row) for row in node["rows"]]
            case "image":
                lines.append(f"[Bild: {node['alt'] or node['caption'] or 'dekorativ'}]")
    return [line for line in lines if line]
