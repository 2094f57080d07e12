"""Passkeys, with a security key in software: user verification is required, and a passkey alone is a complete login."""

import html
import json
import re

import pytest
from django.test import Client

from netzwerk.members.roles import EDITOR
from tests.factories.second_factor import (
    LOGIN,
    OVERVIEW,
    SECOND_STEP,
    authenticators_of,
    confirm_password,
    enrol_app,
    enrol_codes,
    give_code,
    give_password,
    is_logged_in,
)
from tests.factories.security_key import SecurityKey

pytestmark = pytest.mark.django_db

LIST, ADD, ENTER = (
    "/konto/sicherheit/passkeys/",
    "/konto/sicherheit/passkeys/neu/",
    "/konto/sicherheit/passkeys/anmelden/",
)
CONFIRM = "/konto/sicherheit/passkeys/bestaetigen/"
JSON = {"accept": "application/json"}
BROKEN = ["", "x", "[]", "{}", "null", "1", '"x"', '{"response": []}', '{"id": 1, "rawId": null, "response": {}}']


def options_on(page) -> dict:
    return json.loads(html.unescape(re.search(r'data-options="([^"]+)"', page.content.decode())[1]))


def register(client: Client, key: SecurityKey, name: str = "Diensthandy"):
    confirm_password(client)
    options = options_on(client.get(ADD))
    return client.post(ADD, {"name": name, "credential": key.register(options)})


def enter(client: Client, key: SecurityKey, **data: str):
    options = client.get(ENTER, headers=JSON).json()["request_options"]
    return client.post(ENTER, {"credential": key.sign(options), **data})


@pytest.fixture
def ada(person):
    return person(EDITOR, email="ada@test.example")


@pytest.fixture
def enforced(settings) -> None:
    settings.SECOND_FACTOR_WAIVED = False


def test_user_verification_is_required_everywhere(ada) -> None:
    client = give_password(ada)
    confirm_password(client)
    options = options_on(client.get(ADD))["publicKey"]
    assert options["authenticatorSelection"]["userVerification"] == "required"
    assert options["authenticatorSelection"]["residentKey"] == "preferred"
    assert options["rp"] == {"id": "testserver", "name": "Netzwerk Sozialagenturen"}
    register(client, SecurityKey())
    assert options_on(client.get(CONFIRM))["publicKey"]["userVerification"] == "required"
    assert options_on(give_password(ada).get(SECOND_STEP))["publicKey"]["userVerification"] == "required"
    assert Client().get(ENTER, headers=JSON).json()["request_options"]["publicKey"]["userVerification"] == "required"


def test_a_key_without_user_verification_is_not_registered(ada) -> None:
    client = give_password(ada)
    answer = register(client, SecurityKey(verifies=False))
    assert "hat mit dem Passkey nicht geklappt" in answer.content.decode()
    assert authenticators_of(ada) == set()


def test_a_passkey_is_a_complete_login(ada, enforced) -> None:
    key = SecurityKey()
    here = give_password(ada)
    assert register(here, key)["Location"] == "/konto/sicherheit/notfallcodes/"
    assert here.get("/redaktion/").status_code == 200, "the enrolment confirms this session"
    there = Client()
    assert enter(there, key)["Location"] == "/mein-bereich/"
    assert there.get("/redaktion/").status_code == 200


def test_the_redirect_after_login_stays_in_the_portal(ada) -> None:
    key = SecurityKey()
    register(give_password(ada), key)
    assert enter(Client(), key, next="/redaktion/")["Location"] == "/redaktion/"
    assert enter(Client(), key, next="https://boese.example/")["Location"] == "/mein-bereich/"


def test_a_registered_passkey_without_verification_is_no_login(ada) -> None:
    key = SecurityKey()
    register(give_password(ada), key)
    key.flags = SecurityKey(verifies=False).flags
    alone, second = Client(), give_password(ada)
    enter(alone, key)
    second.post(SECOND_STEP, {"credential": key.sign(options_on(second.get(SECOND_STEP)))})
    assert not is_logged_in(alone)
    assert not is_logged_in(second)


def test_a_passkey_is_the_second_step_too(ada) -> None:
    key = SecurityKey()
    register(give_password(ada), key)
    client = give_password(ada)
    answer = client.post(SECOND_STEP, {"credential": key.sign(options_on(client.get(SECOND_STEP)))})
    assert answer["Location"] == "/mein-bereich/"


def test_a_response_to_an_old_challenge_is_no_login(ada) -> None:
    key = SecurityKey()
    register(give_password(ada), key)
    client = Client()
    old = client.get(ENTER, headers=JSON).json()["request_options"]
    client.get(ENTER, headers=JSON)
    client.post(ENTER, {"credential": key.sign(old)})
    assert not is_logged_in(client)


def test_a_response_is_valid_once(ada) -> None:
    key = SecurityKey()
    register(give_password(ada), key)
    client = Client()
    signed = key.sign(client.get(ENTER, headers=JSON).json()["request_options"])
    client.post(ENTER, {"credential": signed})
    assert is_logged_in(client)
    client.post("/konto/abmelden/")
    client.post(ENTER, {"credential": signed})
    assert not is_logged_in(client)


