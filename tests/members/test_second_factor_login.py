"""The second step of the login: it cannot be skipped, codes are valid once, guesses are limited."""

import re
from itertools import count

import pytest
from django.conf import settings as django_settings
from django.contrib.sessions.models import Session
from django.test import Client

from netzwerk.members.roles import EDITOR
from netzwerk.post.models import Message
from tests.factories.people import PASSWORD
from tests.factories.second_factor import (
    LOGIN,
    OVERVIEW,
    SECOND_STEP,
    authenticators_of,
    code_of,
    confirm_password,
    enrol_app,
    enrol_codes,
    give_code,
    give_password,
    is_logged_in,
    wrong_code,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada(person):
    return person(EDITOR, email="ada@test.example")


def test_the_password_alone_is_no_login_for_a_person_with_an_app(ada) -> None:
    secret = enrol_app(ada)
    client = Client()
    answer = client.post(LOGIN, {"login": ada.email, "password": PASSWORD})
    assert answer["Location"] == SECOND_STEP
    assert not is_logged_in(client)
    assert client.get("/mein-bereich/").status_code == 302
    answer = give_code(client, code_of(secret))
    assert answer["Location"] == "/mein-bereich/"
    assert client.get("/mein-bereich/").status_code == 200


@pytest.mark.parametrize("path", ["/redaktion/login/", "/_util/login/", "/admin/login/", "/django-admin/login/"])
def test_login_pages_of_the_frameworks_do_not_skip_the_second_step(person, path: str) -> None:
    user = person(superuser=True)
    enrol_app(user)
    client = Client()
    client.post(path, {"username": user.email, "login": user.email, "password": PASSWORD}, follow=True)
    assert not is_logged_in(client)


def test_the_redirect_survives_the_second_step(ada) -> None:
    secret = enrol_app(ada)
    client = Client()
    client.post(f"{LOGIN}?next=/redaktion/", {"login": ada.email, "password": PASSWORD, "next": "/redaktion/"})
    assert give_code(client, code_of(secret))["Location"] == "/redaktion/"


def test_a_code_of_the_app_works_once(ada) -> None:
    secret = enrol_app(ada)
    code = code_of(secret)
    assert give_code(give_password(ada), code).status_code == 302
    again = give_password(ada)
    assert give_code(again, code).status_code == 200
    assert not is_logged_in(again)


def test_a_code_is_valid_once_during_all_its_steps(ada, settings) -> None:
    """A code is valid for three steps; allauth rejects a used one for one step only. Its cache entry is deleted here."""
    from django.core.cache import cache

    secret = enrol_app(ada)
    code = code_of(secret)
    give_code(give_password(ada), code)
    cache.delete(f"allauth.mfa.totp.used?user={ada.pk}&code={code}")
    again = give_password(ada)
    assert "stimmt nicht" in give_code(again, code).content.decode()
    assert give_code(again, code_of(secret, 1)).status_code == 302


def test_a_used_code_counts_as_a_failed_guess(ada) -> None:
    """A used code must not reset the number of guesses."""
    from django.core.cache import cache

    secret = enrol_app(ada)
    code = code_of(secret)
    give_code(give_password(ada), code)
    client = give_password(ada)
    for guess in (wrong_code(secret), code, wrong_code(secret), code, code):
        cache.delete(f"allauth.mfa.totp.used?user={ada.pk}&code={code}")
        assert "stimmt nicht" in give_code(client, guess).content.decode()
    assert "Zu viele Fehlversuche" in give_code(client, code_of(secret, 1)).content.decode()


def test_codes_are_valid_one_step_before_and_after_now(ada) -> None:
    secret = enrol_app(ada)
    for step, is_valid in ((-1, True), (1, True), (-3, False), (3, False)):
        client = give_password(ada)
        give_code(client, code_of(secret, step))
        assert is_logged_in(client) is is_valid


def test_a_recovery_code_works_once_and_only_for_its_person(ada, person) -> None:
    other = person()
    for user in (ada, other):
        enrol_app(user)
    codes, foreign = enrol_codes(ada), enrol_codes(other)
    client = give_password(ada)
    assert give_code(client, foreign[0]).status_code == 200
    assert give_code(client, f"{codes[0][:4]} {codes[0][4:]}").status_code == 302
    again = give_password(ada)
    assert give_code(again, codes[0]).status_code == 200
    assert give_code(again, codes[1]).status_code == 302


def test_guesses_are_limited_to_five_whatever_the_proxy_header_and_session(ada) -> None:
    """Each guess comes from another session and forged address; the count is in the shared cache."""
    secret = enrol_app(ada)
    assert django_settings.CACHES["default"]["BACKEND"].endswith("DatabaseCache")
    for number in range(5):
        client = give_password(ada)
        client.post(SECOND_STEP, {"code": wrong_code(secret)}, headers={"x-forwarded-for": f"10.0.0.{number}"})
    client = give_password(ada)
    answer = client.post(SECOND_STEP, {"code": code_of(secret)}, headers={"x-forwarded-for": "10.9.9.9"})
    assert "Zu viele Fehlversuche" in answer.content.decode()
    assert not is_logged_in(client)


def test_slow_guesses_are_limited_per_day(ada, settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login_failed": "1000/m/key", "second_factor": "20/d/key"}
    secret = enrol_app(ada)
    client = give_password(ada)
    for _ in range(20):
        assert "stimmt nicht" in give_code(client, wrong_code(secret)).content.decode()
    assert "Heute wurden zu viele" in give_code(client, code_of(secret)).content.decode()
    assert not is_logged_in(client)


def test_right_codes_are_not_counted_as_guesses(ada, settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"second_factor": "1/d/key"}
    enrol_app(ada)
    for code in enrol_codes(ada)[:3]:
        client = give_password(ada)
        give_code(client, code)
        assert is_logged_in(client)


def test_a_password_reset_does_not_skip_the_second_step(ada) -> None:
    """After the reset by mail, the login still asks for the code."""
    secret = enrol_app(ada)
    client = Client()
    client.post("/konto/passwort/vergessen/", {"email": ada.email})
    link = re.search(r"https?://\S+", Message.objects.get(to=[ada.email]).text)[0]
    form = client.get("/" + link.split("/", 3)[3], follow=True)
    new = "ein-anderes-gutes-passwort"
    client.post(form.redirect_chain[-1][0], {"password1": new, "password2": new}, follow=True)
    ada.refresh_from_db()
    assert ada.check_password(new)
    assert not is_logged_in(client)
    assert authenticators_of(ada) == {"totp"}
    client.post(LOGIN, {"login": ada.email, "password": new})
    assert not is_logged_in(client)
    assert client.get("/mein-bereich/").status_code == 302
    give_code(client, code_of(secret))
    assert is_logged_in(client)


def test_the_session_changes_its_id_at_each_step_and_ends_at_logout(ada) -> None:
    secret = enrol_app(ada)
    client = give_password(ada)
    waiting = client.session.session_key
    give_code(client, code_of(secret))
    inside = client.session.session_key
    assert inside != waiting
    assert not Session.objects.filter(session_key=waiting).exists()
    client.post("/konto/abmelden/")
    assert not Session.objects.filter(session_key=inside).exists()
    thief = Client()
    thief.cookies["sessionid"] = inside
    assert thief.get("/mein-bereich/").status_code == 302


def test_the_second_step_can_be_cancelled(ada) -> None:
    enrol_app(ada)
    client = give_password(ada)
    assert client.get(LOGIN)["Location"] == SECOND_STEP
    client.post("/konto/abmelden/", {"next": LOGIN})
    assert client.get(LOGIN).status_code == 200


def test_known_and_unknown_accounts_cost_the_same_hashing(ada, settings, monkeypatch) -> None:
    """Counts the runs of the hasher for a wrong password and for an unknown address."""
    from django.contrib.auth.hashers import MD5PasswordHasher

    enrol_app(ada)
    settings.ACCOUNT_RATE_LIMITS = False
    runs = count()
    encode = MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda *args: (next(runs), encode(*args))[1])

    def cost(email: str) -> int:
        before = next(runs)
        Client().post(LOGIN, {"login": email, "password": "falsch-falsch"})
        return next(runs) - before

    assert cost(ada.email) == cost("niemand@test.example") > 1


def words_of(answer) -> str:
    return re.sub(r'(nonce|value)="[^"]*"', "", answer.content.decode())


def test_a_wrong_password_does_not_reveal_a_second_factor(ada, person) -> None:
    enrol_app(ada)
    plain = person(email="bob@test.example")
    answers = {
        words_of(Client().post(LOGIN, {"login": email, "password": "falsch-falsch"}))
        for email in (ada.email, plain.email, "niemand@test.example")
    }
    assert len(answers) == 1


def test_pages_of_the_second_factor_are_not_cached(ada) -> None:
    secret = enrol_app(ada)
    enrol_codes(ada)
    client = give_password(ada)
    assert "no-store" in client.get(SECOND_STEP)["Cache-Control"]
    give_code(client, code_of(secret))
    confirm_password(client)
    for path in (OVERVIEW, "/konto/sicherheit/notfallcodes/", "/konto/sicherheit/notfallcodes/herunterladen/"):
        answer = client.get(path)
        assert answer.status_code == 200
        assert "no-store" in answer["Cache-Control"]
