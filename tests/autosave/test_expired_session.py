"""A text that comes after the session has expired: kept for an hour, encrypted, for the same person only."""

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from knowledge.models import Bookmark
from knowledge.services.bookmarks import add_bookmark, write_note
from netzwerk.autosave.models import KeptText
from netzwerk.autosave.opened import Opened, sign_opened
from netzwerk.autosave.services import kept
from netzwerk.members.models import Organisation
from netzwerk.members.roles import COORDINATOR, MEMBER
from netzwerk.members.services.own_data import collect, erase_account
from netzwerk.members.services.people import lock_account
from netzwerk.members.services.profile_drafts import write_draft
from netzwerk.surfaces.autosaved import version_of
from netzwerk.vocabulary.models import Term
from tests.browsing import form_in, values_in
from tests.factories.organisations import organisation
from tests.factories.reports import practice_report

pytestmark = pytest.mark.django_db
CANARY = "Kanarienvogel im Fachdienst"


@pytest.fixture
def owner(person):
    return person(MEMBER)


@pytest.fixture
def bookmark(owner) -> Bookmark:
    return add_bookmark(practice_report(), actor=owner)


@pytest.fixture
def address(bookmark) -> str:
    return reverse("bookmarks:note", args=[bookmark.pk])


def opened(client: Client, address: str, having: str = "note") -> dict:
    return values_in(form_in(client.get(address).content.decode(), having=having))


@pytest.fixture
def sent_too_late(login, owner, address) -> Client:
    """A browser whose session expired before the note was sent."""
    client = login(owner)
    values = opened(client, address) | {"note": [CANARY]}
    client.logout()
    answer = client.post(address, values)
    assert answer.status_code == 302
    assert answer.url == f"{reverse('account_login')}?next={address}"
    return client


def stored(bookmark: Bookmark) -> str:
    return Bookmark.objects.get(pk=bookmark.pk).note


def test_the_text_is_back_in_the_form_after_the_login_and_not_saved(sent_too_late, owner, bookmark, address) -> None:
    assert "eine Stunde lang aufgehoben" in sent_too_late.get(reverse("account_login")).content.decode()
    sent_too_late.force_login(owner)
    page = sent_too_late.get(address).content.decode()
    assert "Ihr Text ist wieder da" in page
    values = values_in(form_in(page, having="note"))
    assert values["note"] == [CANARY]
    assert stored(bookmark) == ""
    assert sent_too_late.post(address, values).status_code == 302
    assert stored(bookmark) == CANARY
    assert not KeptText.objects.exists()
    assert "Ihr Text ist wieder da" not in sent_too_late.get(address).content.decode()


@pytest.mark.usefixtures("sent_too_late")
def test_nobody_else_gets_the_text(login, person, owner, bookmark) -> None:
    for other in (person(MEMBER), person(superuser=True)):
        assert kept.oldest_kept(other, "bookmark-note", str(bookmark.pk)) is None
    assert kept.oldest_kept(owner, "bookmark-note", "999999") is None
    row = KeptText.objects.get()
    KeptText.objects.update(person=person(MEMBER))
    assert kept.oldest_kept(KeptText.objects.get().person, row.kind, row.key) is None, (
        "it is bound into the encryption"
    )


@pytest.mark.usefixtures("sent_too_late")
def test_the_row_does_not_show_the_text(settings) -> None:
    content = bytes(KeptText.objects.get().content)
    assert CANARY.encode() not in content
    assert json.dumps(CANARY).encode() not in content


@pytest.mark.usefixtures("sent_too_late")
def test_a_new_secret_key_makes_the_text_unreadable_not_the_page(settings, login, owner, address) -> None:
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "y" * 60, []
    assert login(owner).get(address).status_code == 200
    settings.SECRET_KEY_FALLBACKS = ["demo-only-not-secret-" + "x" * 40]
    assert CANARY in login(owner).get(address).content.decode()


