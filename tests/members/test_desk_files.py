"""Every list of the office desk as CSV and XLSX: all rows, no formula, by those who see the list, and logged."""

import csv
import io

import openpyxl
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from netzwerk.lists import tables
from netzwerk.lists.spreadsheets import FORMULA
from netzwerk.members.models import LogEntry
from netzwerk.members.roles import ADMINISTRATION, COORDINATOR, MEMBER, OFFICE
from tests.factories.grants import application, invitation
from tests.factories.organisations import organisation
from tests.factories.people import PersonFactory

pytestmark = pytest.mark.django_db
DESK = "/geschaeftsstelle/"
LISTS = (
    "antraege/?stand=alle",
    "organisationen/?",
    "personen/?",
    "einladungen/?",
    "rollen/?",
    "protokoll/?",
)


@pytest.fixture
def desk(person, login) -> Client:
    return login(person(OFFICE))


def rows_of(response) -> list[dict[str, str]]:
    text = b"".join(response).decode().removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def sheet_of(response) -> list[tuple]:
    return list(openpyxl.load_workbook(io.BytesIO(response.content)).active.values)


@pytest.mark.parametrize("path", LISTS)
def test_both_files_have_all_rows_of_the_list(desk, path: str) -> None:
    for number in range(30):
        application(name=f"=Verein {number}")
        invitation(first_name=f"=Ada {number}")
    total = desk.get(DESK + path).context["page_obj"].paginator.count
    rows = rows_of(desk.get(f"{DESK}{path}&als=csv"))
    sheet = sheet_of(desk.get(f"{DESK}{path}&als=xlsx"))
    own_entry = int(path.startswith("protokoll"))  # that CSV was given out, written before its rows are streamed
    assert total > 25
    assert len(rows) == len(sheet) - 1 == total + own_entry
    assert tuple(rows[0]) == sheet[0]
    cells = [value for row in rows for value in row.values()]
    assert [value for value in cells if value.startswith(FORMULA)] == []
    assert "None" not in cells


def test_a_file_holds_what_the_filters_chose(desk) -> None:
    organisation(name="Zwetschgenverein", kind="welfare", email="post@zwetschge.example", phone="030 23125 100")
    (row,) = rows_of(desk.get(f"{DESK}organisationen/?suche=Zwetschgenverein&als=csv"))
    assert (row["Name"], row["Pilotstandort"], row["E-Mail-Adresse"]) == (
        "Zwetschgenverein",
        "nein",
        "post@zwetschge.example",
    )
    answer = desk.get(f"{DESK}organisationen/?suche=Zwetschgenverein&als=csv")
    assert answer["Content-Disposition"].startswith('attachment; filename="organisationen-20')
    page = desk.get(f"{DESK}organisationen/?suche=Zwetschgenverein").content.decode()
    assert "?suche=Zwetschgenverein&amp;als=xlsx" in page


def test_each_file_is_logged_with_the_list_and_the_person(desk) -> None:
    desk.get(f"{DESK}personen/?als=csv")
    desk.get(f"{DESK}personen/")
    (entry,) = LogEntry.objects.filter(action="members.list_exported")
    assert entry.data["reason"] == "Personen"


def test_a_list_that_is_too_long_for_excel_says_so_and_keeps_its_filters(desk, monkeypatch) -> None:
    monkeypatch.setattr(tables, "MAX_XLSX_ROWS", 1)
    for number in range(2):
        PersonFactory(last_name=f"Vielefrau{number}", first_name="Ada")
    answer = desk.get(f"{DESK}personen/?suche=Vielefrau&als=xlsx", follow=True)
    assert answer.redirect_chain == [(f"{DESK}personen/?suche=Vielefrau", 302)]
    assert "Bitte filtern Sie die Liste oder nehmen Sie CSV." in answer.content.decode()
    assert not LogEntry.objects.filter(action="members.list_exported").exists()


@pytest.mark.parametrize("role", [MEMBER, COORDINATOR])
@pytest.mark.parametrize("path", LISTS)
def test_who_does_not_see_the_list_gets_no_file(person, login, role, path: str) -> None:
    assert login(person(role)).get(f"{DESK}{path}&als=csv").status_code == 404


def test_the_administration_gets_no_applications(person, login) -> None:
    client = login(person(ADMINISTRATION))
    assert client.get(f"{DESK}antraege/?als=xlsx").status_code == 404
    assert client.get(f"{DESK}personen/?als=xlsx").status_code == 200


def test_a_longer_list_needs_no_more_queries(desk) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            b"".join(desk.get(f"{DESK}personen/?suche=Vielefrau&als=csv"))
        return len(found)

    numbers = []
    for _round in range(3):
        for _number in range(5):
            PersonFactory.with_role(COORDINATOR, home=organisation(), last_name="Vielefrau")
        numbers.append(queries())
    assert numbers[1] == numbers[2]
