"""Encryption of seeds at rest: AES-256-GCM, with the person as associated data and the id of the key in the header."""

import base64
import hashlib
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

VERSION = "nsf1"
NONCE_BYTES = 12


class DecryptionError(Exception):
    """The text was not encrypted for this person with a known key, or was changed."""


def key_id(key: bytes) -> str:
    """Eight characters that identify a key without revealing it."""
    return hashlib.sha256(key).hexdigest()[:8]


def _keys() -> dict[str, bytes]:
    if not settings.SECOND_FACTOR_KEYS:
        raise ImproperlyConfigured("SECOND_FACTOR_KEYS is empty: no seed can be encrypted or read.")
    return {key_id(key): key for key in settings.SECOND_FACTOR_KEYS}


def _associated_data(name: str, owner_id: int | str) -> bytes:
    return f"{VERSION}|mfa_authenticator.data|{name}|{owner_id}".encode()


def encrypt(text: str, owner_id: int | str) -> str:
    """`version:key id:nonce and ciphertext`, to be decrypted for this person only."""
    name, key = next(iter(_keys().items()))
    nonce = secrets.token_bytes(NONCE_BYTES)
    encrypted = AESGCM(key).encrypt(nonce, text.encode(), _associated_data(name, owner_id))
    return f"{VERSION}:{name}:{base64.urlsafe_b64encode(nonce + encrypted).decode()}"


def decrypt(encrypted: str, owner_id: int | str) -> str:
    """Raises DecryptionError for another person, an unknown key and a changed text."""
    version, _, rest = encrypted.partition(":")
    name, _, body = rest.partition(":")
    key = _keys().get(name)
    if version != VERSION or key is None:
        raise DecryptionError("A seed has an unknown form or names a key that is not here.")
    try:
        raw = base64.b64decode(body, altchars=b"-_", validate=True)
        return AESGCM(key).decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], _associated_data(name, owner_id)).decode()
    except (InvalidTag, ValueError) as error:
        raise DecryptionError("A seed was changed, or belongs to somebody else.") from error


def is_encrypted(text: str) -> bool:
    return text.startswith(f"{VERSION}:")


def is_current(encrypted: str) -> bool:
    """Whether it is encrypted with the current (first) key."""
    return encrypted.startswith(f"{VERSION}:{next(iter(_keys()))}:")
