"""Login: who can log in, error messages, and login pages of the frameworks that are closed."""

import re
import statistics
import time

import pytest
from django.conf import settings as django_settings
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client

from netzwerk.members.models import User, normalise_email
from netzwerk.members.roles import EDITOR
from netzwerk.members.services.grants import revoke_role
from netzwerk.post.models import Message
from tests.factories.people import PASSWORD

pytestmark = pytest.mark.django_db

LOGIN, RESET = "/konto/anmelden/", "/konto/passwort/vergessen/"


def try_login(email: str, password: str, client: Client | None = None, **headers: str):
    return (client or Client()).post(LOGIN, {"login": email, "password": password}, headers=headers)


def words_of(answer) -> str:
    """A page without tokens, nonces and the typed address."""
    text = answer.content.decode()
    return re.sub(r'(nonce|value)="[^"]*"', "", text)


def test_a_person_logs_in_with_address_and_password(person) -> None:
    user = person(email="ada@test.example")
    answer = try_login("ada@test.example", PASSWORD)
    assert answer.status_code == 302
    assert answer["Location"] == "/mein-bereich/"
    assert user.get_session_auth_hash()


def test_variants_of_an_address_are_one_account(person) -> None:
    assert person(email="Ada@Test.Example").email == "ada@test.example"
    assert try_login("  ADA@test.EXAMPLE ", PASSWORD).status_code == 302
    assert normalise_email("ａｄａ@test.example") == "ada@test.example"


def test_unknown_address_and_wrong_password_look_the_same(person) -> None:
    person(email="ada@test.example")
    wrong, unknown = try_login("ada@test.example", "falsch-falsch"), try_login("bob@test.example", "falsch-falsch")
    assert wrong.status_code == unknown.status_code == 200
    assert words_of(wrong) == words_of(unknown)


def test_a_password_reset_looks_the_same_for_unknown_addresses(person) -> None:
    person(email="ada@test.example")
    known = Client().post(RESET, {"email": "ada@test.example"}, follow=True)
    unknown = Client().post(RESET, {"email": "bob@test.example"}, follow=True)
    assert words_of(known) == words_of(unknown)
    assert Message.objects.filter(subject__contains="Neues Passwort").count() == 1
    assert Message.objects.filter(subject__contains="Kein Konto").count() == 1


