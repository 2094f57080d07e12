"""The profile of an organisation: texts are saved as a draft that its people share, and published by a button."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from netzwerk.autosave.models import KeptText
from netzwerk.members.models import Organisation, ProfileDraft
from netzwerk.members.roles import COORDINATOR, OFFICE
from netzwerk.members.services import profile_drafts
from netzwerk.members.services.organisations import change_organisation, end_organisation
from netzwerk.members.services.own_data import collect, erase_account
from netzwerk.surfaces.autosaved import Conflict, version_of
from netzwerk.vocabulary.models import Term
from tests.browsing import form_in, values_in
from tests.factories.organisations import organisation, pilot_site
from tests.factories.pages import picture, png

pytestmark = pytest.mark.django_db
PROFILE = "organisation-profile"


@pytest.fixture
def home() -> Organisation:
    home = organisation()
    return change_organisation(
        home, actor=None, description="Alt", street="Gasse 1", website="https://www.ort.example/"
    )


@pytest.fixture
def boss(person, home):
    return person(COORDINATOR, home=home, first_name="Ada", last_name="Alt")


@pytest.fixture
def colleague(person, home):
    return person(COORDINATOR, home=home, first_name="Bea", last_name="Bunt")


def opened(client, home: Organisation) -> dict:
    page = client.get(reverse("organisations:edit", args=[home.slug])).content.decode()
    return values_in(form_in(page, having="description"))


def send(client, home: Organisation, values: dict, **changes: str):
    sent = values | {name: [value] for name, value in changes.items()}
    return client.post(reverse("organisations:edit", args=[home.slug]), sent)


def published(home: Organisation) -> str:
    return Organisation.objects.get(pk=home.pk).description


def test_a_saved_text_is_a_draft_that_nobody_else_sees(save, login, client, home, boss) -> None:
    answer = save(login(boss), boss, PROFILE, home.pk, "description", "Neu", version_of("Alt"))
    assert answer.status_code == 200
    assert answer.json()["words"] == f"Entwurf gespeichert {timezone.localtime():%H:%M} Uhr, noch nicht veröffentlicht"
    assert published(home) == "Alt"
    assert "Neu" not in client.get(home.get_absolute_url()).content.decode()


def test_colleagues_share_the_draft_and_meet_each_others_text(save, login, home, boss, colleague) -> None:
    save(login(boss), boss, PROFILE, home.pk, "description", "Von Ada", version_of("Alt"))
    answer = save(login(colleague), colleague, PROFILE, home.pk, "description", "Von Bea", version_of("Alt"))
    assert answer.status_code == 409
    assert (answer.json()["who"], answer.json()["text"]) == ("Ada Alt hat zugleich geschrieben", "Von Ada")
    page = login(colleague).get(reverse("organisations:edit", args=[home.slug])).content.decode()
    assert "an dem zuletzt Ada Alt geschrieben hat" in page
    assert opened(login(colleague), home)["description"] == ["Von Ada"]


def test_different_fields_do_not_meet(save, login, home, boss, colleague) -> None:
    save(login(boss), boss, PROFILE, home.pk, "description", "Von Ada", version_of("Alt"))
    answer = save(login(colleague), colleague, PROFILE, home.pk, "street", "Weg 2", version_of("Gasse 1"))
    assert answer.status_code == 200
    assert ProfileDraft.objects.filter(organisation=home).count() == 2


def test_publishing_ends_the_draft(save, login, home, boss) -> None:
    client = login(boss)
    save(client, boss, PROFILE, home.pk, "description", "Neu", version_of("Alt"))
    assert send(client, home, opened(client, home)).status_code == 302
    assert published(home) == "Neu"
    assert not ProfileDraft.objects.exists()
    assert opened(client, home)["website"] == ["https://www.ort.example/"]


def test_publishing_an_old_form_does_not_lose_what_a_colleague_drafted(save, login, home, boss, colleague) -> None:
    client = login(boss)
    values = opened(client, home)
    save(login(colleague), colleague, PROFILE, home.pk, "description", "Von Bea", version_of("Alt"))
    answer = send(client, home, values, street="Weg 2")
    assert answer.status_code == 409
    assert "Bea Bunt hat zugleich geschrieben" in answer.content.decode()
    assert (published(home), Organisation.objects.get(pk=home.pk).street) == ("Alt", "Gasse 1")
    sent = values_in(form_in(answer.content.decode(), having="autosave-decide"))
    composed = client.post(reverse("organisations:edit", args=[home.slug]), sent | {"autosave-all": ["beide"]})
    again = values_in(form_in(composed.content.decode(), having="description"))
    assert again["street"] == ["Weg 2"], "the other fields travel along"
    assert send(client, home, again).status_code == 302
    assert published(home) == "Alt\n\nVon Bea"


def test_a_published_form_is_not_a_second_writer_for_who_goes_on(save, login, home, boss, colleague) -> None:
    """A colleague has the same text open that is published meanwhile."""
    save(login(boss), boss, PROFILE, home.pk, "description", "Neu", version_of("Alt"))
    client = login(colleague)
    values = opened(client, home)
    send(login(boss), home, opened(login(boss), home))
    seen = values["autosave-seen-description"][0]
    assert save(client, colleague, PROFILE, home.pk, "description", "Neu und mehr", seen).status_code == 200


def test_what_the_office_changed_meanwhile_is_seen_before_it_is_replaced(save, login, home, boss) -> None:
    client = login(boss)
    save(client, boss, PROFILE, home.pk, "street", "Weg 2", version_of("Gasse 1"))
    change_organisation(home, actor=None, street="Platz 3")
    values = opened(client, home)
    assert values["street"] == ["Weg 2"]
    answer = send(client, home, values)
    assert answer.status_code == 409
    assert "Platz 3" in answer.content.decode()
    assert Organisation.objects.get(pk=home.pk).street == "Platz 3"
    sent = values_in(form_in(answer.content.decode(), having="autosave-decide"))
    composed = client.post(reverse("organisations:edit", args=[home.slug]), sent | {"autosave-all": ["meine"]})
    assert send(client, home, values_in(form_in(composed.content.decode(), having="street"))).status_code == 302
    assert Organisation.objects.get(pk=home.pk).street == "Weg 2"


def test_of_three_texts_each_is_seen(home, boss, colleague) -> None:
    def write(text: str, seen: str, actor) -> None:
        profile_drafts.write_draft(home, actor=actor, texts={"street": text}, seen={"street": seen})

    write("Entwurf", version_of("Gasse 1"), colleague)
    change_organisation(home, actor=None, street="Amtlich")
    with pytest.raises(Conflict) as first:
        write("Meins", version_of("Gasse 1"), boss)
    assert first.value.stored["street"].text == "Entwurf"
    with pytest.raises(Conflict) as second:
        write("Meins", first.value.stored["street"].version, boss)
    assert second.value.stored["street"].text == "Amtlich"
    write("Meins", second.value.stored["street"].version, boss)
    assert profile_drafts.read_profile(home)["street"].text == "Meins"


def test_typing_what_is_published_does_not_delete_a_colleagues_draft(home, boss, colleague) -> None:
    profile_drafts.write_draft(
        home, actor=colleague, texts={"street": "Entwurf"}, seen={"street": version_of("Gasse 1")}
    )
    change_organisation(home, actor=None, street="Amtlich")
    with pytest.raises(Conflict):
        profile_drafts.write_draft(
            home, actor=boss, texts={"street": "Amtlich"}, seen={"street": version_of("Gasse 1")}
        )


def test_without_javascript_a_button_saves_the_draft_with_half_written_values(login, home, boss) -> None:
    client = login(boss)
    answer = send(client, home, opened(client, home), entwurf="1", email="ada@", postcode="12")
    assert answer.status_code == 302
    again = opened(client, home)
    assert (again["email"], again["postcode"]) == (["ada@"], ["12"])
    assert send(client, home, again).status_code == 422, "published is only what is right"


def test_a_draft_that_is_too_long_is_refused_and_kept_in_the_form(login, home, boss) -> None:
    client = login(boss)
    answer = send(client, home, opened(client, home), entwurf="1", description="x" * 4_001)
    assert answer.status_code == 422
    assert "x" * 4_001 in answer.content.decode()
    assert not ProfileDraft.objects.exists()


def test_a_draft_is_discarded_but_not_one_that_nobody_has_seen(save, login, home, boss, colleague) -> None:
    client, address = login(boss), reverse("organisations:discard_draft", args=[home.slug])
    save(client, boss, PROFILE, home.pk, "description", "Von Ada", version_of("Alt"))
    values = opened(client, home)
    save(login(colleague), colleague, PROFILE, home.pk, "description", "Von Bea", version_of("Von Ada"))
    answer = client.post(address, values, follow=True)
    assert "Jemand hat inzwischen daran weitergeschrieben" in answer.content.decode()
    assert ProfileDraft.objects.exists()
    client.post(address, opened(client, home))
    assert not ProfileDraft.objects.exists()
    assert published(home) == "Alt"


@pytest.mark.parametrize("is_logged_in", [False, True])
def test_discarding_too_late_keeps_no_text_and_ends_on_the_form(client, home, boss, login, is_logged_in) -> None:
    """After the session has expired, and with the CSRF token of an earlier login."""
    address = reverse("organisations:discard_draft", args=[home.slug])
    values = opened(login(boss), home) | {"description": ["Unsinn"], "csrfmiddlewaretoken": ["a" * 32]}
    strict = Client(enforce_csrf_checks=True)
    if is_logged_in:
        strict.force_login(boss)
    assert strict.post(address, values).status_code == 403
    assert client.post(address, values).url == f"{reverse('account_login')}?next={address}"
    assert not KeptText.objects.exists()
    client.force_login(boss)
    answer = client.get(address)
    assert (answer.status_code, answer.url) == (302, reverse("organisations:edit", args=[home.slug]))
    assert opened(client, home)["description"] == ["Alt"]


def test_discarding_throws_a_kept_text_away_too(login, client, home, boss) -> None:
    values = opened(login(boss), home) | {"description": ["Unsinn"]}
    client.post(reverse("organisations:edit", args=[home.slug]), values)
    client.force_login(boss)
    assert opened(client, home)["description"] == ["Unsinn"]
    client.post(reverse("organisations:discard_draft", args=[home.slug]), opened(client, home))
    assert opened(client, home)["description"] == ["Alt"]


def topics_of(home: Organisation) -> list[str]:
    return sorted(str(pk) for pk in home.topics.values_list("pk", flat=True))


def test_topics_that_a_colleague_has_published_meanwhile_are_not_undone(login, home, boss, colleague) -> None:
    first, second, third = (str(term.pk) for term in Term.objects.topics()[:3])
    home.topics.set([first])
    client = login(colleague)
    values = opened(client, home)
    boss_client = login(boss)
    assert send(boss_client, home, opened(boss_client, home) | {"topics": [second]}).status_code == 302
    answer = send(client, home, values | {"topics": [first, third]}, description="Von Bea")
    assert answer.status_code == 422
    assert "Die Themen sind inzwischen geändert worden" in answer.content.decode()
    assert (topics_of(home), published(home)) == ([second], "Alt")
    again = values_in(form_in(answer.content.decode(), having="description"))
    assert sorted(again["topics"]) == sorted([second, third]), "those of now, and the one that Bea has ticked"
    assert again["description"] == ["Von Bea"]
    assert send(client, home, again).status_code == 302
    assert (topics_of(home), published(home)) == (sorted([second, third]), "Von Bea")


def test_who_chooses_the_same_topics_is_not_asked(login, home, boss, colleague) -> None:
    topic = str(Term.objects.topics().first().pk)
    client = login(colleague)
    values = opened(client, home)
    send(login(boss), home, opened(login(boss), home) | {"topics": [topic]})
    assert send(client, home, values | {"topics": [topic]}).status_code == 302


def test_a_form_without_a_version_of_the_topics_undoes_none(login, home, boss) -> None:
    topic = str(Term.objects.topics().first().pk)
    home.topics.set([topic])
    client = login(boss)
    values = {
        name: sent for name, sent in opened(client, home).items() if name not in ("topics", "autosave-seen-topics")
    }
    assert send(client, home, values).status_code == 422
    assert topics_of(home) == [topic]


def test_the_topics_that_were_seen_travel_through_a_conflict_and_an_expired_session(
    save, login, home, boss, colleague
) -> None:
    first, second = (str(term.pk) for term in Term.objects.topics()[:2])
    home.topics.set([first])
    client = login(colleague)
    values = opened(client, home)
    save(login(boss), boss, PROFILE, home.pk, "description", "Von Ada", version_of("Alt"))
    home.topics.set([second])
    client.logout()
    send(client, home, values, description="Von Bea")
    client.force_login(colleague)
    both = send(client, home, opened(client, home))
    assert both.status_code == 409
    sent = values_in(form_in(both.content.decode(), having="autosave-decide"))
    composed = client.post(reverse("organisations:edit", args=[home.slug]), sent)
    answer = send(client, home, values_in(form_in(composed.content.decode(), having="description")))
    assert (answer.status_code, topics_of(home)) == (422, [second])


@pytest.mark.parametrize("acts", [{"remove_logo": ["on"]}, {"logo": True}])
def test_a_logo_that_a_colleague_has_published_meanwhile_is_not_replaced(login, home, boss, acts) -> None:
    home.logo = picture("Altes Logo")
    home.save()
    client = login(boss)
    values = opened(client, home)
    home.logo = new = picture("Neues Logo")
    home.save()
    assert send(client, home, values).status_code == 302, "a form that leaves it alone is not asked"
    if "logo" in acts:
        acts = {"logo": [SimpleUploadedFile("logo.png", png())]}
    answer = send(client, home, values | acts)
    assert answer.status_code == 422
    assert "Das Logo ist inzwischen geändert worden" in answer.content.decode()
    assert Organisation.objects.get(pk=home.pk).logo == new
    again = values_in(form_in(answer.content.decode(), having="description"))
    assert "remove_logo" not in again
    assert send(client, home, again | {"remove_logo": ["on"]}).status_code == 302
    assert Organisation.objects.get(pk=home.pk).logo is None


def test_a_draft_button_says_that_a_picture_has_to_be_chosen_again(login, home, boss) -> None:
    client = login(boss)
    answer = send(
        client,
        home,
        opened(client, home) | {"logo": [SimpleUploadedFile("logo.png", png())]},
        entwurf="1",
        email="ada@",
    )
    assert answer.status_code == 200
    assert "Ihr Bild wählen Sie dabei bitte noch einmal aus" in answer.content.decode()
    assert values_in(form_in(answer.content.decode(), having="email"))["email"] == ["ada@"]


def test_writing_the_published_text_again_leaves_no_draft(save, login, home, boss) -> None:
    client = login(boss)
    save(client, boss, PROFILE, home.pk, "description", "Neu", version_of("Alt"))
    answer = save(client, boss, PROFILE, home.pk, "description", "Alt", version_of("Neu"))
    assert answer.json()["words"] == "wie veröffentlicht"
    assert not ProfileDraft.objects.exists()


def test_only_who_edits_the_profile_writes_its_draft(person, home) -> None:
    stranger, left = person(COORDINATOR), organisation()
    office = person(OFFICE)
    end_organisation(left, actor=None)
    for actor, place in ((stranger, home), (office, left)):
        with pytest.raises(PermissionDenied):
            profile_drafts.write_draft(place, actor=actor, texts={"street": "x"}, seen={"street": version_of("")})
        with pytest.raises(PermissionDenied):
            profile_drafts.discard_draft(place, actor=actor, seen={})
    profile_drafts.write_draft(home, actor=office, texts={"street": "x"}, seen={"street": version_of("Gasse 1")})
    assert profile_drafts.draft_of(home).written_by == office


def test_the_text_of_a_pilot_site_exists_at_pilot_sites_only(save, login, home, boss) -> None:
    client = login(boss)
    assert save(client, boss, PROFILE, home.pk, "profile", "So.").status_code == 404
    pilot_site(home)
    assert save(client, boss, PROFILE, home.pk, "profile", "So.").status_code == 200


def test_a_draft_is_deleted_ninety_days_after_its_last_change(home, boss) -> None:
    for field, before in (("description", "Alt"), ("street", "Gasse 1")):
        profile_drafts.write_draft(home, actor=boss, texts={field: "Neu"}, seen={field: version_of(before)})
    ProfileDraft.objects.filter(field="street").update(written_at=timezone.now() - timedelta(days=100))
    assert profile_drafts.forget_old_drafts() == 0
    ProfileDraft.objects.update(written_at=timezone.now() - timedelta(days=91))
    assert profile_drafts.forget_old_drafts() == 2


def test_an_erased_account_leaves_the_draft_without_its_name(login, home, boss, colleague) -> None:
    profile_drafts.write_draft(home, actor=boss, texts={"street": "Weg 2"}, seen={"street": version_of("Gasse 1")})
    title = "Entwürfe für Profile von Organisationen"
    assert collect(boss)[title][0]["Text"] == "Weg 2"
    erase_account(boss, actor=boss)
    assert ProfileDraft.objects.get().written_by is None
    assert opened(login(colleague), home)["street"] == ["Weg 2"]
