"""Which uploads the guard accepts, and the messages of its refusals."""

import io
import socket
import threading
import zipfile
from collections.abc import Callable, Iterator

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import Image

from netzwerk.files import guard
from netzwerk.files.guard import pictures
from netzwerk.portal.demo.files import odt
from tests.factories.pages import png


def file(name: str, data: bytes) -> ContentFile:
    return ContentFile(data, name=name)


def zipped(names: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in names.items():
            archive.writestr(name, data)
    return out.getvalue()


def jpeg_with_metadata() -> bytes:
    picture = Image.new("RGB", (60, 40), "green")
    exif = Image.Exif()
    exif[0x010E] = "GEHEIM: aufgenommen bei Familie K."
    exif[0x0112] = 6  # rotated by 90 degrees
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif)
    return out.getvalue()


def huge_png() -> bytes:
    """121 million pixels in a few kilobytes."""
    out = io.BytesIO()
    Image.new("1", (11_000, 11_000)).save(out, "PNG", optimize=True)
    return out.getvalue()


PICTURES = {
    "a program with another name": ("bild.png", b"MZ\x90\x00" + b"\0" * 200, "kein lesbares PNG-Bild"),
    "another format than its name says": ("bild.jpg", png(), "kein lesbares JPG-Bild"),
    "a drawing with a script": ("bild.svg", b"<svg onload='alert(1)'/>", "nimmt das Portal nicht an"),
    "an empty file": ("bild.png", b"", "leer"),
    "a cut off picture": ("bild.png", png(400, 400)[:60], "kein lesbares PNG-Bild"),
    "a pixel bomb": ("bild.png", huge_png(), "zu viele Bildpunkte"),
    "no ending": ("bild", png(), "ohne Endung"),
    "a hidden second ending": ("bild.png.exe", png(), "nimmt das Portal nicht an"),
}
DOCUMENTS = {
    "a program": ("setup.exe", b"MZ", "nimmt das Portal nicht an"),
    "a program renamed": ("antrag.pdf", b"MZ\x90\x00" + b"\0" * 300, "passt nicht zur Endung"),
    "a page renamed": ("antrag.pdf", b"<html><script>alert(1)</script></html>", "passt nicht zur Endung"),
    "any zip as a document": ("brief.docx", zipped({"a.txt": b"x"}), "kein Dokument der Art"),
    "macros": (
        "brief.docx",
        zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>", "word/vbaProject.bin": b"x"}),
        "Makros",
    ),
    "a zip bomb": (
        "brief.docx",
        zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"\0" * 60_000_000}),
        "verdächtige Größe",
    ),
    "text in another encoding": ("liste.csv", "Größe".encode("latin-1"), "UTF-8"),
    "binary as text": ("liste.csv", b"a;b\x00c", "Steuerzeichen"),
    "captions without their mark": ("film.vtt", b"1\n00:00 --> 00:01\nHallo", "WEBVTT"),
    "an empty file": ("liste.csv", b"", "leer"),
}


@pytest.mark.parametrize("case", PICTURES, ids=str)
def test_a_wrong_or_hostile_picture_is_refused_with_a_reason(case: str) -> None:
    name, data, sentence = PICTURES[case]
    with pytest.raises(ValidationError, match=sentence):
        guard.guard_picture(file(name, data))


@pytest.mark.parametrize("case", DOCUMENTS, ids=str)
def test_a_wrong_or_hostile_document_is_refused_with_a_reason(case: str) -> None:
    name, data, sentence = DOCUMENTS[case]
    with pytest.raises(ValidationError, match=sentence):
        guard.guard_document(file(name, data))


def test_the_pixel_bomb_is_small_as_a_file() -> None:
    assert len(huge_png()) < 50_000


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj<<>>endobj\n" + b" " * 300),
        ("a.odt", odt("Titel", [("h1", "Titel"), ("p", "Text")])),
        ("a.csv", "Ort;Größe\r\nAuenrode;12".encode()),
        ("a.csv", "\ufeffOrt;Größe".encode()),
        ("a.vtt", b"WEBVTT\n\n00:00.000 --> 00:01.000\nHallo"),
    ],
)
def test_a_valid_document_passes_unchanged(name: str, data: bytes) -> None:
    assert guard.guard_document(file(name, data)).read() == data


def test_metadata_is_removed_and_the_orientation_applied() -> None:
    clean = guard.guard_picture(file("foto.jpg", jpeg_with_metadata())).read()
    assert b"GEHEIM" not in clean
    with Image.open(io.BytesIO(clean)) as picture:
        assert not picture.getexif()
        assert picture.size == (40, 60)


@pytest.mark.parametrize(
    ("mode", "name"), [("RGBA", "a.png"), ("P", "a.png"), ("LA", "a.png"), ("CMYK", "a.jpg"), ("L", "a.webp")]
)
def test_all_common_kinds_of_pictures_pass(mode: str, name: str) -> None:
    out = io.BytesIO()
    Image.new(mode, (20, 20)).save(out, pictures.FORMATS[name.rpartition(".")[2]])
    assert guard.guard_picture(file(name, out.getvalue())).size > 0


def test_a_file_over_the_limit_is_refused(settings) -> None:
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 10
    with pytest.raises(ValidationError, match="erlaubt sind"):
        guard.guard_document(file("a.csv", b"a;b;c;d;e;f"))


def test_the_quota_of_a_user(settings) -> None:
    settings.FILES_QUOTA_BYTES = 100
    guard.check_quota(60, 40)
    with pytest.raises(ValidationError, match="Speicherplatz"):
        guard.check_quota(61, 40)


@pytest.fixture
def clamd(settings) -> Iterator[Callable[[bytes], list[bytes]]]:
    """A local server with clamd's protocol and a fixed answer."""
    server = socket.create_server(("127.0.0.1", 0))
    settings.FILES_CLAMD_ADDRESS = f"127.0.0.1:{server.getsockname()[1]}"
    received: list[bytes] = []
    threads = []

    def serve(answer: bytes) -> None:
        connection, _address = server.accept()
        with connection:
            data = b""
            while not data.endswith(b"\0\0\0\0"):
                data += connection.recv(65536)
            received.append(data)
            connection.sendall(answer)

    def answering(answer: bytes) -> list[bytes]:
        thread = threading.Thread(target=serve, args=(answer,), daemon=True)
        thread.start()
        threads.append(thread)
        return received

    yield answering
    server.close()
    for thread in threads:
        thread.join(5)


def test_the_scanner_gets_the_whole_file(clamd) -> None:
    received = clamd(b"stream: OK\0")
    guard.guard_document(file("a.csv", b"a;b"))
    assert received[0].startswith(b"zINSTREAM\0")
    assert b"a;b" in received[0]


def test_malware_is_refused(clamd) -> None:
    clamd(b"stream: Eicar-Test-Signature FOUND\0")
    with pytest.raises(ValidationError, match="Schadsoftware hat die Datei abgelehnt"):
        guard.guard_picture(file("a.png", png()))


def test_all_files_are_refused_while_the_scanner_is_down(settings) -> None:
    settings.FILES_CLAMD_ADDRESS = "127.0.0.1:1"
    with pytest.raises(ValidationError, match="konnte nicht auf Schadsoftware geprüft werden"):
        guard.guard_document(file("a.csv", b"a;b"))


def test_an_unknown_answer_of_the_scanner_refuses_the_file(clamd) -> None:
    clamd(b"stream: OK or so\0")
    with pytest.raises(ValidationError, match="abgelehnt"):
        guard.guard_document(file("a.csv", b"a;b"))
