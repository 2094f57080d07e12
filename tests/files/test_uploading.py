"""Uploads in the Wagtail admin: every form uses the guard."""

import json
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection, UploadedFile

from netzwerk.files.models import PortalDocument, PortalImage
from netzwerk.members.roles import EDITOR
from tests.factories.pages import content_page, png

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(person, login):
    return login(person(EDITOR))


def collection() -> int:
    return Collection.get_first_root_node().pk


def upload_many(client, kind: str, name: str, data: bytes) -> dict:
    url = reverse(f"wagtail{kind}:add_multiple")
    answer = client.post(
        url,
        {"files[]": SimpleUploadedFile(name, data), "title": "Titel", "collection": collection()},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    return json.loads(answer.content)


def test_a_picture_is_stored_clean_under_a_random_name(editor) -> None:
    assert upload_many(editor, "images", "Frau Klein am Amt.png", png())["success"] is True
    stored = PortalImage.objects.latest("pk")
    assert "klein" not in stored.file.name.lower()
    assert stored.width == 40


def test_a_renamed_program_is_refused_as_picture_and_as_document(editor) -> None:
    before = PortalImage.objects.count(), PortalDocument.objects.count()
    for kind, name in (("images", "bild.png"), ("docs", "antrag.pdf")):
        answer = upload_many(editor, kind, name, b"MZ\x90\x00" + b"\0" * 300)
        assert answer["success"] is False
        assert answer["error_message"].strip()
    assert (PortalImage.objects.count(), PortalDocument.objects.count()) == before


def test_a_program_is_refused_by_its_extension(editor) -> None:
    answer = upload_many(editor, "docs", "setup.exe", b"MZ\x90\x00")
    assert answer["success"] is False


def test_an_upload_with_an_error_in_another_field_is_not_stored(editor, settings) -> None:
    before = PortalImage.objects.count()
    data = {"files[]": SimpleUploadedFile("Frau Klein.png", png()), "title": "x" * 300, "collection": collection()}
    answer = editor.post(reverse("wagtailimages:add_multiple"), data, headers={"x-requested-with": "XMLHttpRequest"})
    assert json.loads(answer.content)["success"] is False
    assert not UploadedFile.objects.exists()
    assert PortalImage.objects.count() == before
    assert editor.post("/redaktion/images/multiple/create_from_uploaded_image/1/").status_code == 404


def test_a_file_in_use_cannot_be_replaced(editor) -> None:
    upload_many(editor, "docs", "a.csv", b"a;1")
    document = PortalDocument.objects.latest("pk")
    value = {"title": "", "files": [{"document": document.pk, "description": ""}]}
    page = content_page(blocks=[{"type": "downloads", "value": value}])
    data = {"title": "Neu", "file": SimpleUploadedFile("b.csv", b"boese;1"), "collection": collection()}
    answer = editor.post(reverse("wagtaildocs:edit", args=[document.pk]), data)
    assert "tauschen Sie sie auf der Seite aus" in answer.content.decode()
    assert Client().get(document.url).getvalue() == b"a;1"
    page.unpublish()
    data["file"] = SimpleUploadedFile("b.csv", b"neu;1")
    assert editor.post(reverse("wagtaildocs:edit", args=[document.pk]), data).status_code == 302


def test_the_quota_counts_all_uploads_of_a_user(editor, settings) -> None:
    settings.FILES_QUOTA_BYTES = 20
    assert upload_many(editor, "docs", "a.csv", b"0123456789;")["success"] is True
    second = upload_many(editor, "docs", "b.csv", b"0123456789;")
    assert second["success"] is False
    assert "Speicherplatz" in second["error_message"]


def test_the_chooser_uses_the_guard(editor) -> None:
    url = reverse("wagtaildocs_chooser:create")
    bad = SimpleUploadedFile("antrag.pdf", b"MZ\x90\x00" + b"\0" * 300)
    answer = editor.post(url, {"document-chooser-upload-title": "x", "document-chooser-upload-file": bad})
    assert "passt nicht zur Endung" in json.loads(answer.content)["htmlFragment"]


def test_replacing_a_file_uses_the_guard(editor) -> None:
    upload_many(editor, "images", "a.png", png())
    stored = PortalImage.objects.latest("pk")
    data = {"title": "Titel", "file": SimpleUploadedFile("b.png", b"GIF89a" + b"\0" * 50), "collection": collection()}
    answer = editor.post(reverse("wagtailimages:edit", args=[stored.pk]), data)
    assert answer.status_code == 200
    stored.refresh_from_db()
    assert stored.width == 40


def test_profile_pictures_cannot_be_uploaded(editor, settings) -> None:
    page = editor.get("/redaktion/account/").content.decode()
    assert 'type="file"' not in page
    bad = SimpleUploadedFile("a.png", b"MZ")
    editor.post(
        "/redaktion/account/", {"avatar-avatar": bad, "name_email-first_name": "A", "name_email-last_name": "B"}
    )
    assert not (Path(settings.MEDIA_ROOT) / "avatar_images").exists()
