"""Roles are given and revoked, begin and end by date, and take effect with the next request."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from netzwerk.members.errors import MembersError
from netzwerk.members.models import LogEntry, RoleGrant
from netzwerk.members.reach import grants_of
from netzwerk.members.roles import (
    ADMINISTRATION,
    CASEWORKER,
    COORDINATOR,
    EDITOR,
    MEMBER,
    OFFICE,
    ROLES,
    TEAM_LEAD,
    TRAINER,
    Scope,
)
from netzwerk.members.services.grants import give_role, revoke_role
from netzwerk.members.services.groups import sync_all_groups
from netzwerk.members.services.memberships import end_membership
from netzwerk.members.services.people import lock_account, unlock_account
from tests.factories.organisations import organisation, pilot_site
from tests.factories.people import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    return organisation()


@pytest.fixture
def boss(home):
    return PersonFactory.with_role(COORDINATOR, home=home)


@pytest.fixture
def colleague(home):
    return PersonFactory.with_role(MEMBER, home=home)


def test_a_given_role_opens_a_page_until_it_is_revoked(home, boss, colleague, login) -> None:
    people, client = f"/organisationen/{home.slug}/personen/", login(colleague)
    assert client.get(people).status_code == 404
    page = f"{people}{colleague.pk}/"
    assert login(boss).post(page, {"role": "coordinator"}).status_code == 302
    assert client.get(people).status_code == 200
    grant = colleague.role_grants.get(role="coordinator")
    assert grant.given_by == boss
    assert login(boss).post(f"/organisationen/{home.slug}/rollen/{grant.pk}/nehmen/").status_code == 302
    assert client.get(people).status_code == 404
    grant.refresh_from_db()
    assert grant.taken_by == boss
    assert colleague.notifications.count() == 2


def test_a_role_of_the_admin_begins_and_ends_by_date_at_the_next_request(person, login) -> None:
    user = person()
    now = timezone.now()
    grant = give_role(
        user, EDITOR, actor=None, valid_from=now + timedelta(days=1), valid_until=now + timedelta(days=2)
    )
    client = login(user)
    assert client.get("/redaktion/").status_code == 403
    RoleGrant.objects.filter(pk=grant.pk).update(valid_from=now - timedelta(hours=1))
    assert client.get("/redaktion/").status_code == 200
    RoleGrant.objects.filter(pk=grant.pk).update(valid_until=timezone.now())
    assert client.get("/redaktion/").status_code == 403
    assert not user.groups.filter(name="Redaktion").exists()


def test_the_clock_updates_groups_of_people_who_are_not_online(person) -> None:
    began, ended = person(), person(EDITOR)
    give_role(began, EDITOR, actor=None, valid_from=timezone.now() + timedelta(days=1))
    RoleGrant.objects.filter(user=began).update(valid_from=timezone.now() - timedelta(minutes=1))
    RoleGrant.objects.filter(user=ended).update(valid_until=timezone.now())
    assert sync_all_groups() == 2
    assert began.groups.filter(name="Redaktion").exists()
    assert not ended.groups.exists()
    assert sync_all_groups() == 0


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.key)
def test_nobody_gives_a_role_to_themselves(role, home) -> None:
    site = pilot_site(home)
    for own in (COORDINATOR, OFFICE, ADMINISTRATION):
        actor = PersonFactory.with_role(own, home=home)
        where = {Scope.SITE: {"site": site}, Scope.ORGANISATION: {"organisation": home}}.get(role.scope, {})
        with pytest.raises(PermissionDenied):
            give_role(actor, role, actor=actor, **where)


@pytest.mark.parametrize(
    ("actor_role", "may_give"),
    [
        (MEMBER, set()),
        (COORDINATOR, {"member", "coordinator", "caseworker", "team_lead", "data_protection", "site_controlling"}),
        (EDITOR, set()),
        (
            OFFICE,
            {
                *("member", "coordinator", "trainer", "organiser", "group_chair"),
                *("research", "concept_consulting", "project_consulting", "editor"),
            },
        ),
        (ADMINISTRATION, {"office", "administration"}),
        (TEAM_LEAD, set()),
    ],
    ids=lambda value: getattr(value, "key", ""),
)
def test_each_role_is_given_only_by_those_with_the_permission(actor_role, may_give, home, colleague) -> None:
    site = pilot_site(home)
    actor = PersonFactory.with_role(actor_role, home=home)
    given = set()
    for role in ROLES:
        where = {Scope.SITE: {"site": site}, Scope.ORGANISATION: {"organisation": home}}.get(role.scope, {})
        colleague.role_grants.all().delete()
        try:
            give_role(colleague, role, actor=actor, **where)
            given.add(role.key)
        except PermissionDenied:
            continue
    assert given == may_give


def test_a_coordination_has_no_permission_in_another_organisation(boss, login) -> None:
    elsewhere = organisation()
    site = pilot_site(elsewhere)
    stranger = PersonFactory.with_role(MEMBER, home=elsewhere)
    for role, where in ((COORDINATOR, {"organisation": elsewhere}), (CASEWORKER, {"site": site})):
        with pytest.raises(PermissionDenied):
            give_role(stranger, role, actor=boss, **where)
    grant = stranger.role_grants.get()
    with pytest.raises(PermissionDenied):
        revoke_role(grant, actor=boss)
    client = login(boss)
    for path in (
        f"/organisationen/{elsewhere.slug}/personen/",
        f"/organisationen/{elsewhere.slug}/personen/{stranger.pk}/",
        f"/organisationen/{elsewhere.slug}/bearbeiten/",
    ):
        assert client.get(path).status_code == 404
        assert client.post(path, {"role": "coordinator"}).status_code in (404, 405)
    assert client.post(f"/organisationen/{elsewhere.slug}/rollen/{grant.pk}/nehmen/").status_code == 404


def test_foreign_ids_below_an_own_organisation_are_not_found(home, boss, login) -> None:
    stranger = PersonFactory.with_role(MEMBER)
    client, own = login(boss), f"/organisationen/{home.slug}"
    foreign = stranger.role_grants.get().pk
    assert client.get(f"{own}/personen/{stranger.pk}/").status_code == 404
    assert client.post(f"{own}/personen/{stranger.pk}/", {"role": "coordinator"}).status_code == 404
    assert client.post(f"{own}/personen/{stranger.pk}/ende/").status_code == 404
    assert client.post(f"{own}/rollen/{foreign}/nehmen/").status_code == 404
    assert client.post(f"{own}/einladungen/999999/zurueckziehen/").status_code == 404


@pytest.mark.parametrize("key", ["office", "administration", "editor", "trainer", "erfunden", ""])
def test_a_crafted_post_gives_no_other_role(home, boss, colleague, login, key: str) -> None:
    answer = login(boss).post(f"/organisationen/{home.slug}/personen/{colleague.pk}/", {"role": key})
    assert answer.status_code == 422
    assert not colleague.role_grants.exclude(role="member").exists()


def test_the_office_gives_no_role_at_a_site_and_no_office_role(person, login) -> None:
    office, site = person(OFFICE), pilot_site()
    worker = PersonFactory.with_role(MEMBER, home=site.organisation)
    for key in ("caseworker", "office", "administration"):
        assert login(office).post(f"/geschaeftsstelle/personen/{worker.pk}/", {"role": key}).status_code == 422
        page = f"/organisationen/{site.organisation.slug}/personen/{worker.pk}/"
        assert login(office).post(page, {"role": key}).status_code == 422
    assert not worker.role_grants.exclude(role="member").exists()


def test_a_role_needs_the_right_scope_and_a_member_of_the_organisation(home, boss, person) -> None:
    outsider = person(MEMBER)
    with pytest.raises(MembersError, match="gehört nicht zu"):
        give_role(outsider, COORDINATOR, actor=boss, organisation=home)
    with pytest.raises(ValidationError):
        give_role(outsider, TRAINER, actor=None, organisation=home)
    with pytest.raises(ValidationError):
        give_role(outsider, COORDINATOR, actor=None)


def test_grants_of_a_role_do_not_overlap(home, boss, colleague) -> None:
    give_role(colleague, COORDINATOR, actor=boss, organisation=home, valid_until=timezone.now() + timedelta(days=3))
    with pytest.raises(MembersError, match="schon"):
        give_role(colleague, COORDINATOR, actor=boss, organisation=home)
    give_role(colleague, COORDINATOR, actor=boss, organisation=home, valid_from=timezone.now() + timedelta(days=4))


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        ({"valid_from": "2020-01-01"}, "frühestens heute"),
        ({"last_day": "2020-01-01"}, "liegt vor dem Beginn"),
        ({"valid_from": "morgen"}, "Bitte geben Sie ein Datum an"),
    ],
)
def test_wrong_dates_are_reported(home, boss, colleague, login, dates, words) -> None:
    answer = login(boss).post(f"/organisationen/{home.slug}/personen/{colleague.pk}/", {"role": "coordinator"} | dates)
    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_the_last_coordination_cannot_leave(home, boss, login) -> None:
    with pytest.raises(MembersError, match="einzige Koordination"):
        revoke_role(boss.role_grants.get(role="coordinator"), actor=boss)
    with pytest.raises(MembersError, match="einzige Koordination"):
        end_membership(boss.memberships.get(), actor=boss)
    PersonFactory.with_role(COORDINATOR, home=home)
    answer = login(boss).post(f"/organisationen/{home.slug}/personen/{boss.pk}/ende/")
    assert answer["Location"] == "/mein-bereich/"
    assert not grants_of(type(boss).objects.get(pk=boss.pk))


def test_leaving_ends_all_roles_there_and_rows_stay_as_history(home, boss, colleague) -> None:
    site = pilot_site(home)
    give_role(colleague, CASEWORKER, actor=boss, site=site)
    end_membership(colleague.memberships.get(), actor=boss)
    assert not RoleGrant.objects.current().filter(user=colleague).exists()
    assert colleague.role_grants.count() == 2
    assert colleague.memberships.get().ended_on == timezone.localdate()


def test_a_locked_account_cannot_act_and_has_its_roles_again_after_unlocking(person, login) -> None:
    office, editor = person(OFFICE), person(EDITOR)
    client = login(editor)
    assert client.get("/redaktion/").status_code == 200
    lock_account(editor, actor=office)
    assert client.get("/redaktion/").status_code == 302
    assert not editor.groups.exists()
    unlock_account(editor, actor=office)
    assert client.get("/redaktion/").status_code == 302, "an old session must not come back to life"
    assert login(editor).get("/redaktion/").status_code == 200


def test_nobody_locks_themselves_or_a_superuser(person) -> None:
    office = person(OFFICE)
    with pytest.raises(MembersError):
        lock_account(office, actor=office)
    with pytest.raises(PermissionDenied):
        lock_account(person(superuser=True), actor=office)
    with pytest.raises(PermissionDenied):
        lock_account(office, actor=person(COORDINATOR))


def test_every_change_of_a_role_is_logged_with_its_actor(home, boss, colleague) -> None:
    grant = give_role(colleague, COORDINATOR, actor=boss, organisation=home)
    revoke_role(grant, actor=boss)
    entries = LogEntry.objects.filter(user=boss, action__startswith="members.role").order_by("pk")
    assert [entry.action for entry in entries] == ["members.role_given", "members.role_taken"]
    assert entries[0].data["where"] == str(home)
