"""What a report hands out: its files, each as open as it is itself, and the PDF of each version, made once."""

import json
from html import unescape

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction
from wagtail.test.utils.form_data import inline_formset

from knowledge import tasks
from knowledge.models import MonthlyCount, PracticeReport, ReportFile, ReportVersion
from knowledge.models.versions import MOST_TRIES
from netzwerk.files.models import PortalDocument
from netzwerk.files.services import store_document
from netzwerk.members.roles import EDITOR, MEMBER
from netzwerk.pdf import PdfError
from tests.factories.pages import picture
from tests.factories.reports import practice_report
from tests.knowledge.report_form import form_of

pytestmark = pytest.mark.django_db
BROWSER = {"HTTP_USER_AGENT": "Mozilla/5.0 (X11; Linux x86_64)"}


@pytest.fixture
def report() -> PracticeReport:
    """With one file for everybody and one for members."""
    closed = Collection.get_first_root_node().add_child(name="Nur für Mitglieder")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type=CollectionViewRestriction.LOGIN)
    papers = [
        store_document(ContentFile(b"a;b\r\n1;2\r\n", name="a.csv"), title=title) for title in ("Offen", "Intern")
    ]
    papers[1].collection = closed
    papers[1].save()
    return practice_report(files=[ReportFile(document=paper) for paper in papers])


def test_a_file_for_members_is_named_and_stays_closed_to_others(report, person, login) -> None:
    public, internal = (row.document for row in report.files.all())
    html = Client().get(report.url).content.decode()
    assert "Intern" in html
    assert "Nur für Mitglieder" in html
    assert reverse("knowledge:file", args=[report.pk, internal.pk]) not in html
    for address in (reverse("knowledge:file", args=[report.pk, internal.pk]), internal.url):
        assert Client().get(address).status_code == 404
    assert Client().get(reverse("knowledge:file", args=[report.pk, public.pk])).url == public.url
    member = login(person(MEMBER))
    assert member.get(reverse("knowledge:file", args=[report.pk, internal.pk]), follow=True).status_code == 200


def test_a_file_of_another_report_is_missing(report) -> None:
    other = practice_report()
    document = report.files.first().document
    assert Client().get(reverse("knowledge:file", args=[other.pk, document.pk])).status_code == 404


def test_a_withdrawn_report_takes_its_files_along(report) -> None:
    document = report.files.first().document
    assert Client().get(document.url).status_code == 200
    report.unpublish()
    assert Client().get(document.url).status_code == 404


def test_downloads_are_counted(report) -> None:
    document = report.files.first().document
    Client().get(reverse("knowledge:file", args=[report.pk, document.pk]), **BROWSER)
    assert MonthlyCount.objects.get(report=report, what="file").number == 1


def test_the_pdf_of_a_version_is_made_once_and_kept(report) -> None:
    version = report.versions.get()
    address = reverse("knowledge:pdf", args=[report.pk, version.number])
    waiting = Client().get(address)
    assert waiting.status_code == 503
    assert "Das PDF ist gleich da" in waiting.content.decode()
    assert tasks.make_pdf(version.pk)
    assert not tasks.make_pdf(version.pk), "the second finds it made"
    answer = Client().get(address, **BROWSER)
    content = b"".join(answer.streaming_content)
    assert content.startswith(b"%PDF-")
    assert answer["Content-Type"] == "application/pdf"
    assert MonthlyCount.objects.get(report=report, what="pdf").number == 1


def test_the_clock_rings_for_what_a_lost_job_left(report) -> None:
    ReportVersion.objects.exclude(report=report).update(pdf_tries=MOST_TRIES)
    assert tasks.ring_for_missing_pdfs() == 1
    tasks.make_pdf(report.versions.get().pk)
    assert tasks.ring_for_missing_pdfs() == 0


def test_pictures_of_closed_folders_stay_out_of_the_pdf() -> None:
    image = picture()
    closed = Collection.get_first_root_node().add_child(name="Geschlossen")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type=CollectionViewRestriction.LOGIN)
    assert tasks.picture_of(image.pk)
    image.collection = closed
    image.save()
    assert tasks.picture_of(image.pk) is None


