"""A practice report as PDF: its text, its accessibility tags and its archive format."""

import tempfile
import time
from itertools import pairwise
from pathlib import Path

import pytest

from knowledge.tasks import TEMPLATE as REPORT
from netzwerk.pdf import PdfError, render, rendering
from tests.pdf import reading, verapdf
from tests.pdf.reports import emptiest, paragraph, picture, pictures, report, table

HOSTILE = '#import "@preview/x:1.0.0" $x^2$ *fett* _kursiv_ <marke> @verweis \\ `code` [a](b) = Titel // weg /* x */ #{panic()}'
FOREIGN = (
    "Київ Ελλάδα مرحبا بالعالم שלום Tiếng Việt 👩\u200d👧 ❤\ufe0f 👍🏽 → ✓ ½ Ⅳ 漢字 "
    "\x00 \ue000 \ufffe a\u200bb\u00adc \u202erückwärts ب\u05b8"
)


def full_of(text: str) -> dict:
    """A report with a text in every place where a person can write one."""
    nodes = [
        paragraph(text, text),
        {"kind": "heading", "text": text},
        {
            "kind": "list",
            "ordered": True,
            "items": [{"level": level, "runs": [{"text": text, "bold": True}]} for level in (3, 0, 9, 1)],
        },
        {"kind": "quote", "text": text, "person": text},
        {
            "kind": "table",
            "caption": text,
            "columns": [text, text],
            "numeric": [True],
            "rows": [[text, text, text], [text], []],
        },
        {"kind": "image", "file": "bild-1.jpg", "alt": text, "caption": text, "credit": text},
        {
            "kind": "paragraph",
            "runs": [
                {"text": text, "url": f"https://example.org/{text}"},
                {"text": text, "url": f"javascript:{text}"},
            ],
        },
    ]
    criterion = {
        "name": text,
        "question": text,
        "author": 1,
        "author_reason": text,
        "reviewer": 4,
        "reviewer_reason": text,
        "stage": text,
    }
    return report(
        title=text,
        summary=text,
        changes=text,
        facts=[[text, text]],
        authors=[text],
        organisations=[text, text],
        picture={"file": "bild-0.png", "alt": text, "caption": text, "credit": text},
        terms=[[text, [text, text]]],
        sections=[{"key": "ziele", "title": text, "nodes": nodes}],
        criteria=[criterion],
        scales=[[text, text, text]],
        files=[{"title": text, "kind": text, "size": text, "members_only": False}],
        references=[{"title": text, "url": text}],
        citation=text,
        archived=True,
        review_overdue=True,
    )


def wide_table() -> dict:
    columns = [f"Wohnungsnotfallhilfe {year}" for year in range(2016, 2026)]
    return {
        "kind": "table",
        "caption": "",
        "columns": columns,
        "numeric": [True] * 10,
        "rows": [["1.234,50 €"] * 10] * 60,
    }


def longest() -> dict:
    """No two pages alike, because Typst caches what it has typeset."""

    def body(part: int) -> list[dict]:
        words = " ".join(
            f"Haushalt {part}-{number} kam in die Anlaufstelle und bekam einen Hilfeplan." for number in range(30)
        )
        return [paragraph(words), table(12, part), {"kind": "heading", "text": f"Schritt {part}"}]

    sections = [
        {
            "key": str(number),
            "title": f"Abschnitt {number}",
            "nodes": [node for part in range(13) for node in body(100 * number + part)],
        }
        for number in range(15)
    ]
    return report(sections=sections)


@pytest.fixture(scope="module")
def usual() -> bytes:
    return render(REPORT, report(), pictures())


