"""Inspects a PDF or an office document and prints what is wrong with it, or nothing.

Runs as a process of its own with limited memory and time, because a hostile file may need endless amounts of both.
The file comes as standard input, its extension as the argument. Imports nothing of the project.
"""

import io
import re
import resource
import sys
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import IO

MEMORY = 1024**3
SECONDS = 20
ENTRIES = 5_000
UNPACKED = 300 * 1024**2
RATIO = 200
PART = 20 * 1024**2  # of one XML part that is read
CHUNK = 1024**2

DAMAGED, PASSWORD, MACROS, ANOTHER_KIND, SUSPICIOUS, ACTIVE, FOREIGN_TEMPLATE = (
    *("damaged", "password", "macros", "another kind", "suspicious", "active"),
    "foreign template",
)
OPEN_DOCUMENT = {
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
}
_OFFICE = "application/vnd.openxmlformats-officedocument."
MAIN_PART = {
    "docx": f"{_OFFICE}wordprocessingml.document.main+xml",
    "xlsx": f"{_OFFICE}spreadsheetml.sheet.main+xml",
    "pptx": f"{_OFFICE}presentationml.presentation.main+xml",
}
MACRO_TYPES = ("macroenabled", "macrosheet", "vbaproject", "ms-excel.sheet.binary")
MACRO_RELATIONS = ("vbaproject", "xlmacrosheet", "xlintlmacrosheet")
MACRO_FOLDERS = ("basic/", "scripts/")  # of an OpenDocument file, at its top
AUTOMATIC = re.compile(r"(_xlnm\.)?auto_?(open|close|activate|deactivate)")
EMBEDDED_FILE = "\x01Ole10Native".encode("utf-16-le")  # an embedded file of any kind, opened by a double click
NETWORK = re.compile(
    r"(https?|ftp|smb|file)://(?!/?/?[a-z]:)|\\\\", re.IGNORECASE
)  # "file:///C:\" is the author's own disk


class Refused(Exception):
    """The message is one of the reasons above."""


