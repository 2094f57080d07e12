"""The upload guard: what a file must be before it may enter the house.

Checked: the person's quota (by the forms), extension, size, magic bytes, the malware scanner, what is inside (pixels, zip
contents, text encoding). Pictures are written anew from their pixels, so metadata (place, camera, names) stays outside.
Every refusal is a German sentence that says what is wrong and what to do.
"""

import io
import warnings
import zipfile
from pathlib import PurePath

import filetype
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.template.defaultfilters import filesizeformat
from PIL import Image, ImageOps, UnidentifiedImageError

from netzwerk.files import scanner
from netzwerk.surfaces.texts import one_line

PICTURE_FORMATS = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "webp": "WEBP"}
MAGIC_MIME = {
    "pdf": {"application/pdf"},
    "mp4": {"video/mp4", "video/x-m4v"},
    "webm": {"video/webm"},
    "odt": {"application/zip", "application/vnd.oasis.opendocument.text"},
    "ods": {"application/zip", "application/vnd.oasis.opendocument.spreadsheet"},
    "odp": {"application/zip", "application/vnd.oasis.opendocument.presentation"},
    "docx": {"application/zip", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    "xlsx": {"application/zip", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    "pptx": {"application/zip", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
}
TEXT_EXTENSIONS = {"csv", "txt", "vtt"}
ZIP_MARK = {"odt": "mimetype", "ods": "mimetype", "odp": "mimetype"}
ZIP_DEFAULT_MARK = "[Content_Types].xml"
ZIP_MAX_ENTRIES = 5_000
ZIP_MAX_BYTES = 300 * 1024 * 1024
ZIP_MAX_RATIO = 200
MACRO_PARTS = ("vbaproject.bin", "basic/", "scripts/")

TOO_LARGE = "Die Datei ist %(file_size)s groß; erlaubt sind %(max_filesize)s. Bitte verkleinern oder teilen Sie sie."


def refuse(message: str) -> ValidationError:
    return ValidationError(message, code="upload_refused")


def extension_of(name: str) -> str:
    return PurePath(name).suffix.lower().lstrip(".")


def check_extension(name: str, allowed: list[str]) -> str:
    extension = extension_of(name)
    if extension not in allowed:
        shown = f"„.{one_line(extension)}“" if extension else "ohne Endung"
        raise refuse(
            f"Dateien {shown} nimmt das Portal nicht an. Erlaubt sind: {', '.join(allowed)}. "
            "Bitte speichern Sie die Datei in einem dieser Formate."
        )
    return extension


def check_size(file: File, limit: int) -> None:
    if file.size == 0:
        raise refuse("Die Datei ist leer. Bitte prüfen Sie, ob sie vollständig gespeichert wurde.")
    if file.size > limit:
        sizes = {"file_size": filesizeformat(file.size), "max_filesize": filesizeformat(limit)}
        raise refuse(TOO_LARGE % sizes)


def check_quota(used: int, size: int) -> None:
    """`used` and `size` in bytes: what this person has uploaded so far, and what is to come."""
    if used + size > settings.FILES_QUOTA_BYTES:
        raise refuse(
            f"Ihr Speicherplatz von {filesizeformat(settings.FILES_QUOTA_BYTES)} ist aufgebraucht. "
            "Bitte löschen Sie Dateien, die nicht mehr gebraucht werden, oder wenden Sie sich an die Geschäftsstelle."
        )


def guard_picture(file: File) -> ContentFile:
    """Return the picture written anew without metadata, turned upright. Raises ValidationError."""
    extension = check_extension(file.name, settings.WAGTAILIMAGES_EXTENSIONS)
    check_size(file, settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)
    wrong = refuse(
        f"Der Inhalt ist kein lesbares {extension.upper()}-Bild. Bitte öffnen Sie das Bild und speichern Sie es neu."
    )
    scanner.scan(file)
    file.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            data = _written_anew(file, extension)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels() from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
        raise wrong from error
    return ContentFile(data, name=file.name)


def _too_many_pixels() -> ValidationError:
    limit = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 1_000_000
    return refuse(f"Das Bild hat zu viele Bildpunkte; erlaubt sind {limit} Millionen. Bitte verkleinern Sie es.")


def _written_anew(file: File, extension: str) -> bytes:
    """The picture from its pixels alone, upright."""
    with Image.open(file, formats=[PICTURE_FORMATS[extension]]) as picture:
        if picture.width * picture.height > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
            raise Image.DecompressionBombError
        upright = ImageOps.exif_transpose(picture)
        clean = Image.new(upright.mode, upright.size)
        if upright.mode == "P" and (palette := upright.getpalette()):
            clean.putpalette(palette)
        clean.paste(upright)
        transparency = {key: value for key, value in upright.info.items() if key == "transparency"}
        out = io.BytesIO()
        clean.save(out, PICTURE_FORMATS[extension], **transparency, **_save_options(extension))
        return out.getvalue()


def _save_options(extension: str) -> dict:
    if extension in {"jpg", "jpeg"}:
        return {"quality": 92, "optimize": True}
    if extension == "webp":
        return {"quality": 92}
    return {"optimize": True}


def guard_document(file: File) -> File:
    """Return the file, at its beginning, once it has passed. Raises ValidationError."""
    extension = check_extension(file.name, settings.WAGTAILDOCS_EXTENSIONS)
    check_size(file, settings.WAGTAILDOCS_MAX_UPLOAD_SIZE)
    file.seek(0)
    head = file.read(8192)
    file.seek(0)
    if extension in TEXT_EXTENSIONS:
        _check_text(file, extension)
    else:
        kind = filetype.guess(head)
        if kind is None or kind.mime not in MAGIC_MIME[extension]:
            raise refuse(
                f"Der Inhalt passt nicht zur Endung „.{extension}“. "
                "Bitte speichern Sie die Datei mit dem passenden Programm neu; umbenennen genügt nicht."
            )
        if "application/zip" in MAGIC_MIME[extension]:
            _check_zip(file, extension)
    scanner.scan(file)
    file.seek(0)
    return file


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


def _check_zip(file: File, extension: str) -> None:
    damaged = refuse("Die Datei ist beschädigt oder mit einem Kennwort geschützt. Bitte speichern Sie sie neu.")
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise damaged from error
    names = {entry.filename for entry in entries}
    if ZIP_MARK.get(extension, ZIP_DEFAULT_MARK) not in names:
        raise refuse(f"Der Inhalt ist kein Dokument der Art „.{extension}“. Bitte speichern Sie es neu.")
    packed = sum(entry.compress_size for entry in entries) or 1
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > ZIP_MAX_ENTRIES or unpacked > ZIP_MAX_BYTES or unpacked / packed > ZIP_MAX_RATIO:
        raise refuse("Die Datei entpackt sich auf eine verdächtige Größe und wurde abgelehnt.")
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise damaged
    if any(part in name.lower() for name in names for part in MACRO_PARTS):
        raise refuse("Die Datei enthält Makros. Bitte speichern Sie sie ohne Makros.")