def test_pictures_that_are_gone_are_left_out_of_the_pdf() -> None:
    image = picture()
    report = practice_report(
        picture=image,
        picture_alt="Ein Bild",
        situation=[("image", {"image": image, "alt": "Noch eines", "decorative": False, "caption": ""})],
    )
    version = report.versions.get()
    image.delete()
    assert tasks.make_pdf(version.pk)


def test_a_document_that_cannot_become_a_pdf_says_so(report) -> None:
    version = report.versions.get()
    version.document = {**version.document, "summary": "x" * 4_000_000}
    version.save()
    with pytest.raises(PdfError):
        tasks.pdf_of(version.document)
    assert not tasks.make_pdf(version.pk)
    ReportVersion.objects.filter(pk=version.pk).update(pdf_tries=MOST_TRIES)
    page = Client().get(reverse("knowledge:pdf", args=[report.pk, version.number]))
    assert page.status_code == 404
    assert "ließ sich nicht als PDF herstellen" in page.content.decode()


WRONG_FILES = {
    "an ending that is not taken": ("konzept.exe", b"MZ\x90\x00", "nimmt das Portal nicht an"),
    "another content than its ending says": ("konzept.pdf", b"MZ\x90\x00" + b"\0" * 300, "passt nicht zur Endung"),
    "far too large": ("liste.csv", b"a;b\r\n" * 500, "erlaubt sind"),
    "an ending that only looks harmless": ("konzept\u202efdp.exe", b"MZ\x90\x00", "nimmt das Portal nicht an"),
    "a turned ending": ("konzept.p\u202efd", b"%PDF-1.7", "„.pfd“"),
    "nothing in it": ("liste.csv", b"", "leer"),
}


@pytest.mark.parametrize("case", WRONG_FILES, ids=str)
def test_a_file_that_a_report_cannot_take_says_why_and_keeps_its_title(case: str, person, login, settings) -> None:
    """The chooser of the report's form is a form of its own: what is typed in the report stays where it is."""
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 1_000
    name, data, says = WRONG_FILES[case]
    before = PortalDocument.objects.count()
    field = "document-chooser-upload"
    sent = {f"{field}-title": "Unser Konzept", f"{field}-file": SimpleUploadedFile(name, data)}
    answer = login(person(EDITOR)).post(reverse("wagtaildocs_chooser:create"), sent)
    html = json.loads(answer.content)["htmlFragment"]
    assert says in html
    assert "Dateiendung „“" not in html, "one reason is enough"
    assert "Unser Konzept" in html
    assert "\u202e" not in html
    assert PortalDocument.objects.count() == before


def test_a_name_with_folders_and_turned_letters_comes_in_harmless(person, login) -> None:
    field = "document-chooser-upload"
    upload = SimpleUploadedFile("liste.csv", b"a;b\r\n1;2\r\n")
    upload.name = "..%2f..%2fliste\u202e.csv"  # past Django's own care
    sent = {f"{field}-title": "../../Liste\u202evsc", f"{field}-file": upload, f"{field}-collection": root_folder()}
    login(person(EDITOR)).post(reverse("wagtaildocs_chooser:create"), sent)
    stored = PortalDocument.objects.latest("pk")
    assert stored.title == "../../Listevsc"
    assert ".." not in stored.file.name
    assert "liste" not in stored.file.name
    assert "\u202e" not in stored.filename


def root_folder() -> int:
    return Collection.get_first_root_node().pk


def test_a_report_whose_file_is_gone_keeps_everything_that_was_typed(person, login) -> None:
    editor = person(EDITOR)
    report = practice_report(live=False, author=editor)
    gone = {"files": inline_formset([{"document": "999999", "description": "Unser Konzept"}])}
    data = form_of(report, title="Neuer Titel", place="Neuer Ort", **gone)
    answer = login(editor).post(reverse("wagtailadmin_pages:edit", args=[report.pk]), data)
    assert answer.status_code == 200
    assert answer.context["form"].formsets["files"].errors[0].keys() == {"document"}
    html = unescape(answer.content.decode())
    for typed in ("Neuer Titel", "Neuer Ort", "Unser Konzept", "Gegengrund", "situation Zitat"):
        assert typed in html
