"""Enrolment of a second factor: who must enrol, what it stores, shows and mails, and who may remove a factor."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client

from netzwerk.members.allauth_internals import SECRET_SESSION_KEY
from netzwerk.members.demo.personas import person_of
from netzwerk.members.roles import ADMINISTRATION, EDITOR, MEMBER, OFFICE
from netzwerk.members.services.grants import give_role
from netzwerk.post.models import Message
from tests.factories.second_factor import (
    OVERVIEW,
    authenticators_of,
    code_of,
    confirm_password,
    enrol_app,
    enrol_codes,
    give_code,
    give_password,
    is_logged_in,
)

pytestmark = pytest.mark.django_db

SET_UP, TAKE_AWAY = "/konto/sicherheit/app/einrichten/", "/konto/sicherheit/app/entfernen/"
CODES = "/konto/sicherheit/notfallcodes/"
EVERYWHERE_ELSE = (
    *("/", "/mein-bereich/", "/redaktion/", "/redaktion/api/main/pages/", "/redaktion/images/", "/robots.txt"),
    *("/dateien/dokument/1/a.pdf", "/konto/passwort/aendern/", "/gibt-es-nicht/", "/gesund/", CODES),
)
GUARDED = [EDITOR, OFFICE, ADMINISTRATION]


@pytest.fixture
def enforced(settings) -> None:
    settings.SECOND_FACTOR_WAIVED = False


def secret_on(page) -> str:
    return re.search(r'class="key">([A-Z2-7 ]+)<', page.content.decode())[1].replace(" ", "")


def set_up_app(client: Client) -> str:
    confirm_password(client)
    secret = secret_on(client.get(SET_UP))
    answer = client.post(SET_UP, {"code": code_of(secret)})
    assert answer["Location"] == CODES
    return secret


@pytest.mark.parametrize("role", GUARDED, ids=lambda role: role.key)
def test_a_person_who_needs_a_factor_and_has_none_sees_the_enrolment_only(person, enforced, role) -> None:
    client = give_password(person(role))
    assert is_logged_in(client)
    for path in EVERYWHERE_ELSE:
        answer = client.get(path)
        assert (answer.status_code, answer.get("Location")) == (302, OVERVIEW), path
        assert client.post(path).status_code == 403, path
    assert "Für Ihre Rolle ist er Pflicht" in client.get(OVERVIEW).content.decode()
    assert client.get("/konto/bestaetigen/").status_code == 200
    assert client.post("/konto/abmelden/").status_code == 302
    assert not is_logged_in(client)


def test_superusers_need_a_factor_too(person, enforced) -> None:
    assert give_password(person(superuser=True)).get("/redaktion/")["Location"] == OVERVIEW


def test_members_need_no_factor(person, enforced) -> None:
    client = give_password(person(MEMBER))
    assert client.get("/mein-bereich/").status_code == 200
    assert "nicht eingerichtet" in client.get(OVERVIEW).content.decode()


def test_recovery_codes_alone_are_not_a_second_factor(person, enforced) -> None:
    user = person(EDITOR)
    enrol_codes(user)
    assert give_password(user).get("/redaktion/")["Location"] == OVERVIEW


def test_a_role_given_later_takes_effect_with_the_next_request(person, enforced) -> None:
    user = person(MEMBER)
    client = give_password(user)
    assert client.get("/mein-bereich/").status_code == 200
    give_role(user, EDITOR, actor=None)
    assert client.get("/mein-bereich/")["Location"] == OVERVIEW


def test_the_demo_waives_it_and_says_so_on_every_page(person, settings) -> None:
    client = give_password(person(EDITOR))
    assert client.get("/redaktion/").status_code == 200
    assert "zweite Faktor ist erlassen" in client.get("/").content.decode()
    assert "Im Betrieb ist der zweite Faktor für Ihre Rolle Pflicht" in client.get(OVERVIEW).content.decode()
    settings.SECOND_FACTOR_WAIVED = False
    assert "erlassen" not in Client().get("/").content.decode()


def test_enrolment_confirms_the_running_session_and_ends_others(person, enforced) -> None:
    user = person(EDITOR)
    here, elsewhere = give_password(user), give_password(user)
    before = here.session.session_key
    set_up_app(here)
    assert here.get("/redaktion/").status_code == 200
    assert here.session.session_key != before
    answer = elsewhere.get("/redaktion/")
    assert answer["Location"] == "/konto/anmelden/?next=/redaktion/".replace("/redaktion/", "%2Fredaktion%2F")
    assert not is_logged_in(elsewhere)
    assert "zweiten Faktor gesichert" in elsewhere.get(answer["Location"]).content.decode()


def test_a_session_without_allauth_is_not_confirmed(person, login) -> None:
    """It ends for a person with a factor, waived or not."""
    user = person()
    client = login(user)
    assert client.get("/mein-bereich/").status_code == 200
    enrol_app(user)
    assert client.post("/mein-bereich/")["Location"] == "/konto/anmelden/"
    assert not is_logged_in(client)


def test_a_login_record_of_another_person_confirms_nothing(person, login) -> None:
    user = person()
    secret = enrol_app(user)
    client = give_password(user)
    give_code(client, code_of(secret))
    assert client.get("/mein-bereich/").status_code == 200
    session = client.session
    session["account_authentication_methods_user"] = "999999"
    session.save()
    assert client.get("/mein-bereich/").status_code == 302


def test_the_demo_login_asks_an_enrolled_persona_for_the_factor(db) -> None:
    user = person_of("redaktion")
    secret = enrol_app(user)
    client = Client()
    assert client.post("/konto/demo/redaktion/")["Location"] == "/konto/sicherheit/anmelden/"
    assert not is_logged_in(client)
    give_code(client, code_of(secret))
    assert client.get("/redaktion/").status_code == 200


@pytest.mark.parametrize("path", [SET_UP, TAKE_AWAY, CODES, f"{CODES}neu/", f"{CODES}herunterladen/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_sensitive_pages_ask_for_the_password_again(person, path: str, method: str) -> None:
    user = person()
    client = Client()
    if path != SET_UP:
        secret = enrol_app(user)
        enrol_codes(user)
        give_code(give_password(user, client), code_of(secret))
    else:
        give_password(user, client)
    before = list(Authenticator.objects.values())
    answer = getattr(client, method)(path)
    assert answer.status_code in (302, 405)
    if answer.status_code == 302:
        assert answer["Location"].startswith("/konto/bestaetigen/")
    assert list(Authenticator.objects.values()) == before


def test_setting_up_the_app_shows_a_qr_code_and_the_key(person) -> None:
    client = give_password(person())
    confirm_password(client)
    page = client.get(SET_UP).content.decode()
    assert 'src="data:image/svg+xml;base64,' in page
    assert re.search(r'class="key">[A-Z2-7]{4}( [A-Z2-7]{4}){7}<', page)
    assert "otpauth://totp/" in page
    assert "issuer=Netzwerk%20Sozialagenturen" in page
    wrong = client.post(SET_UP, {"code": "000000"})
    assert "stimmt nicht" in wrong.content.decode()
    assert secret_on(wrong) in secret_on(client.post(SET_UP, {"code": "000000"})), "a mistyped code keeps the key"


def test_the_code_of_the_enrolment_is_not_valid_for_a_login(person) -> None:
    user = person()
    client = give_password(user)
    confirm_password(client)
    secret = secret_on(client.get(SET_UP))
    code = code_of(secret)
    client.post(SET_UP, {"code": code})
    again = give_password(user)
    give_code(again, code)
    assert not is_logged_in(again)
    give_code(again, code_of(secret, 1))
    assert is_logged_in(again)


def everything_stored() -> str:
    """All cells of all tables as text, with decoded sessions."""
    with connection.cursor() as cursor:
        cells = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608  our own tables
            cells += [str(cell) for row in cursor.fetchall() for cell in row]
    return "\n".join([*cells, *(str(session.get_decoded()) for session in Session.objects.all())])


def test_seeds_and_codes_are_not_stored_in_clear_text(person) -> None:
    user = person()
    client = give_password(user)
    confirm_password(client)
    waiting = secret_on(client.get(SET_UP))
    assert SECRET_SESSION_KEY in client.session
    assert waiting not in everything_stored()
    secret = set_up_app(client)
    codes = re.findall(r'class="key">(\d{4} \d{4})<', client.get(CODES).content.decode())
    assert len(codes) == 10
    stored = everything_stored()
    assert user.email in stored, "everything_stored() works"
    for text in (secret, *codes, *(code.replace(" ", "") for code in codes)):
        assert text not in stored


def test_recovery_codes_can_be_downloaded_and_renewed(person) -> None:
    client = give_password(person())
    set_up_app(client)
    file = client.get(f"{CODES}herunterladen/")
    assert 'filename="notfallcodes.txt"' in file["Content-Disposition"]
    before = re.findall(r"\d{4} \d{4}", file.content.decode())
    assert len(before) == 10
    client.post(f"{CODES}neu/")
    after = re.findall(r"\d{4} \d{4}", client.get(f"{CODES}herunterladen/").content.decode())
    assert not set(before) & set(after)


def test_each_change_sends_a_mail(person, monkeypatch) -> None:
    """on_commit() runs at once, as the test itself is one transaction."""
    monkeypatch.setattr("django.db.transaction.on_commit", lambda function, **_options: function())
    user = person()
    client = give_password(user)
    set_up_app(client)
    client.post(f"{CODES}neu/")
    client.post(TAKE_AWAY)
    mails = Message.objects.filter(to=[user.email]).order_by("pk")
    assert [mail.subject for mail in mails] == [
        "Eine App schützt jetzt Ihr Konto",
        "Neue Notfallcodes",
        "App mit Codes entfernt",
    ]
    assert all("Wenn Sie das nicht waren" in mail.text for mail in mails)


def test_the_last_factor_cannot_be_removed_if_it_is_needed(person, enforced) -> None:
    user = person(EDITOR)
    client = give_password(user)
    set_up_app(client)
    for answer in (client.get(TAKE_AWAY), client.post(TAKE_AWAY)):
        assert "Ihre Rolle verlangt einen" in answer.content.decode()
    assert "totp" in authenticators_of(user)


def test_a_factor_that_is_not_needed_can_be_removed_with_its_codes(person, enforced) -> None:
    user = person(MEMBER)
    client = give_password(user)
    set_up_app(client)
    assert client.post(TAKE_AWAY)["Location"] == OVERVIEW
    assert authenticators_of(user) == set()
    assert client.get("/mein-bereich/").status_code == 200


def test_my_area_names_the_second_factor(person, login) -> None:
    user = person()
    client = give_password(user)
    assert "Anmeldung absichern" in client.get("/mein-bereich/").content.decode()
    assert "<dd>keiner</dd>" in client.get("/mein-bereich/").content.decode()
    set_up_app(client)
    assert "<dd>App</dd>" in client.get("/mein-bereich/").content.decode()


def test_a_low_number_of_codes_is_shown(person) -> None:
    user = person()
    secret = enrol_app(user)
    codes = enrol_codes(user)
    for code in codes[:8]:
        give_code(give_password(user), code)
    client = give_password(user)
    give_code(client, code_of(secret))
    page = client.get(OVERVIEW).content.decode()
    assert "noch 2" in page
    assert "Vorrat an Notfallcodes geht zu Ende" in page
