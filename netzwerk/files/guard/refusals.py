"""Checks of every upload: extension, size and the quota of the user. They raise ValidationError."""

from pathlib import PurePath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.template.defaultfilters import filesizeformat

from netzwerk.texts.cleaning import one_line

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
    """`used` and `size` in bytes: what this user has uploaded so far, and the new file."""
    if used + size > settings.FILES_QUOTA_BYTES:
        raise refuse(
            f"Ihr Speicherplatz von {filesizeformat(settings.FILES_QUOTA_BYTES)} ist aufgebraucht. "
            "Bitte löschen Sie Dateien, die nicht mehr gebraucht werden, oder wenden Sie sich an die Geschäftsstelle."
        )
