"""Bookmarks with private notes."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from knowledge.models import Bookmark
from knowledge.models.bookmarks import LONGEST_NOTE
from knowledge.services import bookmarks
from netzwerk.members.roles import MEMBER
from netzwerk.members.services import own_data
from netzwerk.surfaces import registry
from tests.factories.reports import practice_report

pytestmark = pytest.mark.django_db


def test_a_report_is_bookmarked_only_once(person, login) -> None:
    report, client = practice_report(), login(person(MEMBER))
    first = client.post(reverse("knowledge:bookmark", args=[report.pk]))
    second = client.post(reverse("knowledge:bookmark", args=[report.pk]))
    assert first.url == second.url
    assert Bookmark.objects.filter(report=report).count() == 1


def test_a_note_is_saved_and_kept_when_a_change_is_invalid(person, login) -> None:
    report, owner = practice_report(), person(MEMBER)
    bookmark = bookmarks.add_bookmark(report, actor=owner)
    client, address = login(owner), reverse("bookmarks:note", args=[bookmark.pk])
    assert client.post(address, {"note": "Erste Fassung"}).status_code == 302
    answer = client.post(address, {"note": "x" * (LONGEST_NOTE + 1)})
    assert answer.status_code == 422
    assert "x" * (LONGEST_NOTE + 1) in answer.content.decode(), "the form keeps its input"
    bookmark.refresh_from_db()
    assert bookmark.note == "Erste Fassung"


def test_anonymous_users_are_redirected_to_the_login_and_back() -> None:
    report = practice_report()
    assert "anmelden" in Client().post(reverse("knowledge:bookmark", args=[report.pk])).url
    assert f"next={report.url}" in Client().get(report.url).content.decode().replace("%2F", "/")


def test_hidden_reports_and_bookmarks_of_others_raise_permission_denied(person) -> None:
    hidden = practice_report(live=False)
    with pytest.raises(PermissionDenied):
        bookmarks.add_bookmark(hidden, actor=person(MEMBER))
    bookmark = bookmarks.add_bookmark(practice_report(), actor=person(MEMBER))
    stranger = person(superuser=True)
    for touch in (bookmarks.delete_bookmark, lambda one, actor: bookmarks.write_note(one, actor=actor, note="x")):
        with pytest.raises(PermissionDenied):
            touch(bookmark, actor=stranger)


def test_bookmarks_are_exported_and_deleted_with_the_account(person) -> None:
    owner = person(MEMBER)
    bookmark = bookmarks.add_bookmark(practice_report(title="Gemerkt"), actor=owner)
    bookmarks.write_note(bookmark, actor=owner, note="Randnotiz")
    part = registry.own_data.get("bookmarks")
    (record,) = part.export(owner)
    assert (record["Bericht"], record["Notiz"]) == ("Gemerkt", "Randnotiz")
    own_data.erase_account(owner, actor=owner)
    assert not Bookmark.objects.filter(person=owner).exists()
