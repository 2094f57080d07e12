"""Encryption of seeds for one person with a known key, and the management command."""

import base64
import secrets

import pytest
from allauth.mfa.models import Authenticator
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from wagtail.models import ModelLogEntry

from netzwerk.members.roles import EDITOR
from netzwerk.members.second_factor import encryption
from netzwerk.members.second_factor.owner import current_owner, seed_owner
from netzwerk.post.models import Message
from tests.factories.second_factor import (
    OVERVIEW,
    SECOND_STEP,
    authenticators_of,
    code_of,
    enrol_app,
    enrol_codes,
    give_code,
    give_password,
    is_logged_in,
)

pytestmark = pytest.mark.django_db

OLD, NEW = secrets.token_bytes(32), secrets.token_bytes(32)


def stored_seed(user) -> str:
    return Authenticator.objects.get(user=user, type="totp").data["secret"]


def store_seed(user, encrypted: str) -> None:
    Authenticator.objects.filter(user=user, type="totp").update(data={"secret": encrypted})


def flipped(encrypted: str) -> str:
    head, _, body = encrypted.rpartition(":")
    raw = bytearray(base64.urlsafe_b64decode(body))
    raw[-1] ^= 1
    return f"{head}:{base64.urlsafe_b64encode(bytes(raw)).decode()}"


def test_the_same_text_is_encrypted_differently_each_time() -> None:
    first, second = encryption.encrypt("Same", 1), encryption.encrypt("Same", 1)
    assert first != second
    assert encryption.decrypt(first, 1) == encryption.decrypt(second, 1) == "Same"


@pytest.mark.parametrize(
    "broken",
    [
        flipped,
        lambda encrypted: encrypted[:-8],
        lambda encrypted: encrypted.replace("nsf1", "nsf2", 1),
        lambda encrypted: encrypted.replace(encrypted.split(":")[1], "00000000", 1),
        lambda encrypted: "JBSWY3DPEHPK3PXP",
        lambda encrypted: "",
        lambda encrypted: f"{encrypted}!",
    ],
)
def test_a_changed_text_cannot_be_decrypted(broken) -> None:
    with pytest.raises(encryption.DecryptionError):
        encryption.decrypt(broken(encryption.encrypt("geheim", 1)), 1)


def test_a_seed_can_be_decrypted_for_its_person_only() -> None:
    with pytest.raises(encryption.DecryptionError):
        encryption.decrypt(encryption.encrypt("geheim", 1), 2)


def test_without_a_key_nothing_is_encrypted_or_decrypted(settings) -> None:
    encrypted = encryption.encrypt("geheim", 1)
    settings.SECOND_FACTOR_KEYS = ()
    with pytest.raises(ImproperlyConfigured):
        encryption.decrypt(encrypted, 1)
    with pytest.raises(ImproperlyConfigured):
        encryption.encrypt("geheim", 1)


def test_a_seed_without_an_owner_is_an_error() -> None:
    with pytest.raises(encryption.DecryptionError):
        current_owner()


@pytest.mark.parametrize("kind", ["changed", "of somebody else", "in clear", "foreign key"])
def test_a_seed_that_cannot_be_read_is_no_login(person, settings, caplog, kind: str) -> None:
    """An attacker with write access to the database stores a seed whose codes they know; it must not open the account."""
    user, attacker = person(EDITOR), person()
    enrol_app(user)
    known = enrol_app(attacker)
    if kind == "changed":
        store_seed(user, flipped(stored_seed(user)))
    elif kind == "of somebody else":
        store_seed(user, stored_seed(attacker))
    elif kind == "in clear":
        store_seed(user, known)
    else:
        settings.SECOND_FACTOR_KEYS = (NEW,)
    client = give_password(user)
    answer = give_code(client, code_of(known))
    assert "lässt sich gerade nicht prüfen" in answer.content.decode()
    assert not is_logged_in(client)
    assert user.email not in caplog.text
    assert known not in caplog.text


def test_an_old_key_is_valid_until_all_seeds_are_reencrypted(person, settings) -> None:
    user = person()
    settings.SECOND_FACTOR_KEYS = (OLD,)
    secret = enrol_app(user)
    codes = enrol_codes(user)
    settings.SECOND_FACTOR_KEYS = (NEW, OLD)
    client = give_password(user)
    give_code(client, code_of(secret))
    assert is_logged_in(client)
    call_command("secondfactor", "reencrypt")
    assert encryption.is_current(stored_seed(user))
    settings.SECOND_FACTOR_KEYS = (NEW,)
    for code in (code_of(secret, 1), codes[0]):
        client = give_password(user)
        give_code(client, code)
        assert is_logged_in(client)
    with seed_owner(user):
        assert current_owner() == user.pk


def test_reencrypting_twice_changes_nothing_the_second_time(person, settings, capsys) -> None:
    settings.SECOND_FACTOR_KEYS = (OLD,)
    enrol_app(person())
    settings.SECOND_FACTOR_KEYS = (NEW, OLD)
    call_command("secondfactor", "reencrypt")
    call_command("secondfactor", "reencrypt")
    assert capsys.readouterr().out.splitlines() == ["1 Einträge neu verschlüsselt.", "0 Einträge neu verschlüsselt."]


def test_the_command_resets_all_factors_of_a_person(person, settings, login) -> None:
    settings.SECOND_FACTOR_WAIVED = False
    user, other = person(EDITOR, email="ada@test.example"), person()
    secret = enrol_app(user)
    enrol_codes(user)
    inside, waiting, bystander = give_password(user), give_password(user), login(other)
    give_code(inside, code_of(secret))
    call_command("secondfactor", "reset", " ADA@test.example ")
    assert authenticators_of(user) == set()
    assert not is_logged_in(inside)
    assert waiting.get(SECOND_STEP)["Location"] == "/konto/anmelden/"
    assert waiting.get("/konto/anmelden/").status_code == 200
    assert is_logged_in(bystander)
    entry = ModelLogEntry.objects.get(action="members.second_factor_reset")
    assert (entry.object_id, entry.data) == (str(user.pk), {"removed": 2})
    mail = Message.objects.get(to=[user.email])
    assert "zurückgesetzt" in mail.subject
    assert give_password(user).get("/redaktion/")["Location"] == OVERVIEW


def test_an_unknown_address_is_an_error(db) -> None:
    with pytest.raises(CommandError, match="kein Konto"):
        call_command("secondfactor", "reset", "niemand@test.example")
