"""Second factors for tests: an app, recovery codes, and a whole login with them."""

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.test import Client

from netzwerk.members.second_factor.owner import seed_owner
from tests.factories.people import PASSWORD
from tests.factories.totp import code_of

LOGIN, SECOND_STEP, OVERVIEW = "/konto/anmelden/", "/konto/sicherheit/anmelden/", "/konto/sicherheit/"


def enrol_app(user) -> str:
    """Give the person an app; returns its seed."""
    secret = totp.generate_totp_secret()
    with seed_owner(user):
        totp.TOTP.activate(user, secret)
    return secret


def enrol_codes(user) -> list[str]:
    with seed_owner(user):
        return RecoveryCodes.activate(user).generate_codes()


def wrong_code(secret: str) -> str:
    """Six digits that are not a valid code now."""
    good = {code_of(secret, step) for step in range(-3, 4)}
    return next(text for number in range(10) if (text := f"{number:06d}") not in good)


def give_password(user, client: Client | None = None) -> Client:
    client = client or Client()
    client.post(LOGIN, {"login": user.email, "password": PASSWORD})
    return client


def give_code(client: Client, code: str):
    return client.post(SECOND_STEP, {"code": code})


def is_logged_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def confirm_password(client: Client) -> None:
    """Reauthenticate, as sensitive pages require."""
    client.post("/konto/bestaetigen/", {"password": PASSWORD})


def authenticators_of(user) -> set[str]:
    return set(Authenticator.objects.filter(user=user).values_list("type", flat=True))
