"""Downloads of a report: its files with their own restrictions, and the PDF of each version, which is made once."""

import json
import os
from html import unescape
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_q.models import OrmQ
from wagtail.models import Collection, CollectionViewRestriction
from wagtail.test.utils.form_data import inline_formset

from knowledge import tasks
from knowledge.models import MonthlyCount, PracticeReport, ReportFile, ReportVersion
from knowledge.models.versions import MOST_TRIES
from knowledge.services.pdf_files import LEFTOVER_AGE, reconcile_files
from netzwerk.files.models import PortalDocument
from netzwerk.files.services import store_document
from netzwerk.members.roles import EDITOR, MEMBER
from netzwerk.pdf import PdfError
from tests.factories.pages import picture
from tests.factories.reports import practice_report
from tests.knowledge.report_form import form_of
from tests.pdf import reading

pytestmark = pytest.mark.django_db
BROWSER = {"HTTP_USER_AGENT": "Mozilla/5.0 (X11; Linux x86_64)"}


@pytest.fixture
def own_files(settings, tmp_path: Path) -> None:
    """An empty media folder."""
    settings.MEDIA_ROOT = str(tmp_path)


@pytest.fixture
def report() -> PracticeReport:
    """With a public file and one for members only."""
    closed = Collection.get_first_root_node().add_child(name="Nur für Mitglieder")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type=CollectionViewRestriction.LOGIN)
    papers = [
        store_document(ContentFile(b"a;b\r\n1;2\r\n", name="a.csv"), title=title) for title in ("Offen", "Intern")
    ]
    papers[1].collection = closed
    papers[1].save()
    return practice_report(files=[ReportFile(document=paper) for paper in papers])


def test_a_file_for_members_is_listed_but_hidden_from_others(report, person, login) -> None:
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


def test_a_file_of_another_report_is_404(report) -> None:
    other = practice_report()
    document = report.files.first().document
    assert Client().get(reverse("knowledge:file", args=[other.pk, document.pk])).status_code == 404


def test_files_of_an_unpublished_report_are_404(report) -> None:
    document = report.files.first().document
    assert Client().get(document.url).status_code == 200
    report.unpublish()
    assert Client().get(document.url).status_code == 404


def test_downloads_are_counted(report) -> None:
    document = report.files.first().document
    Client().get(reverse("knowledge:file", args=[report.pk, document.pk]), **BROWSER)
    assert MonthlyCount.objects.get(report=report, what="file").number == 1


def test_the_pdf_of_a_version_is_made_once(report) -> None:
    version = report.versions.get()
    address = reverse("knowledge:pdf", args=[report.pk, version.number])
    waiting = Client().get(address)
    assert waiting.status_code == 503
    assert "Das PDF ist gleich da" in waiting.content.decode()
    assert tasks.make_pdf(version.pk)
    assert not tasks.make_pdf(version.pk), "a second run finds it made"
    answer = Client().get(address, **BROWSER)
    content = b"".join(answer.streaming_content)
    assert content.startswith(b"%PDF-")
    assert answer["Content-Type"] == "application/pdf"
    assert MonthlyCount.objects.get(report=report, what="pdf").number == 1


def test_only_complete_downloads_are_counted(report) -> None:
    version = report.versions.get()
    tasks.make_pdf(version.pk)
    address, client = reverse("knowledge:pdf", args=[report.pk, version.number]), Client(**BROWSER)

    def ask(**headers: str) -> int:
        answer = client.get(address, headers=headers)
        b"".join(answer.streaming_content if answer.streaming else [])
        return answer.status_code

    whole = client.get(address)
    b"".join(whole.streaming_content)
    client.head(address)
    assert ask(Range="bytes=0-9") == 206
    assert ask(Range="bytes=0-") == 206
    assert ask(Range="bytes=99999999-") == 416
    assert ask(**{"If-None-Match": whole["ETag"]}) == 304
    file = reverse("knowledge:file", args=[report.pk, report.files.first().document_id])
    client.get(file)
    client.head(file)
    client.get(file, headers={"Range": "bytes=0-9"})
    counted = {row.what: row.number for row in MonthlyCount.objects.filter(report=report)}
    assert counted == {"pdf": 1, "file": 1}


def test_ranges_sent_by_the_web_server_are_not_counted(report, settings) -> None:
    tasks.make_pdf(report.versions.get().pk)
    settings.FILES_X_ACCEL_PREFIX = "/innen/"
    address = reverse("knowledge:pdf", args=[report.pk, 1])
    assert Client(**BROWSER).get(address)["X-Accel-Redirect"].startswith("/innen/reports/")
    Client(**BROWSER).get(address, headers={"Range": "bytes=0-9"})
    assert MonthlyCount.objects.get(report=report, what="pdf").number == 1


def set_old(file: Path) -> None:
    moment = (timezone.now() - LEFTOVER_AGE).timestamp() - 1
    os.utime(file, (moment, moment))


