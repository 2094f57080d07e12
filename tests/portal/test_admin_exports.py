"""Exports of the Wagtail admin contain no text that a spreadsheet runs as a formula."""

import csv
import io
from collections.abc import Iterator

import openpyxl
import pytest
from django.test import Client
from django.urls import get_resolver
from django.utils import timezone
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import log
from wagtail.models import Page

from netzwerk.lists.spreadsheets import FORMULA
from tests.factories.pages import content_page
from tests.hostile import all_routes

pytestmark = pytest.mark.django_db

EVIL = '=HYPERLINK("https://evil.example";"Hier")', "+49", "-2+3", "@SUM(A1)", "\t=1+1", "＝1+1"


@pytest.fixture
def hostile_titles(person) -> None:
    """Page titles, a name, redirects and log entries that are formulas."""
    author = person(superuser=True, first_name="=1+1", last_name="@SUM(A1)")
    for number, title in enumerate(EVIL):
        page = content_page()
        Page.objects.filter(pk=page.pk).update(
            title=title, draft_title=title, locked=True, locked_by=author, last_published_at=timezone.now()
        )
        page = Page.objects.get(pk=page.pk)
        log(page, "wagtail.edit", user=author, title=title)
        Redirect.objects.create(old_path=f"/{number}", redirect_link=title)


def exports() -> Iterator[tuple[str, str]]:
    """Addresses of every list of the admin that can be exported."""
    for route in all_routes(get_resolver()):
        view = getattr(route.callback, "view_class", None)
        if route.parameters or view is None or not issubclass(view, SpreadsheetExportMixin):
            continue
        if view.list_export or getattr(route.callback, "view_initkwargs", {}).get("list_export"):
            yield route.key, route.address()


def cells_of(answer, ending: str) -> list:
    content = b"".join(answer.streaming_content)
    if ending == "csv":
        return [cell for row in csv.reader(io.StringIO(content.decode())) for cell in row]
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    return [cell for row in sheet.iter_rows() for cell in row]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_no_export_of_the_admin_contains_a_formula(hostile_titles: None, person, login, ending: str) -> None:
    client: Client = login(person(superuser=True))
    found = dict(exports())
    assert {"wagtailadmin_reports:site_history", "wagtailadmin_reports:aging_pages"} <= set(found), found
    neutralised = set()
    for key, address in found.items():
        answer = client.get(address, {"export": ending})
        assert answer.status_code == 200, key
        for cell in cells_of(answer, ending):
            value = cell if ending == "csv" else cell.value
            assert not (isinstance(value, str) and value.startswith(FORMULA)), (key, value)
            assert ending == "csv" or cell.data_type != "f", (key, value)
            if isinstance(value, str) and value.startswith("'"):
                neutralised.add(key)
    assert {
        "wagtailadmin_reports:site_history",
        "wagtailadmin_reports:aging_pages",
        "wagtailadmin_reports:locked_pages",
        "wagtailredirects:index",
    } <= {key.removesuffix("_results") for key in neutralised}