@pytest.mark.usefixtures("sent_too_late")
def test_after_an_hour_the_text_is_gone(login, owner, address) -> None:
    KeptText.objects.update(kept_at=timezone.now() - timedelta(minutes=59))
    assert kept.forget_expired_texts() == 0
    KeptText.objects.update(kept_at=timezone.now() - timedelta(minutes=60))
    assert CANARY not in login(owner).get(address).content.decode(), "even before the clock has swept"
    assert kept.forget_expired_texts() == 1


def test_two_texts_are_given_back_one_after_the_other(login, owner, bookmark, address) -> None:
    client = login(owner)
    values = opened(client, address)
    client.logout()
    for text in ("erster", "zweiter"):
        client.post(address, values | {"note": [text]})
    client.force_login(owner)
    assert client.post(address, opened(client, address)).status_code == 302
    assert stored(bookmark) == "erster"
    second = opened(client, address)
    assert second["note"] == ["zweiter"]
    assert client.post(address, second).status_code == 409, "it was written on a version before the first"
    assert stored(bookmark) == "erster"


def test_a_field_that_the_script_has_saved_is_not_given_back_again(login, person, save) -> None:
    home = organisation()
    boss, page = person(COORDINATOR, home=home), reverse("organisations:edit", args=[home.slug])
    client, topic = login(boss), Term.objects.topics().first()
    values = opened(client, page, having="description")
    typed = {"description": ["zu spät"], "street": ["Gasse 1"], "topics": [str(topic.pk)]}
    too_late(client, boss, page, values | typed, is_logged_in=True)
    again = opened(client, page, having="description")
    text = ("organisation-profile", home.pk, "description", "zu spät, dann geändert")
    refused = save(client, boss, *text, version_of("nie gesehen"), kept=again["autosave-kept"][0])
    assert refused.status_code == 409
    assert opened(client, page, having="description")["description"] == ["zu spät"]
    assert save(client, boss, *text, kept=again["autosave-kept"][0]).status_code == 200
    reloaded = opened(client, page, having="description")
    assert reloaded["description"] == ["zu spät, dann geändert"]
    assert (reloaded["street"], reloaded["topics"]) == (["Gasse 1"], [str(topic.pk)])
    assert client.post(page, reloaded).status_code == 302
    assert Organisation.objects.get(pk=home.pk).description == "zu spät, dann geändert"
    assert not KeptText.objects.exists()


def test_a_note_that_the_script_has_saved_is_not_given_back_again(
    sent_too_late, owner, bookmark, address, save
) -> None:
    sent_too_late.force_login(owner)
    pk = opened(sent_too_late, address)["autosave-kept"][0]
    saved = save(sent_too_late, owner, "bookmark-note", bookmark.pk, "note", "berichtigt", kept=pk)
    assert saved.status_code == 200
    assert "Ihr Text ist wieder da" not in sent_too_late.get(address).content.decode()
    assert opened(sent_too_late, address)["note"] == ["berichtigt"]
    assert not KeptText.objects.exists()


def test_a_save_forgets_no_text_of_another_person_or_form(sent_too_late, login, owner, person, save) -> None:
    kept_row = KeptText.objects.get()
    other, second = person(MEMBER), add_bookmark(practice_report(), actor=owner)
    their = add_bookmark(practice_report(), actor=other)
    for user, mark in ((other, their), (owner, second)):
        for pk in (str(kept_row.pk), kept_row.pk, "x", "9" * 30, [], None):
            user_client = login(user)
            assert save(user_client, user, "bookmark-note", mark.pk, "note", "x", kept=pk).status_code == 200
    assert bytes(KeptText.objects.get().content) == bytes(kept_row.content)


def test_saving_the_draft_by_its_button_ends_the_kept_text_and_keeps_the_ticks(login, person) -> None:
    home = organisation()
    boss, page = person(COORDINATOR, home=home), reverse("organisations:edit", args=[home.slug])
    client, topic = login(boss), Term.objects.topics().first()
    values = opened(client, page, having="description")
    typed = {"description": ["zu spät"], "topics": [str(topic.pk)]}
    again = too_late(client, boss, page, values | typed, is_logged_in=False)
    answer = client.post(page, again | {"description": ["zu spät, dann geändert"], "entwurf": ["1"]})
    shown = values_in(form_in(answer.content.decode(), having="description"))
    assert (shown["description"], shown["topics"]) == (["zu spät, dann geändert"], [str(topic.pk)])
    assert "Themen und Logo gehören nicht zum Entwurf" in answer.content.decode()
    assert not KeptText.objects.exists()
    assert opened(client, page, having="description")["description"] == ["zu spät, dann geändert"]
    assert client.post(page, shown).status_code == 302
    assert list(home.topics.all()) == [topic]


