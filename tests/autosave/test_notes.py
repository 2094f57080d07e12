"""The note of a bookmark as an ordinary form: the same check, both versions, and the choice."""

import pytest
from django.urls import reverse

from knowledge.models import Bookmark
from knowledge.models.bookmarks import LONGEST_NOTE
from knowledge.services.bookmarks import add_bookmark, write_note
from netzwerk.autosave import forms
from netzwerk.members.roles import MEMBER
from tests.browsing import form_in, values_in
from tests.factories.reports import practice_report

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner(person):
    return person(MEMBER)


@pytest.fixture
def bookmark(owner) -> Bookmark:
    bookmark = add_bookmark(practice_report(), actor=owner)
    write_note(bookmark, actor=owner, note="Anfang\n\nMitte")
    return bookmark


@pytest.fixture
def clash(login, owner, bookmark):
    """A browser on the page with two versions, its answer, and the address."""
    client, address = login(owner), reverse("bookmarks:note", args=[bookmark.pk])
    opened = values_in(form_in(client.get(address).content.decode(), having="note"))
    write_note(bookmark, actor=owner, note="Anfang\n\nanderswo geändert")
    opened["note"] = ["Anfang\r\n\r\nhier geändert"]
    return client, client.post(address, opened), address


def decide(client, answer, address: str, **choices: str):
    sent = values_in(form_in(answer.content.decode(), having="autosave-decide"))
    return client.post(address, sent | {name: [value] for name, value in choices.items()})


def stored(bookmark: Bookmark) -> str:
    return Bookmark.objects.get(pk=bookmark.pk).note


def test_a_save_on_an_old_version_shows_both_texts_and_saves_nothing(clash, bookmark) -> None:
    _client, answer, _address = clash
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "<mark>hier</mark>" in page
    assert "<mark>anderswo</mark>" in page
    assert "Sie haben auch in einem anderen Fenster geschrieben" in page
    assert stored(bookmark) == "Anfang\n\nanderswo geändert"


@pytest.mark.parametrize(
    ("choices", "text"),
    [
        ({}, "Anfang\n\nhier geändert\n\nanderswo geändert"),
        ({"autosave-choice-note-1": "meine"}, "Anfang\n\nhier geändert"),
        ({"autosave-choice-note-1": "andere"}, "Anfang\n\nanderswo geändert"),
        ({"autosave-all": "meine"}, "Anfang\n\nhier geändert"),
        ({"autosave-choice-note-1": "sonstwas"}, "Anfang\n\nhier geändert\n\nanderswo geändert"),
    ],
)
def test_the_choice_makes_a_text_that_is_shown_and_then_saved(clash, bookmark, choices: dict, text: str) -> None:
    client, answer, address = clash
    composed = decide(client, answer, address, **choices)
    assert composed.status_code == 200
    assert "Noch nicht gespeichert" in composed.content.decode()
    assert stored(bookmark) == "Anfang\n\nanderswo geändert", "choosing saves nothing"
    sent = values_in(form_in(composed.content.decode(), having="note"))
    assert sent["note"] == [text.replace("\n", "\r\n")]
    assert client.post(address, sent).status_code == 302
    assert stored(bookmark) == text


def test_a_third_version_is_not_overwritten_by_the_choice(clash, owner, bookmark) -> None:
    client, answer, address = clash
    composed = decide(client, answer, address, **{"autosave-all": "meine"})
    write_note(bookmark, actor=owner, note="ein drittes Mal")
    sent = values_in(form_in(composed.content.decode(), having="note"))
    again = client.post(address, sent)
    assert again.status_code == 409
    assert stored(bookmark) == "ein drittes Mal"


def test_an_unchanged_form_saves_nothing_and_meets_no_conflict(login, owner, bookmark) -> None:
    client, address = login(owner), reverse("bookmarks:note", args=[bookmark.pk])
    opened = values_in(form_in(client.get(address).content.decode(), having="note"))
    before = Bookmark.objects.get(pk=bookmark.pk).note_written_at
    assert client.post(address, opened).status_code == 302
    assert Bookmark.objects.get(pk=bookmark.pk).note_written_at == before


def test_a_form_without_a_version_overwrites_nothing(login, owner, bookmark) -> None:
    answer = login(owner).post(reverse("bookmarks:note", args=[bookmark.pk]), {"note": "ohne Fassung"})
    assert (answer.status_code, stored(bookmark)) == (409, "Anfang\n\nMitte")


def test_hostile_texts_do_not_execute_on_the_page_with_two_versions(login, owner, bookmark) -> None:
    write_note(bookmark, actor=owner, note='<script>alert("eins")</script>')
    answer = login(owner).post(
        reverse("bookmarks:note", args=[bookmark.pk]), {"note": '"><img src=x onerror=alert(2)>'}
    )
    page = answer.content.decode()
    assert "<img src=x" not in page
    assert '<script>alert("eins")' not in page


def test_two_texts_that_are_too_long_together_are_shown_to_be_shortened(login, owner, bookmark) -> None:
    client, address = login(owner), reverse("bookmarks:note", args=[bookmark.pk])
    write_note(bookmark, actor=owner, note="a" * 1_500)
    answer = client.post(address, {"note": "b" * 1_500})
    composed = decide(client, answer, address)
    assert composed.status_code == 422
    assert "a" * 1_500 in composed.content.decode()
    assert "b" * 1_500 in composed.content.decode()


def test_choices_between_texts_that_are_too_long_are_not_made(login, owner, bookmark, monkeypatch) -> None:
    """No page of ours offers them, and a comparison takes time."""
    monkeypatch.setattr(forms, "compare", None)
    client, address = login(owner), reverse("bookmarks:note", args=[bookmark.pk])
    for mine, other in (("x" * 2_001, "y"), ("x", "y" * 2_001)):
        sent = {"autosave-decide": "1", "autosave-version-note": "1" * 32}
        answer = client.post(address, sent | {"autosave-mine-note": mine, "autosave-other-note": other})
        assert values_in(form_in(answer.content.decode(), having="note"))["note"] == [mine]
    assert stored(bookmark) == "Anfang\n\nMitte"


def test_the_button_counts_a_line_break_as_one_character_like_the_script(login, owner, bookmark) -> None:
    """Browsers send two for each."""
    client, address = login(owner), reverse("bookmarks:note", args=[bookmark.pk])
    longest = "\n".join("x" * 99 for _line in range(20))
    assert len(longest) == LONGEST_NOTE - 1
    for text, status in ((longest + "y", 302), (longest + "yz", 422)):
        opened = values_in(form_in(client.get(address).content.decode(), having="note"))
        answer = client.post(address, opened | {"note": [text.replace("\n", "\r\n")]})
        assert answer.status_code == status
    assert stored(bookmark) == longest + "y"
