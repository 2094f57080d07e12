"""Sending files: permissions, ranges, headers."""

import re
from urllib.parse import unquote

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from netzwerk.files.models import PortalDocument
from netzwerk.files.sending import parse_range
from netzwerk.files.services import store_document
from netzwerk.members.roles import ADMINISTRATION, EDITOR, MEMBER, OFFICE
from tests.factories.pages import content_page, paper, picture

pytestmark = pytest.mark.django_db


def showing(document: PortalDocument, **fields):
    """A page with this document."""
    value = {"title": "", "files": [{"document": document.pk, "description": ""}]}
    return content_page(blocks=[{"type": "downloads", "value": value}], **fields)


def test_a_file_that_no_public_page_shows_is_private() -> None:
    assert Client().get(paper().url).status_code == 404


def test_a_file_on_a_draft_is_private_and_becomes_public_with_the_page() -> None:
    document = paper()
    page = showing(document, live=False)
    assert Client().get(document.url).status_code == 404
    page.live = True
    page.save()
    answer = Client().get(document.url)
    assert answer.status_code == 200
    assert "public" in answer["Cache-Control"]
    assert answer["Content-Disposition"].startswith("attachment")


def test_a_file_of_an_unpublished_page_is_404() -> None:
    document = paper()
    page = showing(document)
    assert Client().get(document.url).status_code == 200
    page.unpublish()
    assert Client().get(document.url).status_code == 404


def test_a_file_of_a_members_page_is_for_members_and_never_cached(person, login) -> None:
    document = paper()
    PageViewRestriction.objects.create(page=showing(document), restriction_type=PageViewRestriction.LOGIN)
    assert Client().get(document.url).status_code == 404
    answer = login(person(MEMBER)).get(document.url)
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    assert "private" in answer["Cache-Control"]


def test_a_restricted_collection_hides_its_files_from_editors_too(person, login) -> None:
    group_only = Collection.get_first_root_node().add_child(name="Nur Geschäftsstelle")
    office = person(OFFICE)
    restriction = CollectionViewRestriction.objects.create(
        collection=group_only, restriction_type=CollectionViewRestriction.GROUPS
    )
    restriction.groups.set(office.groups.all())
    document = paper()
    PortalDocument.objects.filter(pk=document.pk).update(collection=group_only)
    showing(document)
    assert Client().get(document.url).status_code == 404
    assert login(person(EDITOR)).get(document.url).status_code == 404
    assert login(office).get(document.url).status_code == 200


def test_nobody_meets_a_restriction_to_no_group(person, login) -> None:
    document, page = paper(), showing(paper())
    closed = Collection.get_first_root_node().add_child(name="Für niemanden")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type=CollectionViewRestriction.GROUPS)
    PortalDocument.objects.filter(pk=document.pk).update(collection=closed)
    showing(document)
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.GROUPS)
    for browser in (Client(), login(person(MEMBER)), login(person(OFFICE))):
        assert browser.get(document.url).status_code == 404
        assert browser.get(page.url).status_code in (302, 404)
    assert login(person(superuser=True)).get(document.url).status_code == 200


def test_users_who_may_choose_a_file_see_it_and_others_do_not(person, login) -> None:
    document = paper()
    for role, status in ((EDITOR, 200), (OFFICE, 200), (ADMINISTRATION, 404), (MEMBER, 404)):
        assert login(person(role)).get(document.url).status_code == status


def test_names_on_disk_are_random_and_urls_need_the_right_name() -> None:
    document = store_document(ContentFile(b"a;b", name="Familie Klein.csv"), title="Übersicht der Angebote")
    assert "klein" not in document.file.name.lower()
    assert document.filename == "uebersicht-der-angebote.csv"
    showing(document)
    assert Client().get(document.url).status_code == 200
    assert Client().get(reverse("files:document", args=[document.pk, "anders.csv"])).status_code == 404


def test_old_urls_redirect() -> None:
    document = paper("Größere Übersicht")
    former = reverse("files:document", args=[document.pk, "groere-ubersicht.csv"])
    assert (
        Client().get(former).status_code == 404
    )  # the redirect would show the title to users who may not see the file
    showing(document)
    answer = Client().get(former)
    assert (answer.status_code, answer.url) == (301, document.url)


