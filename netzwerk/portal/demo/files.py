"""Generates the files of the demo: pictures, templates as ODT and CSV, the placeholder video."""

import csv
import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from django.core.files.base import ContentFile

from netzwerk.files.models import PortalDocument, PortalImage
from netzwerk.files.services import store_document, store_image
from netzwerk.portal.demo import pictures

CLIPS = Path(__file__).parent / "clips"
WITH_UMLAUTS = {"offene-tuer": "Offene Tür", "gespraech": "Gespräch", "schluessel": "Schlüssel"}
MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
</manifest:manifest>"""
META = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3">
<office:meta><dc:title>{title}</dc:title><dc:language>de-DE</dc:language></office:meta></office:document-meta>"""
CONTENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3">
<office:body><office:text>{body}</office:text></office:body></office:document-content>"""


def odt(title: str, content: list[tuple[str, str]]) -> bytes:
    """A small OpenDocument text of headings, paragraphs and list items."""
    parts = []
    for kind, text in content:
        inner = escape(text)
        if kind in ("h1", "h2"):
            parts.append(f'<text:h text:outline-level="{kind[1]}">{inner}</text:h>')
        elif kind == "li":
            parts.append(f"<text:list><text:list-item><text:p>{inner}</text:p></text:list-item></text:list>")
        else:
            parts.append(f"<text:p>{inner}</text:p>")
    out = io.BytesIO()
    fixed = (2026, 11, 23, 8, 0, 0)  # the same bytes on every machine
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo("mimetype", fixed), "application/vnd.oasis.opendocument.text")
        for name, text in (
            ("content.xml", CONTENT.format(body="".join(parts))),
            ("meta.xml", META.format(title=escape(title))),
            ("META-INF/manifest.xml", MANIFEST),
        ):
            archive.writestr(zipfile.ZipInfo(name, fixed), text, compress_type=zipfile.ZIP_DEFLATED)
    return out.getvalue()


def spreadsheet(rows: list[list[str]]) -> bytes:
    """CSV as German office programs read it: with semicolons and a byte order mark."""
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def store_documents(documents: list[dict]) -> dict[str, PortalDocument]:
    stored = {}
    for item in documents:
        data = odt(item["title"], item["content"]) if item["kind"] == "odt" else spreadsheet(item["content"])
        file = ContentFile(data, name=f"{item['name']}.{item['kind']}")
        stored[item["name"]] = store_document(file, title=item["title"])
    return stored


def picture_title(name: str) -> str:
    """The title of a picture, with umlauts."""
    return WITH_UMLAUTS.get(name) or name.replace("-", " ").capitalize()


def store_pictures() -> dict[str, PortalImage]:
    return {
        name: store_image(ContentFile(pictures.draw(name), name=f"{name}.png"), title=picture_title(name))
        for name in pictures.NAMES
    }


def store_clip() -> tuple[PortalDocument, PortalDocument, PortalImage]:
    """The placeholder video, its captions and its poster."""
    title = "Platzhalter für ein Video in Gebärdensprache"
    clip, captions, still = (
        ContentFile((CLIPS / f"platzhalter.{kind}").read_bytes(), name=f"platzhalter.{kind}")
        for kind in ("mp4", "vtt", "png")
    )
    return (
        store_document(clip, title=title),
        store_document(captions, title=f"{title}: Untertitel"),
        store_image(still, title=title),
    )
