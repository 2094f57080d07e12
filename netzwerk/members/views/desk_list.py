"""What all lists of the office desk share: filters, pages, and the whole list as a file."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from netzwerk.lists.bulk import BulkChoice
from netzwerk.lists.headings import Heading
from netzwerk.lists.tables import MAX_XLSX_ROWS, Column, TooManyRows, csv_response, xlsx_response
from netzwerk.members.forms.desk import FilterForm
from netzwerk.members.services.log import log_action
from netzwerk.texts.cleaning import address_part

PER_PAGE = 25
BATCH = 500  # rows of a file that are read at once
Rows = Callable[[Iterable[Any]], list[Any]]


def render_list(
    request: HttpRequest,
    template: str,
    title: str,
    form: FilterForm,
    rows: QuerySet,
    headings: Sequence[Heading | str],
    table: Sequence[Column],
    prepare: Rows = list,
    bulk: BulkChoice | None = None,
) -> HttpResponseBase:
    """A list of the desk; `template` extends members/desk/list.html. `?als=csv` and `?als=xlsx` answer with all rows as a file.

    `headings` are those of the page, `table` the columns of the file. `prepare` changes the rows that are read.
    `bulk`: what can be done with several rows; each row then begins with the tag `pick`.
    """
    if request.GET.get("als") in ("csv", "xlsx"):
        return _file(request, title, rows, table, prepare)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("seite"))
    page.object_list = prepare(page.object_list)
    context = {"title": title, "form": form, "page_obj": page, "columns": headings, "most_rows": MAX_XLSX_ROWS}
    if bulk:
        context["bulk"] = bulk.on_page(request, page.number)
    return render(request, template, context)


def _file(
    request: HttpRequest, title: str, rows: QuerySet, table: Sequence[Column], prepare: Rows
) -> HttpResponseBase:
    name = f"{address_part(title)}-{timezone.localdate():%Y-%m-%d}"
    try:
        if request.GET["als"] == "csv":
            answer: HttpResponseBase = csv_response(name, table, _all(rows, prepare))
        else:
            answer = xlsx_response(name, title, table, _all(rows, prepare), expected=rows.count())
    except TooManyRows:
        limit = f"{MAX_XLSX_ROWS:,}".replace(",", ".")
        messages.error(
            request, f"Eine Excel-Datei fasst hier {limit} Zeilen. Bitte filtern Sie die Liste oder nehmen Sie CSV."
        )
        query = request.GET.copy()
        del query["als"]
        return HttpResponseRedirect(f"{request.path}?{query.urlencode()}")
    if request.method == "GET":
        log_action("list_exported", request.user, actor=request.user, reason=title)
    return answer


def _all(rows: QuerySet, prepare: Rows) -> Iterator[Any]:
    found = rows.iterator(chunk_size=BATCH)
    while batch := list(islice(found, BATCH)):
        yield from prepare(batch)
