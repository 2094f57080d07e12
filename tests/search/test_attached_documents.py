"""Reports and pages are found by the titles and texts of their public documents, and the hit names the document."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Collection, CollectionViewRestriction

from knowledge.models import LibraryPage, PracticeReport, ReportFile
from netzwerk.files.models import PortalDocument
from netzwerk.files.services import store_document
from netzwerk.files.tasks import read_text
from netzwerk.members.roles import MEMBER
from netzwerk.search import tasks
from netzwerk.search.corpus.entries import raw_entries_of
from netzwerk.search.services import checking, searching
from netzwerk.surfaces import registry
from tests.factories.documents import docx
from tests.factories.pages import content_page
from tests.factories.reports import practice_report

WORD = "Quastelfrostkarpador"

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]


def merkblatt(title: str = "Merkblatt zur Anreise") -> PortalDocument:
    data = docx("Zur Einleitung ein Absatz.", *["Füllung der Seiten."] * 300, f"Mitzubringen ist der {WORD}.")
    return store_document(ContentFile(data, name="merkblatt.docx"), title=title)


def closed_collection() -> Collection:
    collection = Collection.get_first_root_node().add_child(name="Nur Mitglieder")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    return collection


@pytest.fixture
def report() -> PracticeReport:
    made = practice_report(title="Bericht mit Anlage", files=[ReportFile(document=merkblatt())])
    read_text(made.files.get().document_id)
    tasks.drain()
    return made


def found(user=None) -> dict[str, str]:
    """Titles of hits with the documents they name."""
    answer = searching.search(user or AnonymousUser(), WORD, chosen={}, per_page=50)
    assert not answer.is_fallback
    return {"".join(piece.text for piece in one.title): one.file for one in answer.results}


def document_of(report: PracticeReport) -> PortalDocument:
    return report.files.get().document


def test_a_word_deep_in_the_document_finds_the_report_and_the_hit_says_in_which_document(report) -> None:
    assert found() == {"Bericht mit Anlage": "Merkblatt zur Anreise"}
    for address in (f"/suche/?q={WORD}", f"{LibraryPage.objects.get().url}?q={WORD}"):
        page = Client().get(address).content.decode()
        assert "In der Datei „Merkblatt zur Anreise“:" in page
        assert f"<mark>{WORD}</mark>" in page
    assert not checking.check().all()


def test_its_title_finds_the_report_before_anybody_has_read_it() -> None:
    practice_report(title="Bericht mit Anlage", files=[ReportFile(document=merkblatt(f"{WORD} 2026"))])
    tasks.drain()
    assert found() == {"Bericht mit Anlage": f"{WORD} 2026"}


def test_a_page_is_found_by_what_it_offers_for_download() -> None:
    document = merkblatt()
    read_text(document.pk)
    block = {"type": "downloads", "value": {"title": "", "files": [{"document": document.pk, "description": ""}]}}
    content_page(title="Seite mit Datei", blocks=[block])
    tasks.drain()
    assert found() == {"Seite mit Datei": "Merkblatt zur Anreise"}


def move(document: PortalDocument) -> None:
    document.collection = closed_collection()
    document.save()


def close(document: PortalDocument) -> None:
    own = Collection.get_first_root_node().add_child(name="Anlagen")
    document.collection = own
    document.save()
    tasks.drain()
    CollectionViewRestriction.objects.create(collection=own, restriction_type="login")


def replace(document: PortalDocument) -> None:
    document.file = ContentFile(docx("Nichts davon."), name="neu.docx")
    document._set_document_file_metadata()
    document.save()
    read_text(document.pk)


@pytest.mark.parametrize("withdraw", [move, close, replace, lambda document: document.delete()])
def test_what_was_closed_replaced_or_deleted_is_found_no_more_not_even_by_members(
    report, withdraw: Callable[[PortalDocument], None], person
) -> None:
    withdraw(document_of(report))
    tasks.drain()
    assert found() == {}
    assert found(person(MEMBER)) == {}
    assert not checking.check().all()


def test_a_document_closed_by_a_bulk_update_shows_nothing_and_is_swept(report) -> None:
    PortalDocument.objects.filter(pk=document_of(report).pk).update(collection=closed_collection())
    assert found() == {"Bericht mit Anlage": ""}
    assert "Mitzubringen" not in Client().get(f"/suche/?q={WORD}").content.decode()
    assert checking.sweep() == 1
    assert found() == {}


def test_a_closed_report_is_not_found_by_its_documents_either(report) -> None:
    report.unpublish()
    tasks.drain()
    assert found() == {}


def test_indexing_costs_the_same_queries_for_one_report_and_for_many() -> None:
    kind = registry.search_kinds.get("praxis")
    reports = [practice_report(files=[ReportFile(document=merkblatt())]).pk for _number in range(3)]
    counts = []
    for pks in (reports[:1], reports):
        with CaptureQueriesContext(connection) as queries:
            assert len(list(raw_entries_of(kind, list(kind.rows().filter(pk__in=pks))))) == len(pks)
        counts.append(len(queries))
    assert counts[0] == counts[1]
