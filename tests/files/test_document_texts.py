"""Extraction of texts from documents by jobs, including hostile files."""

import zipfile
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django_q.models import OrmQ

from netzwerk.files import extraction, text_files
from netzwerk.files.models import MOST_TRIES, DocumentText, PortalDocument
from netzwerk.files.services import store_document
from netzwerk.files.tasks import queue_unread_documents, read_text
from netzwerk.files.text_files import UnreadableFile, text_of_file
from tests.factories.documents import WORD, docx, letter, pdf, pptx, zipped

SENTENCE = "Die Mietobergrenze gilt für Härtefälle und Übergänge."


def on_disk(folder: Path, name: str, data: bytes) -> tuple[str, str]:
    path = folder / name
    path.write_bytes(data)
    return str(path), name.rpartition(".")[2]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", pdf(SENTENCE)),
        ("a.docx", docx(SENTENCE)),
        ("a.pptx", pptx("Anderes", SENTENCE)),
        ("a.odt", letter(SENTENCE)),
        ("a.txt", SENTENCE.encode("utf-8-sig")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",  # the bytes contain the time
)
def test_text_of_every_kind_of_document(tmp_path: Path, name: str, data: bytes) -> None:
    assert SENTENCE in text_of_file(*on_disk(tmp_path, name, data))


def test_hyphenated_words_are_joined_and_slides_are_in_order(tmp_path: Path) -> None:
    parted = text_of_file(
        *on_disk(tmp_path, "a.txt", "Miet-\nobergrenze und Kreis-\nStadt, Fall\u00ad\nmanagement".encode())
    )
    assert parted == "Mietobergrenze und Kreis-\nStadt, Fallmanagement"
    slides = text_of_file(*on_disk(tmp_path, "a.pptx", pptx(*(f"Folie {number}." for number in range(1, 12)))))
    assert slides.splitlines() == [f"Folie {number}." for number in range(1, 12)]


def test_comments_and_deleted_text_are_left_out(tmp_path: Path) -> None:
    deleted = "<w:p><w:del><w:r><w:delText>Geheim</w:delText><w:t>Geheim</w:t></w:r></w:del><w:r><w:t>Offen</w:t></w:r></w:p>"
    assert text_of_file(*on_disk(tmp_path, "a.docx", docx("Anfang", markup=deleted))) == "Anfang\nOffen"
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        "<text:tracked-changes><text:p>Geheim</text:p></text:tracked-changes>"
        "<text:p>Vor<office:annotation><text:p>Geheim</text:p></office:annotation>her<text:tab/>nachher</text:p>"
        "</office:document-content>"
    )
    assert text_of_file(*on_disk(tmp_path, "a.odt", zipped({"content.xml": content}))) == "Vorher nachher"


def billion_laughs() -> bytes:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    document = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY l0 "lol">{entities}]><w:document {WORD}>&l9;</w:document>'
    return zipped({"word/document.xml": document})


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("leer.pdf", b"%PDF-1.7\n"),
        ("kaputt.pdf", pdf(SENTENCE)[:400]),
        ("kaputt.docx", docx(SENTENCE)[:80]),
        ("ohne.odt", zipped({"mimetype": "x"})),
        ("entities.docx", billion_laughs()),
        ("tief.odt", zipped({"content.xml": "<a>" * 200_000})),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_hostile_or_broken_file_is_unreadable(tmp_path: Path, name: str, data: bytes) -> None:
    with pytest.raises(UnreadableFile):
        text_of_file(*on_disk(tmp_path, name, data))


def test_a_zip_bomb_has_no_text_and_a_long_text_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = tmp_path / "bombe.docx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as part:
        for _block in range(extraction.MOST_XML // 1024**2 + 1):
            part.write(b"<a></a>" * (1024**2 // 7))
    assert text_of_file(str(bomb), "docx") == ""
    long = text_of_file(*on_disk(tmp_path, "lang.docx", docx(*[SENTENCE] * 20_000)))
    assert len(long) == extraction.MOST_TEXT


def test_extraction_has_a_timeout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    endless = tmp_path / "endless.py"
    endless.write_text("import time\nwhile True: time.sleep(1)\n")
    monkeypatch.setattr(text_files, "SCRIPT", endless)
    monkeypatch.setattr(text_files, "MOST_SECONDS", 1)
    with pytest.raises(UnreadableFile, match="more than"):
        text_of_file(*on_disk(tmp_path, "a.txt", b"x"))


def stored(data: bytes, name: str = "a.docx") -> PortalDocument:
    return store_document(ContentFile(data, name=name), title="Merkblatt")


@pytest.mark.django_db
def test_the_clock_queues_each_file_once_and_again_after_a_change() -> None:
    assert queue_unread_documents() == 0  # the demo's are read
    document = stored(docx(SENTENCE))
    OrmQ.objects.all().delete()
    assert queue_unread_documents() == 1
    assert OrmQ.objects.count() == 1
    assert read_text(document.pk)
    assert DocumentText.objects.get(document=document).text == SENTENCE
    assert not read_text(document.pk)
    assert queue_unread_documents() == 0

    document.file = ContentFile(docx("Ganz anders."), name="b.docx")
    document._set_document_file_metadata()
    document.save()
    assert queue_unread_documents() == 1
    assert read_text(document.pk)
    assert DocumentText.objects.get(document=document).text == "Ganz anders."


@pytest.mark.django_db
def test_an_unreadable_file_is_tried_a_few_times() -> None:
    document = stored(docx(SENTENCE))
    Path(document.file.path).write_bytes(b"PK broken")
    for attempt in range(1, MOST_TRIES + 1):
        assert queue_unread_documents() == 1
        assert not read_text(document.pk)
        row = DocumentText.objects.get(document=document)
        assert (row.tries, row.text, bool(row.error)) == (attempt, "", True)
    assert queue_unread_documents() == 0


@pytest.mark.django_db
def test_spreadsheets_are_not_read_and_texts_of_deleted_documents_are_deleted() -> None:
    stored(b"a;b\r\n", "tabelle.csv")
    assert queue_unread_documents() == 0
    document = stored(docx(SENTENCE))
    read_text(document.pk)
    document.delete()
    assert not DocumentText.objects.filter(text=SENTENCE).exists()
    assert not read_text(document.pk or 0)