def test_a_passkey_of_another_portal_is_no_login(ada) -> None:
    key = SecurityKey()
    register(give_password(ada), key)
    key.host = "boese.example"
    client = Client()
    enter(client, key)
    assert not is_logged_in(client)


def test_unknown_people_and_unknown_keys_get_the_same_answer(ada, person) -> None:
    known, stranger = SecurityKey(), SecurityKey()
    register(give_password(ada), known)
    stranger.handle = "OTk5OTk5"
    false_key = SecurityKey()
    false_key.handle = known.handle
    answers = []
    for key in (stranger, false_key):
        client = Client()
        assert enter(client, key)["Location"] == LOGIN
        page = client.get(LOGIN).content.decode()
        assert "hat mit dem Passkey nicht geklappt" in page
        answers.append(re.sub(r'(nonce|value)="[^"]*"', "", page))
        assert not is_logged_in(client)
    assert answers[0] == answers[1]


@pytest.mark.parametrize("text", BROKEN)
def test_a_malformed_response_is_a_form_error(ada, text: str) -> None:
    enrol_app(ada)
    client = Client()
    client.get(ENTER, headers=JSON)
    assert client.post(ENTER, {"credential": text}).status_code == 302
    second = give_password(ada)
    assert second.post(SECOND_STEP, {"credential": text}).status_code == 200
    assert not is_logged_in(client)
    assert not is_logged_in(second)


@pytest.mark.parametrize("text", BROKEN)
def test_a_malformed_response_registers_nothing(ada, text: str) -> None:
    client = give_password(ada)
    confirm_password(client)
    client.get(ADD)
    assert client.post(ADD, {"name": "x", "credential": text}).status_code == 200
    assert authenticators_of(ada) == set()


def test_a_name_can_be_changed_and_is_escaped(ada) -> None:
    client = give_password(ada)
    register(client, SecurityKey(), name="<b>alt</b>")
    assert "&lt;b&gt;alt&lt;/b&gt;" in client.get(LIST).content.decode()
    pk = ada.authenticator_set.get(type="webauthn").pk
    assert client.post(f"{LIST}{pk}/umbenennen/", {"name": "Neu"})["Location"] == LIST
    assert "Neu" in client.get(LIST).content.decode()


def test_foreign_and_missing_passkeys_answer_alike(ada, person) -> None:
    owner = person()
    register(give_password(owner), SecurityKey())
    foreign = owner.authenticator_set.get(type="webauthn").pk
    client = give_password(ada)
    confirm_password(client)
    for pk in (foreign, 999_999):
        for page in ("umbenennen", "entfernen"):
            assert client.get(f"{LIST}{pk}/{page}/").status_code == 404
            assert client.post(f"{LIST}{pk}/{page}/", {"name": "x"}).status_code == 404
    assert authenticators_of(owner) == {"webauthn", "recovery_codes"}


def test_the_last_passkey_cannot_be_removed_if_it_is_needed(ada, enforced) -> None:
    client = give_password(ada)
    register(client, SecurityKey())
    pk = ada.authenticator_set.get(type="webauthn").pk
    assert "einziger zweiter Faktor" in client.get(f"{LIST}{pk}/entfernen/").content.decode()
    assert "einziger zweiter Faktor" in client.post(f"{LIST}{pk}/entfernen/", follow=True).content.decode()
    assert "webauthn" in authenticators_of(ada)
    register(client, SecurityKey())
    client.post(f"{LIST}{pk}/entfernen/")
    assert ada.authenticator_set.filter(type="webauthn").count() == 1


def test_passkey_pages_ask_for_the_password_again(ada) -> None:
    key = SecurityKey()
    register(give_password(ada), key)
    pk = ada.authenticator_set.get(type="webauthn").pk
    client = Client()
    enter(client, key)
    for path in (ADD, f"{LIST}{pk}/umbenennen/", f"{LIST}{pk}/entfernen/"):
        for method in (client.get, client.post):
            assert method(path)["Location"].startswith("/konto/bestaetigen/")
    client.post(CONFIRM, {"credential": key.sign(options_on(client.get(CONFIRM)))})
    assert client.get(ADD).status_code == 200


def test_a_recovery_code_replaces_a_lost_passkey(ada, enforced) -> None:
    register(give_password(ada), SecurityKey())
    codes = enrol_codes(ada)
    client = give_password(ada)
    assert "Einer Ihrer Notfallcodes" in client.get(SECOND_STEP).content.decode()
    give_code(client, codes[0])
    assert client.get(OVERVIEW).status_code == 200


def test_many_passkey_logins_from_one_ip_address_get_status_429(ada) -> None:
    statuses = [Client().post(ENTER, {"credential": "{}"}).status_code for _ in range(12)]
    assert statuses[0] == 302
    assert statuses[-1] == 429
