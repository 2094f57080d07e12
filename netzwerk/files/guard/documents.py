"""Documents, videos and captions: stored unchanged if their content matches the extension and contains nothing executable."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import filetype
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File

from netzwerk.files import scanner
from netzwerk.files.guard import inspection
from netzwerk.files.guard.refusals import check_extension, check_size, refuse

MAGIC_MIME = {"mp4": {"video/mp4", "video/x-m4v"}, "webm": {"video/webm"}}
TEXT_EXTENSIONS = {"csv", "txt", "vtt"}
ZIP_START = b"PK\x03\x04"
PDF_START = b"%PDF-"
PDF_MAY_START_WITHIN = 1024  # bytes; PDF readers search no further
COMPOUND_START = bytes.fromhex("D0CF11E0A1B11AE1")  # Microsoft's container: old formats, and new ones with a password
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
MOST_SECONDS = 60  # wall clock; the inspection itself limits its CPU time

SAVE_ANEW = "Bitte speichern Sie die Datei mit dem passenden Programm neu; umbenennen genügt nicht."
REASONS = {
    inspection.PASSWORD: "Die Datei ist mit einem Kennwort geschützt, niemand könnte sie öffnen. "
    "Bitte speichern Sie sie ohne Kennwort.",
    inspection.MACROS: "Die Datei enthält Makros. Bitte speichern Sie sie ohne Makros.",
    inspection.SUSPICIOUS: "Die Datei entpackt sich auf eine verdächtige Größe oder ist ungewöhnlich aufgebaut. "
    "Bitte speichern Sie sie mit einem Büroprogramm neu.",
    inspection.ACTIVE: "In der Datei stecken Steuerelemente oder andere Dateien, die ein Programm starten können. "
    "Bitte entfernen Sie diese Objekte und laden Sie enthaltene Dateien einzeln hoch.",
    inspection.FOREIGN_TEMPLATE: "Die Datei holt beim Öffnen eine Vorlage oder ein Objekt von einem anderen Rechner. "
    "Bitte lösen Sie diese Verknüpfung (in Word: Datei, Optionen, Add-Ins, Vorlagen) und speichern Sie die Datei neu.",
}


def guard_document(file: File) -> File:
    """Returns the file, rewound, if it passes all checks. Raises ValidationError."""
    extension = check_extension(file.name, settings.WAGTAILDOCS_EXTENSIONS)
    check_size(file, settings.WAGTAILDOCS_MAX_UPLOAD_SIZE)
    file.seek(0)
    head = file.read(8192)
    file.seek(0)
    if extension in TEXT_EXTENSIONS:
        _check_text(file, extension)
    elif extension in MAGIC_MIME:
        kind = filetype.guess(head)
        if kind is None or kind.mime not in MAGIC_MIME[extension]:
            raise _wrong_content(extension)
    elif extension == "pdf":
        _check_pdf_start(head)
        _inspect(file, extension)
    else:
        _check_office_start(file, head, extension)
        _inspect(file, extension)
    scanner.scan(file)
    file.seek(0)
    return file


def _wrong_content(extension: str) -> ValidationError:
    return refuse(f"Der Inhalt passt nicht zur Endung „.{extension}“. {SAVE_ANEW}")


def _check_pdf_start(head: bytes) -> None:
    """Some programs write a few bytes before the PDF; those must not be a file of another type."""
    kind = filetype.guess(head)
    if PDF_START not in head[: PDF_MAY_START_WITHIN + len(PDF_START)] or (kind and kind.mime != "application/pdf"):
        raise _wrong_content("pdf")


def _check_office_start(file: File, head: bytes, extension: str) -> None:
    if head.startswith(COMPOUND_START):
        file.seek(0)
        if extension in inspection.MAIN_PART and inspection.contains(file, ENCRYPTED):
            raise refuse(REASONS[inspection.PASSWORD])
        raise refuse(
            f"Der Inhalt hat ein altes Format von Microsoft Office und passt nicht zur Endung „.{extension}“. {SAVE_ANEW}"
        )
    if not head.startswith(ZIP_START):
        raise _wrong_content(extension)


def _inspect(file: File, extension: str) -> None:
    """Runs inspection.py on a copy, in a process with limited memory and time. Raises ValidationError."""
    with tempfile.TemporaryFile() as copy:
        file.seek(0)
        shutil.copyfileobj(file, copy)
        copy.seek(0)
        file.seek(0)
        command = [sys.executable, "-I", str(Path(inspection.__file__)), extension]
        try:
            done = subprocess.run(  # noqa: S603  our own script
                command, stdin=copy, env={}, capture_output=True, timeout=MOST_SECONDS, check=True, text=True
            )
        except (subprocess.TimeoutExpired, subprocess.CalledProcessError) as error:
            raise refuse(
                "Die Datei ließ sich nicht in vertretbarer Zeit prüfen und wurde deshalb nicht angenommen. "
                "Bitte speichern Sie sie neu oder teilen Sie sie."
            ) from error
    reason = done.stdout.strip()
    if reason == inspection.ANOTHER_KIND:
        raise refuse(f"Der Inhalt ist kein Dokument der Art „.{extension}“. {SAVE_ANEW}")
    if reason == inspection.DAMAGED:
        raise refuse("Die Datei ist beschädigt. Bitte öffnen Sie sie und speichern Sie sie neu.")
    if reason:
        raise refuse(REASONS[reason])


def _check_text(file: File, extension: str) -> None:
    try:
        text = file.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise refuse(
            "Die Textdatei ist nicht in UTF-8 gespeichert. Bitte wählen Sie beim Speichern „UTF-8“."
        ) from error
    if "\x00" in text:
        raise refuse("Die Textdatei enthält Steuerzeichen und ist vermutlich keine Textdatei.")
    if extension == "vtt" and not text.startswith("WEBVTT"):
        raise refuse(
            "Eine Untertitel-Datei beginnt mit der Zeile „WEBVTT“. Bitte exportieren Sie sie im Format WebVTT."
        )
    file.seek(0)