def test_login_of_unknown_addresses_takes_similar_time(person, settings) -> None:
    """With the real hasher and a wide margin: without hashing, the unknown address would be many times faster."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    settings.ACCOUNT_RATE_LIMITS = False
    person(email="ada@test.example")

    def middle(email: str) -> float:
        times = []
        for _ in range(5):
            began = time.perf_counter()
            try_login(email, "falsch-falsch")
            times.append(time.perf_counter() - began)
        return statistics.median(times)

    middle("ada@test.example")
    assert 1 / 3 < middle("bob@test.example") / middle("ada@test.example") < 3


def test_passwords_are_stored_as_argon2id() -> None:
    from netzwerk.settings import base

    hasher = Argon2PasswordHasher()
    assert base.PASSWORD_HASHERS[0].endswith("Argon2PasswordHasher")
    assert hasher.encode("x" * 12, hasher.salt()).startswith("argon2$argon2id$")


@pytest.mark.parametrize("weak", ["passwort123", "123456789012", "password1234", "kurz"])
def test_a_weak_password_is_refused(person, login, weak: str) -> None:
    user = person()
    answer = login(user).post(
        "/konto/passwort/aendern/", {"oldpassword": PASSWORD, "password1": weak, "password2": weak}
    )
    assert answer.status_code == 200
    user.refresh_from_db()
    assert user.check_password(PASSWORD)


def test_a_reset_link_works_once(person) -> None:
    user = person(email="ada@test.example")
    Client().post(RESET, {"email": "ada@test.example"})
    link = re.search(r"http://\S+", Message.objects.get(to=["ada@test.example"]).text)[0]
    path = link.split("testserver", 1)[-1] if "testserver" in link else "/" + link.split("/", 3)[3]
    client = Client()
    form = client.get(path, follow=True)
    new = "ein-anderes-gutes-passwort"
    answer = client.post(form.redirect_chain[-1][0], {"password1": new, "password2": new}, follow=True)
    assert "gespeichert" in answer.content.decode()
    user.refresh_from_db()
    assert user.check_password(new)
    again = Client().get(path, follow=True)
    assert "gilt nicht mehr" in again.content.decode()
    assert mail.outbox == [], "no mail is sent without the outbox"


def test_repeated_guesses_are_stopped_whatever_the_proxy_header_says(person) -> None:
    person(email="ada@test.example")
    for number in range(5):
        try_login("ada@test.example", "falsch-falsch", **{"x-forwarded-for": f"10.0.0.{number}"})
    spellings = ["ada@test.example", "ADA@test.example", " Ada@Test.Example "]
    for number, spelling in enumerate(spellings):
        answer = try_login(spelling, PASSWORD, **{"x-forwarded-for": f"10.0.1.{number}"})
        assert answer.status_code == 200, "the right password is refused too"
        assert "Zu viele" in answer.content.decode()


def test_many_requests_from_one_ip_address_get_status_429(person) -> None:
    statuses = [try_login(f"p{number}@test.example", "falsch-falsch").status_code for number in range(35)]
    assert statuses[-1] == 429
    reset = [Client().post(RESET, {"email": f"p{number}@test.example"}).status_code for number in range(12)]
    assert reset[-1] == 429


def test_limits_are_counted_in_the_shared_cache() -> None:
    assert django_settings.CACHES["default"]["BACKEND"].endswith("DatabaseCache")


def test_the_session_changes_its_id_at_login_and_ends_at_logout(person) -> None:
    person(email="ada@test.example")
    client = Client()
    client.get(LOGIN)
    session = client.session
    session["vorher"] = "1"
    session.save()
    before = session.session_key
    try_login("ada@test.example", PASSWORD, client)
    after = client.session.session_key
    assert after != before
    client.post("/konto/abmelden/")
    assert not Session.objects.filter(session_key=after).exists()
    thief = Client()
    thief.cookies["sessionid"] = after
    assert thief.get("/mein-bereich/").status_code == 302


def test_a_new_password_ends_all_other_sessions(person, login) -> None:
    user = person()
    elsewhere = login(user)
    login(user).post(
        "/konto/passwort/aendern/",
        {"oldpassword": PASSWORD, "password1": "ganz-neues-passwort-7", "password2": "ganz-neues-passwort-7"},
    )
    assert elsewhere.get("/mein-bereich/").status_code == 302


def test_a_revoked_role_has_no_effect_from_the_next_request(person, login) -> None:
    user = person(EDITOR)
    client = login(user)
    assert client.get("/redaktion/").status_code == 200
    revoke_role(user.role_grants.get(), actor=None)
    assert client.get("/redaktion/").status_code == 403


def test_a_locked_account_is_logged_out_at_the_next_request(person, login) -> None:
    user = person()
    client = login(user)
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert client.get("/mein-bereich/").status_code == 302
    assert try_login(user.email, PASSWORD)["Location"] == "/konto/gesperrt/"


def test_nobody_signs_up_by_themselves() -> None:
    data = {"email": "neu@test.example", "password1": PASSWORD, "password2": PASSWORD}
    answer = Client().post("/konto/neu/", data)
    assert "auf Einladung" in answer.content.decode()
    assert not User.objects.filter(email="neu@test.example").exists()


def test_the_redirect_after_login_stays_in_the_portal(person) -> None:
    person(email="ada@test.example")
    answer = Client().post(f"{LOGIN}?next=https://boese.example/", {"login": "ada@test.example", "password": PASSWORD})
    assert answer["Location"] == "/mein-bereich/"


def test_the_demo_login_exists_for_personas_only() -> None:
    assert Client().post("/konto/demo/redaktion/").status_code == 302
    assert Client().post("/konto/demo/unbekannt/").status_code == 404
    assert Client().get("/konto/demo/redaktion/").status_code == 405
    assert "Als Redaktion anmelden" in Client().get(LOGIN).content.decode()


@pytest.mark.parametrize(
    "path",
    ["/redaktion/login/", "/_util/login/", "/admin/", "/admin/login/", "/redaktion/password_reset/", "/django-admin/"],
)
def test_login_pages_of_the_frameworks_create_no_session(person, path: str) -> None:
    user = person(superuser=True)
    client = Client()
    data = {"username": user.email, "login": user.email, "email": user.email, "password": PASSWORD}
    answer = client.post(path, data)
    assert answer.status_code in (302, 404)
    assert "_auth_user_id" not in client.session
