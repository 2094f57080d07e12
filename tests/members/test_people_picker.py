"""People picked by name: the field, and giving a role to several colleagues."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import reverse

from netzwerk.members.errors import MembersError
from netzwerk.members.forms.people import NO_LONGER_SEEN, People
from netzwerk.members.models import Organisation, RoleGrant, User
from netzwerk.members.roles import COORDINATOR, EDITOR, MEMBER, OFFICE
from netzwerk.members.services.grants import give_role_to_all
from netzwerk.members.services.own_data import erase_account
from tests.browsing import Values, form_in, send, values_in
from tests.counting import fewest_queries
from tests.factories.organisations import organisation

pytestmark = pytest.mark.django_db


@pytest.fixture
def home() -> Organisation:
    return organisation(name="Verein am Bach")


@pytest.fixture
def coordinator(person, home) -> User:
    return person(COORDINATOR, home=home, first_name="Cora", last_name="Koord")


@pytest.fixture
def colleagues(person, home) -> list[User]:
    names = (("Ada", "Öhler"), ("Ben", "Straße"), ("Cem", "Çelik"))
    made = [person(MEMBER, home=home, first_name=first, last_name=last, function="Beratung") for first, last in names]
    for one in made:
        one.fold_names()
        one.save()
    return made


def url_of(home: Organisation) -> str:
    return reverse("organisations:give_role", args=[home.slug])


def opened(client: Client, url: str) -> tuple[Values, str]:
    html = client.get(url).content.decode()
    return values_in(form_in(html, having="people-words")), html


def offered(html: str) -> list[str]:
    return [box["value"] for box in BeautifulSoup(html, "html5lib").select("input[name=people]:not([checked])")]


def holders(role) -> set[int]:
    return set(RoleGrant.objects.current().filter(role=role.key).values_list("user", flat=True))


# The field -----------------------------------------------------------------------------------------------------------


def test_only_people_whom_one_may_see_are_found_and_picked(person, coordinator, colleagues) -> None:
    stranger = person(MEMBER, first_name="Ada", last_name="Fremd")
    opened_up = person(MEMBER, first_name="Ada", last_name="Offen", profile_open=True)
    for one in (stranger, opened_up):
        one.fold_names()
        one.save()
    for user, found in (
        (coordinator, {colleagues[0], opened_up}),
        (person(MEMBER), {opened_up}),
        (person(), set()),
        (AnonymousUser(), set()),
        (person(OFFICE), {colleagues[0], stranger, opened_up}),
    ):
        source = People(User.objects.visible_to(user))
        mine = {stranger, opened_up, *colleagues}
        assert {one.key for one in source.find("ada")} & {str(one.pk) for one in mine} == {
            str(one.pk) for one in found
        }
        keys = [str(one.pk) for one in (stranger, opened_up, colleagues[0])]
        assert {one.pk for one in source.pick(list(source.look_up(keys)))} == {one.pk for one in found}


def test_names_are_found_without_diacritics_and_by_parts(coordinator, colleagues) -> None:
    source = People(User.objects.visible_to(coordinator))
    for words, number in (("oehler", 0), ("ÖHL", 0), ("strasse ben", 1), ("celik", 2)):
        assert str(colleagues[number].pk) in [one.key for one in source.find(words)]


def test_locked_and_erased_accounts_are_not_offered(
    person, home, colleagues, django_capture_on_commit_callbacks
) -> None:
    colleagues[0].is_active = False
    colleagues[0].save()
    with django_capture_on_commit_callbacks(execute=True):
        erase_account(colleagues[1], actor=colleagues[1])
    source = People(User.objects.visible_to(person(superuser=True)))
    assert list(source.look_up([str(one.pk) for one in colleagues])) == [str(colleagues[2].pk)]


def test_who_was_picked_before_stays_although_the_profile_is_closed(person, colleagues) -> None:
    key = str(colleagues[0].pk)
    source = People(User.objects.visible_to(person(EDITOR)), kept={key: (colleagues[0], "Name von damals")})
    assert source.look_up([key])[key][1:] == ("Name von damals", NO_LONGER_SEEN)
    assert source.pick([key]) == [colleagues[0]]


@pytest.mark.parametrize("key", ["x", "-1", "1" * 40, "٣", "1 or 1"])
def test_keys_that_are_no_numbers_find_nobody(coordinator, key: str) -> None:
    assert People(User.objects.visible_to(coordinator)).look_up([key]) == {}


# A role for several --------------------------------------------------------------------------------------------------


def test_a_role_is_given_to_several_at_once(login, home, coordinator, colleagues, mailoutbox) -> None:
    client = login(coordinator)
    values, html = opened(client, url_of(home))
    assert set(offered(html)) == {str(one.pk) for one in colleagues}, "a small circle is shown at once; not oneself"
    picked = [str(one.pk) for one in colleagues[:2]]
    answer = send(client, url_of(home), values | {"people": picked, "role": [COORDINATOR.key]})
    assert answer.status_code == 302
    assert {one.pk for one in colleagues} & holders(COORDINATOR) == {one.pk for one in colleagues[:2]}
    assert "Ada Öhler, Ben Straße" in client.get(answer["Location"]).content.decode()


def test_searching_keeps_all_that_was_typed_and_shows_no_errors(login, home, coordinator, colleagues) -> None:
    client = login(coordinator)
    values, _html = opened(client, url_of(home))
    values |= {
        "people": [str(colleagues[1].pk)],
        "people-words": ["oehler"],
        "people-search": ["1"],
        "last_day": ["x"],
    }
    answer = send(client, url_of(home), values)
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "Fehler" not in html and "prüfen Sie Ihre Angaben" not in html
    again = values_in(form_in(html, having="people-words"))
    assert again["people"] == [str(colleagues[1].pk)]
    assert offered(html) == [str(colleagues[0].pk)]
    assert holders(COORDINATOR) == holders(COORDINATOR) - {one.pk for one in colleagues}


def test_either_all_get_the_role_or_nobody(login, home, coordinator, colleagues) -> None:
    give_role_to_all([colleagues[1]], COORDINATOR, actor=None, organisation=home)
    with pytest.raises(MembersError, match="Ben Straße"):
        give_role_to_all(colleagues, COORDINATOR, actor=coordinator, organisation=home)
    client = login(coordinator)
    values, _html = opened(client, url_of(home))
    picked = [str(one.pk) for one in colleagues]
    answer = send(client, url_of(home), values | {"people": picked, "role": [COORDINATOR.key]})
    assert answer.status_code == 422
    html = answer.content.decode()
    assert "Ben Straße hat die Rolle" in html and "noch niemand" in html
    assert values_in(form_in(html, having="people-words"))["people"] == picked
    assert {one.pk for one in colleagues} & holders(COORDINATOR) == {colleagues[1].pk}


def test_strangers_and_oneself_cannot_be_picked(login, person, home, coordinator, colleagues) -> None:
    client = login(coordinator)
    values, _html = opened(client, url_of(home))
    for pk in (person(MEMBER, profile_open=True).pk, coordinator.pk, 999_999):
        answer = send(client, url_of(home), values | {"people": [str(pk)], "role": [COORDINATOR.key]})
        assert answer.status_code == 422
        assert "Sie dürfen sie nicht sehen" in answer.content.decode()


@pytest.mark.parametrize("written", ["0{}", " {}", "{}\u0660"])
def test_a_key_that_is_written_differently_is_refused(login, home, coordinator, colleagues, written: str) -> None:
    client = login(coordinator)
    values, _html = opened(client, url_of(home))
    picked = {"people": [written.format(colleagues[0].pk)], "role": COORDINATOR.key}
    answer = send(client, url_of(home), values | picked)
    assert answer.status_code == 422
    assert colleagues[0].pk not in holders(COORDINATOR)


def test_only_who_may_give_roles_there_gets_the_form(login, person, home, colleagues) -> None:
    for user in (colleagues[0], person(COORDINATOR), person(EDITOR)):
        assert login(user).get(url_of(home)).status_code == 404


def test_a_large_organisation_needs_as_many_queries(login, person, home, coordinator, colleagues) -> None:
    client = login(coordinator)
    before = fewest_queries(lambda: client.get(url_of(home)))
    for _ in range(6):
        person(MEMBER, home=home)
    assert fewest_queries(lambda: client.get(url_of(home))) == before
