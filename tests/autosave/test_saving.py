"""Saving one field while somebody writes: the answers of the address, and what is stored."""

import json

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from knowledge.models import Bookmark
from knowledge.models.bookmarks import LONGEST_NOTE
from knowledge.services.bookmarks import add_bookmark, write_note
from netzwerk.autosave.opened import Opened, sign_opened
from netzwerk.members.roles import COORDINATOR, MEMBER
from netzwerk.surfaces.autosaved import version_of
from tests.autosave.conftest import EMPTY
from tests.factories.reports import practice_report
from tests.hostile import WORDS

pytestmark = pytest.mark.django_db
NOTE = "bookmark-note"
ADDRESS = "/autospeichern/"


@pytest.fixture
def owner(person):
    return person(MEMBER)


@pytest.fixture
def bookmark(owner) -> Bookmark:
    return add_bookmark(practice_report(), actor=owner)


def stored(bookmark: Bookmark) -> str:
    return Bookmark.objects.get(pk=bookmark.pk).note


def test_a_saved_field_is_answered_with_version_and_time(save, login, owner, bookmark) -> None:
    answer = save(login(owner), owner, NOTE, bookmark.pk, "note", "Für die Runde\r\nam Montag  ")
    assert answer.status_code == 200
    assert stored(bookmark) == "Für die Runde\nam Montag"
    saved = answer.json()
    assert saved["version"] == version_of("Für die Runde\nam Montag")
    assert saved["words"] == f"gespeichert {timezone.localtime():%H:%M} Uhr"
    assert "no-store" in answer["Cache-Control"]


def test_a_second_tab_does_not_overwrite_and_gets_the_other_text(save, login, owner, bookmark) -> None:
    client = login(owner)
    save(client, owner, NOTE, bookmark.pk, "note", "aus dem ersten Fenster")
    answer = save(client, owner, NOTE, bookmark.pk, "note", "aus dem zweiten Fenster")
    assert answer.status_code == 409
    other = answer.json()
    assert (other["text"], other["who"]) == (
        "aus dem ersten Fenster",
        "Sie haben auch in einem anderen Fenster geschrieben",
    )
    assert stored(bookmark) == "aus dem ersten Fenster"
    seen = other["version"]
    assert save(client, owner, NOTE, bookmark.pk, "note", "beides", seen).status_code == 200
    assert stored(bookmark) == "beides"


def test_the_same_request_again_is_saved_once(save, login, owner, bookmark) -> None:
    """As after an answer that got lost."""
    client = login(owner)
    first = save(client, owner, NOTE, bookmark.pk, "note", "einmal").json()
    at = Bookmark.objects.get(pk=bookmark.pk).note_written_at
    assert save(client, owner, NOTE, bookmark.pk, "note", "einmal").json() == first
    assert Bookmark.objects.get(pk=bookmark.pk).note_written_at == at


def test_who_is_not_logged_in_is_told_where_to(save, owner, bookmark) -> None:
    answer = save(Client(), owner, NOTE, bookmark.pk, "note", "x")
    assert (answer.status_code, stored(bookmark)) == (401, "")
    assert answer.json()["login"] == f"{reverse('account_login')}?next={reverse('autosave:logged_in')}"
    assert Client().get(ADDRESS).status_code == 401


def test_a_login_in_another_window_brings_a_new_csrf_token(owner, bookmark) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(owner)
    refused = client.post(ADDRESS, {}, content_type="application/json")
    assert (refused.status_code, refused["Content-Type"].split(";")[0]) == (403, "text/html")
    token = client.get(ADDRESS).json()["token"]
    answer = client.post(ADDRESS, {}, content_type="application/json", headers={"X-CSRFToken": token})
    assert answer.status_code == 400, "past the check of the token"


def test_another_account_saves_nothing_under_this_name(save, login, owner, bookmark, person) -> None:
    stranger = person(superuser=True)
    answer = save(login(stranger), owner, NOTE, bookmark.pk, "note", "x")
    assert (answer.status_code, answer.json()["state"], stored(bookmark)) == (403, "other-account", "")