def test_the_pdf_of_a_deleted_report_is_deleted_too(own_files, report) -> None:
    other = practice_report()
    for one in (report, other):
        tasks.make_pdf(one.versions.get().pk)
    files = {one.pk: Path(one.versions.get().pdf.path) for one in (report, other)}
    kept_pk, gone_pk = other.pk, report.pk
    report.delete()
    reconcile_files()
    assert files[gone_pk].exists(), "its row may not be committed yet"
    for file in files.values():
        set_old(file)
    assert reconcile_files() == 1
    assert not files[gone_pk].exists()
    assert files[kept_pk].exists()


@pytest.mark.parametrize("who", ["a visitor", "the clock"])
def test_a_lost_pdf_file_is_made_again(own_files, report, who: str) -> None:
    version = report.versions.get()
    tasks.make_pdf(version.pk)
    version.refresh_from_db()
    Path(version.pdf.path).unlink()
    address = reverse("knowledge:pdf", args=[report.pk, 1])
    OrmQ.objects.all().delete()
    if who == "a visitor":
        assert Client().get(address).status_code == 503
    else:
        assert reconcile_files() == 1
        assert reconcile_files() == 0
    assert [job.task["args"] for job in OrmQ.objects.all()] == [(version.pk,)]
    assert tasks.make_pdf(version.pk)
    assert b"".join(Client().get(address).streaming_content).startswith(b"%PDF-")


def test_pictures_have_caption_alt_text_and_credit(report) -> None:
    image = picture()
    image.credit = "Lea Blum"
    image.save()
    block = {"image": image, "alt": "Zwei Menschen am Tisch", "decorative": False, "caption": "Beratung im Kreishaus"}
    fields = {"picture": image, "picture_alt": "Ein Haus", "picture_caption": "Das Kreishaus"}
    one = practice_report(situation=[("image", block)], **fields)
    content = tasks.pdf_of(one.versions.get().document)
    text = reading.text_of(content)
    assert "Das Kreishaus Bild: Lea Blum" in text
    assert "Beratung im Kreishaus Bild: Lea Blum" in text
    described = [tag["/Alt"] for tag in reading.tags(content) if tag["/S"] == "/Figure"]
    assert described == ["Ein Haus", "Zwei Menschen am Tisch"]
    assert "Das Kreishaus Bild: Lea Blum" in Client().get(one.url).content.decode()


def test_the_clock_queues_pdfs_of_lost_jobs(report) -> None:
    ReportVersion.objects.exclude(report=report).update(pdf_tries=MOST_TRIES)
    assert tasks.queue_missing_pdfs() == 1
    tasks.make_pdf(report.versions.get().pk)
    assert tasks.queue_missing_pdfs() == 0


def test_pictures_of_restricted_collections_are_not_in_the_pdf() -> None:
    image = picture()
    closed = Collection.get_first_root_node().add_child(name="Geschlossen")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type=CollectionViewRestriction.LOGIN)
    assert tasks.picture_of(image.pk)
    image.collection = closed
    image.save()
    assert tasks.picture_of(image.pk) is None


def test_deleted_pictures_are_left_out_of_the_pdf() -> None:
    image = picture()
    report = practice_report(
        picture=image,
        picture_alt="Ein Bild",
        situation=[("image", {"image": image, "alt": "Noch eines", "decorative": False, "caption": ""})],
    )
    version = report.versions.get()
    image.delete()
    assert tasks.make_pdf(version.pk)


def test_a_pdf_that_cannot_be_made_is_reported(report) -> None:
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
def test_a_refused_file_shows_the_reason_and_keeps_its_title(case: str, person, login, settings) -> None:
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 1_000
    name, data, says = WRONG_FILES[case]
    before = PortalDocument.objects.count()
    field = "document-chooser-upload"
    sent = {f"{field}-title": "Unser Konzept", f"{field}-file": SimpleUploadedFile(name, data)}
    answer = login(person(EDITOR)).post(reverse("wagtaildocs_chooser:create"), sent)
    html = json.loads(answer.content)["htmlFragment"]
    assert says in html
    assert "Dateiendung „“" not in html, "only one error is shown"
    assert "Unser Konzept" in html
    assert "\u202e" not in html
    assert PortalDocument.objects.count() == before


def test_paths_and_direction_overrides_in_names_are_removed(person, login) -> None:
    field = "document-chooser-upload"
    upload = SimpleUploadedFile("liste.csv", b"a;b\r\n1;2\r\n")
    upload.name = "..%2f..%2fliste\u202e.csv"  # set after Django's own cleaning
    sent = {f"{field}-title": "../../Liste\u202evsc", f"{field}-file": upload, f"{field}-collection": root_folder()}
    login(person(EDITOR)).post(reverse("wagtaildocs_chooser:create"), sent)
    stored = PortalDocument.objects.latest("pk")
    assert stored.title == "../../Listevsc"
    assert ".." not in stored.file.name
    assert "liste" not in stored.file.name
    assert "\u202e" not in stored.filename


def root_folder() -> int:
    return Collection.get_first_root_node().pk


def test_a_report_form_with_a_missing_file_keeps_its_input(person, login) -> None:
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
