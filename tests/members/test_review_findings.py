"""Regression tests for the findings of an independent review."""

import threading

import pytest
from allauth.account.models import EmailAddress
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from netzwerk.files.models import PortalImage
from netzwerk.members.errors import MembersError
from netzwerk.members.models import Application, Invitation, LogEntry, RoleGrant, User
from netzwerk.members.roles import ADMINISTRATION, COORDINATOR, EDITOR, MEMBER, OFFICE
from netzwerk.members.services import applications, grants, invitations, own_data, people
from netzwerk.members.services.grants import give_role, revoke_role
from netzwerk.members.services.memberships import end_membership
from tests.conftest import rounds
from tests.factories.joining import FORM, application, secret_of
from tests.factories.organisations import organisation
from tests.factories.pages import content_page, png
from tests.factories.people import PersonFactory
from tests.racing import at_once

HUGE = "9" * 20


@pytest.mark.django_db
def test_nobody_invites_or_admits_themselves(person) -> None:
    office, home = person(OFFICE), organisation()
    for roles, where in (([EDITOR], None), ([COORDINATOR], home)):
        with pytest.raises(MembersError, match="Sich selbst"):
            invitations.invite(office.email.upper(), actor=office, organisation=where, roles=roles)
    with pytest.raises(MembersError, match="eigenen Antrag"):
        applications.approve_application(application(email=office.email), actor=office)
    invitations.invite("zweite@test.example", actor=office, organisation=home, roles=[COORDINATOR])
    User.objects.filter(pk=office.pk).update(email="zweite@test.example")
    office.refresh_from_db()
    with pytest.raises(MembersError, match="selbst verschickt"):
        invitations.accept_invitation(secret_of("zweite@test.example"), user=office)


@pytest.mark.django_db
def test_roles_of_an_invitation_are_given_by_its_sender(client) -> None:
    boss = PersonFactory.with_role(COORDINATOR)
    home = boss.memberships.get().organisation
    invitations.invite("nele@test.example", actor=boss, organisation=home, roles=[])
    user = invitations.accept_invitation(
        secret_of("nele@test.example"), password="x" * 14, first_name="N", last_name="N"
    )
    assert user.role_grants.get().given_by == boss
    assert LogEntry.objects.get(action="members.role_given", object_id=str(user.pk)).user == boss


@pytest.mark.django_db
def test_the_log_contains_no_address_of_an_invited_person(person) -> None:
    address = "zaunkoenigin@test.example"
    invitations.invite(address, actor=person(OFFICE), organisation=None, roles=[EDITOR], last_name="Zaun")
    assert not LogEntry.objects.filter(label__contains="zaunkoenigin").exists()
    invitations.refuse_invitation(secret_of(address))
    assert Invitation.objects.get(email=address).last_name == ""


@pytest.mark.django_db
def test_an_erased_name_is_deleted_everywhere(person) -> None:
    user = person(MEMBER, first_name="Vera", last_name="Rulandzz")
    people.change_profile(user, actor=user, function="Leitung")
    application(email=user.email, first_name="Vera", last_name="Rulandzz")
    EmailAddress.objects.create(user=user, email=user.email)
    elsewhere = Client()
    elsewhere.force_login(user)
    own_data.erase_account(user, actor=user)
    assert not LogEntry.objects.filter(label__contains="Rulandzz").exists()
    assert not Application.objects.filter(last_name="Rulandzz").exists()
    assert not EmailAddress.objects.filter(user=user).exists()
    assert not elsewhere.session.exists(elsewhere.session.session_key)


@pytest.mark.django_db
def test_locking_ends_sessions_and_needs_the_permission_to_revoke_the_roles(person) -> None:
    office, admin, member = person(OFFICE), person(ADMINISTRATION), person(MEMBER)
    client = Client()
    client.force_login(member)
    people.lock_account(member, actor=office)
    people.unlock_account(member, actor=office)
    assert client.get("/mein-bereich/").status_code == 302
    with pytest.raises(PermissionDenied):
        people.lock_account(admin, actor=office)


