"""Lists as tables to take along: CSV, streamed, and XLSX up to MAX_XLSX_ROWS rows. No cell can be run as a formula."""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter
from django.http import HttpResponse, StreamingHttpResponse
from django.utils import timezone
from django.utils.formats import localize

from netzwerk.lists.spreadsheets import no_formula
from netzwerk.texts.cleaning import one_line

MAX_XLSX_ROWS = 10_000  # the file is built in memory
MAX_CELL = 32_767  # characters in a cell of XLSX
CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Column:
    """`value` gets a row and returns a text, a number, a date, a moment, a boolean, a list of texts or None."""

    heading: str
    value: Callable[[Any], Any]
    width: int = 20  # of the column in XLSX, in characters


class TooManyRows(Exception):
    """The list is longer than an XLSX file may be."""


def csv_response(name: str, columns: Sequence[Column], rows: Iterable[Any]) -> StreamingHttpResponse:
    """`name` is that of the file, without its ending."""
    values = ([_text(column.value(row)) for column in columns] for row in rows)
    return as_download(csv_lines([column.heading for column in columns], values), CSV_TYPE, f"{name}.csv")


def csv_lines(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """As German spreadsheet programs read it: semicolons, UTF-8 with a byte order mark. The cells must be free of formulas."""
    writer = csv.writer(_Echo(), delimiter=";", lineterminator="\r\n")
    yield "\ufeff"
    yield writer.writerow(headings)
    for row in rows:
        yield writer.writerow(row)


def xlsx_response(
    name: str, title: str, columns: Sequence[Column], rows: Iterable[Any], *, expected: int
) -> HttpResponse:
    """Dates and numbers stay dates and numbers. `expected` is the number of rows, counted before any of them is read.

    Raises TooManyRows, also if there are more rows by now than were counted.
    """
    if expected > MAX_XLSX_ROWS:
        raise TooManyRows
    file = BytesIO()
    # In memory: no clear text of people lies in a temporary file, whatever happens to the process.
    book = xlsxwriter.Workbook(
        file,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    book.set_properties({"title": title})
    formats = {
        datetime: book.add_format({"num_format": "dd.mm.yyyy hh:mm"}),
        date: book.add_format({"num_format": "dd.mm.yyyy"}),
    }
    sheet = book.add_worksheet("Liste")
    for number, column in enumerate(columns):
        sheet.set_column(number, number, column.width)
    sheet.write_row(0, 0, [column.heading for column in columns], book.add_format({"bold": True}))
    sheet.freeze_panes(1, 0)
    count = 0
    for count, row in enumerate(rows, start=1):
        if count > MAX_XLSX_ROWS:
            raise TooManyRows
        for number, column in enumerate(columns):
            value = _plain(column.value(row))
            if isinstance(value, str):
                sheet.write_string(count, number, value[:MAX_CELL])
            elif value is not None:
                sheet.write(count, number, value, formats.get(type(value)))
    sheet.autofilter(0, 0, count, len(columns) - 1)
    book.close()
    return as_download(file.getvalue(), XLSX_TYPE, f"{name}.xlsx")


def as_download(
    content: bytes | Iterator[str], content_type: str, file_name: str
) -> HttpResponse | StreamingHttpResponse:
    """A response that browsers save and no cache keeps."""
    kind = HttpResponse if isinstance(content, bytes) else StreamingHttpResponse
    response = kind(content, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{file_name}"'
    response["Cache-Control"] = "private, no-store"
    response["X-Accel-Buffering"] = "no"
    return response


class _Echo:
    """A file for the csv module that returns each line instead of storing it."""

    def write(self, line: str) -> str:
        return line


def _plain(value: Any) -> Any:
    """A value of XLSX: text, number, date or moment in local time, or None."""
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, datetime):
        return timezone.localtime(value).replace(tzinfo=None) if timezone.is_aware(value) else value
    if value is None or isinstance(value, int | float | Decimal | date):
        return value
    return cell_text(value)


def _text(value: Any) -> str:
    """A cell of CSV."""
    plain = _plain(value)
    if plain is None:
        return ""
    if isinstance(plain, datetime):
        return f"{plain:%d.%m.%Y %H:%M}"
    if isinstance(plain, date):
        return f"{plain:%d.%m.%Y}"
    return plain if isinstance(plain, str) else localize(plain, use_l10n=True).replace(".", "")


def cell_text(value: Any) -> str:
    """A text, or a list of texts, in one line and without formula."""
    return no_formula(one_line("; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)))