def test_a_form_that_expires_again_replaces_the_text_that_it_showed(sent_too_late, owner, address) -> None:
    sent_too_late.force_login(owner)
    values = opened(sent_too_late, address) | {"note": ["besser"]}
    sent_too_late.logout()
    sent_too_late.post(address, values)
    sent_too_late.force_login(owner)
    assert opened(sent_too_late, address)["note"] == ["besser"]
    assert KeptText.objects.count() == 1


@pytest.mark.usefixtures("sent_too_late")
def test_a_text_that_is_stored_already_is_not_given_back(login, owner, bookmark, address) -> None:
    write_note(bookmark, actor=owner, note=CANARY)
    assert "Ihr Text ist wieder da" not in login(owner).get(address).content.decode()
    assert not KeptText.objects.exists()


def test_without_our_signature_nothing_is_kept(owner, bookmark, address) -> None:
    token = sign_opened(Opened(owner.pk, "bookmark-note", str(bookmark.pk)))
    forged = [{}, {"autosave-opened": "x"}, {"autosave-opened": token[:-2] + "xx"}]
    unknown = {"autosave-opened": sign_opened(Opened(owner.pk, "no-such-kind", "1"))}
    for sent in (*forged, unknown):
        assert Client().post(address, sent | {"note": "x"}).status_code == 302
    assert not KeptText.objects.exists()


def test_texts_of_locked_accounts_and_too_many_of_one_are_not_kept(owner, address, bookmark, person) -> None:
    sent = {"autosave-opened": sign_opened(Opened(owner.pk, "bookmark-note", str(bookmark.pk)))}
    for number in range(kept.MOST_TEXTS + 2):
        Client().post(address, sent | {"note": str(number)})
    assert KeptText.objects.count() == kept.MOST_TEXTS
    KeptText.objects.all().delete()
    assert not kept.keep_posted(Opened(999_999, "bookmark-note", "1"), Client().get("/").wsgi_request.GET)
    lock_account(owner, actor=person(superuser=True))
    answer = Client().post(address, sent | {"note": "x"}, follow=True)
    assert "nicht gespeichert" in answer.content.decode()
    assert not KeptText.objects.exists()


def test_another_account_in_the_same_browser_does_not_save_it(login, owner, bookmark, address, person) -> None:
    values = opened(login(owner), address) | {"note": [CANARY]}
    other = login(person(MEMBER))
    answer = other.post(address, values, follow=True)
    assert "mit einem anderen Konto geöffnet" in answer.content.decode()
    assert CANARY not in answer.content.decode()
    assert stored(bookmark) == ""
    assert CANARY in login(owner).get(address).content.decode()


def test_a_colleague_does_not_publish_under_another_name(login, person) -> None:
    home = organisation()
    boss, colleague = person(COORDINATOR, home=home), person(COORDINATOR, home=home)
    page = reverse("organisations:edit", args=[home.slug])
    values = opened(login(boss), page, having="description") | {"description": ["Von Ada"]}
    assert login(colleague).post(page, values).url == "/"
    assert Organisation.objects.get(pk=home.pk).description == ""


def test_ticks_and_texts_of_the_profile_are_given_back(login, person) -> None:
    home = organisation()
    boss, page = person(COORDINATOR, home=home), reverse("organisations:edit", args=[home.slug])
    client = login(boss)
    topic = Term.objects.topics().first()
    values = opened(client, page, having="description") | {"topics": [str(topic.pk)], "email": ["ada@"]}
    client.logout()
    client.post(page, values)
    client.force_login(boss)
    again = opened(client, page, having="description")
    assert (again["topics"], again["email"]) == ([str(topic.pk)], ["ada@"])
    assert not home.topics.exists()