@pytest.mark.django_db
def test_a_logo_that_a_page_shows_is_not_deleted_with_the_profile(login) -> None:
    home = organisation()
    client, page = login(PersonFactory.with_role(COORDINATOR, home=home)), f"/organisationen/{home.slug}/bearbeiten/"
    client.post(page, {"logo": SimpleUploadedFile("logo.png", png())})
    home.refresh_from_db()
    shown = home.logo
    content_page(picture=shown, picture_decorative=True)
    client.post(page, {"remove_logo": "on", "autosave-seen-logo": shown.pk})
    assert PortalImage.objects.filter(pk=shown.pk).exists()
    client.post(page, {"logo": SimpleUploadedFile("logo.png", png())})
    home.refresh_from_db()
    unused = home.logo
    client.post(page, {"remove_logo": "on", "autosave-seen-logo": unused.pk})
    assert not PortalImage.objects.filter(pk=unused.pk).exists()


@pytest.mark.django_db
def test_huge_numbers_and_dates_raise_no_server_error(login, person) -> None:
    boss = PersonFactory.with_role(COORDINATOR)
    colleague = PersonFactory.with_role(MEMBER, home=boss.memberships.get().organisation)
    client, home = login(boss), f"/organisationen/{boss.memberships.get().organisation.slug}/"
    assert client.get(f"{home}personen/{HUGE}/").status_code == 404
    assert client.post(f"{home}personen/{HUGE}/ende/").status_code == 404
    profile = {"first_name": "A", "last_name": "B", "topics": HUGE}
    assert client.post("/konto/profil/", profile).status_code == 422
    assert client.post(f"{home}bearbeiten/", {"topics": HUGE}).status_code == 422
    late = client.post(f"{home}personen/{colleague.pk}/", {"role": "coordinator", "last_day": "9999-12-31"})
    assert late.status_code == 422
    assert "zwischen 1990 und 2100" in late.content.decode()
    dotted = client.post(f"{home}personen/einladen/", {"email": "\u0130da@test.example"})
    assert dotted.status_code in (302, 422)


@pytest.mark.django_db
def test_an_application_is_unique_and_limited_by_address(client) -> None:
    application()
    with pytest.raises(MembersError, match="liegt uns schon vor"):
        application(name=FORM["name"].upper())
    answers = [
        client.post("/mitglied-werden/", FORM | {"name": f"Verein {number}", "send": "1"}).status_code
        for number in range(6)
    ]
    assert answers == [302] * 5 + [429]


@pytest.mark.django_db
def test_the_role_member_cannot_be_revoked(login) -> None:
    boss = PersonFactory.with_role(COORDINATOR)
    home = boss.memberships.get().organisation
    colleague = PersonFactory.with_role(MEMBER, home=home)
    page = f"/organisationen/{home.slug}/personen/{colleague.pk}/"
    assert "Rolle nehmen" not in login(boss).get(page).content.decode()
    with pytest.raises(PermissionDenied):
        revoke_role(colleague.role_grants.get(), actor=boss)


@pytest.mark.django_db
def test_everyone_can_revoke_own_roles_and_end_own_memberships(person, login) -> None:
    editor, member, other = person(EDITOR), person(MEMBER), person(EDITOR)
    grant = editor.role_grants.get()
    assert login(other).post(f"/konto/rollen/{grant.pk}/ablegen/").status_code == 404
    assert login(editor).post(f"/konto/rollen/{grant.pk}/ablegen/").status_code == 302
    assert not editor.role_grants.current().exists()
    membership = member.memberships.get()
    assert login(other).post(f"/konto/organisationen/{membership.pk}/verlassen/").status_code == 404
    assert login(member).post(f"/konto/organisationen/{membership.pk}/verlassen/").status_code == 302
    assert not member.memberships.current().exists()


@pytest.mark.django_db
def test_people_without_a_role_are_not_listed(person, login) -> None:
    user = person(MEMBER, last_name="Fortgegangen", profile_open=True)
    reader = login(person(MEMBER))
    page = "/menschen/?q=Fortgegangen"
    assert "Test Fortgegangen" in reader.get(page).content.decode()
    end_membership(user.memberships.get(), actor=None)
    assert "Test Fortgegangen" not in reader.get(page).content.decode()


