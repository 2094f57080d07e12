"""Joining: an organisation applies, the office decides, people are invited and take part."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from netzwerk.members import access, tokens
from netzwerk.members.errors import MembersError
from netzwerk.members.models import Application, Invitation, Membership, Organisation, RoleGrant, User
from netzwerk.members.roles import CASEWORKER, COORDINATOR, EDITOR, MEMBER, OFFICE
from netzwerk.members.services import applications, invitations
from netzwerk.members.services.grants import revoke_role
from netzwerk.post.models import Message
from tests.browsing import form_in, values_in
from tests.browsing import send as send_form
from tests.factories.joining import FORM, application, link_in, secret_of
from tests.factories.organisations import organisation, pilot_site
from tests.factories.people import PersonFactory

pytestmark = pytest.mark.django_db
NEW_ACCOUNT = {"first_name": "Nele", "last_name": "Neumann", "password": "ein-ganz-neues-passwort"}


def send(client: Client, **changes: str):
    """All steps of the form: fill in, review, send."""
    values = FORM | changes
    checked = client.post("/mitglied-werden/", values)
    if checked.status_code != 200:
        return checked
    return client.post("/mitglied-werden/", values | {"send": "1"})


def test_an_application_is_reviewed_before_it_is_sent(client) -> None:
    page = client.post("/mitglied-werden/", FORM)
    assert page.status_code == 200
    assert "Stimmen Ihre Angaben?" in page.content.decode()
    assert not Application.objects.filter(name=FORM["name"]).exists()
    changed = client.post("/mitglied-werden/", FORM | {"change": "1"}).content.decode()
    assert f'value="{FORM["place"]}"' in changed


def test_an_application_reaches_the_office_and_its_applicant(client, person) -> None:
    office = person(OFFICE)
    answer = send(client)
    assert answer.status_code == 302
    page = client.get(answer["Location"])
    assert "eingegangen" in page.content.decode()
    mail = Message.objects.get(to=[FORM["email"]])
    assert link_in(mail) == answer["Location"]
    assert office.notifications.filter(title__contains=FORM["name"]).exists()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"email": "keine Adresse"}, "gültige E-Mail"),
        ({"postcode": "123"}, "fünf Ziffern"),
        ({"ags": "17000000"}, "gibt es nicht"),
        ({"ags": "9910"}, "genau acht Ziffern"),
        ({"kind": "town", "ags": "99105000"}, "endet nicht auf 000"),
        ({"kind": "district", "ags": "99105012"}, "endet auf 000"),
        ({"inhabitants": "viele"}, "ganze Zahl"),
        ({"website": "javascript:alert(1)"}, "gültige Adresse"),
        ({"reason": ""}, "ausgefüllt"),
        ({"reason": "x" * 3001}, "3000"),
    ],
)
def test_wrong_input_is_reported_and_stays_in_the_form(client, changes: dict, words: str) -> None:
    answer = client.post("/mitglied-werden/", FORM | changes)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert words in text
    values = FORM | changes
    assert all(f'value="{values[name]}"' in text for name in ("first_name", "function", "place"))
    assert Application.objects.filter(email=FORM["email"]).count() == 0


def test_a_robot_that_fills_in_the_honeypot_sends_nothing(client) -> None:
    assert send(client, contact_url="https://werbung.example").status_code == 302
    assert not Application.objects.filter(name=FORM["name"]).exists()


def test_many_applications_from_one_ip_address_are_stopped(client) -> None:
    answers = [
        send(client, name=f"Verein Nummer {number}", email=f"v{number}@test.example").status_code
        for number in range(11)
    ]
    assert answers == [302] * 10 + [429]


def test_an_application_for_a_member_leads_to_its_coordination(client) -> None:
    there = organisation(name="Kreis Testau", kind="district", ags="99555000", place="Testau")
    helper = PersonFactory.with_role(COORDINATOR, home=there)
    for same in ({"name": "KREIS  Testau", "place": "testau"}, {"kind": "district", "ags": "99555000"}):
        answer = client.post("/mitglied-werden/", FORM | same)
        assert answer.status_code == 422
        assert f"/mitglied-werden/schon-dabei/{there.slug}/" in answer.content.decode()
        assert helper.email not in answer.content.decode()
    ask = {"name": "Nele Neumann", "function": "Sachbearbeitung", "email": "nele@testau.example", "text": "Bitte."}
    assert client.post(f"/mitglied-werden/schon-dabei/{there.slug}/", ask).status_code == 302
    notice = helper.notifications.get()
    assert "nele@testau.example" in notice.text
    assert Message.objects.filter(to=[helper.email]).exists()


def test_from_question_and_answer_to_membership(client, person, login) -> None:
    desk = login(person(OFFICE))
    found = application()
    page = f"/geschaeftsstelle/antraege/{found.pk}/"
    assert desk.post(page, {"decision": "question", "words": "Wie viele Stellen?"}).status_code == 302
    status = link_in(Message.objects.filter(to=[found.email]).latest("pk"))
    assert "Wie viele Stellen?" in client.get(status).content.decode()
    assert client.post(status, {"answer": ""}).status_code == 422
    assert client.post(status, {"answer": "Zwei volle."}).status_code == 302
    assert "Zwei volle." in desk.get(page).content.decode()
    assert desk.post(page, {"decision": "approve", "words": "", "sure": "1"}).status_code == 302
    found.refresh_from_db()
    assert found.state == "approved"
    invitation = Invitation.objects.get(organisation=found.organisation)
    assert invitation.email == found.email
    assert set(invitation.roles) == {MEMBER.key, COORDINATOR.key}
    link = link_in(Message.objects.filter(to=[found.email]).latest("pk"))
    assert client.post(link, NEW_ACCOUNT).status_code == 302
    user = User.objects.get(email=found.email)
    assert access.can_invite(user, found.organisation)
    assert client.get("/mein-bereich/").status_code == 200


def test_admitting_and_declining_show_their_effects_first(person, login) -> None:
    desk, found = login(person(OFFICE)), application()
    page = f"/geschaeftsstelle/antraege/{found.pk}/"
    desk.post(page, {"decision": "question", "words": "Wie viele Stellen?"})
    asked = desk.post(page, {"decision": "approve", "words": "Herzlich & <b>willkommen</b>"})
    text = asked.content.decode()
    for said in (found.email, str(found.applicant), "Koordination", "keiner", "Wie viele Stellen?", "14 Tage"):
        assert said in text
    assert "noch nicht beantwortet" in text and "Ohne Kreis" in text
    assert "&lt;b&gt;willkommen" in text
    refused = desk.post(page, {"decision": "decline", "words": "Leider nein."})
    assert "Leider nein." in refused.content.decode()
    found.refresh_from_db()
    assert found.state == "asked" and not Invitation.objects.filter(email=found.email).exists()
    back = desk.post(page, {"decision": "decline", "words": "Leider nein.", "change": "1"})
    assert "Leider nein." in back.content.decode() and "entscheiden" in back.content.decode()
    form = form_in(asked.content.decode(), having="decision")
    assert send_form(desk, page, values_in(form) | {"sure": ["1"]}).status_code == 302
    found.refresh_from_db()
    assert found.state == "approved"
    assert found.messages.latest("pk").text == "Herzlich & <b>willkommen</b>"


def test_the_review_names_the_district_of_the_new_member(person, login) -> None:
    found = application(kind="town", ags="16099001", district_name="Kreis Neuland")
    answer = login(person(OFFICE)).post(f"/geschaeftsstelle/antraege/{found.pk}/", {"decision": "approve"})
    assert "Kreis Neuland" in answer.content.decode() and "Ohne Kreis" not in answer.content.decode()


def test_a_question_and_a_refusal_need_a_text(person, login) -> None:
    desk, found = login(person(OFFICE)), application()
    for decision in ("question", "decline"):
        answer = desk.post(f"/geschaeftsstelle/antraege/{found.pk}/", {"decision": decision, "words": " "})
        assert answer.status_code == 422
    found.refresh_from_db()
    assert found.state == "submitted"


def test_a_decided_application_is_not_decided_again(person) -> None:
    office, found = person(OFFICE), application()
    applications.decline_application(found, actor=office, reason="Kein Träger.")
    for again in (
        lambda: applications.approve_application(found, actor=office),
        lambda: applications.ask_applicant(found, actor=office, question="?"),
        lambda: applications.withdraw_application(found),
        lambda: applications.answer_question(found, answer="Doch."),
    ):
        with pytest.raises(MembersError, match="abgelehnt"):
            again()
    assert not Organisation.objects.filter(name=found.name).exists()


def test_an_applicant_withdraws_the_application(client) -> None:
    found = application()
    link = f"/mitglied-werden/stand/{tokens.application_token(found.pk)}/"
    assert client.post(link, {"withdraw": "1"}).status_code == 302
    found.refresh_from_db()
    assert found.state == "withdrawn"
    assert "zurückgezogen" in client.get(link).content.decode()


@pytest.mark.parametrize("token", ["1", "1.abc", ".", "x.y.z"])
def test_an_invalid_link_to_an_application_is_not_found(client, token: str) -> None:
    application()
    assert client.get(f"/mitglied-werden/stand/{token}/").status_code == 404


def test_the_link_of_one_application_does_not_open_another(client) -> None:
    first, second = application(), application(name="Zweiter Verein", email="zwei@test.example")
    signature = tokens.application_token(first.pk).partition(".")[2]
    assert client.get(f"/mitglied-werden/stand/{second.pk}.{signature}/").status_code == 404


@pytest.mark.parametrize("role", [MEMBER, COORDINATOR, EDITOR, None])
def test_only_the_office_decides(person, role) -> None:
    actor, found = person(role), application()
    for act in (
        lambda: applications.approve_application(found, actor=actor),
        lambda: applications.decline_application(found, actor=actor, reason="Nein."),
        lambda: applications.ask_applicant(found, actor=actor, question="?"),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_an_invitation_works_once(client) -> None:
    home = organisation()
    boss = PersonFactory.with_role(COORDINATOR, home=home)
    invitations.invite("nele@test.example", actor=boss, organisation=home, roles=[])
    secret = secret_of("nele@test.example")
    assert client.post(f"/einladung/{secret}/", NEW_ACCOUNT).status_code == 302
    again = Client().post(f"/einladung/{secret}/", NEW_ACCOUNT | {"last_name": "Andere"})
    assert again.status_code == 404
    user = User.objects.get(email="nele@test.example")
    assert user.last_name == "Neumann"
    assert user.check_password(NEW_ACCOUNT["password"])
    with pytest.raises(MembersError):
        invitations.accept_invitation(secret, user=user)


def test_expired_withdrawn_refused_and_unknown_invitations_look_alike(client) -> None:
    home = organisation()
    boss = PersonFactory.with_role(COORDINATOR, home=home)
    secrets = []
    for number in range(3):
        invitations.invite(f"p{number}@test.example", actor=boss, organisation=home, roles=[])
        secrets.append(secret_of(f"p{number}@test.example"))
    rows = [Invitation.objects.get(email=f"p{number}@test.example") for number in range(3)]
    Invitation.objects.filter(pk=rows[0].pk).update(expires_at=timezone.now() - timedelta(seconds=1))
    invitations.withdraw_invitation(rows[1], actor=boss)
    assert client.post(f"/einladung/{secrets[2]}/ablehnen/").status_code == 200
    pages = [client.get(f"/einladung/{secret}/") for secret in [*secrets, "x" * 43]]
    assert [page.status_code for page in pages] == [404] * 4
    bodies = {re.sub(r'nonce="[^"]*"', "", page.content.decode()) for page in pages}
    assert len(bodies) == 1


def test_get_does_not_refuse_an_invitation_and_one_click_does(client) -> None:
    home = organisation()
    invitations.invite("nele@test.example", actor=None, organisation=home, roles=[])
    secret = secret_of("nele@test.example")
    assert client.get(f"/einladung/{secret}/ablehnen/").status_code == 200
    assert Invitation.objects.get(email="nele@test.example").is_open
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(f"/einladung/{secret}/ablehnen/", {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert Invitation.objects.get(email="nele@test.example").refused


def test_a_newer_invitation_replaces_the_older_one(client) -> None:
    home = organisation()
    invitations.invite("nele@test.example", actor=None, organisation=home, roles=[])
    first = secret_of("nele@test.example")
    invitations.invite("NELE@test.example", actor=None, organisation=home, roles=[])
    second = secret_of("nele@test.example")
    assert first != second
    assert client.get(f"/einladung/{first}/").status_code == 404
    assert client.get(f"/einladung/{second}/").status_code == 200


def test_only_a_hash_of_the_secret_is_stored() -> None:
    invitations.invite("nele@test.example", actor=None, organisation=organisation(), roles=[])
    secret = secret_of("nele@test.example")
    stored = Invitation.objects.filter(email="nele@test.example").values().get()
    assert secret not in str(stored)


def test_somebody_else_cannot_use_the_invitation(login, person) -> None:
    invitations.invite("nele@test.example", actor=None, organisation=organisation(), roles=[])
    secret = secret_of("nele@test.example")
    stranger = person(MEMBER)
    assert login(stranger).post(f"/einladung/{secret}/", {}).status_code == 403
    with pytest.raises(MembersError, match="anderen Adresse"):
        invitations.accept_invitation(secret, user=stranger)
    assert Invitation.objects.get(email="nele@test.example").is_open


def test_a_person_with_an_account_logs_in_and_changes_the_organisation(client, login, person) -> None:
    old, new = organisation(), organisation()
    mover = person(COORDINATOR, home=old)
    PersonFactory.with_role(COORDINATOR, home=old)
    invitations.invite(mover.email, actor=None, organisation=new, roles=[])
    link = f"/einladung/{secret_of(mover.email)}/"
    page = client.get(link).content.decode()
    assert "schon ein Konto" in page
    assert client.post(link, NEW_ACCOUNT).status_code == 200
    assert not User.objects.get(pk=mover.pk).check_password(NEW_ACCOUNT["password"])
    membership = Membership.objects.get(user=mover, organisation=old)
    assert login(mover).post(link, {"leave": membership.pk}).status_code == 302
    membership.refresh_from_db()
    assert membership.ending == "moved"
    assert mover.memberships.current().get().organisation == new
    assert set(RoleGrant.objects.current().filter(user=mover).values_list("organisation", flat=True)) == {new.pk}


def test_a_foreign_membership_cannot_be_ended_with_an_invitation(login, person) -> None:
    mover, other = person(MEMBER), person(MEMBER)
    invitations.invite(mover.email, actor=None, organisation=organisation(), roles=[])
    foreign = other.memberships.get()
    answer = login(mover).post(f"/einladung/{secret_of(mover.email)}/", {"leave": foreign.pk})
    assert answer.status_code == 422
    assert other.memberships.current().exists()


def test_the_sender_of_an_invitation_must_still_have_the_permission(client) -> None:
    home = organisation()
    boss = PersonFactory.with_role(COORDINATOR, home=home)
    invitations.invite("nele@test.example", actor=boss, organisation=home, roles=[COORDINATOR])
    revoke_role(boss.role_grants.get(role="coordinator"), actor=None)
    answer = client.post(f"/einladung/{secret_of('nele@test.example')}/", NEW_ACCOUNT, follow=True)
    assert "darf das nicht mehr" in answer.content.decode()
    assert not User.objects.filter(email="nele@test.example").exists()


def test_a_weak_password_is_refused(client) -> None:
    invitations.invite("nele@test.example", actor=None, organisation=organisation(), roles=[])
    link = f"/einladung/{secret_of('nele@test.example')}/"
    answer = client.post(link, NEW_ACCOUNT | {"password": "kurz"})
    assert answer.status_code == 422
    assert "Neumann" in answer.content.decode()
    assert not User.objects.filter(email="nele@test.example").exists()


def test_an_invitation_with_a_role_that_the_actor_may_not_give_is_refused(login) -> None:
    home = organisation()
    pilot_site(home)
    boss = PersonFactory.with_role(COORDINATOR, home=home)
    page = f"/organisationen/{home.slug}/personen/einladen/"
    for key in ("editor", "office", "administration", "trainer"):
        answer = login(boss).post(page, {"email": "nele@test.example", "roles": key})
        assert answer.status_code == 422
        with pytest.raises(PermissionDenied):
            from netzwerk.members.roles import ROLE_BY_KEY

            invitations.invite("nele@test.example", actor=boss, organisation=home, roles=[ROLE_BY_KEY[key]])
    assert login(boss).post(page, {"email": "nele@test.example", "roles": CASEWORKER.key}).status_code == 302
    elsewhere = organisation()
    with pytest.raises(PermissionDenied):
        invitations.invite("nele@test.example", actor=boss, organisation=elsewhere, roles=[])
    assert login(boss).get(f"/organisationen/{elsewhere.slug}/personen/einladen/").status_code == 404


def test_guessing_invitation_links_is_limited(client, settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "invitation": "3/10m/ip"}
    link = reverse("joining:invitation", args=["geraten"])
    assert [client.get(link).status_code for _ in range(4)] == [404, 404, 404, 429]