def test_all_kinds_of_report_pass_the_accessibility_checker(tmp_path: Path, usual: bytes) -> None:
    wordless = {"file": "bild-0.png", "alt": "", "caption": "Eine Tür"}
    begun = time.perf_counter()
    long = render(REPORT, longest(), pictures())
    print(f"{len(reading.opened(long).pages)} pages in {time.perf_counter() - begun:.2f} s, {len(long)} bytes")
    assert len(reading.opened(long).pages) >= 200
    made = {
        "usual": usual,
        "emptiest": render(REPORT, emptiest()),
        "only-a-title": render(REPORT, {"title": "Nur ein Titel"}),
        "longest": long,
        "foreign": render(REPORT, full_of(FOREIGN), pictures()),
        "hostile": render(REPORT, full_of(HOSTILE), pictures()),
        "long-words": render(REPORT, full_of("Donaudampfschifffahrt" * 12 + " " + "9" * 300), pictures()),
        "blank": render(REPORT, full_of(" \n\n "), pictures()),
        "wide-table": render(
            REPORT, report(sections=[{"key": "ziele", "title": "Ziele", "nodes": [wide_table()]}]), pictures()
        ),
        "decorative": render(REPORT, report(picture=wordless, archived=True, review_overdue=True), pictures()),
    }
    for name, content in made.items():
        (tmp_path / f"{name}.pdf").write_bytes(content)
    assert verapdf.check(tmp_path) == ""


def test_the_checker_would_find_a_fault(tmp_path: Path) -> None:
    import typst

    (tmp_path / "plain.pdf").write_bytes(typst.compile(b"Untagged", pdf_tags=False))
    found = verapdf.check(tmp_path)
    assert "PDF/UA-1" in found
    assert "PDF/A-2a" in found


def test_a_usual_report_contains_its_text(usual: bytes) -> None:
    text = reading.text_of(usual)
    for words in (
        "Praxisbericht Nr. 42",
        "Kreis Auenrode",
        "3. März 2026",
        "Stufe 3 von 4: Die Zielgruppe ist beschrieben",
        "Stufe 2 von 4",
        "Noch nicht eingeschätzt",
        "Vorlage Hilfeplan (ODT, 12 kB), nur für Mitglieder",
        "Netzwerk Sozialagenturen · https://netzwerk-sozialagenturen.example/praxis/42/ · Fassung 3 · Seite 2 von",
        "Zahlen für 2025 ergänzt",
        "Die Anlaufstelle im Kreishaus Bild: Kreis Auenrode, Bauamt",
        "Bild: Timo Faber",
        "Bild: Lea Blum",
    ):
        assert words in text
    assert "Archiviert" not in text
    assert "steht aus" not in text


def test_metadata_language_and_bookmarks_are_set(usual: bytes) -> None:
    reader = reading.opened(usual)
    assert reader.metadata.title == report()["title"]
    assert reader.metadata.author == ", ".join(report()["authors"])
    assert reader.metadata.creation_date.date().isoformat() == "2026-03-03"
    assert reader.trailer["/Root"]["/Lang"] == "de-DE"
    assert reading.bookmarks(usual)[:3] == ["Auf einen Blick", "Ausgangslage", "Ziele"]


def test_headings_tables_lists_and_pictures_are_tagged(usual: bytes) -> None:
    tags = reading.tags(usual)
    kinds = [tag["/S"] for tag in tags]
    levels = [int(kind[2:]) for kind in kinds if kind.startswith("/H") and kind[2:].isdigit()]
    assert levels[0] == 1
    assert all(deeper - level <= 1 for level, deeper in pairwise(levels))
    assert kinds.count("/TH") == 4 + 3
    assert kinds.count("/BlockQuote") == 1
    described = [tag["/Alt"] for tag in tags if tag["/S"] == "/Figure"]
    assert described == ["Der Eingang des Kreishauses mit einer offenen Tür", "Grundriss der neuen Anlaufstelle"]


def test_links_have_https_addresses_only(usual: bytes) -> None:
    hostile = render(REPORT, full_of("<b> ä"), pictures())
    for content in (usual, hostile):
        actions = [
            annotation.get_object()["/A"]["/URI"]
            for page in reading.opened(content).pages
            for annotation in page.get("/Annots", [])
            if "/A" in annotation.get_object()
        ]
        assert actions
        assert all(url.startswith("https://") and url.isascii() and " " not in url for url in actions)


def test_user_input_is_text_and_never_markup() -> None:
    text = reading.text_of(render(REPORT, full_of(HOSTILE), pictures()))
    squeezed = text.replace(" ", "").replace("-", "")
    assert squeezed.count(HOSTILE.replace(" ", "").replace("-", "")) > 20


