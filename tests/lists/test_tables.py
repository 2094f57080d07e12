"""Lists as CSV and XLSX: no formula runs, values keep their kind, German programs read them."""

import csv
import io
from datetime import UTC, date, datetime
from decimal import Decimal

import numpy
import openpyxl
import pytest

from netzwerk.lists import tables
from netzwerk.lists.tables import Column, TooManyRows, csv_response, xlsx_response

MOMENT = datetime(2026, 7, 3, 12, 5, tzinfo=UTC)  # 14:05 in Germany
ROW = {
    "text": " Größe;\t„quer“\n",
    "formula": "=1+1",
    "number": 12_345,
    "decimal": Decimal("1234.50"),
    "day": date(2026, 7, 3),
    "moment": MOMENT,
    "yes": True,
    "none": None,
    "several": ["a", "=b"],
    "at": "@SUM(A1)",
}
COLUMNS = [Column(name.capitalize(), lambda row, name=name: row[name]) for name in ROW]


def csv_rows(rows: list) -> list[list[str]]:
    text = b"".join(csv_response("liste", COLUMNS, rows)).decode()
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))


def sheet_of(rows: list) -> openpyxl.worksheet.worksheet.Worksheet:
    return openpyxl.load_workbook(
        io.BytesIO(xlsx_response("liste", "Liste", COLUMNS, rows, expected=len(rows)).content)
    ).active


def test_csv_is_written_as_german_programs_read_it() -> None:
    heading, row = csv_rows([ROW])
    assert heading == [name.capitalize() for name in ROW]
    assert dict(zip(ROW, row, strict=True)) == {
        "text": "Größe; „quer“",
        "formula": "'=1+1",
        "number": "12345",
        "decimal": "1234,50",
        "day": "03.07.2026",
        "moment": "03.07.2026 14:05",
        "yes": "ja",
        "none": "",
        "several": "a; =b",
        "at": "'@SUM(A1)",
    }


HARD_TO_QUOTE = ['"', 'a "b" c', "a;b", ";", '";"', '""', "# keine Bemerkung", "'=1", "ä, ö", "x\\", '\\"', ""]


def test_a_second_reader_reads_the_same_csv() -> None:
    """NumPy's reader is written in C and shares nothing with the csv module that writes."""
    columns = [Column("Vorn", lambda row: row), Column("Hinten", lambda row: row)]
    text = b"".join(csv_response("liste", columns, HARD_TO_QUOTE)).decode("utf-8-sig")
    read = numpy.loadtxt(io.StringIO(text), dtype=str, delimiter=";", quotechar='"', comments=None)
    ours = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert read.tolist() == ours
    assert [row[0] for row in ours[1:]] == HARD_TO_QUOTE


def test_xlsx_keeps_dates_and_numbers_and_runs_no_formula() -> None:
    sheet = sheet_of([ROW])
    assert [cell.value for cell in sheet[1]] == [name.capitalize() for name in ROW]
    cells = dict(zip(ROW, sheet[2], strict=True))
    assert cells["formula"].data_type == cells["at"].data_type == "s"
    assert (cells["formula"].value, cells["text"].value) == ("'=1+1", "Größe; „quer“")
    assert (cells["number"].value, cells["decimal"].value) == (12_345, 1234.5)
    assert cells["day"].value == datetime(2026, 7, 3)
    assert cells["moment"].value == datetime(2026, 7, 3, 14, 5)
    assert (cells["day"].number_format, cells["yes"].value, cells["none"].value) == ("dd.mm.yyyy", "ja", None)


def test_an_empty_list_has_its_headings() -> None:
    assert len(csv_rows([])) == 1
    assert sheet_of([]).max_row == 1


def test_xlsx_refuses_a_list_that_is_too_long_and_csv_does_not(monkeypatch) -> None:
    monkeypatch.setattr(tables, "MAX_XLSX_ROWS", 2)
    assert sheet_of([ROW] * 2).max_row == 3
    with pytest.raises(TooManyRows):
        sheet_of([ROW] * 3)
    assert len(csv_rows([ROW] * 3)) == 4


def test_no_row_is_read_for_a_file_that_is_refused(monkeypatch) -> None:
    monkeypatch.setattr(tables, "MAX_XLSX_ROWS", 2)
    rows = iter([ROW])
    with pytest.raises(TooManyRows):
        xlsx_response("liste", "Liste", COLUMNS, rows, expected=3)
    assert next(rows) == ROW


def test_rows_that_came_after_the_count_are_not_left_out_silently(monkeypatch) -> None:
    monkeypatch.setattr(tables, "MAX_XLSX_ROWS", 2)
    with pytest.raises(TooManyRows):
        xlsx_response("liste", "Liste", COLUMNS, [ROW] * 3, expected=2)


def test_csv_is_streamed() -> None:
    made = []

    def rows():
        for number in range(3):
            made.append(number)
            yield ROW

    lines = iter(csv_response("liste", COLUMNS, rows()))
    next(lines), next(lines), next(lines)
    assert made == [0]


def test_long_texts_are_cut_and_control_characters_removed() -> None:
    row = ROW | {"text": "a\x00\x1b" + "x" * 40_000}
    value = sheet_of([row])["A2"].value
    assert (len(value), value[:2]) == (tables.MAX_CELL, "ax")


def test_downloads_are_kept_by_no_cache() -> None:
    for response in (csv_response("liste", COLUMNS, []), xlsx_response("liste", "Liste", COLUMNS, [], expected=0)):
        assert response["Cache-Control"] == "private, no-store"
        assert response["Content-Disposition"].startswith('attachment; filename="liste.')