def race(*acts) -> None:
    """Run these at once; each must succeed or raise a domain error."""
    assert [one for one in at_once(*acts) if not isinstance(one, MembersError | PermissionDenied)] == []


def two_coordinations():
    home = organisation()
    one, two = PersonFactory.with_role(COORDINATOR, home=home), PersonFactory.with_role(COORDINATOR, home=home)
    return home, one, two


def coordinations_of(home) -> int:
    return RoleGrant.objects.current().filter(organisation=home, role=COORDINATOR.key).count()


LEAVING = {
    "both revoke their own role": lambda one, two: [
        lambda me=me: revoke_role(coordination(me), actor=me) for me in (one, two)
    ],
    "both end their membership": lambda one, two: [
        lambda me=me: end_membership(me.memberships.get(), actor=me) for me in (one, two)
    ],
    "each revokes the other's role": lambda one, two: [
        lambda me=me, you=you: revoke_role(coordination(you), actor=me) for me, you in ((one, two), (two, one))
    ],
}


def coordination(user: User) -> RoleGrant:
    return RoleGrant.objects.current().get(user=user, role=COORDINATOR.key)


@pytest.mark.soak
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("how", LEAVING)
def test_the_last_two_coordinators_cannot_leave_at_once(how: str) -> None:
    for _round in range(rounds(5)):
        home, one, two = two_coordinations()
        race(*LEAVING[how](one, two))
        assert coordinations_of(home) == 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_without_the_lock_both_can_leave(monkeypatch) -> None:
    """Control run: if both check before either has written, no coordination is left."""
    home, one, two = two_coordinations()
    both_have_checked, check = threading.Barrier(2), grants.check_coordination_stays

    def check_and_wait(user, organisation_id) -> None:
        check(user, organisation_id)
        both_have_checked.wait(10)

    monkeypatch.setattr(grants, "lock_organisation", lambda organisation_id: None)
    monkeypatch.setattr(grants, "check_coordination_stays", check_and_wait)
    race(*LEAVING["both revoke their own role"](one, two))
    assert coordinations_of(home) == 0


@pytest.mark.soak
@pytest.mark.django_db(transaction=True)
def test_two_invitations_to_one_address_accepted_at_once_create_one_account() -> None:
    for number in range(rounds(3)):
        address = f"zwei{number}@test.example"
        secrets = []
        for _one in range(2):
            invitations.invite(address, actor=None, organisation=organisation(), roles=[])
            secrets.append(secret_of(address))
        names = {"password": "ein-gutes-passwort-9", "first_name": "A", "last_name": "B"}
        race(
            *[lambda secret=secret, names=names: invitations.accept_invitation(secret, **names) for secret in secrets]
        )
        assert User.objects.filter(email=address).count() == 1
        assert Invitation.objects.filter(email=address, accepted_at__isnull=False).count() == 1


@pytest.mark.soak
@pytest.mark.django_db(transaction=True)
def test_an_invitation_sent_twice_at_once_is_created_once() -> None:
    for number in range(rounds(3)):
        home, address = organisation(), f"doppelt{number}@test.example"
        boss = PersonFactory.with_role(COORDINATOR, home=home)
        race(*[lambda: invitations.invite(address, actor=boss, organisation=home, roles=[])] * 2)  # noqa: B023
        assert Invitation.objects.open().filter(email=address).count() == 1


@pytest.mark.django_db
def test_a_grant_with_an_end_is_replaced_by_one_without(person) -> None:
    from datetime import timedelta

    from django.utils import timezone

    user = person()
    give_role(user, EDITOR, actor=None, valid_from=timezone.now() + timedelta(days=2))
    invitations.invite(user.email, actor=None, organisation=None, roles=[EDITOR])
    invitations.accept_invitation(secret_of(user.email), user=user)
    assert user.role_grants.current().get().valid_until is None
