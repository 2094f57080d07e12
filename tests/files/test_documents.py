"""Content of office documents and PDFs: refusals name the right reason, and hostile files cannot block the guard."""

import io
import re
import time
import zipfile
import zlib

import pypdf
import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from netzwerk.files import guard
from netzwerk.files.guard import inspection
from netzwerk.portal.demo.files import odt

MODES = ("Internal", "External")
COMPOUND = bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 1016
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships"
MAIN = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}


def zipped(parts: dict[str, bytes | str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def relations(*rows: tuple[str, str, bool]) -> str:
    inner = "".join(
        f'<Relationship Id="r{number}" Type="{kind}" Target="{target}" TargetMode="{MODES[far]}"/>'
        for number, (kind, target, far) in enumerate(rows)
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
    )


def office(
    ending: str,
    *,
    main_type: str = "",
    main: str = "<x/>",
    types: str = "",
    rows: tuple[tuple[str, str, bool], ...] = (),
    parts: dict[str, bytes | str] | None = None,
    namespace: str = RELATIONS,
) -> bytes:
    """A minimal document that office programs accept."""
    name = MAIN[ending]
    folder, _, short = name.partition("/")
    content_types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" '
        f'ContentType="application/xml"/><Override PartName="/{name}" '
        f'ContentType="{main_type or inspection.MAIN_PART[ending]}"/>{types}</Types>'
    )
    return zipped(
        {
            "[Content_Types].xml": content_types,
            "_rels/.rels": relations((f"{namespace}/officeDocument", name, False)),
            name: main,
            f"{folder}/_rels/{short}.rels": relations(*rows),
            **(parts or {}),
        }
    )


def names(*defined: str) -> str:
    return f"<workbook><definedNames>{''.join(defined)}</definedNames></workbook>"


def override(part: str, kind: str) -> str:
    return f'<Override PartName="{part}" ContentType="{kind}"/>'


def pdf(user: str | None = None, owner: str = "", algorithm: str = "AES-256") -> bytes:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    if user is not None:
        writer.encrypt(user_password=user, owner_password=owner, algorithm=algorithm)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def odt_with(parts: dict[str, bytes | str]) -> bytes:
    out = io.BytesIO(odt("Titel", [("p", "Text")]))
    with zipfile.ZipFile(out, "a") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def odt_with_password() -> bytes:
    manifest = (
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry m:full-path="content.xml">'
        '<m:encryption-data m:checksum="x"/></m:file-entry></m:manifest>'
    )
    kind = "application/vnd.oasis.opendocument.text"
    return zipped({"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": b"\x01\x02"})


def flagged(data: bytes) -> bytes:
    """With the zip flag that an entry is encrypted."""
    return data.replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00")


EXCEL = "application/vnd.ms-excel"
OFFICE = "application/vnd.openxmlformats-officedocument"
PASSWORD, FIT, KIND = "mit einem Kennwort geschützt", "passt nicht zur Endung", "kein Dokument der Art"
REFUSED = {
    "Word with a password": (
        "a.docx",
        COMPOUND + "EncryptedPackage".encode("utf-16-le") + b"\0" * 512,
        PASSWORD,
    ),
    "Excel with a password": ("a.xlsx", COMPOUND + "EncryptedPackage".encode("utf-16-le") + b"\0" * 512, PASSWORD),
    "PowerPoint with a password": ("a.pptx", COMPOUND * 2000 + "EncryptedPackage".encode("utf-16-le"), PASSWORD),
    "an old Word file": ("a.docx", COMPOUND, "altes Format"),
    "OpenDocument with a password": ("a.odt", odt_with_password(), PASSWORD),
    "a zip with a password": ("a.docx", flagged(office("docx")), PASSWORD),
    **{
        f"a PDF that opens with a password only, {one}": ("a.pdf", pdf("geheim", "x", one), PASSWORD)
        for one in ("RC4-40", "RC4-128", "AES-128", "AES-256")
    },
    "a PDF far behind something else": ("a.pdf", b"\n" * 2000 + pdf(), FIT),
    "a GIF before a PDF": ("a.pdf", b"GIF89a" + pdf(), FIT),
    "a program before a PDF": ("a.pdf", b"MZ\x90\0" + b"\0" * 60 + pdf(), FIT),
    "no PDF": ("a.pdf", b"Hallo", FIT),
    "an Excel 4 macro sheet": (
        "a.xlsx",
        office("xlsx", types=override("/xl/macrosheets/sheet1.xml", f"{EXCEL}.macrosheet+xml")),
        "Makros",
    ),
    "an Excel 4 macro sheet under another name": (
        "a.xlsx",
        office("xlsx", rows=((f"{MICROSOFT}/xlMacrosheet", "worksheets/a.xml", False),)),
        "Makros",
    ),
    "a macro sheet in the folder of them": (
        "a.xlsx",
        office("xlsx", parts={"xl/macrosheets/a.xml": "<x/>"}),
        "Makros",
    ),
    "a name that Excel runs": (
        "a.xlsx",
        office("xlsx", main=names('<definedName name="_xlnm.Auto_Open" hidden="1">A!A1</definedName>')),
        "Makros",
    ),
    "a name of old macros": (
        "a.xlsx",
        office("xlsx", main=names('<definedName name="x" xlm="1" function="1">A</definedName>')),
        "Makros",
    ),
    "an xlsm renamed": ("a.xlsx", office("xlsx", main_type=f"{EXCEL}.sheet.macroEnabled.main+xml"), "Makros"),
    "an xlsb renamed": ("a.xlsx", office("xlsx", main_type=f"{EXCEL}.sheet.binary.macroEnabled.main"), "Makros"),
    "a docm renamed": (
        "a.docx",
        office("docx", main_type="application/vnd.ms-word.document.macroEnabled.main+xml"),
        "Makros",
    ),
    "a pptm renamed": (
        "a.pptx",
        office("pptx", main_type="application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"),
        "Makros",
    ),
    "a project of macros under another name": (
        "a.docx",
        office("docx", rows=((f"{MICROSOFT}/vbaProject", "harmlos.xml", False),)),
        "Makros",
    ),
    "an embedded table with macros": (
        "a.docx",
        office("docx", types=f'<Default Extension="xlsm" ContentType="{EXCEL}.sheet.macroEnabled.12"/>'),
        "Makros",
    ),
    "macros of OpenDocument": ("a.odt", odt_with({"Basic/Standard/Module1.xml": "<x/>"}), "Makros"),
    "scripts of OpenDocument": ("a.odt", odt_with({"Scripts/python/a.py": "x"}), "Makros"),
    "a template renamed": ("a.docx", office("docx", main_type=f"{OFFICE}.wordprocessingml.template.main+xml"), KIND),
    "a slide show renamed": ("a.pptx", office("pptx", main_type=f"{OFFICE}.presentationml.slideshow.main+xml"), KIND),
    "a table as a text": ("a.docx", office("xlsx"), KIND),
    "OpenDocument of another kind": ("a.ods", odt("Titel", []), KIND),
    "OpenDocument as Word": ("a.docx", odt("Titel", []), KIND),
    "a control of ActiveX": (
        "a.docx",
        office("docx", types=override("/word/activeX/a.xml", "application/vnd.ms-office.activeX+xml")),
        "Steuerelemente",
    ),
    "any file in the file": (
        "a.docx",
        office("docx", parts={"word/embeddings/oleObject1.bin": COMPOUND + "\x01Ole10Native".encode("utf-16-le")}),
        "Steuerelemente oder andere Dateien",
    ),
    **{
        f"a template at {target}": (
            "a.docx",
            office("docx", rows=((f"{RELATIONS}/attachedTemplate", target, True),)),
            "von einem anderen Rechner",
        )
        for target in (
            "https://fremd.example/a.dotm",
            "\\\\server\\a.dotm",
            "file://server/a.dotm",
            "file:///\\\\server\\a.dotm",
        )
    },
    "a cut off table": ("a.xlsx", office("xlsx")[:-30], "beschädigt"),
    "a damaged part": ("a.xlsx", office("xlsx", main="<workbook>"), "beschädigt"),
    "a bomb of entities": (
        "a.xlsx",
        office("xlsx", main='<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><workbook>&b;</workbook>'),
        "ungewöhnlich aufgebaut",
    ),
}
ACCEPTED = {
    "a PDF": ("a.pdf", pdf()),
    "a PDF behind a few bytes": ("a.pdf", b"\r\n%Hallo\r\n" + pdf()),
    "a PDF behind a thousand bytes": ("a.pdf", b"\n" * 1020 + pdf()),
    "a PDF that forbids printing only": ("a.pdf", pdf("", "geheim")),
    "a PDF of which the table is damaged": ("a.pdf", re.sub(rb"startxref\s+\d+", b"startxref\n7", pdf())),
    "Word": ("a.docx", office("docx")),
    "Word, strict": ("a.docx", office("docx", namespace=STRICT)),
    "Excel": ("a.xlsx", office("xlsx", main=names('<definedName name="_xlnm.Print_Area">A!A1</definedName>'))),
    "PowerPoint": ("a.pptx", office("pptx")),
    "OpenDocument": ("a.odt", odt("Titel", [("p", "Text")])),
    "Word with a template on the author's disk": (
        "a.docx",
        office("docx", rows=((f"{RELATIONS}/attachedTemplate", "file:///C:\\Users\\ina\\Normal.dotm", True),)),
    ),
    "Word with a link": ("a.docx", office("docx", rows=((f"{RELATIONS}/hyperlink", "https://ort.example/", True),))),
    "Excel with a link to another table": (
        "a.xlsx",
        office("xlsx", rows=((f"{RELATIONS}/externalLinkPath", "file://server/b.xlsx", True),)),
    ),
    "Word with a chart": ("a.docx", office("docx", parts={"word/embeddings/Tabelle.xlsx": office("xlsx")})),
}


@pytest.mark.parametrize("case", REFUSED, ids=str)
def test_each_refusal_names_the_right_reason(case: str) -> None:
    name, data, sentence = REFUSED[case]
    with pytest.raises(ValidationError, match=sentence):
        guard.guard_document(ContentFile(data, name=name))


@pytest.mark.parametrize("case", ACCEPTED, ids=str)
def test_valid_documents_pass_unchanged(case: str) -> None:
    name, data = ACCEPTED[case]
    assert guard.guard_document(ContentFile(data, name=name)).read() == data


def table_of_nothing(entries: int) -> bytes:
    return zipped({f"{number}": b"" for number in range(entries)})


def lying_about_its_size() -> bytes:
    """A part with a small declared size that unpacks to 200 MB."""
    big = zlib.compressobj(wbits=-15)
    packed = big.compress(b"\0" * 200_000_000) + big.flush()
    data = office("xlsx", parts={"xl/a.bin": "x" * 10})
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as target:
        for one in source.namelist():
            target.writestr(one, packed if one == "xl/workbook.xml" else source.read(one))
    return out.getvalue()


def loop_of_tables() -> bytes:
    """A PDF whose cross-reference table names itself as the previous one."""
    whole = pdf()
    start = int(re.search(rb"startxref\s+(\d+)", whole)[1])
    return whole.replace(b"/Size", f"/Prev {start} /Size".encode(), 1)


def deep_pdf() -> bytes:
    return b"%PDF-1.7\ntrailer\n" + b"<</Root" * 200_000 + b"\nstartxref\n9\n%%EOF"


HOSTILE = {
    "many entries": ("a.xlsx", table_of_nothing(200_000)),
    "a lie": ("a.xlsx", lying_about_its_size()),
    "a loop": ("a.pdf", loop_of_tables()),
    "deep": ("a.pdf", deep_pdf()),
    "a long line": ("a.pdf", b"%PDF-1.7\n" + b"1 0 obj " * 500_000 + b"\nstartxref\n5\n%%EOF"),
}


@pytest.mark.parametrize("case", HOSTILE, ids=str)
def test_hostile_files_are_inspected_in_limited_time(case: str) -> None:
    name, data = HOSTILE[case]
    started = time.monotonic()
    try:
        guard.guard_document(ContentFile(data, name=name))
    except ValidationError as error:
        assert error.message
    assert time.monotonic() - started < 90


def test_a_file_that_cannot_be_inspected_in_time_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard.documents, "MOST_SECONDS", 0.001)
    with pytest.raises(ValidationError, match="nicht in vertretbarer Zeit"):
        guard.guard_document(ContentFile(pdf(), name="a.pdf"))