def too_late(client: Client, owner, address: str, values: dict, *, is_logged_in: bool) -> dict:
    """Posts after the session has expired, or with an old CSRF token; returns the values of the form after the login."""
    strict = Client(enforce_csrf_checks=True)
    if is_logged_in:
        strict.force_login(owner)
    answer = strict.post(address, values | {"csrfmiddlewaretoken": ["a" * 32]})
    assert (answer.status_code, KeptText.objects.count()) == (302, 1)
    page = client.get(address).content.decode()
    assert "noch nicht gespeichert" in page
    return values_in(form_in(page, having="autosave-opened"))


@pytest.mark.parametrize("is_logged_in", [False, True])
@pytest.mark.parametrize(
    ("choice", "text"),
    [
        ({}, "Gleich\n\nhier\n\nanderswo"),
        ({"autosave-choice-note-1": ["andere"]}, "Gleich\n\nanderswo"),
        ({"autosave-all": ["meine"]}, "Gleich\n\nhier"),
    ],
)
def test_the_choice_between_two_versions_is_given_back(
    login, owner, bookmark, address, choice, text, is_logged_in
) -> None:
    client = login(owner)
    values = opened(client, address) | {"note": ["Gleich\r\n\r\nhier"]}
    write_note(bookmark, actor=owner, note="Gleich\n\nanderswo")
    both = values_in(form_in(client.post(address, values).content.decode(), having="autosave-decide"))
    again = too_late(client, owner, address, both | choice, is_logged_in=is_logged_in)
    assert again["note"] == [text.replace("\n", "\r\n")]
    assert client.post(address, again).status_code == 302
    assert stored(bookmark) == text


@pytest.mark.parametrize("is_logged_in", [False, True])
def test_the_choice_between_two_profiles_is_given_back(login, person, is_logged_in) -> None:
    home = organisation()
    boss, colleague = person(COORDINATOR, home=home), person(COORDINATOR, home=home)
    client, page = login(boss), reverse("organisations:edit", args=[home.slug])
    topic = Term.objects.topics().first()
    values = opened(client, page, having="description") | {"description": ["Von Ada"], "street": ["Gasse 1"]}
    write_draft(home, actor=colleague, texts={"description": "Von Bea"}, seen={"description": version_of("")})
    answer = client.post(page, values | {"topics": [str(topic.pk)]})
    both = values_in(form_in(answer.content.decode(), having="autosave-decide"))
    again = too_late(client, boss, page, both, is_logged_in=is_logged_in)
    assert again["description"] == ["Von Ada\r\n\r\nVon Bea"]
    assert (again["street"], again["topics"]) == (["Gasse 1"], [str(topic.pk)])
    assert client.post(page, again).status_code == 302
    assert Organisation.objects.get(pk=home.pk).description == "Von Ada\n\nVon Bea"


def test_a_field_that_was_not_sent_shows_what_is_stored(login, owner, bookmark, address) -> None:
    write_note(bookmark, actor=owner, note="steht da")
    token = sign_opened(Opened(owner.pk, "bookmark-note", str(bookmark.pk)))
    Client().post(address, {"autosave-opened": token, "something": "else"})
    assert opened(login(owner), address)["note"] == ["steht da"]


def test_an_old_csrf_token_after_a_login_in_another_window_loses_no_text(owner, bookmark, address) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(owner)
    values = opened(client, address) | {"note": [CANARY], "csrfmiddlewaretoken": ["a" * 32]}
    answer = client.post(address, values)
    assert (answer.status_code, answer.url) == (302, address)
    page = client.get(address).content.decode()
    assert "inzwischen neu angemeldet" in page
    assert values_in(form_in(page, having="note"))["note"] == [CANARY]
    assert stored(bookmark) == ""
    refused = client.post(address, {"note": "x"})
    assert refused.status_code == 403, "a form that is not ours"


def test_kept_texts_are_named_and_erased_with_the_account(sent_too_late, owner) -> None:
    (record,) = collect(owner)["Texte einer abgelaufenen Sitzung"]
    assert "Nach abgelaufener Sitzung aufgehoben" in record
    erase_account(owner, actor=owner)
    assert not KeptText.objects.exists()