def test_foreign_and_missing_objects_answer_alike(save, login, owner, bookmark, person) -> None:
    stranger = person(MEMBER)
    client = login(stranger)
    answers = [save(client, stranger, NOTE, pk, "note", "x") for pk in (bookmark.pk, 999_999)]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].content == answers[1].content
    assert stored(bookmark) == ""


def test_a_role_that_ended_ends_the_right_to_save(save, login, person) -> None:
    boss, colleague = person(COORDINATOR), person(COORDINATOR)
    home = boss.memberships.get().organisation
    answer = save(login(colleague), colleague, "organisation-profile", home.pk, "description", "x")
    assert answer.status_code == 404
    assert save(login(boss), boss, "organisation-profile", home.pk, "description", "x").status_code == 200


@pytest.mark.parametrize("length", [LONGEST_NOTE + 1, 1_000_000])
def test_a_text_that_is_too_long_is_refused_with_both_numbers(save, login, owner, bookmark, length: int) -> None:
    answer = save(login(owner), owner, NOTE, bookmark.pk, "note", "ä" * length)
    assert (answer.status_code, stored(bookmark)) == (422, "")
    assert f"{length:,}".replace(",", ".") in answer.json()["message"]
    assert "2.000" in answer.json()["message"]


def test_a_megabyte_is_saved_where_there_is_room(save, login, owner, long_texts) -> None:
    text = "Übergrößenträger 🧑‍🤝‍🧑\n" * 40_000
    assert len(text.encode()) > 1_000_000
    answer = save(login(owner), owner, "test-long", "", "text", text)
    assert answer.status_code == 200
    assert long_texts["text"] == text.strip()


def test_more_than_a_request_may_bring_is_refused(login, owner) -> None:
    answer = login(owner).post(ADDRESS, json.dumps({"text": "x" * 6_000_000}), content_type="application/json")
    assert (answer.status_code, answer.json()["state"]) == (413, "refused")


@pytest.mark.parametrize(
    "body", ["", "[]", "null", "{", "\ud800".encode("utf-8", "surrogatepass"), "1" * 5_000, "[" * 100_000]
)
def test_what_is_no_request_of_ours_is_refused(login, owner, body) -> None:
    answer = login(owner).post(ADDRESS, body, content_type="application/json")
    assert answer.status_code == 400


@pytest.mark.parametrize("change", [{"opened": "x"}, {"opened": 1}, {"field": "report"}, {"field": []}, {"text": 1}])
def test_a_request_with_a_wrong_value_is_refused(login, owner, bookmark, change: dict) -> None:
    right = {
        "opened": sign_opened(Opened(owner.pk, NOTE, str(bookmark.pk))),
        "field": "note",
        "text": "x",
        "seen": EMPTY,
    }
    answer = login(owner).post(ADDRESS, right | change, content_type="application/json")
    assert (answer.status_code, stored(bookmark)) == (400, "")


@pytest.mark.parametrize("text", [*WORDS.values(), "\x00", "a\ud83db", "\u202eabc", "<script>alert(1)</script>"])
def test_odd_characters_are_cleaned_and_saved(save, login, owner, bookmark, text: str) -> None:
    client = login(owner)
    opened = save(client, owner, NOTE, bookmark.pk, "note", "vorher").json()["version"]
    answer = save(client, owner, NOTE, bookmark.pk, "note", f"Anfang {text[:1_000]} Ende", opened)
    assert answer.status_code == 200
    assert stored(bookmark).startswith("Anfang")
    page = client.get(reverse("bookmarks:note", args=[bookmark.pk])).content.decode()
    assert "<script>alert(1)" not in page


def test_a_text_of_one_line_has_no_line_breaks(save, login, owner, long_texts) -> None:
    save(login(owner), owner, "test-long", "", "title", "Eine\nÜberschrift")
    assert long_texts["title"] == "Eine Überschrift"


def test_the_note_of_a_report_that_is_hidden_now_takes_no_text(save, login, owner, bookmark) -> None:
    write_note(bookmark, actor=owner, note="vorher")
    bookmark.report.unpublish()
    answer = save(login(owner), owner, NOTE, bookmark.pk, "note", "nachher", version_of("vorher"))
    assert (answer.status_code, stored(bookmark)) == (404, "vorher")
