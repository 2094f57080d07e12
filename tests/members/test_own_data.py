"""A person's own data: shown, corrected, exported, erased."""

import json
import re

import pytest
from django.core.exceptions import PermissionDenied

from netzwerk.members.models import Invitation, User
from netzwerk.members.roles import COORDINATOR, MEMBER, OFFICE
from netzwerk.members.services import own_data
from netzwerk.members.services.invitations import invite
from netzwerk.members.services.people import change_profile
from netzwerk.members.views.own import MAX_RECORDS
from netzwerk.post.models import Message, Notification
from netzwerk.surfaces import registry
from netzwerk.vocabulary.models import Term
from tests.factories.organisations import organisation
from tests.factories.people import PASSWORD, PersonFactory
from tests.factories.terms import term

pytestmark = pytest.mark.django_db
PROFILE = {"first_name": "Ada", "last_name": "Amsel", "function": "Leitung", "phone": "", "about": "Hallo"}


def test_a_person_corrects_the_profile_and_opens_it(person, login) -> None:
    user = person(MEMBER)
    topic = Term.objects.topics().first() or term("Wohnen", slug="wohnen")
    client = login(user)
    answer = client.post("/konto/profil/", PROFILE | {"topics": topic.pk, "profile_open": "on"})
    assert answer.status_code == 302
    user.refresh_from_db()
    assert (user.last_name, user.profile_open, list(user.topics.all())) == ("Amsel", True, [topic])
    assert User.objects.matching("amsel leitung").filter(pk=user.pk).exists()
    wrong = client.post("/konto/profil/", PROFILE | {"last_name": "", "topics": "999999"})
    assert wrong.status_code == 422
    assert 'value="Leitung"' in wrong.content.decode()


def test_nobody_changes_anothers_profile_or_another_field(person) -> None:
    user, other = person(MEMBER), person(OFFICE)
    with pytest.raises(PermissionDenied):
        change_profile(user, actor=other, first_name="X")
    with pytest.raises(PermissionDenied):
        change_profile(user, actor=user, is_superuser=True)


def test_page_and_file_contain_the_same_data(person, login) -> None:
    user = person(COORDINATOR)
    client = login(user)
    answer = client.post("/konto/meine-daten/datei/")
    held = json.loads(answer.content)
    assert answer["Content-Disposition"].startswith("attachment")
    page = client.get("/konto/meine-daten/").content.decode()
    assert {part.title for part in registry.own_data} <= set(held)
    for title, records in held.items():
        if title != "Stand":
            assert title in page
            assert all(name in page for record in records for name in record)
    assert held["Konto und Profil"][0]["E-Mail-Adresse"] == user.email
    assert held["Rollen"][0]["Rolle"] == "Koordination"


def test_nobody_exports_or_erases_anothers_data(person) -> None:
    user, office = person(MEMBER), person(OFFICE)
    with pytest.raises(PermissionDenied):
        own_data.export_person(user, actor=office)
    with pytest.raises(PermissionDenied):
        own_data.erase_account(user, actor=office)


def test_the_confirmation_shows_what_is_deleted_and_what_stays(person, login) -> None:
    client = login_with_password(person(MEMBER))
    text = client.get("/konto/loeschen/").content.decode()
    for part in registry.own_data:
        assert part.goes in text
        assert part.stays in text


def login_with_password(user: User):
    from django.test import Client

    client = Client()
    client.post("/konto/anmelden/", {"login": user.email, "password": PASSWORD})
    client.post("/konto/bestaetigen/", {"password": PASSWORD})
    return client


def test_an_erased_account_has_no_name_no_roles_and_no_login(person) -> None:
    home = organisation()
    user = PersonFactory.with_role(COORDINATOR, home=home, first_name="Zacharias", last_name="Zeisig")
    invite("neu@test.example", actor=user, organisation=home, roles=[])
    address = user.email
    client = login_with_password(user)
    assert client.post("/konto/loeschen/", {}).status_code == 422
    assert client.post("/konto/loeschen/", {"sure": "on"}).status_code == 302
    user.refresh_from_db()
    assert not user.is_active
    assert address not in str(User.objects.filter(pk=user.pk).values().get())
    assert "Zeisig" not in str(User.objects.filter(pk=user.pk).values().get())
    assert not user.role_grants.current().exists()
    assert not user.memberships.current().exists()
    assert not Invitation.objects.open().filter(invited_by=user).exists()
    assert client.get("/mein-bereich/").status_code == 302
    again = login_with_password(User(email=address))
    assert again.get("/mein-bereich/").status_code == 302


def test_the_office_is_notified_of_an_organisation_without_coordination(person) -> None:
    office, home = person(OFFICE), organisation(name="Verein Allein", place="Testau")
    user = PersonFactory.with_role(COORDINATOR, home=home)
    own_data.erase_account(user, actor=user)
    assert "Verein Allein" in office.notifications.get().text


def link_to_confirm(address: str) -> str:
    found = re.search(r"/konto/adresse/\S+", Message.objects.filter(to=[address]).latest("pk").text)
    assert found
    return found[0]


def test_a_new_address_is_valid_after_confirmation(person) -> None:
    user = person(MEMBER)
    old, client = user.email, login_with_password(user)
    assert client.post("/konto/adresse/", {"email": "Neu@Test.example"}).status_code == 302
    user.refresh_from_db()
    assert user.email == old
    link = link_to_confirm("neu@test.example")
    assert client.get(link).status_code == 200
    user.refresh_from_db()
    assert user.email == old
    assert client.post(link).status_code == 302
    user.refresh_from_db()
    assert user.email == "neu@test.example"
    assert Message.objects.filter(to=[old], subject__contains="geändert").exists()
    assert "gilt nicht mehr" in client.post(link, follow=True).content.decode()
    assert login_with_password(user).get("/mein-bereich/").status_code == 200


def test_the_confirmation_link_is_for_its_person_only(person, login) -> None:
    user, other = person(MEMBER), person(MEMBER)
    login_with_password(user).post("/konto/adresse/", {"email": "neu@test.example"})
    link = link_to_confirm("neu@test.example")
    assert login(other).post(link).status_code == 404
    assert login(user).post(f"{link[:-3]}x/").status_code == 404


def test_an_address_of_another_account_is_neither_revealed_nor_assigned(person) -> None:
    user, other = person(MEMBER), person(MEMBER)
    client = login_with_password(user)
    assert client.post("/konto/adresse/", {"email": other.email}).status_code == 302
    assert not Message.objects.filter(to=[other.email]).exists()
    assert client.post("/konto/adresse/", {"email": user.email}).status_code == 422
    client.post("/konto/adresse/", {"email": "frei@test.example"})
    link = link_to_confirm("frei@test.example")
    User.objects.create_user("frei@test.example")
    assert "gilt nicht mehr" in client.post(link, follow=True).content.decode()


def test_the_page_shows_the_newest_records_and_the_file_all(person, login) -> None:
    user = person(MEMBER)
    for number in range(MAX_RECORDS + 2):
        Notification.objects.create(person=user, kind="joining", title=f"Nachricht {number:03}", url="/mein-bereich/")
    client = login(user)
    text = client.get("/konto/meine-daten/").content.decode()
    assert text.count("Beitritte und Einladungen") == MAX_RECORDS
    assert "Weitere 2 Einträge stehen in der Datei." in text
    assert len(client.post("/konto/meine-daten/datei/").json()["Mitteilungen und E-Mails"]) == MAX_RECORDS + 2
