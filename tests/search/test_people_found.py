"""People are found by members only, and only those who opened their profile: by hits, counts, suggestions and corrections."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from netzwerk.directory.search_kinds import People
from netzwerk.members.access import can_see_open_profiles
from netzwerk.members.models import User
from netzwerk.members.roles import MEMBER, OFFICE, ROLES, Scope
from netzwerk.members.services.own_data import erase_account
from netzwerk.members.services.people import change_profile, lock_account
from netzwerk.search import tasks
from netzwerk.search.models import IndexChange
from netzwerk.search.services import indexing, searching, suggesting
from netzwerk.surfaces import registry
from netzwerk.vocabulary.services import mark_changed
from tests.factories.terms import term

CANARY = "Quastelfrostkarpador"
MISSPELT = "Quastelfrostkarpadro"

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]


@pytest.fixture
def readers(person) -> dict[str, Any]:
    people: dict[str, Any] = {"nobody": AnonymousUser(), "without role": person(), "superuser": person(superuser=True)}
    return people | {role.key: person(role) for role in ROLES if role.scope == Scope.NETWORK}


@pytest.fixture
def open_person(person) -> User:
    return person(MEMBER, first_name="Ada", last_name=CANARY, profile_open=True, function="Schuldnerberatung")


def fresh(reader: Any) -> Any:
    return User.objects.get(pk=reader.pk) if reader.is_authenticated else AnonymousUser()


def who_finds(readers: dict[str, Any]) -> set[str]:
    """Readers who get any sign of the person; each gets all of them or none."""
    found = set()
    for name, reader in readers.items():
        page = searching.search(fresh(reader), CANARY, chosen={})
        signals = {
            "hit": bool(page.results),
            "total": bool(page.total),
            "count": bool(sum(page.counts.get("art", {}).values())),
            "number": bool(searching.count(fresh(reader), page.question, {})),
            "suggestion": bool(suggesting.suggest(fresh(reader), CANARY[:9])),
            "correction": bool(searching.search(fresh(reader), MISSPELT, chosen={}).meant),
        }
        assert len(set(signals.values())) == 1, (name, signals)
        if signals["hit"]:
            found.add(name)
    return found


def test_members_find_open_profiles_and_nobody_else_does(readers, open_person) -> None:
    indexing.rebuild()
    allowed = {name for name, reader in readers.items() if can_see_open_profiles(fresh(reader))}
    assert who_finds(readers) == allowed
    assert {"nobody", "without role", "administration"} & allowed == set()
    assert "office" in allowed


def test_only_members_are_offered_the_tab(person, login) -> None:
    address = "/suche/?q=Hilfeplan"
    assert "art=glossar" in (seen := Client().get(address).content.decode())
    assert "art=menschen" not in seen
    assert "art=menschen" in login(person(MEMBER)).get(address).content.decode()


@pytest.mark.parametrize("closed", ["never opened", "no role", "locked"])
def test_nobody_finds_a_profile_that_is_not_open(closed: str, readers, person) -> None:
    role = None if closed == "no role" else MEMBER
    one = person(role, last_name=CANARY, profile_open=closed != "never opened")
    if closed == "locked":
        lock_account(one, actor=person(OFFICE))
    indexing.rebuild()
    assert who_finds(readers) == set()


@pytest.mark.parametrize("drained", [False, True])
@pytest.mark.parametrize("change", ["close", "lock", "erase", "last role"])
def test_what_was_open_and_no_longer_is(change: str, drained: bool, readers, open_person, person) -> None:
    indexing.rebuild()
    assert who_finds(readers)
    match change:
        case "close":
            change_profile(open_person, actor=open_person, profile_open=False)
        case "lock":
            lock_account(open_person, actor=person(OFFICE))
        case "erase":
            erase_account(open_person, actor=open_person)
        case "last role":
            open_person.role_grants.get().delete()
    if drained:
        tasks.drain()
    assert who_finds(readers) == set()


def test_hits_lead_to_the_person_and_say_what_they_do_but_no_address(open_person, person) -> None:
    topic = term("Testberatung", slug="testberatung")
    change_profile(open_person, actor=open_person, topics=[topic], about="Ruft gern zurück.", phone="030 5550199")
    (one,) = People().describe(People().rows().get(pk=open_person.pk))
    assert one.title == f"Ada {CANARY}"
    assert one.url == f"/menschen/?q=Ada+{CANARY}#person-{open_person.pk}"
    assert one.summary.startswith("Schuldnerberatung")
    assert one.body.split("\n") == ["Ruft gern zurück.", "Testberatung"]
    assert "@" not in f"{one}"
    assert "5550199" not in f"{one}"


def test_the_link_of_a_hit_shows_the_person(open_person, person, login) -> None:
    (one,) = People().describe(People().rows().get(pk=open_person.pk))
    page = login(person(MEMBER)).get(one.url.partition("#")[0]).content.decode()
    assert f'id="person-{open_person.pk}"' in page


def test_a_login_is_no_change_and_what_is_shown_is_one(open_person) -> None:
    IndexChange.objects.all().delete()
    open_person.save(update_fields=["last_login"])
    assert not IndexChange.objects.filter(kind="menschen").exists()
    change_profile(open_person, actor=open_person, function="Sozialplanung")
    assert IndexChange.objects.filter(kind="menschen", object_pk=open_person.pk).exists()


def test_a_topic_that_is_renamed_marks_those_who_can_be_asked_about_it(open_person) -> None:
    topic = term("Testberatung", slug="testberatung")
    open_person.topics.add(topic)
    IndexChange.objects.all().delete()
    mark_changed([topic])
    assert IndexChange.objects.filter(kind="menschen", object_pk=open_person.pk).exists()


def test_thirty_cost_as_many_queries_as_one(person, django_assert_num_queries) -> None:
    made = [person(MEMBER, profile_open=True).pk for _number in range(30)]
    for pks in (made[:1], made):
        with django_assert_num_queries(3):
            assert len([one for row in People().rows().filter(pk__in=pks) for one in People().describe(row)]) == len(
                pks
            )


def test_the_kind_is_registered() -> None:
    assert isinstance(registry.search_kinds.get("menschen"), People)