def test_the_emptiest_report_has_no_empty_parts() -> None:
    content = render(REPORT, emptiest())
    assert reading.bookmarks(content) == ["Diese Fassung"]
    assert len(reading.opened(content).pages) == 2


def test_archived_and_overdue_reports_have_a_notice() -> None:
    text = reading.text_of(render(REPORT, report(archived=True, review_overdue=True), pictures()))
    assert "Archiviert." in text
    assert "Überprüfung steht aus." in text


def test_a_table_of_many_columns_is_landscape_and_repeats_its_header() -> None:
    content = render(REPORT, report(sections=[{"key": "x", "title": "x", "nodes": [wide_table()]}]), pictures())
    landscape = [page for page in reading.opened(content).pages if page.mediabox.width > page.mediabox.height]
    assert len(landscape) >= 2
    assert all("2016" in page.extract_text() for page in landscape)


def test_the_same_data_gives_the_same_bytes(usual: bytes) -> None:
    assert render(REPORT, report(), pictures()) == usual


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bild-9.png", picture("PNG")),  # another one than the report names
        ("bild-0.png", picture("PNG")[:200]),
        ("bild-0.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("bild-0.png", b""),
    ],
)
def test_a_missing_or_broken_picture_raises_an_error_that_says_so(name: str, content: bytes) -> None:
    files = {key: value for key, value in pictures().items() if key != "bild-0.png"}
    with pytest.raises(PdfError, match="Ein Bild fehlt"):
        render(REPORT, report(), {**files, name: content})


def test_unexpected_data_raises_an_error_and_is_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(PdfError, match="Geschäftsstelle"):
        render(REPORT, report(sections=[{"key": "x", "title": "x", "nodes": [{"kind": "Frau Meier"}]}]), pictures())
    assert "report.typ" in caplog.text
    assert "Meier" not in caplog.text


def test_a_document_that_would_take_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(PdfError, match="zu umfangreich"):
        render(REPORT, report(summary="x" * rendering.MOST_TEXT))
    monkeypatch.setattr(rendering, "MOST_SECONDS", 0.01)
    with pytest.raises(PdfError, match="zu umfangreich"):
        render(REPORT, report(), pictures())


def test_a_crash_of_the_typesetter_raises_an_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    dying = tmp_path / "typesetter.py"
    dying.write_text("import os; os.abort()")
    monkeypatch.setattr(rendering, "TYPESETTER", dying)
    with pytest.raises(PdfError, match="Geschäftsstelle"):
        render(REPORT, report(), pictures())


def test_nothing_is_written_to_a_disk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Data of people would lie there after a kill."""
    opened = tmp_path / "opened.txt"
    tracing = tmp_path / "typesetter.py"
    tracing.write_text(
        "import sys\n"
        f"log = open({str(opened)!r}, 'w')\n"
        "def note(event, arguments):\n"
        "    if event == 'open' and isinstance(arguments[1], str) and set(arguments[1]) & set('wax+'):\n"
        "        print(arguments[0], file=log, flush=True)\n"
        "sys.addaudithook(note)\n"
        f"source = open({str(rendering.TYPESETTER)!r}).read()\n"
        "exec(compile(source, 'typesetter', 'exec'))\n"
    )
    monkeypatch.setattr(rendering, "TYPESETTER", tracing)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "missing"))
    assert render(REPORT, report(), pictures()).startswith(b"%PDF-")
    written = opened.read_text().split()
    assert written, "the pictures were noted"
    assert all(name.isdecimal() for name in written), "only memory, by its descriptor"


def test_templates_use_no_network_and_no_current_date() -> None:
    sources = "".join(path.read_text() for path in (*rendering.TEMPLATES.glob("*.typ"), REPORT))
    assert "@preview" not in sources
    assert "datetime.today" not in sources


def test_ten_pages_take_about_a_second(usual: bytes) -> None:
    begun = time.perf_counter()
    content = render(REPORT, report(summary="Anders als zuvor"), pictures())
    print(f"{len(reading.opened(content).pages)} pages in {time.perf_counter() - begun:.2f} s, {len(content)} bytes")
