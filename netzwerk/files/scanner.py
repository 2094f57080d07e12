"""Client of ClamAV's clamd (INSTREAM command). Without a configured address nothing is scanned.

It fails closed: any other result than "OK" refuses the upload.
"""

import socket
import struct
from contextlib import closing

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File

TIMEOUT_SECONDS = 30
CHUNK = 64 * 1024


def _connect(address: str) -> socket.socket:
    if "/" in address:
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        connection.settimeout(TIMEOUT_SECONDS)
        connection.connect(address)
        return connection
    host, _, port = address.rpartition(":")
    return socket.create_connection((host, int(port)), timeout=TIMEOUT_SECONDS)


def _scan_result(file: File, address: str) -> str:
    file.seek(0)
    with closing(_connect(address)) as connection:
        connection.sendall(b"zINSTREAM\0")
        while chunk := file.read(CHUNK):
            connection.sendall(struct.pack("!L", len(chunk)) + chunk)
        connection.sendall(struct.pack("!L", 0))
        answer = b""
        while not answer.endswith(b"\0") and (part := connection.recv(4096)):
            answer += part
    file.seek(0)
    return answer.rstrip(b"\0").decode("ascii", "replace")


def scan(file: File) -> None:
    """Raises ValidationError if the scanner finds malware or fails."""
    address = settings.FILES_CLAMD_ADDRESS
    if not address:
        return
    try:
        answer = _scan_result(file, address)
    except (OSError, ValueError) as error:
        raise ValidationError(
            "Die Datei konnte nicht auf Schadsoftware geprüft werden und wurde deshalb nicht angenommen. "
            "Bitte versuchen Sie es in einigen Minuten noch einmal.",
            code="scanner_unavailable",
        ) from error
    if answer != "stream: OK":
        raise ValidationError(
            "Die Prüfung auf Schadsoftware hat die Datei abgelehnt. Bitte wenden Sie sich an Ihre IT.",
            code="scanner_refused",
        )
