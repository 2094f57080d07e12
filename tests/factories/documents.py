"""Office documents and PDFs, created in memory."""

import io
import zipfile
from xml.sax.saxutils import escape

import typst

from netzwerk.portal.demo.files import odt

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SLIDE = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/{part}" ContentType="application/vnd.openxmlformats-officedocument.{kind}.main+xml"/></Types>'
)


RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="{part}"/></Relationships>'
)


def zipped(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def packed(main: str, types: str) -> dict[str, str]:
    """The parts that name the main document."""
    return {"[Content_Types].xml": types, "_rels/.rels": RELATIONS.format(part=main)}


def docx(*paragraphs: str, markup: str = "") -> bytes:
    """A Word document; `markup` is appended to the paragraphs."""
    body = "".join(f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>" for text in paragraphs)
    types = TYPES.format(part="word/document.xml", kind="wordprocessingml.document")
    document = f"<w:document {WORD}><w:body>{body}{markup}</w:body></w:document>"
    return zipped(packed("word/document.xml", types) | {"word/document.xml": document})


def pptx(*slides: str) -> bytes:
    types = TYPES.format(part="ppt/presentation.xml", kind="presentationml.presentation")
    parts = {
        f"ppt/slides/slide{number}.xml": f"<p {SLIDE}><a:p><a:r><a:t>{escape(text)}</a:t></a:r></a:p></p>"
        for number, text in enumerate(slides, start=1)
    }
    return zipped(packed("ppt/presentation.xml", types) | {"ppt/presentation.xml": f"<p {SLIDE}/>", **parts})


def pdf(*paragraphs: str) -> bytes:
    """A PDF with these paragraphs of plain text."""
    return typst.compile("\n\n".join(paragraphs).encode(), format="pdf")


def letter(*paragraphs: str) -> bytes:
    """An OpenDocument text."""
    return odt("Brief", [("p", text) for text in paragraphs])
