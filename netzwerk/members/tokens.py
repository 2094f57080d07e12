"""Secrets in links. An invitation's secret is random and stored as a hash; the others are signed."""

import hashlib
import secrets

from django.core import signing

from netzwerk.texts.cleaning import without_invisible  # copied links may contain invisible characters

APPLICATION_SALT = "members.application"
ADDRESS_SALT = "members.address"
ADDRESS_SECONDS = 24 * 60 * 60


def new_secret() -> tuple[str, str]:
    """A secret for a link, and its SHA-256 hash to store."""
    secret = secrets.token_urlsafe(32)
    return secret, fingerprint(secret)


def fingerprint(secret: str) -> str:
    return hashlib.sha256(without_invisible(secret).encode()).hexdigest()


def application_token(pk: int) -> str:
    """The token in an applicant's link. It is valid as long as the application exists."""
    return signing.Signer(salt=APPLICATION_SALT, sep=".").sign(str(pk))


def read_application_token(token: str) -> int | None:
    """The application's id, or None for an invalid token."""
    try:
        value = signing.Signer(salt=APPLICATION_SALT, sep=".").unsign(without_invisible(token))
    except signing.BadSignature:
        return None
    return int(value) if value.isdecimal() else None


def address_token(pk: int, old: str, new: str) -> str:
    """The token in the link that confirms a new address. It is valid for a day, and until the address changes."""
    return signing.dumps([pk, old, new], salt=ADDRESS_SALT)


def read_address_token(token: str) -> tuple[int, str, str] | None:
    """Id of the person, old and new address, or None for an expired or invalid token."""
    try:
        pk, old, new = signing.loads(without_invisible(token), salt=ADDRESS_SALT, max_age=ADDRESS_SECONDS)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return pk, old, new