@pytest.mark.parametrize(
    ("title", "plain", "true"),
    [
        ("Größer als Übermut", "groesser-als-uebermut.csv", "Größer als Übermut.csv"),
        ("Gro\u0308ßer", "groesser.csv", "Gro\u0308ßer.csv"),  # as macOS writes it
        ("Café für Łódź, Brønd & Çağlar", "cafe-fuer-lodz-brond-caglar.csv", "Café für Łódź, Brønd & Çağlar.csv"),
        ("Привет", "privet.csv", "Привет.csv"),
        ("😀", "grinning.csv", "😀.csv"),
        ('a/b\\c:d*e?f"g<h>i|j', "a-b-c-d-e-f-g-h-i-j.csv", "a b c d e f g h i j.csv"),
        ("Zeile\r\nSet-Cookie: a=b", "zeile-set-cookie-ab.csv", "Zeile Set-Cookie a=b.csv"),
        ("..", "dokument.csv", "Dokument.csv"),
        ("ß" * 250, f"{'s' * 200}.csv", f"{'ß' * 100}.csv"),
    ],
)
def test_a_download_has_its_name_in_both_forms(title: str, plain: str, true: str) -> None:
    document = paper(title)
    showing(document)
    header = Client().get(document.url)["Content-Disposition"]
    found = re.fullmatch(r"attachment; filename=\"([\w.-]+)\"(?:; filename\*=UTF-8''([\w.~%-]+))?", header, re.ASCII)
    assert found, header
    assert found[1] == plain
    assert unquote(found[2]) == true


def test_a_picture_has_its_name_in_both_forms() -> None:
    image = picture("Größe")
    content_page(picture=image, picture_alt="Bild")
    address = image.url_for("width-20|format-webp")
    assert address.endswith("/groesse.webp")
    for asked in (address, address.replace("groesse.webp", "setup.exe")):
        header = Client().get(asked)["Content-Disposition"]
        assert header == "inline; filename=\"groesse.webp\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe.webp"


def test_the_media_folder_is_not_served(settings) -> None:
    document = paper()
    showing(document)
    for prefix in (settings.MEDIA_URL, "/media/", "/static/"):
        assert Client().get(f"{prefix}{document.file.name}").status_code == 404


def test_pictures_are_served_in_signed_sizes_only() -> None:
    image = picture()
    content_page(picture=image, picture_alt="Bild")
    url = image.url_for("width-20|format-webp")
    answer = Client().get(url)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "image/webp"
    assert "public" in answer["Cache-Control"]
    assert Client().get(url.replace("width-20", "width-21")).status_code == 404


def test_an_invalid_size_is_404() -> None:
    image = picture()
    content_page(picture=image, picture_alt="Bild")
    assert Client().get(image.url_for("unsinn-20")).status_code == 404


def test_a_lost_file_is_404() -> None:
    document, image = paper(), picture()
    showing(document, picture=image, picture_alt="Bild")
    for stored in (document.file, image.file):
        stored.storage.delete(stored.name)
    assert Client().get(document.url).status_code == 404
    assert Client().get(image.url_for("width-20")).status_code == 404


def test_files_have_a_strict_content_security_policy() -> None:
    document = paper()
    showing(document)
    answer = Client().get(document.url)
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert "script-src" not in answer["Content-Security-Policy"]


def test_ranges_of_a_file_are_sent() -> None:
    document = paper(text="0123456789")
    showing(document)
    client = Client()
    part = client.get(document.url, headers={"range": "bytes=2-5"})
    assert (part.status_code, part.getvalue(), part["Content-Range"]) == (206, b"2345", "bytes 2-5/10")
    assert client.get(document.url, headers={"range": "bytes=-3"}).getvalue() == b"789"
    assert client.get(document.url, headers={"range": "bytes=7-"}).getvalue() == b"789"
    beyond = client.get(document.url, headers={"range": "bytes=10-"})
    assert (beyond.status_code, beyond["Content-Range"]) == (416, "bytes */10")
    assert client.get(document.url, headers={"range": "bytes=0-1,4-5"}).status_code == 200
    assert client.get(document.url, headers={"range": "bytes=2-5", "if-range": '"old"'}).status_code == 200


@pytest.mark.parametrize("header", ["", "bytes=-", "items=0-1", "bytes=a-b", "bytes=1"])
def test_an_invalid_range_is_ignored(header: str) -> None:
    assert parse_range(header, 10) is None


@pytest.mark.parametrize("header", ["bytes=5-2", "bytes=-0", "bytes=99-"])
def test_a_range_outside_of_the_file_is_refused(header: str) -> None:
    with pytest.raises(ValueError, match=r"bytes="):
        parse_range(header, 10)


def test_an_unchanged_file_is_not_sent_again() -> None:
    document = paper()
    showing(document)
    etag = Client().get(document.url)["ETag"]
    assert Client().get(document.url, headers={"if-none-match": etag}).status_code == 304


def test_the_web_server_in_front_can_send_the_file(settings) -> None:
    settings.FILES_X_ACCEL_PREFIX = "/intern/"
    document = paper()
    showing(document)
    answer = Client().get(document.url)
    assert answer["X-Accel-Redirect"] == f"/intern/{document.file.name}"
    assert answer.content == b""