def inspect_pdf(file: io.BufferedIOBase) -> None:
    """Checks only whether it opens without a password: readers tolerate other faults differently. Raises Refused."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(file, strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Refused(PASSWORD)
    except (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, OSError, NotImplementedError):
        return


def inspect_zip(file: io.BufferedIOBase, ending: str) -> None:
    """Raises Refused."""
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
            packed = sum(entry.compress_size for entry in entries) or 1
            unpacked = sum(entry.file_size for entry in entries)
            if len(entries) > ENTRIES or unpacked > UNPACKED or unpacked / packed > RATIO:
                raise Refused(SUSPICIOUS)
            if any(entry.flag_bits & 0x1 for entry in entries):
                raise Refused(PASSWORD)
            if ending in OPEN_DOCUMENT:
                inspect_open_document(archive, ending)
            else:
                inspect_office(archive, ending)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise Refused(DAMAGED) from error


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        content = part.read(PART + 1)
    if len(content) > PART:
        raise Refused(SUSPICIOUS)
    return content


def contains(file: IO[bytes], wanted: bytes) -> bool:
    """Whether these bytes occur from the current position on; reads in chunks."""
    before = b""
    while chunk := file.read(CHUNK):
        if wanted in before + chunk:
            return True
        before = chunk[-len(wanted) :]
    return False


def _has_embedded_file(archive: zipfile.ZipFile, name: str) -> bool:
    with archive.open(name) as part:
        return contains(part, EMBEDDED_FILE)


def _xml(archive: zipfile.ZipFile, name: str):
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        return fromstring(_read(archive, name))
    except DefusedXmlException as error:
        raise Refused(SUSPICIOUS) from error
    except ParseError as error:
        raise Refused(DAMAGED) from error


def _tag(element) -> str:
    return element.tag.rpartition("}")[2]


def inspect_open_document(archive: zipfile.ZipFile, ending: str) -> None:
    names = set(archive.namelist())
    if (
        "mimetype" not in names
        or _read(archive, "mimetype").decode("ascii", "replace").strip() != OPEN_DOCUMENT[ending]
    ):
        raise Refused(ANOTHER_KIND)
    if any(name.lower().startswith(MACRO_FOLDERS) for name in names):
        raise Refused(MACROS)
    if "META-INF/manifest.xml" in names:
        entries = _xml(archive, "META-INF/manifest.xml")
        if any(_tag(element) == "encryption-data" for element in entries.iter()):
            raise Refused(PASSWORD)
    if any(_has_embedded_file(archive, name) for name in names if PurePosixPath(name).name.startswith("Object ")):
        raise Refused(ACTIVE)


def inspect_office(archive: zipfile.ZipFile, ending: str) -> None:
    names = set(archive.namelist())
    if "[Content_Types].xml" not in names:
        raise Refused(ANOTHER_KIND)
    types = [(_tag(one), one.attrib) for one in _xml(archive, "[Content_Types].xml").iter()]
    relations = [one for name in names if name.endswith(".rels") for one in _relations(archive, name)]
    content_types = [values.get("ContentType", "").lower() for _tag_name, values in types]
    if (
        any(word in kind for kind in content_types for word in MACRO_TYPES)
        or any(kind in MACRO_RELATIONS for _source, kind, _target, _external in relations)
        or any(
            PurePosixPath(name.lower()).name == "vbaproject.bin" or "/macrosheets/" in name.lower() for name in names
        )
    ):
        raise Refused(MACROS)
    main = [
        target for source, kind, target, _external in relations if source == "_rels/.rels" and kind == "officedocument"
    ]
    if not main or any(_type_of(types, part) != MAIN_PART[ending] or part not in names for part in main):
        raise Refused(ANOTHER_KIND)
    if ending == "xlsx":
        _inspect_names(archive, main)
    if any("activex" in kind for kind in content_types) or any(
        _has_embedded_file(archive, name) for name in names if "/embeddings/" in name and name.endswith(".bin")
    ):
        raise Refused(ACTIVE)
    for _source, kind, target, external in relations:
        if external and kind in ("attachedtemplate", "oleobject", "frame", "subdocument") and NETWORK.match(target):
            raise Refused(FOREIGN_TEMPLATE)


def _relations(archive: zipfile.ZipFile, name: str) -> list[tuple[str, str, str, bool]]:
    """Of each relationship: the part that declares it, its kind, its target, and whether that is outside of the file."""
    return [
        (
            name,
            one.get("Type", "").rpartition("/")[2].lower(),
            one.get("Target", "").removeprefix("/"),
            one.get("TargetMode", "").lower() == "external",
        )
        for one in _xml(archive, name).iter()
        if _tag(one) == "Relationship"
    ]


def _type_of(types: list[tuple[str, dict]], part: str) -> str:
    for tag, values in types:
        if tag == "Override" and values.get("PartName", "").lower() == f"/{part}".lower():
            return values.get("ContentType", "")
    ending = part.rpartition(".")[2].lower()
    found = [values for tag, values in types if tag == "Default" and values.get("Extension", "").lower() == ending]
    return found[0].get("ContentType", "") if found else ""


def _inspect_names(archive: zipfile.ZipFile, main: list[str]) -> None:
    """Refuses defined names, often hidden, that Excel runs as macros when the file is opened."""
    for part in main:
        for one in _xml(archive, part).iter():
            if _tag(one) == "definedName" and (
                AUTOMATIC.match(one.get("name", "").lower())
                or any(one.get(mark) in ("1", "true") for mark in ("xlm", "vbProcedure", "macro"))
            ):
                raise Refused(MACROS)


def main(ending: str) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    try:
        if ending == "pdf":
            inspect_pdf(sys.stdin.buffer)
        else:
            inspect_zip(sys.stdin.buffer, ending)
    except Refused as reason:
        print(reason)  # noqa: T201  the result for the parent process


if __name__ == "__main__":
    main(sys.argv[1])
